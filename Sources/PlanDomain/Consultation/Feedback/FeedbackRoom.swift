import Foundation
import Workflow

/// Where who sent something in finds what became of it, and says whether they are satisfied ("Waar is mijn inbreng
/// gebleven?").
///
/// All contacts of an organisation find the same; councillors and advisers what they sent in themselves; who has no
/// account what their code opens. Another's input is as unknown as one that is not there.
public struct FeedbackRoom: Sendable {
    private let office: PlanOffice
    private let store: any ConsultationStore & FeedbackStore

    public init(_ office: PlanOffice, store: any ConsultationStore & FeedbackStore) {
        self.office = office
        self.store = store
    }

    /// By number. `notFound` for who has no part in the plan, or no longer has.
    public func answers(in plan: PlanID, for participant: Participant) async throws -> [InputAnswer] {
        try await participant.requirePart(in: plan, store)
        let access = InputAccess(participant, in: plan)
        return try await answers(to: try await store.inputs(of: plan).filter(access.owns), in: plan)
    }

    /// Nil for a code that opens nothing.
    public func answers(following code: TokenHash) async throws -> FollowedInputs? {
        guard let code = try await store.followCode(code), let plan = try await office.store.projectedPlan(code.plan)
        else { return nil }
        let inputs = try await store.inputs(of: code.plan).filter(code.opens)
        return FollowedInputs(
            plan: code.plan, planTitle: plan.metadata.title, answers: try await answers(to: inputs, in: code.plan))
    }

    /// Answers feedback as it was shown.
    ///
    /// - Parameter ordinal: of the disposition that was shown.
    /// - Throws: `invalid` for a dispute without a reason; `conflict` where there is another disposition by now, or no
    ///   final one.
    public func reply(
        _ written: WrittenReply, to number: InputNumber, ordinal: Int, in plan: PlanID, by participant: Participant
    ) async throws {
        let own = try await answers(in: plan, for: participant)
        try await reply(written, to: own.first { $0.number == number }, number, ordinal: ordinal)
    }

    /// As ``reply(_:to:ordinal:in:by:)``, for who holds a code.
    public func reply(
        _ written: WrittenReply, to number: InputNumber, ordinal: Int, following code: TokenHash
    ) async throws {
        let followed = try await answers(following: code)?.answers ?? []
        try await reply(written, to: followed.first { $0.number == number }, number, ordinal: ordinal)
    }

    /// Notes that these were read.
    public func noteReading(of answers: [InputAnswer], in plan: PlanID) async throws {
        let unread = answers.filter { $0.isSettled && !$0.isErased && $0.feedback?.seenAt == nil }
        guard !unread.isEmpty else { return }
        try await store.noteReading(
            unread.map { FeedbackDispatch.Item($0.number, ordinal: $0.ordinal) }, in: plan, at: office.time.now())
    }

    private func answers(to inputs: [Input], in plan: PlanID) async throws -> [InputAnswer] {
        guard !inputs.isEmpty else { return [] }
        var book = try await AnswerBook(of: plan, in: office, store)
        var answers: [InputAnswer] = []
        for input in inputs {
            if let answer = try await book.answer(to: input, withChanges: true) { answers.append(answer) }
        }
        return answers
    }

    private func reply(
        _ written: WrittenReply, to answer: InputAnswer?, _ number: InputNumber, ordinal: Int
    ) async throws {
        guard let answer else { throw PlanError.unknownInput(number) }
        guard answer.mayReply, answer.ordinal == ordinal else {
            throw PlanError(.conflict, Reason("feedback.moved-on", ["input": .text(number.description)]))
        }
        let reply = try written.reply(at: office.time.now())
        // The same again is no other answer.
        if let known = answer.feedback?.reply, known.verdict == reply.verdict, known.reason == reply.reason { return }
        try await store.reply(reply, to: FeedbackDispatch.Item(number, ordinal: ordinal), in: answer.plan)
    }
}

extension Participant {
    /// Throws `notFound` for who has no part in the consultation of a plan, or no longer has.
    func requirePart(in plan: PlanID, _ store: any ConsultationStore) async throws {
        guard owner(in: plan) != nil, may(.contribute, in: plan) else { throw PlanError.unknownPlan(plan) }
        guard let contact = contact(in: plan) else { return }
        let invitation = try await store.invitations(of: plan).first { $0.contact == contact.id }
        guard invitation?.isOpen == true else { throw PlanError.unknownPlan(plan) }
    }
}
