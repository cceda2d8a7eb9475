import ArgumentParser
import Foundation
import PlanDomain
import Web
import Workflow

/// `paraaf replay`: builds a published case in an empty folder.
struct ReplayCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Build a case in an empty folder: its plan with texts and acts, and the plan that follows it.",
        discussion:
            "CASE holds plan.md, nota.md, raadsmededeling.md and feiten.yml; plan.eerder.md where there is an earlier draft."
    )
    @Argument(help: "The folder of the case.") var caseFolder: String
    @Flag(help: "Go on with a replay that was interrupted.") var resume = false
    @OptionGroup var data: DataOption

    func work(at desk: Desk) async throws {
        let source = try CaseFolder(URL(filePath: caseFolder))
        let hall = try await data.open(for: .writing, at: desk)
        let present = try await hall.reading.plans()
        guard present.isEmpty || resume else {
            throw PlanError(
                .conflict,
                Reason(
                    "case.folder-not-empty",
                    [
                        "folder": .text(hall.folder.location.path), "count": .number(present.count),
                        "plans": .list(present.map { .text($0.title) }),
                    ]))
        }
        try await rehearse(source, at: desk)
        let replay = CaseReplay(source: source, office: hall.office, reading: hall.reading) { step, done, total in
            let step = desk.terminal.phrases.text(step)
            Terminal.complain("[\(done)/\(total)] \(step)")
        }
        let plans = try await replay.run()
        desk.terminal.say("cli.replay.done", ["count": .number(plans.count)])
        for plan in plans { Terminal.write("  \(plan.rawValue)\n") }
        let folder = hall.folder.location.path
        desk.terminal.say("cli.replay.look", ["folder": .text(folder), "plan": .text(plans[0].rawValue)])
    }

    /// Plays the case in a folder that is thrown away: a case that cannot be played leaves the real one as it was.
    private func rehearse(_ source: CaseFolder, at desk: Desk) async throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "paraaf-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        let hall = try await TownHall.open(place, for: .writing, files: desk.files)
        _ = try await CaseReplay(source: source, office: hall.office, reading: hall.reading) { _, _, _ in }.run()
    }
}
