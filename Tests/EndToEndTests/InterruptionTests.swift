import Foundation
import Testing

/// A replay that is cut off at any moment goes on where it stopped, and ends as if nothing had happened.
struct InterruptionTests {
    private static let moments =
        [150, 600].map { Moment(step: 0, milliseconds: $0) }
        + (1...9).map { Moment(step: $0, milliseconds: $0 * 7 % 23) }

    /// Thousandths of a second after the program said that it had done a step, or after its start.
    struct Moment: CustomTestStringConvertible, Sendable {
        let step: Int
        let milliseconds: Int

        var testDescription: String { "\(milliseconds) ms after step \(step)" }
    }

    @Test(arguments: moments)
    func aReplayThatWasKilledIsCompletedByResume(moment: Moment) throws {
        let scratch = try Scratch()
        let data = scratch.vacancy()
        try kill(try Paraaf.start(["replay", PublishedCase.example.folder.plain], data: data), at: moment)
        let answer = try Paraaf.run("replay", PublishedCase.example.folder.plain, "--resume", data: data)
        try #require(answer.status == 0, "\(answer.complaint)")
        #expect(try Outcome(data) == Self.whole.get())
        #expect(data.appending(path: "plans").names.allSatisfy { $0.hasSuffix(".git") })
    }

    @Test
    func aReplayThatIsKilledAgainAndAgainStillEndsWhole() throws {
        let scratch = try Scratch()
        let data = scratch.vacancy()
        for step in 1...5 {
            let arguments = ["replay", PublishedCase.example.folder.plain, "--resume"]
            try kill(try Paraaf.start(arguments, data: data), at: Moment(step: 2 * step, milliseconds: 3))
        }
        #expect(try Paraaf.run("replay", PublishedCase.example.folder.plain, "--resume", data: data).status == 0)
        #expect(try Outcome(data) == Self.whole.get())
    }

    /// What a replay leaves that nobody interrupted.
    private static let whole = Result { try Outcome(ReplayedFolders.shared.folder(of: .example)) }

    /// Ends the program by force, when the moment has come or it is done.
    private func kill(_ child: Child, at moment: Moment) throws {
        while moment.step > 0, child.isRunning, !child.complaint.contains("[\(moment.step)/") { usleep(500) }
        usleep(UInt32(moment.milliseconds) * 1000)
        child.signal(SIGKILL)
        _ = try child.end()
    }

    /// What a replay leaves, without what differs by its nature: keys, moments of recording, and so the ids.
    private struct Outcome: Equatable, Sendable {
        let plans: [PlanLine]
        let acts: [[String]]
        let texts: [Data]
        let changes: [[String]]
        let tags: [[String]]
        let isSound: Bool

        init(_ data: URL) throws {
            let list = Listing(data: data)
            plans = try list.plans()
            acts = try plans.map {
                try list.acts(of: $0.id).map { "\($0.sequence) \($0.kind) \($0.date ?? "-") \($0.sentence)" }
            }
            texts = try plans.map { try list.export(of: $0.id) }
            changes = try plans.map { try StockGit(plan: $0.id, in: data).run("log", "--format=%s", "main").lines }
            tags = try plans.map { try StockGit(plan: $0.id, in: data).run("tag").lines }
            isSound = try plans.allSatisfy { try list.verification(of: $0.id).sound }
        }
    }
}
