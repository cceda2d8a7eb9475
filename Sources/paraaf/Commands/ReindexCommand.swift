import ArgumentParser
import Foundation
import PlanDomain
import SQLiteStore

/// `paraaf reindex`: makes the projection again from git, or says where it differs.
struct ReindexCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "reindex", abstract: "Build the projection again from git; --check only says what differs.")
    @Flag(help: "Change nothing: print what differs and exit 1.") var check = false
    @OptionGroup var data: DataOption

    func work(at desk: Desk) async throws {
        let hall = try TownHall(try data.folder(for: check ? .reading : .writing), files: desk.files)
        if check { return try await compare(hall, at: desk) }
        try await hall.office.reindex { plan in
            desk.terminal.note("cli.reindexing", ["plan": .text(plan.rawValue)])
        }
        for plan in try await hall.store.projectedPlans() {
            let digest = try await hall.store.projectionDigest(of: plan)
            desk.terminal.say("cli.reindexed", ["plan": .text(plan.rawValue), "digest": .text(digest)])
        }
    }

    private func compare(_ hall: TownHall, at desk: Desk) async throws {
        let present = try hall.repositories.planIDs()
        let projected = try await hall.store.projectedPlans()
        var isEqual = true
        for plan in Set(present).union(projected).sorted() {
            guard present.contains(plan) else {
                isEqual = false
                desk.terminal.say("cli.reindex-no-repository", ["plan": .text(plan.rawValue)])
                continue
            }
            let differences = try await hall.office.differences(of: plan, usingScratch: try SQLiteStore.inMemory())
            isEqual = isEqual && differences.isEmpty
            let key = differences.isEmpty ? "cli.reindex-equal" : "cli.reindex-differs"
            desk.terminal.say(key, ["plan": .text(plan.rawValue), "count": .number(differences.count)])
            for difference in differences {
                switch difference {
                case .missing(let row): Terminal.write("  + \(row)\n")
                case .surplus(let row): Terminal.write("  - \(row)\n")
                }
            }
        }
        if !isEqual { throw ExitCode.failure }
    }
}
