import Foundation
import PlanDomain
import Testing
import Workflow

extension StoreContract {
    private static let letter = """
        Ik maak mij grote zorgen over het verkeer in onze straat. Auto's rijden veel te hard en er is geen zebrapad bij de \
        school. Ik vraag de gemeente om drempels aan te leggen en vaker te controleren op snelheid.
        """

    static let likeness: [Clause] = [
        Clause("inputs that say the same come together as they come to take part") { store in
            let (plan, numbers) = try await heard(
                [letter, "De prullenbakken in het park zijn altijd vol.", letter + " Groet uit Noord.", letter], store)
            let family = try #require(try await store.family(of: numbers[3], in: plan))
            #expect(family.members.map(\.number) == [numbers[0], numbers[2], numbers[3]])
            #expect(family.members.map(\.likeness)[0] == 1 && family.members[2].likeness == 1)
            #expect((0.6..<1).contains(family.members[1].likeness))
            #expect(family.confirmed.isEmpty)
            #expect(try await store.family(of: numbers[1], in: plan) == nil)
            let found = try await store.families(of: plan, offset: 0, limit: 9)
            #expect(found.lines == [InputFamilyLine(first: numbers[0], count: 3, proposed: 2, open: 3)])
            #expect(found.total == 1)
            #expect(try await store.families(of: plan, offset: 1, limit: 9).lines.isEmpty)
        },
        Clause("what a person says of equals stays said") { store in
            let (plan, numbers) = try await heard([letter, letter, letter + " Groet."], store)
            let person = try SamplePeople.person(1).id
            #expect(try await store.confirm(numbers, alike: numbers[0], in: plan, by: person) == 2)
            #expect(try await store.confirm([numbers[1]], alike: numbers[0], in: plan, by: person) == 0)
            #expect(
                try await store.family(of: numbers[0], in: plan)?.confirmed.map(\.number) == [numbers[1], numbers[2]])
            #expect(try await store.reject([numbers[2]], alike: numbers[0], in: plan, by: person) == 1)
            #expect(try await store.family(of: numbers[2], in: plan) == nil)
            // Judged again, it is not proposed again; the others stay confirmed.
            let again = numbers.map { judgement(of: $0, in: plan, .admissible, []) }
            try await store.judge(again) { _ in [] }
            #expect(try await store.family(of: numbers[2], in: plan) == nil)
            #expect(try await store.family(of: numbers[0], in: plan)?.confirmed.map(\.number) == [numbers[1]])
        },
        Clause("an input that says something else, or takes no part, is in no family") { store in
            let (plan, numbers) = try await heard([letter, letter, letter], store)
            try await store.correct(
                numbers[0], in: plan, to: SampleInputs.general("Iets heel anders over bomen in het park"), after: 1,
                at: SampleInputs.moment)
            #expect(try await store.family(of: numbers[0], in: plan) == nil)
            #expect(try await store.family(of: numbers[2], in: plan)?.members.map(\.number) == Array(numbers[1...]))
            try await store.withdraw(numbers[2], in: plan, at: SampleInputs.moment)
            #expect(try await store.family(of: numbers[1], in: plan) == nil)
            #expect(try await store.families(of: plan, offset: 0, limit: 9).total == 0)
            // Back to the same words, it is found again.
            try await store.correct(
                numbers[0], in: plan, to: SampleInputs.general(letter), after: 2, at: SampleInputs.moment)
            #expect(try await store.family(of: numbers[0], in: plan)?.members.count == 2)
        },
        Clause("opposite answers to equals are told, of both and of each") { store in
            let (plan, numbers) = try await heard(
                [letter, letter, "Meer bomen in het park graag, langs het water."], store)
            func answer(_ number: InputNumber, _ ordinal: Int, _ outcome: Outcome) async throws {
                try await store.propose(
                    SampleInputs.disposition(ordinal, of: number, in: plan).with(outcome: outcome))
            }
            try await answer(numbers[0], 1, .takenOver)
            try await answer(numbers[2], 1, .notTakenOver)
            #expect(try await store.opposed(in: plan).isEmpty)
            try await answer(numbers[1], 1, .outOfScope)
            #expect(try await store.opposed(in: plan) == Array(numbers[0...1]))
            #expect(
                try await store.opponents(of: numbers[0], in: plan, limit: 5)
                    == [OpposedInput(number: numbers[1], outcome: .outOfScope, ground: .words)])
            var query = DeskQuery()
            query.isOpposed = true
            let reader = DeskReader(plan: plan, scope: .everything, person: nil, handlers: [])
            let found = try await store.desk(query, for: reader, offset: 0, limit: 9)
            #expect(found.rows.map(\.input.number) == Array(numbers[0...1]) && found.facets.opposed == 2)
            // What goes neither way opposes nothing.
            try await answer(numbers[1], 2, .noted)
            #expect(try await store.opposed(in: plan).isEmpty)
        },
        Clause("the same change in the same place opposes too, in other words") { store in
            let round = try SampleInputs.round(of: try SampleHistory().plan)
            let contents = try ["Omdat het moet", "Wij willen dit graag zo"].map { try SampleInputs.content($0) }
            let (plan, numbers) = try await heard(contents, in: round, store)
            for (number, outcome) in zip(numbers, [Outcome.takenOverInPart, .notTakenOver]) {
                try await store.propose(SampleInputs.disposition(1, of: number, in: plan).with(outcome: outcome))
            }
            #expect(try await store.family(of: numbers[0], in: plan) == nil)
            #expect(
                try await store.opponents(of: numbers[1], in: plan, limit: 5)
                    == [OpposedInput(number: numbers[0], outcome: .takenOverInPart, ground: .change)])
        },
    ]

    static func heard(_ texts: [String], _ store: any TownHallStore) async throws -> (PlanID, [InputNumber]) {
        let round = try SampleInputs.round(of: try SampleHistory().plan)
        return try await heard(texts.map(SampleInputs.general), in: round, store)
    }

    static func heard(
        _ contents: [InputContent], in round: ConsultationRound, _ store: any TownHallStore
    ) async throws -> (PlanID, [InputNumber]) {
        try await store.save(round)
        let draft = try SampleInputs.draft(
            contents.enumerated().map { InputDraft.Item(id: $0.offset + 1, content: $0.element) }, in: round)
        try await store.save(draft, adding: [])
        return (round.plan, try await store.receive(SampleInputs.submission(draft, "een")).numbers)
    }
}

extension Disposition {
    /// As it is, with another answer.
    func with(outcome: Outcome) -> Disposition {
        Disposition(
            plan: plan, input: input, ordinal: ordinal, inputVersion: inputVersion, outcome: outcome, reason: reason,
            proposedBy: proposedBy, proposedAt: proposedAt, seal: seal)
    }
}
