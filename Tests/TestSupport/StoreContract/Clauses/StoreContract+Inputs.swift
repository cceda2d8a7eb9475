import Foundation
import PlanDomain
import Testing
import Workflow

extension StoreContract {
    static let inputs: [Clause] = [
        Clause("what is sent in is received whole, numbered in its order") { store in
            let round = try SampleInputs.round(of: try SampleHistory().plan)
            try await store.save(round)
            let file = try SampleInputs.file("brief")
            let items = try SampleText.odd.enumerated().map { index, text in
                InputDraft.Item(
                    id: index + 1, content: try SampleInputs.content(text),
                    attachments: index == 2 ? [file.attachment] : [])
            }
            let draft = try SampleInputs.draft(items, in: round)
            try await store.save(draft, adding: [file])
            let receipt = try await store.receive(SampleInputs.submission(draft, "een"))
            #expect(receipt.numbers.map(\.rawValue) == Array(1...items.count))
            #expect(receipt.receivedAt == SampleInputs.moment + 60)
            let inputs = try await store.inputs(of: round.plan)
            #expect(inputs.map(\.content) == items.map(\.content))
            #expect(inputs.map { Array($0.content.text.utf8) } == SampleText.odd.map { Array($0.utf8) })
            #expect(inputs.map(\.attachments) == items.map(\.attachments))
            #expect(inputs.allSatisfy { $0.submitter == draft.submitter && $0.receivedAt == receipt.receivedAt })
            #expect(try await store.file(file.attachment.id, in: round.plan) == file)
            #expect(try await store.key(of: receipt.numbers[3], in: round.plan)?.rawValue == SampleInputs.key(4))
            for input in inputs { #expect(try await store.input(input.number, of: round.plan) == input) }
            let left = try #require(try await store.draft(of: draft.submitter, in: round.id, of: round.plan))
            #expect(left.items.isEmpty)
            #expect(left.version == draft.version + 1)
            #expect(left.nextItem == draft.nextItem)
        },
        Clause("the same request is received once, however many ask at once") { store in
            let (round, draft) = try await keptDraft(in: store, items: 3)
            let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
                for _ in 0..<8 {
                    group.addTask { try await store.receive(SampleInputs.submission(draft, "een")) }
                }
                return try await group.reduce(into: [Receipt]()) { $0.append($1) }
            }
            #expect(Set(receipts.map(\.numbers)).count == 1)
            #expect(try await store.inputs(of: round.plan).count == 3)
            #expect(try await store.receipt(for: "een", in: round.plan) == receipts.first)
            #expect(try await store.receipt(for: "twee", in: round.plan) == nil)
            let again = try await refusal { _ = try await store.receive(SampleInputs.submission(draft, "twee")) }
            #expect(again?.code == .conflict)
        },
        Clause("the mail about it is queued with what is received: once, and not without it") { store in
            let (round, draft) = try await keptDraft(in: store, items: 2)
            let submission = SampleInputs.submission(draft, "een")
            let reader = try SampleMail.reader()
            await #expect(throws: (any Error).self) {
                try await store.receive(submission) { _ in [SampleInputs.letter(to: reader, language: "")] }
            }
            #expect(try await store.inputs(of: round.plan).isEmpty)
            #expect(try await store.draft(of: draft.submitter, in: round.id, of: round.plan)?.items == draft.items)
            for _ in 1...2 {
                _ = try await store.receive(submission) { receipt in
                    [
                        SampleInputs.letter(
                            to: reader, subject: receipt.numbers.map(\.description).joined(separator: " "))
                    ]
                }
            }
            #expect(try await store.outbox(nil, before: nil, limit: 9).map(\.subject) == ["INB-0001 INB-0002"])
        },
        Clause("a request of somebody else is not answered, and a draft that moved on not received") { store in
            let (round, draft) = try await keptDraft(in: store, items: 1)
            let other = try SampleInputs.draft(draft.items, by: try SampleInputs.submitter(2), in: round)
            try await store.save(other, adding: [])
            _ = try await store.receive(SampleInputs.submission(draft, "een"))
            let taken = try await refusal { _ = try await store.receive(SampleInputs.submission(other, "een")) }
            #expect(taken?.code == .conflict)
            let moved = try SampleInputs.draft(
                [InputDraft.Item(id: 1, content: SampleInputs.general("anders"))], by: other.submitter, in: round)
            let stale = try await refusal { _ = try await store.receive(SampleInputs.submission(moved, "twee")) }
            #expect(stale?.code == .conflict)
            #expect(try await store.inputs(of: round.plan).count == 1)
            #expect(try await store.receive(SampleInputs.submission(other, "drie")).numbers.map(\.rawValue) == [2])
        },
        Clause("senders at once get every number once, each plan its own") { store in
            let plans = try [SampleHistory("een").plan, SampleHistory("twee").plan]
            var submissions: [Submission] = []
            for plan in plans {
                let round = try SampleInputs.round(of: plan)
                try await store.save(round)
                for number in 1...12 {
                    let items = (1...3).map {
                        InputDraft.Item(id: $0, content: SampleInputs.general("\(number).\($0)"))
                    }
                    let draft = try SampleInputs.draft(items, by: try SampleInputs.submitter(number), in: round)
                    try await store.save(draft, adding: [])
                    submissions.append(SampleInputs.submission(draft, "verzoek-\(number)"))
                }
            }
            try await withThrowingTaskGroup(of: Void.self) { [submissions] group in
                for submission in submissions { group.addTask { _ = try await store.receive(submission) } }
                try await group.waitForAll()
            }
            for plan in plans {
                #expect(try await store.inputs(of: plan).map(\.number.rawValue) == Array(1...36))
                for number in 1...12 {
                    let numbers = try await store.receipt(for: "verzoek-\(number)", in: plan)?.numbers.map(\.rawValue)
                    let first = try #require(numbers?.first)
                    #expect(numbers == [first, first + 1, first + 2])
                }
            }
        },
        Clause("a correction is a version on top of the present one, and none follows a withdrawal") { store in
            let (round, draft) = try await keptDraft(in: store, items: 1)
            let number = try await store.receive(SampleInputs.submission(draft, "een")).numbers[0]
            func correct(_ text: String, after version: Int) async throws -> PlanError? {
                try await refusal {
                    try await store.correct(
                        number, in: round.plan, to: SampleInputs.general(text), after: version,
                        at: SampleInputs.moment + 120)
                }
            }
            #expect(try await correct("beter", after: 1) == nil)
            #expect(try await correct("nog beter", after: 1)?.code == .conflict)
            let versions = try await store.versions(of: number, in: round.plan)
            #expect(versions.map(\.content.text) == ["Tekst 1", "beter"])
            #expect(versions.map(\.writtenAt) == [SampleInputs.moment + 60, SampleInputs.moment + 120])
            for delay in [200.0, 300] {
                try await store.withdraw(number, in: round.plan, at: SampleInputs.moment + delay)
            }
            let input = try #require(try await store.input(number, of: round.plan))
            #expect(input.withdrawnAt == SampleInputs.moment + 200)
            #expect(input.version == 2)
            #expect(try await correct("toch", after: 2)?.code == .conflict)
        },
        Clause("an input that is not there is not corrected, withdrawn or answered") { store in
            let plan = try SampleHistory().plan
            let number = try #require(InputNumber(rawValue: 9))
            let attempts: [() async throws -> Void] = [
                {
                    try await store.correct(
                        number, in: plan, to: SampleInputs.general("x"), after: 1, at: SampleInputs.moment)
                },
                { try await store.withdraw(number, in: plan, at: SampleInputs.moment) },
                { try await store.propose(SampleInputs.disposition(1, of: number, in: plan)) },
            ]
            for attempt in attempts { #expect(try await refusal(attempt)?.code == .notFound) }
            #expect(try await store.key(of: number, in: plan) == nil)
            #expect(try await store.versions(of: number, in: plan).isEmpty)
        },
    ]

