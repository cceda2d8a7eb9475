import Foundation

/// How far inputs are, for the gates.
public protocol InputStandingStore: Sendable {
    /// Every input of a plan, by number.
    func inputLines(of plan: PlanID) async throws -> [InputLine]
}

/// Rounds, what came in by them, and what is proposed to be done with it. What was opened, closed and adopted is the
/// register's.
public protocol ConsultationStore: InputStandingStore, InvitationStore, ModerationStore, DeskStore {
    /// In the order in which they were first saved.
    func rounds(of plan: PlanID) async throws -> [ConsultationRound]
    /// Adds or replaces.
    func save(_ round: ConsultationRound) async throws

    /// Nil where nothing was kept.
    func draft(of submitter: Submitter, in round: RoundID, of plan: PlanID) async throws -> InputDraft?
    /// Adds or replaces a draft, with the bytes of attachments that are new in it; those of attachments that are in it no
    /// more go. `conflict` unless the kept draft is one version before it, `notFound` for a round that is not there,
    /// `invalid` for an attachment whose bytes are neither kept nor given.
    func save(_ draft: InputDraft, adding files: [AttachedFile]) async throws
    /// Makes an input of every item, numbered on from the last, and takes the items out of the draft: all of it or
    /// nothing. The draft keeps counting its versions and items.
    ///
    /// What the same request received before is given again, and nobody is told twice. `conflict` when another
    /// submitter's request has the name, or the kept draft is not the one that is sent in.
    ///
    /// - Parameter telling: the mail that goes with the receipt; it is queued with what it tells of, or not at all.
    func receive(
        _ submission: Submission, telling: @escaping @Sendable (Receipt) -> [NewMail]
    ) async throws -> Receipt
    /// Receives what the office took in: all of it or nothing. What the same requests received before is given again.
    func receive(_ submissions: [Submission]) async throws -> [Receipt]
    /// The inputs that were made of answers to a questionnaire, by the answer.
    func answerInputs(of round: RoundID, in plan: PlanID) async throws -> [InputSource: InputNumber]
    /// Nil for a request that nothing was received by.
    func receipt(for requestID: String, in plan: PlanID) async throws -> Receipt?

    /// By number.
    func inputs(of plan: PlanID) async throws -> [Input]
    func input(_ number: InputNumber, of plan: PlanID) async throws -> Input?
    /// From the first to the present.
    func versions(of number: InputNumber, in plan: PlanID) async throws -> [InputVersion]
    /// Adds a version. `conflict` unless `version` is the present one, or once it was withdrawn.
    func correct(
        _ number: InputNumber, in plan: PlanID, with correction: Correction, after version: Int, at moment: Date
    ) async throws
    /// Withdrawing again changes nothing. `notFound` for an input that is not there.
    func withdraw(_ number: InputNumber, in plan: PlanID, at moment: Date) async throws
    /// Nil where there is none; those of drafts and of inputs alike.
    func file(_ attachment: AttachmentID, in plan: PlanID) async throws -> AttachedFile?
    /// Nil where it was erased.
    func key(of number: InputNumber, in plan: PlanID) async throws -> InputKey?

    /// Keys of inputs; those that were erased are absent.
    func keys(of numbers: [InputNumber], in plan: PlanID) async throws -> [InputNumber: InputKey]

    /// By number of the input.
    func assignments(of plan: PlanID) async throws -> [InputAssignment]
    /// Replaces who handles the input. `notFound` for an input or a person that is not there.
    func assign(_ assignment: InputAssignment) async throws
    /// Hands inputs to somebody, or with nil to whoever may handle them, in one transaction; those that are not there are
    /// passed over. `notFound` for a person that is not there.
    func assign(_ numbers: [InputNumber], in plan: PlanID, to handler: PersonID?, at moment: Date) async throws
    /// Leaves the input to whoever may handle it; nothing happens where it is left to them already.
    func unassign(_ number: InputNumber, in plan: PlanID) async throws

    /// How far some inputs are, in their order; those that are not there are left out.
    func inputLines(_ numbers: [InputNumber], of plan: PlanID) async throws -> [InputLine]

    /// Adds proposals, and says to which inputs: one that was corrected, withdrawn or answered since is passed over.
    func propose(_ dispositions: [Disposition], in plan: PlanID) async throws -> Set<InputNumber>
    /// Adds a proposal. `conflict` unless it is the next of its input, `notFound` for an input that is not there.
    func propose(_ disposition: Disposition) async throws
}

extension ConsultationStore {
    /// Receives without a word to anybody.
    public func receive(_ submission: Submission) async throws -> Receipt {
        try await receive(submission) { _ in [] }
    }

    /// Replaces the words alone: nothing is left out of them.
    public func correct(
        _ number: InputNumber, in plan: PlanID, to content: InputContent, after version: Int, at moment: Date
    ) async throws {
        try await correct(number, in: plan, with: Correction(content: content), after: version, at: moment)
    }
}
