import Foundation
import PlanDomain
import Testing
import Workflow

extension StoreContract {
    static let moderation: [Clause] = [
        Clause("what is sent in takes part at once or is judged first, with what is left out of it") { store in
            let (round, draft) = try await keptDraft(in: store, items: 2)
            let submission = Submission(
                draft: draft, requestID: "een", receivedAt: SampleInputs.moment + 60,
                keys: draft.items.map { InputKey(rawValue: SampleInputs.key($0.id)) }, isAdmittedAtOnce: false,
                names: ["Tekst"])
            let numbers = try await store.receive(submission).numbers
            let inputs = try await store.inputs(of: round.plan)
            #expect(inputs.map(\.admission) == [.toBeJudged, .toBeJudged])
            #expect(inputs.map { $0.redactions.map(\.quote) } == [["Tekst"], ["Tekst"]])
            #expect(try await store.inputLines(of: round.plan).map(\.admission) == [.toBeJudged, .toBeJudged])
            #expect(try await store.input(numbers[0], of: round.plan) == inputs[0])
        },
        Clause("a judgement takes the place of the one before, and mail goes with what was judged") { store in
            let (round, draft) = try await keptDraft(in: store, items: 2)
            let numbers = try await store.receive(SampleInputs.submission(draft, "een")).numbers
            let reader = try SampleMail.reader()
            let redaction = Redaction(part: .text, start: 0, quote: "Tekst", ground: .health, isConfirmed: true)
            let first = judgement(of: numbers[0], in: round.plan, .inadmissible(reason: "Reclame"), [redaction])
            let stale = judgement(of: numbers[1], in: round.plan, .inadmissible(reason: "Reclame"), [], version: 2)
            let judged = try await store.judge([first, stale]) { judged in
                judged.sorted().map { SampleInputs.letter(to: reader, subject: $0.description) }
            }
            #expect(judged == [numbers[0]])
            #expect(try await store.outbox(nil, before: nil, limit: 9).map(\.subject) == ["INB-0001"])
            let inputs = try await store.inputs(of: round.plan)
            #expect(inputs.map(\.admission) == [.inadmissible(reason: "Reclame"), .admissible])
            #expect(inputs.map(\.redactions) == [[redaction], []])
            #expect(try await store.inputLines(of: round.plan).map(\.admission) == inputs.map(\.admission))
            try await store.judge([judgement(of: numbers[0], in: round.plan, .admissible, [])]) { _ in [] }
            #expect(try await store.input(numbers[0], of: round.plan)?.admission == .admissible)
            #expect(try await store.input(numbers[0], of: round.plan)?.redactions == [])
        },
        Clause("nothing is judged where the mail about it cannot be queued") { store in
            let (round, draft) = try await keptDraft(in: store, items: 1)
            let numbers = try await store.receive(SampleInputs.submission(draft, "een")).numbers
            let reader = try SampleMail.reader()
            await #expect(throws: (any Error).self) {
                try await store.judge([
                    judgement(of: numbers[0], in: round.plan, .inadmissible(reason: "Reclame"), [])
                ]) { _ in [SampleInputs.letter(to: reader, language: "")] }
            }
            #expect(try await store.input(numbers[0], of: round.plan)?.admission == .admissible)
        },
        Clause("what is withdrawn is not judged") { store in
            let (round, draft) = try await keptDraft(in: store, items: 1)
            let numbers = try await store.receive(SampleInputs.submission(draft, "een")).numbers
            try await store.withdraw(numbers[0], in: round.plan, at: SampleInputs.moment)
            let judged = try await store.judge([
                judgement(of: numbers[0], in: round.plan, .inadmissible(reason: "Reclame"), [])
            ]) { _ in [] }
            #expect(judged.isEmpty)
        },
        Clause("a correction brings what is left out of it, and may have to be judged anew") { store in
            let (round, draft) = try await keptDraft(in: store, items: 1)
            let number = try await store.receive(SampleInputs.submission(draft, "een")).numbers[0]
            let redaction = Redaction(part: .text, start: 3, quote: "Jan", ground: .name, isConfirmed: false)
            for (version, isJudgedAnew) in [(1, false), (2, true)] {
                try await store.correct(
                    number, in: round.plan,
                    with: Correction(
                        content: SampleInputs.general("Is Jan"), redactions: [redaction], isJudgedAnew: isJudgedAnew),
                    after: version, at: SampleInputs.moment)
                let input = try #require(try await store.input(number, of: round.plan))
                #expect(input.redactions == [redaction])
                #expect(input.admission == (isJudgedAnew ? .toBeJudged : .admissible))
            }
        },
        Clause("the rule of a plan is its own") { store in
            let plan = try SampleHistory().plan
            let other = try SamplePeople.required(PlanID("een-ander-plan"))
            try await store.save(ModerationRule(judgesForms: true), of: plan)
            #expect(try await store.moderationRule(of: plan).judgesForms)
            #expect(try await store.moderationRule(of: other) == ModerationRule())
            try await store.save(ModerationRule(judgesForms: false), of: plan)
            #expect(try await store.moderationRule(of: plan) == ModerationRule())
        },
    ]

    static func judgement(
        of number: InputNumber, in plan: PlanID, _ verdict: Moderation.Verdict, _ redactions: [Redaction],
        version: Int = 1
    ) -> Moderation {
        Moderation(
            plan: plan, input: number, version: version, verdict: verdict, redactions: redactions, judgedBy: nil,
            judgedAt: SampleInputs.moment + 120)
    }
}
