import Foundation
import PlanDomain
import Prose
import TestSupport
import Testing
import Workflow

/// Saving: what comes together by itself, what a person chooses, and that nothing typed is lost on the way.
@Suite struct DraftSavingTests {
    private static let long = """
        De wijk vraagt om toezicht.
        Het college kiest 3 straten.

        De politie helpt mee.
        De raad beslist daarover.

        """

    private func world() async throws -> DeskWorld { try await DeskWorld(.sample().with("doel", body: Self.long)) }

    @Test func aTextIsSavedWithItsReasonNatureAndInputs() async throws {
        let world = try await world()
        let work = try await world.work(
            Self.long.replacing("\n", with: "\r\n") + "Nieuwe zin. En nog een.", summary: " Waarom \n dan ")
        let change = try #require(try await world.desk.save(work, by: world.noor).change)
        #expect(change.summary == "Waarom dan")
        #expect(change.nature == .substantive)
        #expect(change.inputs == ["INB-0001"])
        #expect(change.author.function == "Steller veiligheid")
        #expect(change.author.pseudonym != "noor")
        #expect(try await world.body() == Self.long + "Nieuwe zin.\nEn nog een.\n")
        #expect(try await world.drafts(of: world.noor).isEmpty)
    }

    @Test func whatOthersWroteElsewhereComesInByItself() async throws {
        let world = try await world()
        let mine = try await world.work(Self.long.replacing("3 straten", with: "4 straten"))
        let theirs = try await world.work(Self.long.replacing("beslist daarover", with: "beslist in juni"))
        _ = try await world.desk.save(theirs, by: world.bas)
        let outcome = try await world.desk.save(mine, by: world.noor)
        #expect(outcome.incoming == ["De raad beslist in juni.\n"])
        #expect(
            try await world.body()
                == Self.long.replacing("3 straten", with: "4 straten").replacing("daarover", with: "in juni"))
        #expect(try await world.changeCount() == 3)
    }

    @Test func aChangeOfAnotherTextIsNoMatterOfMine() async throws {
        let world = try await world()
        let mine = try await world.work("Anders.\n")
        _ = try await world.desk.save(
            try await world.work("Ook anders.\n", of: .section(.named("acties"))), by: world.bas)
        let outcome = try await world.desk.save(mine, by: world.noor)
        #expect(outcome.incoming == [])
        #expect(try await world.body("acties") == "Ook anders.\n")
    }

    @Test func theSameSentenceTwiceIsShownPassageByPassage() async throws {
        let world = try await world()
        let mine = try await world.work(Self.long.replacing("3 straten", with: "4 straten"))
        let theirs = try await world.work(Self.long.replacing("3 straten", with: "5 straten"))
        _ = try await world.desk.save(theirs, by: world.bas)
        let conflict = try #require(try await world.desk.save(mine, by: world.noor).conflict)
        let passage = try #require(conflict.conflicts.first?.conflict)
        #expect(conflict.conflicts.count == 1)
        #expect(passage.base == "Het college kiest 3 straten.\n")
        #expect(passage.mine == "Het college kiest 4 straten.\n")
        #expect(passage.theirs == "Het college kiest 5 straten.\n")
        #expect(try await world.drafts(of: world.noor) == [mine.text])
        #expect(try await world.body() == theirs.text)

        let missing = try await refusal {
            try await world.desk.resolve(mine, with: conflict.theirs, [], by: world.noor)
        }
        #expect(missing?.reason.key == "draft.choices-missing")
        #expect(try await world.drafts(of: world.noor) == [mine.text])
        let own = "Het college kiest 4 of 5 straten. Dat volgt."
        let outcome = try await world.desk.resolve(mine, with: conflict.theirs, [.own(own)], by: world.noor)
        #expect(outcome.change != nil)
        #expect(
            try await world.body()
                == Self.long.replacing("Het college kiest 3 straten.", with: own.replacing(". ", with: ".\n")))
        #expect(try await world.drafts(of: world.noor).isEmpty)
    }

    @Test func aChoiceThatWasOvertakenIsAskedAgainAndKept() async throws {
        let world = try await world()
        let mine = try await world.work(Self.long.replacing("3 straten", with: "4 straten"))
        let theirs = try await world.work(Self.long.replacing("3 straten", with: "5 straten"))
        _ = try await world.desk.save(theirs, by: world.bas)
        let conflict = try #require(try await world.desk.save(mine, by: world.noor).conflict)
        let again = try await world.work(Self.long.replacing("3 straten", with: "6 straten"), tab: "tab-2")
        _ = try await world.desk.save(again, by: world.bas)
        let outcome = try await world.desk.resolve(mine, with: conflict.theirs, [.mine], by: world.noor)
        let second = try #require(outcome.conflict)
        #expect(second.conflicts.map(\.conflict.theirs) == ["Het college kiest 6 straten.\n"])
        #expect(try await world.drafts(of: world.noor) == [mine.text])
    }

    @Test func postingTwiceSavesOnce() async throws {
        let world = try await world()
        let work = try await world.work("Anders.\n")
        let outcomes = try await withThrowingTaskGroup(of: Change?.self) { group in
            for _ in 0..<4 { group.addTask { try await world.desk.save(work, by: world.noor).change } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(outcomes.map { $0?.id }).count == 1)
        #expect(outcomes.allSatisfy { $0 != nil })
        #expect(try await world.changeCount() == 2)
        #expect(try await world.drafts(of: world.noor).isEmpty)
    }

    @Test func aFormThatSomebodyWentBackToIsAnotherRequest() async throws {
        let world = try await world()
        let first = try await world.work("Anders.\n", request: "formulier")
        _ = try await world.desk.save(first, by: world.noor)
        let second = try await world.work("Toch weer anders.\n", on: first.base, request: "formulier")
        let conflict = try await world.desk.save(second, by: world.noor).conflict
        #expect(conflict != nil)
        #expect(try await world.drafts(of: world.noor) == [second.text])
    }

    @Test func aTextThatStandsThereAlreadyIsNotSavedAgain() async throws {
        let world = try await world()
        let work = try await world.work(Self.long + "\n")
        guard case .unchanged = try await world.desk.save(work, by: world.noor) else {
            Issue.record("saved what was there")
            return
        }
        #expect(try await world.changeCount() == 1)
        #expect(try await world.drafts(of: world.noor).isEmpty)
    }

    @Test func whatIsRefusedStaysADraft() async throws {
        let world = try await world()
        let text = Self.long.replacing("3 straten", with: "4 straten")
        let nature = try await refusal {
            try await world.desk.save(try await world.work(text, nature: .typographic), by: world.noor)
        }
        #expect(nature?.reason.key == "text.nature-numbers")
        let summary = try await refusal {
            try await world.desk.save(try await world.work(text, version: 2, summary: " "), by: world.noor)
        }
        #expect(summary?.reason.key == "text.no-summary")
        try await world.world.bringToBoard(world.plan)
        let opened = try await world.desk.open(DeskWorld.doel, of: world.plan, by: world.noor)
        #expect(opened.refusal?.key == "refusal.text-frozen")
        let frozen = try await refusal {
            try await world.desk.save(try await world.work(text, version: 3), by: world.noor)
        }
        #expect(frozen?.reason.key == "refusal.text-frozen")
        #expect(try await world.drafts(of: world.noor) == [text])
        #expect(try await world.body() == Self.long)
    }

    @Test func whoLostTheRightKeepsTheirWords() async throws {
        let world = try await world()
        let work = try await world.work("Half een zin")
        _ = try await world.desk.keep(
            "Half", of: DeskWorld.doel, in: world.plan, tab: work.tab, version: 0, base: work.base, by: world.noor)
        let former = Participant(world.noor.identity)
        #expect(try await refusal { try await world.desk.save(work, by: former) }?.code == .notFound)
        #expect(try await world.drafts(of: former) == ["Half een zin"])
        try await world.desk.discard(DeskWorld.doel, of: world.plan, tab: work.tab, by: former)
        #expect(try await world.drafts(of: former).isEmpty)
    }

    @Test func aSectionThatIsGoneLeavesTheDraft() async throws {
        let world = try await world()
        let work = try await world.work("Mijn woorden.\n")
        try await world.world.save(in: world.plan, nature: .structural) {
            try? $0.mergeSectionWithNext(.named("aanleiding"))
        }
        let error = try await refusal { try await world.desk.save(work, by: world.noor) }
        #expect(error?.reason.key == "draft.section-merged")
        #expect(error?.reason.arguments["into"] == .text("Aanleiding"))
        #expect(try await world.drafts(of: world.noor) == ["Mijn woorden.\n"])
    }

    @Test func textsOfTheNotaAreSavedTheSameWay() async throws {
        let world = try await world()
        let part = DraftSubject.part(document: "nota", heading: "Kader")
        _ = try await world.desk.save(try await world.work("De wet. De verordening.", of: part), by: world.noor)
        #expect(try await world.world.text(of: world.plan).text(of: part) == "De wet.\nDe verordening.\n")
        let runsOn = try await refusal {
            try await world.desk.save(try await world.work("## Eigen kop\n", of: part), by: world.noor)
        }
        #expect(runsOn?.reason.key == "text.part-runs-on")
        #expect(try await world.drafts(of: world.noor) == ["## Eigen kop\n"])
    }
}
