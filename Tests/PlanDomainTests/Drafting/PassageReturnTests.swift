import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// Bringing back one passage of an older version and leaving the rest as it is.
@Suite struct PassageReturnTests {
    private static let first = "Het begin blijft kort.\n\nIn het midden staat uitleg.\n\nHet slot is een afspraak.\n"
    private static let second = "Het begin werd langer.\n\nIn het midden staat uitleg.\n\nHet slot is een wens.\n"

    private struct Versions {
        let world: DeskWorld
        let old: CommitID
        let new: CommitID

        func bringBack(
            _ numbers: Set<Int>, of section: SectionID = .named("doel"), tab: String = "terug",
            by who: Participant? = nil
        ) async throws -> Bool {
            try await world.desk.bringBack(
                PassageReturn(plan: world.plan, section: section, old: old, new: new, numbers: numbers),
                tab: try DeskWorld.tab(tab), by: who ?? world.noor)
        }
    }

    private func versions() async throws -> Versions {
        let world = try await DeskWorld(.sample().with("doel", body: Self.first))
        let old = try await world.head()
        _ = try await world.desk.save(try await world.work(Self.second), by: world.bas)
        return Versions(world: world, old: old, new: try await world.head())
    }

    @Test func onePassageComesBackAsADraftAndNothingIsSaved() async throws {
        let versions = try await versions()
        #expect(try await !versions.bringBack([1]))
        let expected = Self.second.replacing("een wens", with: "een afspraak")
        #expect(try await versions.world.drafts(of: versions.world.noor) == [expected])
        #expect(try await versions.world.body() == Self.second)
        #expect(try await versions.world.changeCount() == 2)
    }

    @Test func whatWasWrittenElsewhereSinceStays() async throws {
        let versions = try await versions()
        let later = Self.second.replacing("staat uitleg", with: "staat veel meer uitleg")
        _ = try await versions.world.desk.save(
            try await versions.world.work(later, tab: "tab-2"), by: versions.world.bas)
        #expect(try await !versions.bringBack([1]))
        let expected = later.replacing("een wens", with: "een afspraak")
        #expect(try await versions.world.drafts(of: versions.world.noor) == [expected])
    }

    @Test func whatWasWrittenInItsPlaceSinceGivesWayAndIsTold() async throws {
        let versions = try await versions()
        let later = Self.second.replacing("een wens", with: "een droom")
        _ = try await versions.world.desk.save(
            try await versions.world.work(later, tab: "tab-2"), by: versions.world.bas)
        #expect(try await versions.bringBack([1]))
        let expected = Self.second.replacing("een wens", with: "een afspraak")
        #expect(try await versions.world.drafts(of: versions.world.noor) == [expected])
    }

    @Test(arguments: [[], [2], [0, 9], [-1]] as [Set<Int>])
    func aPassageThatIsNotThereIsRefused(_ numbers: Set<Int>) async throws {
        let versions = try await versions()
        let error = try await refusal { try await versions.bringBack(numbers) }
        #expect(error?.reason.key == "draft.passages-none")
        #expect(try await versions.world.drafts(of: versions.world.noor).isEmpty)
    }

    @Test func aPassageThatStandsThereAlreadyIsRefused() async throws {
        let versions = try await versions()
        let back = try await versions.world.work(Self.first, tab: "tab-2")
        _ = try await versions.world.desk.save(back, by: versions.world.bas)
        let error = try await refusal { try await versions.bringBack([0, 1]) }
        #expect(error?.reason.key == "draft.passages-present")
    }

    @Test func theSameTabIsTakenOnce() async throws {
        let versions = try await versions()
        _ = try await versions.bringBack([0])
        let error = try await refusal { try await versions.bringBack([1]) }
        #expect(error?.reason.key == "draft.tab-taken")
    }

    @Test func whoMayNotWriteBringsNothingBack() async throws {
        let versions = try await versions()
        for (who, code) in [(versions.world.adviser, PlanError.Code.forbidden), (versions.world.outsider, .notFound)] {
            #expect(try await refusal { try await versions.bringBack([0], by: who) }?.code == code)
        }
    }

    @Test func aSectionThatWasSplitOffFindsItsOldWordsWhereItCameFrom() async throws {
        let versions = try await versions()
        let world = versions.world
        let split = StructureSave(
            plan: world.plan, edit: .splitSection(.named("doel"), line: 5, title: "Slot"),
            shown: try await world.head(),
            summary: "Gesplitst", requestID: "splits")
        try await world.desk.restructure(split, by: world.noor)
        let diff = try await world.desk.difference(
            of: .named("slot"), in: world.plan, from: versions.old, to: versions.new, by: world.noor)
        #expect(diff.passages.count == 2)
        let slot = try await world.world.reading.section(.named("slot"), of: world.plan, at: nil)
        #expect(slot.kin.map(\.relation) == [.splitFrom])
        #expect(slot.kin.first?.section == .named("doel"))
        let doel = try await world.world.reading.section(.named("doel"), of: world.plan, at: nil)
        #expect(doel.kin.map(\.relation) == [.splitOff])
    }

    @Test func aSectionThatTookAnotherInLeadsToItsLastVersion() async throws {
        let versions = try await versions()
        let world = versions.world
        let before = try await world.head()
        let merge = StructureSave(
            plan: world.plan, edit: .mergeSection(.named("aanleiding")), shown: before, summary: "Samengevoegd",
            requestID: "samen")
        try await world.desk.restructure(merge, by: world.noor)
        let whole = try await world.world.reading.section(.named("aanleiding"), of: world.plan, at: nil)
        let kin = try #require(whole.kin.first)
        #expect(whole.kin.count == 1 && kin.relation == .mergedIn && kin.title == "Doel")
        #expect(kin.commit == versions.new)
        let gone = try await world.world.reading.section(kin.section, of: world.plan, at: kin.commit)
        #expect(gone.section.body == Self.second)
        #expect(gone.kin.map(\.relation) == [.mergedInto])
    }
}
