import ArgumentParser
import Foundation
import Phrases
import PlanDomain
import Web
import Workflow

/// `paraaf register …`: the official acts of a plan.
struct RegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "Show and verify the official acts of a plan.",
        subcommands: [Show.self, Verify.self])
}

extension RegisterCommand {
    struct Show: DeskCommand {
        static let configuration = CommandConfiguration(abstract: "Show the acts in their order.")
        @Argument(help: "The plan's id.") var plan: PlanArgument
        @OptionGroup var data: DataOption
        @Flag(help: "Print JSON.") var json = false

        func work(at desk: Desk) async throws {
            let view = try await data.open(for: .reading, at: desk).reading.register(of: plan.id)
            let lines = view.entries.map { ActLine($0, of: view, phrases: desk.terminal.phrases) }
            if json { return Terminal.write(try JSONText.of(lines)) }
            var table = Table(header: ["act", "date", "what"].map { desk.terminal.text("cli.column.\($0)") })
            for line in lines { table.add([String(line.sequence), line.date ?? "—", line.sentence]) }
            Terminal.write(table.text)
        }
    }

    struct Verify: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check every act: signature, place, text and workflow; exit 1 names the first that fails.")
        @Argument(help: "The plan's id.") var plan: PlanArgument
        @OptionGroup var data: DataOption
        @Flag(help: "Print JSON.") var json = false

        func work(at desk: Desk) async throws {
            let hall = try TownHall(try data.folder(for: .reading), files: desk.files)
            let report = try await hall.office.verifyRegister(of: plan.id)
            if json { Terminal.write(try JSONText.of(RegisterResult(report))) }
            guard let finding = report.finding else {
                if !json { desk.terminal.say("cli.register-sound", ["count": .number(report.soundActs)]) }
                return
            }
            Terminal.complain(desk.terminal.phrases.sentence(finding.reason))
            throw ExitCode.failure
        }
    }
}

/// A line of `register show --json`.
private struct ActLine: Encodable {
    let sequence: Int
    let kind: String
    let date: String?
    let recordedAt: Date
    let function: String
    let sentence: String
    let reason: String?
    let text: String
    let commit: String

    init(_ entry: RegisterView.Entry, of view: RegisterView, phrases: Phrases) {
        sequence = entry.act.sequence
        kind = entry.act.payload.kind.rawValue
        date = entry.act.date?.iso8601
        recordedAt = entry.act.recordedAt
        function = entry.act.author.function
        sentence = entry.sentence(definition: view.definition, phrases: phrases)
        reason = if case .text(let text) = entry.reason { text } else { nil }
        text = entry.act.text.rawValue
        commit = entry.act.id.rawValue
    }
}

private struct RegisterResult: Encodable {
    let sound: Bool
    let acts: Int
    let act: Int?
    let fault: String?

    init(_ report: RegisterReport) {
        sound = report.isSound
        acts = report.soundActs
        act = report.finding?.sequence
        fault = report.finding?.reason.key
    }
}
