import Foundation
import PlanDomain
import Testing
import Workflow

extension StoreContract {
    static let desk: [Clause] = [
        Clause("the list is filtered, counted and turned over") { store in
            let (reader, numbers) = try await filledDesk(store)
            var query = DeskQuery()
            let first = try await store.desk(query, for: reader, offset: 0, limit: 2)
            #expect(first.rows.map(\.input.number) == Array(numbers.prefix(2)))
            #expect(first.total == 3 && first.all == 3)
            let last = try await store.desk(query, for: reader, offset: 2, limit: 2)
            #expect(last.rows.map(\.input.number) == [numbers[2]])
            query.state = .proposed
            let proposed = try await store.desk(query, for: reader, offset: 0, limit: 9)
            #expect(proposed.rows.map(\.input.number) == [numbers[0]])
            #expect(proposed.rows.first?.standing.outcome == .takenOverInPart)
            #expect(proposed.total == 1 && proposed.all == 3)
            // A question counts its answers as if it had not been asked, the others as it was.
            #expect(proposed.facets.states == [.proposed: 1, .received: 1, .withdrawn: 1])
            #expect(proposed.facets.outcomes == [.takenOverInPart: 1])
            #expect(try await store.numbers(query, for: reader) == [numbers[0]])
            query = DeskQuery()
            query.section = SectionID("doel")
            #expect(try await store.numbers(query, for: reader).isEmpty)
        },
        Clause("words are found in any form, and only of what takes part") { store in
            let (reader, numbers) = try await filledDesk(store)
            func found(_ words: String) async throws -> [InputNumber] {
                var query = DeskQuery()
                query.words = words
                return try await store.numbers(query, for: reader)
            }
            #expect(try await found("Huis") == [numbers[0]])
            #expect(try await found("huizen straat") == [numbers[0]])
            #expect(try await found("huizen boom") == [])
            #expect(try await found("fietsp") == [numbers[1]], "the beginning of a word")
            #expect(try await found("inb-0002") == [numbers[1]])
            #expect(try await found("jan bosman") == [], "left out")
            #expect(try await found("bomen") == [], "withdrawn")
            for odd in ["\"", "*", "a\" OR \"b", "NEAR(a b)", "stems : huis", "-", "'", "%", "0'1"] {
                _ = try await found(odd)
            }
            let refused = judgement(of: numbers[0], in: reader.plan, .inadmissible(reason: "Reclame"), [])
            try await store.judge([refused]) { _ in [] }
            #expect(try await found("huis") == [])
            #expect(try await store.deskStandings(of: reader.plan)[numbers[0]]?.state == .inadmissible)
        },
        Clause("who reads and who handles counts for each person") { store in
            let (reader, numbers) = try await filledDesk(store)
            let person = try SamplePeople.person(1)
            try await store.save(person)
            try await store.mark([numbers[0]], in: reader.plan, isRead: true, by: person.id)
            try await store.assign([numbers[0], numbers[1]], in: reader.plan, to: person.id, at: SampleInputs.moment)
            let own = DeskReader(plan: reader.plan, scope: .everything, person: person.id, handlers: [person.id])
            let all = try await store.desk(DeskQuery(), for: own, offset: 0, limit: 9)
            #expect(all.rows.map(\.isRead) == [true, false, false])
            #expect(all.facets.readings == [.read: 1, .unread: 2])
            #expect(all.facets.handlers == [.person(person.id): 2, .nobody: 1])
            let work = try await store.workload(for: own)
            #expect(work.map(\.handler) == [person.id] && work.map(\.open) == [2] && work.map(\.waiting) == [1])
            // What lies with somebody who may handle nothing any more lies with nobody.
            #expect(try await store.workload(for: reader).map(\.handler) == [nil])
            try await store.correct(
                numbers[0], in: reader.plan, to: SampleInputs.general("Anders"), after: 1, at: SampleInputs.moment)
            var query = DeskQuery()
            query.reading = .read
            #expect(try await store.numbers(query, for: own).isEmpty, "a correction is read anew")
            try await store.assign(numbers, in: reader.plan, to: nil, at: SampleInputs.moment)
            #expect(try await store.assignments(of: reader.plan).isEmpty)
        },
        Clause("a scope shows what it holds and no more") { store in
            let (reader, numbers) = try await filledDesk(store)
            let unjudged = DeskReader(plan: reader.plan, scope: .admitted, person: nil, handlers: [])
            try await store.correct(
                numbers[1], in: reader.plan,
                with: Correction(content: SampleInputs.general("Nieuw"), isJudgedAnew: true), after: 1,
                at: SampleInputs.moment)
            #expect(try await store.numbers(DeskQuery(), for: unjudged) == [numbers[0], numbers[2]])
            let owner = try #require(try await store.input(numbers[0], of: reader.plan)?.submitter.organisation)
            for (organisation, count) in [(owner, 3), (Organisation(name: "Niemand"), 0)] {
                let own = DeskReader(
                    plan: reader.plan, scope: .own(.organisation(organisation)), person: nil, handlers: [])
                #expect(try await store.desk(DeskQuery(), for: own, offset: 0, limit: 9).all == count)
            }
            let elsewhere = DeskReader(
                plan: try SamplePeople.required(PlanID("een-ander-plan")), scope: .everything, person: nil, handlers: []
            )
            #expect(try await store.desk(DeskQuery(), for: elsewhere, offset: 0, limit: 9).all == 0)
        },
        Clause("proposals for many are made together, and what moved on is passed over") { store in
            let (reader, numbers) = try await filledDesk(store)
            let proposals = numbers.map { SampleInputs.disposition(1, of: $0, in: reader.plan) }
            let done = try await store.propose(proposals, in: reader.plan)
            #expect(done == [numbers[1]], "one has a proposal, one was withdrawn")
            let lines = try await store.inputLines([numbers[1], numbers[0]], of: reader.plan)
            #expect(lines.map(\.number) == [numbers[1], numbers[0]])
            #expect(lines.map(\.dispositions.count) == [1, 1])
            #expect(try await store.keys(of: numbers, in: reader.plan).count == 3)
            #expect(
                try await store.inputs([numbers[2], numbers[0]], of: reader.plan).map(\.number)
                    == [numbers[2], numbers[0]])
        },
        Clause("a filter is kept under its name for one person") { store in
            let plan = try SampleHistory().plan
            let (one, other) = (try SamplePeople.person(1).id, try SamplePeople.person(2).id)
            var query = DeskQuery(order: .waiting)
            query.words = "huizen"
            query.handler = .nobody
            for order in [DeskQuery.Order.number, .waiting] {
                query.order = order
                try await store.save(SavedFilter(name: "Mijn", query: query), of: one, in: plan)
            }
            #expect(try await store.savedFilters(of: one, in: plan) == [SavedFilter(name: "Mijn", query: query)])
            #expect(try await store.savedFilters(of: other, in: plan).isEmpty)
            try await store.removeFilter("Mijn", of: one, in: plan)
            #expect(try await store.savedFilters(of: one, in: plan).isEmpty)
        },
    ]

    /// Three inputs: one with a proposal and a name left out, one that nobody touched, one that was withdrawn.
    private static func filledDesk(_ store: any TownHallStore) async throws -> (DeskReader, [InputNumber]) {
        let round = try SampleInputs.round(of: try SampleHistory().plan)
        try await store.save(round)
        let texts = ["Huizen in onze straten, zegt Jan Bosman", "Meer fietspaden", "Een boom"]
        let draft = try SampleInputs.draft(
            texts.enumerated().map { InputDraft.Item(id: $0.offset + 1, content: SampleInputs.general($0.element)) },
            in: round)
        try await store.save(draft, adding: [])
        let submission = Submission(
            draft: draft, requestID: "een", receivedAt: SampleInputs.moment,
            keys: draft.items.map { InputKey(rawValue: SampleInputs.key($0.id)) }, names: ["Jan Bosman"])
        let numbers = try await store.receive(submission).numbers
        try await store.propose(SampleInputs.disposition(1, of: numbers[0], in: round.plan))
        try await store.withdraw(numbers[2], in: round.plan, at: SampleInputs.moment)
        return (DeskReader(plan: round.plan, scope: .everything, person: nil, handlers: []), numbers)
    }
}