    static let dispositions: [Clause] = [
        Clause("proposals of an input follow each other, and are read back as they were made") { store in
            let (round, draft) = try await keptDraft(in: store, items: 2)
            let numbers = try await store.receive(SampleInputs.submission(draft, "een")).numbers
            let first = SampleInputs.disposition(1, of: numbers[0], in: round.plan)
            let second = SampleInputs.disposition(2, of: numbers[0], in: round.plan, duplicateOf: numbers[1])
            #expect(try await refusal { try await store.propose(second) }?.code == .conflict)
            try await store.propose(first)
            #expect(try await refusal { try await store.propose(first) }?.code == .conflict)
            try await store.propose(second)
            try await store.withdraw(numbers[1], in: round.plan, at: SampleInputs.moment)
            #expect(
                try await store.inputLines(of: round.plan) == [
                    InputLine(
                        number: numbers[0], version: 1, isWithdrawn: false, admission: .admissible,
                        dispositions: [first, second]),
                    InputLine(
                        number: numbers[1], version: 1, isWithdrawn: true, admission: .admissible, dispositions: []),
                ])
        },
        Clause("an input has one handler at a time, and none when it is taken back") { store in
            let (round, draft) = try await keptDraft(in: store, items: 2)
            let numbers = try await store.receive(SampleInputs.submission(draft, "een")).numbers
            let people = [try SamplePeople.person(1), try SamplePeople.person(2)]
            for person in people { try await store.save(person) }
            func assignment(_ number: InputNumber, _ person: Person, _ seconds: Double) -> InputAssignment {
                InputAssignment(
                    plan: round.plan, input: number, handler: person.id, assignedAt: SampleInputs.moment + seconds)
            }
            let other = assignment(numbers[1], people[0], 3)
            for made in [other, assignment(numbers[0], people[0], 1), assignment(numbers[0], people[1], 2)] {
                try await store.assign(made)
            }
            #expect(
                try await store.assignments(of: round.plan) == [assignment(numbers[0], people[1], 2), other])
            for _ in 0..<2 { try await store.unassign(numbers[0], in: round.plan) }
            #expect(try await store.assignments(of: round.plan) == [other])
            let unknown = [
                assignment(try SamplePeople.required(InputNumber(rawValue: 99)), people[0], 0),
                assignment(numbers[0], try SamplePeople.person(3), 0),
            ]
            for made in unknown {
                #expect(try await refusal { try await store.assign(made) }?.code == .notFound)
            }
        },
        Clause("inputs outlive the projection") { store in
            let history = try SampleHistory()
            let (round, draft) = try await keptDraft(in: store, items: 2)
            #expect(round.plan == history.plan)
            _ = try await store.receive(SampleInputs.submission(draft, "een"))
            try await store.apply(history.update())
            try await store.clearProjection(of: history.plan)
            #expect(try await store.inputLines(of: history.plan).count == 2)
        },
    ]

    static func keptDraft(
        in store: any TownHallStore, items count: Int
    ) async throws -> (ConsultationRound, InputDraft) {
        let round = try SampleInputs.round(of: try SampleHistory().plan)
        try await store.save(round)
        let draft = try SampleInputs.draft(
            (1...count).map { InputDraft.Item(id: $0, content: SampleInputs.general("Tekst \($0)")) }, in: round)
        try await store.save(draft, adding: [])
        return (round, draft)
    }
}
