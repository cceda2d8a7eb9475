import PlanDomain
import TestSupport
import Testing
import Workflow

/// What is closed by name is closed to whoever is asked about the text around it.
@Suite struct ClosedTextTests {
    private let closed = SectionID.named("acties")

    /// A plan of which one section is closed, and a round for the council and for partners on that text.
    private func hearing() async throws -> (Hearing, council: RoundID, partners: RoundID) {
        let hearing = try await Hearing()
        try await hearing.world.save(in: hearing.plan) { text in
            text.metadata.nota.disclosure = Disclosure(
                .openInPart, closedParts: [ClosedPart(.section("acties"), ground: "5.1 lid 2 e")])
        }
        let council = try await hearing.openRound(Hearing.preparation("Raad", audience: .council))
        return (hearing, council, try await hearing.openRound())
    }

    @Test func aCouncillorBeforeTheOfferReadsNoClosedSection() async throws {
        let (hearing, council, partners) = try await hearing()
        for (participant, round) in [(hearing.councillor, council), (hearing.police, partners)] {
            let text = try await hearing.room.text(of: round, in: hearing.plan, for: participant)
            #expect(!text.openSections.isEmpty)
            #expect(!text.openSections.contains { $0.id == closed })
            #expect(text.closedSections.map(\.ground) == ["5.1 lid 2 e"])
            #expect(text.documents.isEmpty && text.decisions.isEmpty)
        }
    }

    @Test func nobodyLearnsWhetherWordsStandInAClosedSection() async throws {
        let (hearing, council, _) = try await hearing()
        let words = try await hearing.world.text(of: hearing.plan).section(closed)?.body.prefix(12)
        var answers: Set<String> = []
        for quote in [String(try #require(words)), "dit staat er niet"] {
            let written = WrittenInput(kind: .remark, section: closed, passage: Passage(quote: quote), text: "Ja?")
            let error = try await refusal {
                _ = try await hearing.room.add(written, in: council, of: hearing.plan, by: hearing.councillor)
            }
            answers.insert("\(String(describing: error))")
        }
        #expect(answers.count == 1)
        #expect(answers.first?.contains("section.unknown") == true)
    }

    @Test func aPartThatIsClosedLaterIsClosedFromThenOn() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let before = try await hearing.room.text(of: round, in: hearing.plan, for: hearing.police)
        #expect(before.openSections.contains { $0.id == closed })
        try await hearing.world.record(
            .disclosureChosen(Disclosure(.openInPart, closedParts: [ClosedPart(.section("acties"), ground: "5.1")])),
            in: hearing.plan, by: Cast.editor)
        let after = try await hearing.room.text(of: round, in: hearing.plan, for: hearing.police)
        #expect(!after.openSections.contains { $0.id == closed })
    }
}
