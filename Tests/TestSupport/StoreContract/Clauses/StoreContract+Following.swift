import Foundation
import PlanDomain
import Prose
import Testing
import Workflow

extension StoreContract {
    static let following: [Clause] = [
        Clause("what is followed is kept step by step, and goes with the projection") { store in
            let (plan, numbers) = try await anchored(in: store, count: 2)
            #expect(try await store.hasUnplacedAnchors(in: plan))
            #expect(try await store.anchoredInputs(of: plan).map(\.number) == numbers)
            let head = try #require(try await store.projectedHeads(of: plan)).text
            #expect(try await store.followed(of: plan) == FollowedPlan())
            let first = place(numbers[0])
            var second = place(numbers[1])
            (second.state, second.changedBy) = (.orphaned, head)
            let promise = Promise(
                input: numbers[0], change: head, section: .sample, home: .sample,
                words: CarryingWords(from: "", to: "Een nieuwe zin."), brokenBy: head)
            let update = FollowingUpdate(after: nil, upTo: head, anchors: [first, second], promises: [promise])
            try await store.keep(update, of: plan)
            #expect(try await !store.hasUnplacedAnchors(in: plan))
            let followed = try await store.followed(of: plan)
            #expect(followed.at == head && followed.anchors == [numbers[0]: first, numbers[1]: second])
            #expect(followed.promises == [promise])
            let open = try await store.following(of: plan)
            #expect(open.at == head && open.adrift == [numbers[1]] && open.broken.map(\.input) == [numbers[0]])
            #expect(try await refusal { try await store.keep(update, of: plan) }?.code == .conflict)
            try await store.withdraw(numbers[1], in: plan, at: SampleInputs.moment)
            #expect(try await store.anchoredInputs(of: plan).map(\.number) == [numbers[0]])
            try await store.clearProjection(of: plan)
            #expect(try await store.followed(of: plan) == FollowedPlan())
            #expect(try await store.hasUnplacedAnchors(in: plan))
        },
        Clause("what a person says of a place stays when the projection goes") { store in
            let (plan, numbers) = try await anchored(in: store, count: 1)
            let head = try #require(try await store.projectedHeads(of: plan)).text
            var adrift = place(numbers[0])
            adrift.state = .uncertain
            try await store.keep(
                FollowingUpdate(after: nil, upTo: head, anchors: [adrift], promises: []), of: plan)
            let decisions = [
                AnchorDecision.Place(section: .sample, quote: TextQuote(exact: "hier", prefix: "", suffix: "é")), nil,
            ].map { place in
                AnchorDecision(
                    input: numbers[0], inputVersion: 1, text: head, place: place,
                    decidedBy: Author(function: "Behandelaar", role: .handler, pseudonym: "b-1"))
            }
            try await store.decide(decisions[0], over: adrift, in: plan)
            let decided = decisions[0].applied(to: adrift)
            #expect(try await store.followed(of: plan).anchors[numbers[0]] == decided)
            #expect(try await store.following(of: plan).adrift.isEmpty)
            let late = try await refusal { try await store.decide(decisions[1], over: adrift, in: plan) }
            #expect(late?.code == .conflict)
            try await store.decide(decisions[1], over: decided, in: plan)
            try await store.clearProjection(of: plan)
            #expect(try await store.anchorDecisions(of: plan) == decisions)
        },
        Clause("what the office takes in is numbered with the rest, and knows where it came from") { store in
            let round = try SampleInputs.round(of: try SampleHistory().plan)
            try await store.save(round)
            let file = try SampleInputs.file("scan")
            let keys = [InputKey(rawValue: SampleInputs.key(1)), InputKey(rawValue: SampleInputs.key(2))]
            func submission(_ request: String, files: [AttachedFile]) throws -> Submission {
                Submission(
                    of: [
                        .init(content: SampleInputs.general("Eén"), attachments: [file.attachment], key: keys[0]),
                        .init(content: SampleInputs.general("Twee"), key: keys[1]),
                    ], in: round.id, of: round.plan, from: .unknown, by: .letter, source: .document("brief-1"),
                    takenInBy: try SamplePeople.required(PersonID("behandelaar")), files: files, isClosed: true,
                    requestID: request, receivedAt: SampleInputs.moment)
            }
            let lost = try await refusal { _ = try await store.receive(try submission("een", files: [])) }
            #expect(lost?.code == .invalid)
            #expect(try await store.inputs(of: round.plan).isEmpty)
            let receipt = try await store.receive(try submission("een", files: [file]))
            #expect(try await store.receive(try submission("een", files: [file])) == receipt)
            #expect(receipt.numbers.map(\.rawValue) == [1, 2])
            let inputs = try await store.inputs(of: round.plan)
            #expect(inputs.allSatisfy { $0.channel == .letter && $0.isClosed && $0.source == .document("brief-1") })
            #expect(inputs.allSatisfy { $0.submitter == .unknown })
            #expect(inputs.map(\.attachments) == [[file.attachment], []])
            #expect(try await store.file(file.attachment.id, in: round.plan) == file)
        },
    ]

    private static func place(_ number: InputNumber) -> AnchorPlace {
        AnchorPlace(
            input: number, inputVersion: 1, section: .sample,
            quote: TextQuote(exact: "een passage", prefix: "vóór ", suffix: " erna"))
    }

    /// A projected plan with inputs about a passage of it.
    private static func anchored(
        in store: any TownHallStore, count: Int
    ) async throws -> (PlanID, [InputNumber]) {
        let history = try SampleHistory()
        try await store.apply(try history.update(to: 1))
        let round = try SampleInputs.round(of: history.plan)
        try await store.save(round)
        let head = try #require(try await store.projectedHeads(of: history.plan)).text
        let anchor = Anchor(commit: head, quote: "een passage", prefix: "vóór ", suffix: " erna")
        let items = (1...count).map { number in
            InputDraft.Item(
                id: number, content: InputContent(kind: .remark, section: .sample, anchor: anchor, text: "\(number)"))
        }
        let draft = try SampleInputs.draft(items, in: round)
        try await store.save(draft, adding: [])
        return (history.plan, try await store.receive(SampleInputs.submission(draft, "een")).numbers)
    }
}

extension SectionID {
    fileprivate static var sample: SectionID {
        guard let id = SectionID("doel") else { preconditionFailure("an id") }
        return id
    }
}
