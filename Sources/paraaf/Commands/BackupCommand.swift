import ArgumentParser
import Foundation
import PlanDomain

/// `paraaf backup`: one file of everything, while the server goes on.
struct BackupCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy everything to one file; safe beside a running server.",
        discussion: "The copy holds the signing key: keep it where only the municipality can read it.")
    @Option(name: .customLong("to"), help: "The file to write.") var file: String
    @OptionGroup var data: DataOption

    func work(at desk: Desk) async throws {
        let hall = try TownHall(try data.folder(for: .reading), files: desk.files)
        try await Backup.write(of: hall, to: URL(filePath: file))
        desk.terminal.say("cli.backup-done", ["file": .text(file)])
    }
}

/// `paraaf restore`: a data folder from a copy.
struct RestoreCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Make a data folder of a copy, in an empty place.")
    @Argument(help: "The file that backup wrote.") var file: String
    @OptionGroup var data: DataOption

    func work(at desk: Desk) async throws {
        try await Backup.restore(URL(filePath: file), to: try data.location)
        let hall = try await data.open(for: .writing, at: desk)
        for plan in try await hall.reading.plans() {
            let report = try await hall.office.verifyRegister(of: plan.id)
            if let finding = report.finding { throw PlanError(.invalid, finding.reason) }
            desk.terminal.say(
                "cli.restored", ["plan": .text(plan.title), "count": .number(report.soundActs)])
        }
    }
}
