import ArgumentParser
import Foundation
import Phrases
import PlanDomain
import Web
import Workflow

/// `paraaf plan …`: the plans of a data folder.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "List, show, make, import and export plans.",
        subcommands: [List.self, Show.self, Create.self, Import.self, Export.self])
}

extension PlanCommand {
    struct List: DeskCommand {
        static let configuration = CommandConfiguration(abstract: "List the plans.")
        @OptionGroup var data: DataOption
        @Flag(help: "Print JSON.") var json = false

        func work(at desk: Desk) async throws {
            let plans = try await data.open(for: .reading, at: desk).reading.plans()
            if json { return Terminal.write(try JSONText.of(plans.map(PlanLine.init))) }
            guard !plans.isEmpty else { return desk.terminal.note("cli.no-plans") }
            let phrases = desk.terminal.phrases
            var table = Table(header: ["id", "title", "type", "stage"].map { phrases.text("cli.column.\($0)") })
            for plan in plans {
                table.add([plan.id.rawValue, plan.title, phrases.text(plan.typeLabel), phrases.text(plan.stageLabel)])
            }
            Terminal.write(table.text)
        }
    }

    struct Show: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show where a plan stands and what it waits for.")
        @Argument(help: "The plan's id.") var plan: PlanArgument
        @OptionGroup var data: DataOption
        @Flag(help: "Print JSON.") var json = false

        func work(at desk: Desk) async throws {
            let view = try await data.open(for: .reading, at: desk).reading.plan(plan.id)
            let report = PlanReport(view, phrases: desk.terminal.phrases)
            Terminal.write(json ? try JSONText.of(report) : report.text(in: desk.terminal.phrases))
        }
    }

    struct Create: DeskCommand {
        static let configuration = CommandConfiguration(abstract: "Make a plan from the skeleton of its type.")
        @Argument(help: "The type, such as meerjarenbeleidsplan.") var type: String
        @Option(help: "The plan's title.") var title: String
        @OptionGroup var data: DataOption

        func work(at desk: Desk) async throws {
            let office = try await data.open(for: .writing, at: desk).office
            let plan = try await office.start(
                NewPlan(
                    type: type, text: try office.skeleton(for: type, title: title), author: .administrator,
                    summary: desk.terminal.text("cli.summary.created"), requestID: UUID().uuidString))
            Terminal.write(plan.rawValue + "\n")
        }
    }

    struct Import: DeskCommand {
        static let configuration = CommandConfiguration(abstract: "Make a plan of a Markdown document.")
        @Argument(help: "The Markdown file.") var file: String
        @Option(help: "The type of the plan.") var type = "meerjarenbeleidsplan"
        @Option(help: "The plan's title; the document's own title, or the file's name, where it is not given.")
        var title: String?
        @OptionGroup var data: DataOption

        func work(at desk: Desk) async throws {
            let document = try PlanImport(try MarkdownInput.read(URL(filePath: file)))
            let office = try await data.open(for: .writing, at: desk).office
            let fallback = URL(filePath: file).deletingPathExtension().lastPathComponent
            let text = try office.text(importing: document, type: type, title: title ?? document.title ?? fallback)
            let plan = try await office.start(
                NewPlan(
                    type: type, text: text, author: .administrator,
                    summary: desk.terminal.text("cli.summary.imported"), requestID: UUID().uuidString))
            Terminal.write(plan.rawValue + "\n")
        }
    }

    struct Export: DeskCommand {
        static let configuration = CommandConfiguration(abstract: "Write a plan as one Markdown document.")
        @Argument(help: "The plan's id.") var plan: PlanArgument
        @Option(help: "The file; standard output where it is not given.") var out: String?
        @OptionGroup var data: DataOption

        func work(at desk: Desk) async throws {
            let dossier = try await data.open(for: .reading, at: desk).reading.dossier(of: plan.id, at: .present)
            try Output.write(Data(PlanExport(dossier.text).markdown().utf8), to: out)
        }
    }
}

/// A line of `plan list --json`.
private struct PlanLine: Encodable {
    let id: String
    let title: String
    let type: String
    let stage: String
    let municipality: String?
    let period: String?
    let sections: Int

    init(_ plan: PlanSummary) {
        id = plan.id.rawValue
        title = plan.title
        type = plan.type
        stage = plan.stage.rawValue
        municipality = plan.municipality
        period = plan.period
        sections = plan.sectionCount
    }
}

extension Author {
    /// Whoever works on the machine itself.
    static let administrator = Author(function: "Beheerder", role: .admin, pseudonym: "beheer")
}
