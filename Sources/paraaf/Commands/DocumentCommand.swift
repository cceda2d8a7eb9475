import ArgumentParser
import Documents
import Foundation
import PlanDomain
import Workflow

/// `paraaf document …`: the official documents of a plan.
struct DocumentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "document", abstract: "List and write the documents of a plan.",
        subcommands: [List.self, Write.self])
}

extension DocumentCommand {
    struct List: DeskCommand {
        static let configuration = CommandConfiguration(abstract: "List the documents that a plan has.")
        @Argument(help: "The plan's id.") var plan: PlanArgument
        @OptionGroup var data: DataOption
        @Flag(help: "Print JSON.") var json = false

        func work(at desk: Desk) async throws {
            let hall = try await data.open(for: .reading, at: desk)
            let documents = try await desk.documents(of: hall).documents(of: plan.id)
            if json {
                return Terminal.write(try JSONText.of(documents.map { ["name": $0.name, "title": $0.title] }))
            }
            var table = Table(header: ["name", "title"].map { desk.terminal.text("cli.column.\($0)") })
            for document in documents { table.add([document.name, document.title]) }
            Terminal.write(table.text)
        }
    }

    struct Write: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a document; the same plan, moment and program give the same bytes.")
        @Argument(help: "The plan's id.") var plan: PlanArgument
        @Argument(help: "The document, such as nota, raadsmededeling or plan.") var name: String
        @Option(help: "The moment: the number of an act, ACT:COMMIT as a footer prints it, or the name of a version.")
        var at: String?
        @Option(help: "The format; html is the only one yet.") var format: Format = .html
        @Option(help: "The file; standard output where it is not given.") var out: String?
        @Flag(help: "Write it although texts are still empty, with the gaps marked.") var concept = false
        @OptionGroup var data: DataOption

        enum Format: String, ExpressibleByArgument, CaseIterable {
            case html
        }

        func work(at desk: Desk) async throws {
            let hall = try await data.open(for: .reading, at: desk)
            let documents = try desk.documents(of: hall, gaps: concept ? .mark : .refuse)
            let document = try await documents.document(
                name, of: plan.id, at: at.map(DossierMoment.init(reference:)) ?? .present,
                language: desk.terminal.phrases.language.rawValue)
            try Output.write(document.html, to: out)
        }
    }
}

extension Desk {
    func documents(of hall: TownHall, gaps: GapPolicy = .refuse) throws -> DocumentService {
        DocumentService(
            reading: hall.reading, phrasebook: phrasebook,
            templates: try DocumentTemplates(directory: files.templates.appending(path: "documents")), gaps: gaps)
    }
}
