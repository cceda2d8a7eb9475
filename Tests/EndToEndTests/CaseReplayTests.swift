import Foundation
import Testing

/// A whole case through the command line: two plans with their texts and acts, and where to look.
struct CaseReplayTests {
    @Test(.enabled(if: PublishedCase.deventer.isPresent, "The real case does not stand beside this project."))
    func theRealCaseIsReplayedToo() {
        #expect(PublishedCase.present.map(\.testDescription).contains("deventer-2023"))
    }

    @Test(arguments: PublishedCase.present)
    func aReplayCountsItsStepsAndEndsWithWhereToLook(published: PublishedCase) throws {
        let scratch = try Scratch()
        let data = scratch.vacancy()
        let answer = try Paraaf.run("replay", published.folder.plain, data: data)
        try #require(answer.status == 0, "\(answer.complaint)")
        let steps = answer.complaint.split(separator: "\n")
        #expect(steps.enumerated().allSatisfy { $1.hasPrefix("[\($0 + 1)/\(steps.count)] ") }, "\(steps)")
        #expect(!answer.complaint.contains("⟦"))
        let plan = try Listing(data: data).plan("plan-van-aanpak")
        let last = try #require(answer.lines.last)
        #expect(last.contains("paraaf serve --data \(data.plain)"))
        #expect(last.contains("paraaf document write \(plan) nota --data \(data.plain)"))
    }

    @Test(arguments: PublishedCase.present)
    func bothPlansAreThereWithTheirTypesAndStages(published: PublishedCase) throws {
        let scratch = try Scratch()
        let list = Listing(data: try published.replayed(in: scratch))
        let plans = try list.plans().sorted { $0.type < $1.type }
        #expect(plans.map(\.type) == ["meerjarenbeleidsplan", "plan-van-aanpak"])
        #expect(plans.map(\.stage) == ["consult", "adopted"])
        #expect(plans.map(\.title) == [try published.fact("volgt_hierna"), try published.fact("titel")])
        #expect(try list.report(plans[0].id).follows == plans[1].id)
        let partners = try published.text("feiten.yml").split(separator: "\npartners:\n")[1]
        let count = partners.split(separator: "\n").prefix { $0.hasPrefix("  - ") }.count
        #expect(try plans.map { try list.report($0.id).organisations } == [count, count])
    }

    @Test(arguments: PublishedCase.present)
    func theRegisterHoldsTheActsOfTheCaseInTheirOrder(published: PublishedCase) throws {
        let scratch = try Scratch()
        let list = Listing(data: try published.replayed(in: scratch))
        let acts = try list.acts(of: list.plan("plan-van-aanpak"))
        #expect(acts.map(\.sequence) == Array(1...acts.count))
        let names = [
            "scheduled": "agendering", "signed-off": "parafering", "decided": "besluit",
            "final-released": "definitief akkoord",
        ]
        let dated = acts.compactMap { act in act.date.map { "\($0) \(names[act.kind] ?? act.kind)" } }
        #expect(try dated == published.acts())
        #expect(acts.filter { $0.date == nil }.map(\.kind) == ["plan-started", "stage-moved", "stage-moved"])
        let decision = try #require(acts.first { $0.kind == "decided" }?.date)
        let release = try #require(acts.first { $0.kind == "final-released" }?.date)
        #expect(decision < release)
    }

    @Test(arguments: PublishedCase.present)
    func theExportedPlanIsTheDocumentThatWasReadIn(published: PublishedCase) throws {
        let scratch = try Scratch()
        let list = Listing(data: try published.replayed(in: scratch))
        let source = try Data(contentsOf: published.folder.appending(path: "plan.md"))
        let plan = try list.plan("plan-van-aanpak")
        let exported = try list.export(of: plan)
        #expect(try words(exported) == words(source))
        #expect(exported == source)
        let file = scratch.place("plan.md")
        #expect(try Paraaf.run("plan", "export", plan, "--out", file.plain, data: list.data).output.isEmpty)
        #expect(try Data(contentsOf: file) == source)
    }

    @Test(arguments: PublishedCase.present)
    func aSecondReplayIsRefusedAndChangesNothing(published: PublishedCase) throws {
        let scratch = try Scratch()
        let data = try published.replayed(in: scratch)
        let before = try FolderState(data)
        let answer = try Paraaf.run("replay", published.folder.plain, data: data)
        expectRefusal(answer, saying: data.plain, try published.fact("titel"), "--resume")
        #expect(try FolderState(data) == before)
    }

    @Test(arguments: PublishedCase.present)
    func resumingAFinishedReplayChangesNothing(published: PublishedCase) throws {
        let scratch = try Scratch()
        let data = try published.replayed(in: scratch)
        let before = try FolderState(data)
        #expect(try Paraaf.run("replay", published.folder.plain, "--resume", data: data).status == 0)
        #expect(try FolderState(data) == before)
    }

    private func words(_ bytes: Data) throws -> [Substring] {
        try #require(String(data: bytes, encoding: .utf8)).split(whereSeparator: \.isWhitespace)
    }
}
