import Foundation
import PlanDomain
import Testing
import Workflow

extension StoreContract {
    static let feedback: [Clause] = [
        Clause("a dispatch is told once, whole, with its mail and its code") { store in
            let scene = try await FeedbackScene(store)
            let first = try scene.dispatch([0, 1], subject: "een", code: "a")
            #expect(try await store.send([first], in: scene.plan, at: SampleInputs.moment) == 1)
            // The one was told before, so nobody hears of the other either: it goes with the next.
            let overlapping = try scene.dispatch([1, 2], subject: "twee")
            let other = try scene.dispatch([2], subject: "drie", way: .letter)
            #expect(
                try await store.send([first, overlapping, other], in: scene.plan, at: SampleInputs.moment + 9) == 1)
            #expect(try await store.outbox(nil, before: nil, limit: 9).map(\.subject) == ["drie", "een"])
            let told = try await store.feedback(of: scene.plan)
            #expect(told.map(\.input) == scene.numbers)
            #expect(told.map(\.told?.way) == [.mail, .mail, .letter])
            #expect(told.map(\.told?.at) == [0, 0, 9].map { SampleInputs.moment + $0 })
            #expect(try await store.followCode(FeedbackScene.hash("a"))?.subject == .sheet("blad"))
            #expect(try await store.feedback(of: try SampleHistory("elders").plan).isEmpty)
        },
        Clause("another disposition of the same input is told by itself") { store in
            let scene = try await FeedbackScene(store)
            for ordinal in [1, 2] {
                let dispatch = try scene.dispatch([0], subject: "\(ordinal)", ordinal: ordinal)
                #expect(try await store.send([dispatch], in: scene.plan, at: SampleInputs.moment) == 1)
            }
            #expect(try await store.feedback(of: scene.plan).map(\.ordinal) == [1, 2])
        },
        Clause("nothing is told where the mail cannot be queued, or the input is not there") { store in
            let scene = try await FeedbackScene(store)
            let broken = try scene.dispatch([0], subject: "een", language: "")
            await #expect(throws: (any Error).self) {
                try await store.send([broken], in: scene.plan, at: SampleInputs.moment)
            }
            let elsewhere = try SampleHistory("elders").plan
            let sound = try scene.dispatch([0], subject: "een")
            #expect(try await store.send([sound], in: elsewhere, at: SampleInputs.moment) == 0)
            #expect(try await store.feedback(of: scene.plan).isEmpty)
            #expect(try await store.outbox(nil, before: nil, limit: 9).isEmpty)
        },
        Clause("the first reading counts, and an answer keeps what was told and read") { store in
            let scene = try await FeedbackScene(store)
            let item = FeedbackDispatch.Item(scene.numbers[0], ordinal: 1)
            _ = try await store.send([try scene.dispatch([0], subject: "een")], in: scene.plan, at: SampleInputs.moment)
            for seconds in [60.0, 120] {
                try await store.noteReading([item], in: scene.plan, at: SampleInputs.moment + seconds)
            }
            let reply = FeedbackReply(.disputed, reason: "Zo bedoelde ik het \"niet\".", at: SampleInputs.moment + 180)
            try await store.reply(reply, to: item, in: scene.plan)
            let kept = try #require(try await store.feedback(of: scene.plan).first)
            #expect(
                kept
                    == Feedback(
                        plan: scene.plan, input: item.input, ordinal: 1,
                        told: .init(by: .mail, at: SampleInputs.moment), seenAt: SampleInputs.moment + 60, reply: reply)
            )
            let elsewhere = try SampleHistory("elders").plan
            #expect(try await refusal { try await store.reply(reply, to: item, in: elsewhere) }?.code == .notFound)
        },
        Clause("a dispute stands with the input until they come back on it") { store in
            let scene = try await FeedbackScene(store)
            let item = FeedbackDispatch.Item(scene.numbers[0], ordinal: 1)
            try await store.reply(
                FeedbackReply(.disputed, reason: "Nee.", at: SampleInputs.moment), to: item, in: scene.plan)
            let dispute = InputDispute(ordinal: 1, at: SampleInputs.moment)
            #expect(try await store.inputLines(of: scene.plan).map(\.dispute) == [dispute, nil, nil])
            #expect(try await store.inputLines([item.input], of: scene.plan).map(\.dispute) == [dispute])
            try await store.reply(FeedbackReply(.satisfied, at: SampleInputs.moment + 1), to: item, in: scene.plan)
            #expect(try await store.inputLines(of: scene.plan).map(\.dispute) == [nil, nil, nil])
            #expect(try await store.feedback(of: scene.plan).first?.reply?.reason == "")
        },
        Clause("a code is found by its hash alone, whatever it opens") { store in
            let plan = try SampleHistory().plan
            let subjects: [FollowCode.Subject] = [
                .correspondent(try SamplePeople.required(CorrespondentID("schrijver"))),
                .document(try SamplePeople.required(IntakeDocumentID("brief"))), .sheet("blad"),
            ]
            for (index, subject) in subjects.enumerated() {
                let code = FollowCode(
                    hash: FeedbackScene.hash("\(index)"), plan: plan, subject: subject, madeAt: SampleInputs.moment)
                try await store.keep(code)
                #expect(try await store.followCode(code.hash) == code)
            }
            #expect(try await store.followCode(FeedbackScene.hash("9")) == nil)
        },
    ]
}

/// Three inputs, the first with a proposal.
private struct FeedbackScene {
    let plan: PlanID
    let numbers: [InputNumber]

    init(_ store: any TownHallStore) async throws {
        let (round, draft) = try await StoreContract.keptDraft(in: store, items: 3)
        plan = round.plan
        numbers = try await store.receive(SampleInputs.submission(draft, "een")).numbers
        try await store.propose(SampleInputs.disposition(1, of: numbers[0], in: plan))
    }

    func dispatch(
        _ places: [Int], subject: String, ordinal: Int = 1, way: FeedbackWay = .mail, language: String = "nl",
        code: String? = nil
    ) throws -> FeedbackDispatch {
        FeedbackDispatch(
            items: places.map { FeedbackDispatch.Item(numbers[$0], ordinal: ordinal) }, way: way,
            mail: SampleInputs.letter(to: try SampleMail.reader(), subject: subject, language: language),
            code: code.map {
                FollowCode(hash: Self.hash($0), plan: plan, subject: .sheet("blad"), madeAt: SampleInputs.moment)
            })
    }

    static func hash(_ letter: String) -> TokenHash { TokenHash(rawValue: String(repeating: letter, count: 64)) }
}
