import Foundation
import PlanDomain
import TestSupport
import Testing

/// Writing inputs down: kept as it is typed, found in the frozen text.
@Suite struct DraftTests {
    private static func on(_ quote: String, prefix: String = "", suffix: String = "") -> WrittenInput {
        WrittenInput(
            kind: .remark, section: .named("acties"), passage: Passage(quote: quote, prefix: prefix, suffix: suffix),
            text: "Waarom?")
    }

    @Test func whatWasWrittenIsThereWhenTheyComeBack() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let (item, _) = try await hearing.room.add(Hearing.remark, in: round, of: hearing.plan, by: hearing.police)
        try await hearing.room.change(
            item, to: WrittenInput(kind: .general, text: " Half af \r\n"), in: round, of: hearing.plan,
            by: hearing.police)
        let draft = try await hearing.room.draft(in: round, of: hearing.plan, for: hearing.police)
        #expect(draft.items.map(\.content) == [InputContent(kind: .general, text: "Half af")])
        #expect(draft.version == 2)
        #expect(draft.savedAt == hearing.world.clock.now)
        #expect(try await hearing.room.draft(in: round, of: hearing.plan, for: hearing.colleague).items.isEmpty)
        #expect(try await hearing.inputs.inputs(of: hearing.plan, for: hearing.handler).isEmpty)
    }

    @Test func twoPagesAtOnceLoseNothing() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...6 {
                group.addTask {
                    _ = try await hearing.room.add(
                        WrittenInput(kind: .general, text: "Reactie \(number)"), in: round, of: hearing.plan,
                        by: hearing.police)
                }
            }
            try await group.waitForAll()
        }
        let draft = try await hearing.room.draft(in: round, of: hearing.plan, for: hearing.police)
        #expect(Set(draft.items.map(\.content.text)) == Set((1...6).map { "Reactie \($0)" }))
        #expect(draft.items.map(\.id) == Array(1...6))
    }

    @Test func anItemThatIsGoneIsNotAnotherOne() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let (first, _) = try await hearing.room.add(Hearing.remark, in: round, of: hearing.plan, by: hearing.police)
        try await hearing.room.remove(first, in: round, of: hearing.plan, by: hearing.police)
        let (second, _) = try await hearing.room.add(Hearing.remark, in: round, of: hearing.plan, by: hearing.police)
        #expect(second != first)
        let error = try await refusal {
            try await hearing.room.change(
                first, to: Hearing.remark, in: round, of: hearing.plan, by: hearing.police)
        }
        #expect(error?.reason.key == "input.item-unknown")
    }

    @Test func aPassageIsFoundAsAReaderReadsIt() async throws {
        let hearing = try await Hearing()
        try await hearing.world.save(in: hearing.plan) {
            $0 = $0.with(
                "acties", body: "- De **politie** helpt in [Deventer](https://deventer.nl).\n- De politie blijft.\n")
        }
        let round = try await hearing.openRound()
        let commit = try await hearing.world.office.heads(of: hearing.plan).text
        func find(_ written: WrittenInput) async throws -> Anchor? {
            let (item, draft) = try await hearing.room.add(
                written, in: round, of: hearing.plan, by: hearing.police)
            return draft.item(item)?.content.anchor
        }
        let anchor = try #require(try await find(Self.on("politie  helpt\nin Deventer")))
        #expect(anchor.commit == commit)
        #expect(anchor.quote == "politie helpt in Deventer")
        #expect(anchor.prefix == "Acties De ")
        #expect(anchor.suffix == ". De politie blijft.")
        #expect(try await find(Self.on("De politie", prefix: "Deventer. "))?.suffix == " blijft.")
        #expect(try await find(Self.on("De politie", suffix: " helpt in"))?.prefix == "Acties ")
    }

    @Test func whatCannotBeFoundIsSaidAndNotGuessed() async throws {
        let hearing = try await Hearing()
        try await hearing.world.save(in: hearing.plan) {
            $0 = $0.with("acties", body: "Toezicht in de avond. Toezicht in de nacht.\n")
        }
        let round = try await hearing.openRound()
        let wrong: [(WrittenInput, String)] = [
            (Self.on("Toezicht in de"), "input.passage-twice"),
            (Self.on("toezicht overdag"), "input.passage-not-found"),
            (Self.on("  "), "input.passage-missing"),
            (Self.on(String(repeating: "a", count: 5_001)), "input.passage-long"),
            (WrittenInput(kind: .remark, section: .named("elders"), text: "Hier"), "section.unknown"),
            (WrittenInput(kind: .general, text: String(repeating: "a", count: 20_001)), "consultation.text-long"),
            (WrittenInput(kind: .general, text: "voor\0na"), "text.binary"),
        ]
        for (written, key) in wrong {
            let error = try await refusal {
                _ = try await hearing.room.add(written, in: round, of: hearing.plan, by: hearing.police)
            }
            #expect(error?.code == .invalid)
            #expect(error?.reason.key == key)
        }
        #expect(try await hearing.room.draft(in: round, of: hearing.plan, for: hearing.police).version == 0)
    }

    @Test func aDraftIsTheWritersOwn() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        for participant in [hearing.handler, hearing.stranger, hearing.councillor, .visitor] {
            let attempts: [() async throws -> Void] = [
                { _ = try await hearing.room.draft(in: round, of: hearing.plan, for: participant) },
                { _ = try await hearing.room.add(Hearing.remark, in: round, of: hearing.plan, by: participant) },
                { _ = try await hearing.room.text(of: round, in: hearing.plan, for: participant) },
            ]
            for attempt in attempts { #expect(try await refusal(of: attempt)?.code == .notFound) }
        }
    }

    @Test func councilAndAdvisersReactInRoundsOfTheirOwn() async throws {
        let hearing = try await Hearing()
        let council = try await hearing.openRound(Hearing.preparation("Raad", audience: .council))
        let advice = try await hearing.openRound(Hearing.preparation("Advies", audience: .advice))
        #expect(
            try await hearing.room.rounds(of: hearing.plan, for: hearing.councillor).map(\.round.id) == [council])
        #expect(try await hearing.room.rounds(of: hearing.plan, for: hearing.adviser).map(\.round.id) == [advice])
        let number = try #require(try await hearing.send(in: council, by: hearing.councillor).first)
        let input = try #require(try await hearing.world.store.input(number, of: hearing.plan))
        #expect(input.submitter.function == "Functie Roos")
        #expect(input.submitter.person == hearing.councillor.person?.id)
        let error = try await refusal { try await hearing.send(in: council, by: hearing.police) }
        #expect(error?.code == .notFound)
    }

    @Test func aDraftHasABottom() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let submitter = Submitter(try #require(hearing.police.contact(in: hearing.plan)))
        let items = (1...200).map {
            InputDraft.Item(id: $0, content: InputContent(kind: .general, text: "Tekst \($0)"))
        }
        try await hearing.world.store.save(
            InputDraft(
                plan: hearing.plan, round: round, submitter: submitter, items: items, version: 1,
                savedAt: hearing.world.clock.now, nextItem: 201), adding: [])
        let error = try await refusal {
            _ = try await hearing.room.add(Hearing.remark, in: round, of: hearing.plan, by: hearing.police)
        }
        #expect(error?.reason.key == "input.items-many")
        #expect(try await hearing.send([], in: round, by: hearing.police).count == 200)
    }
}
