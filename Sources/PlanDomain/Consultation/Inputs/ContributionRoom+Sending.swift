import Foundation
import Workflow

/// Sending in, and what can still be done until the round closes.
extension ContributionRoom {
    /// What must still be filled in, by item; empty when the draft can be sent in. The check page shows it.
    public func gaps(in draft: InputDraft) -> [(item: Int, gap: Reason)] {
        draft.items.flatMap { item in item.content.gaps.map { (item.id, $0) } }
    }

    /// Sends a draft in as it was shown on the check page.
    ///
    /// - Parameters:
    ///   - version: of the draft that was shown.
    ///   - telling: the mail that goes with the receipt, queued once and in the same transaction.
    /// - Returns: the numbers; those that were given before when the same request was answered before, also after
    ///   closing.
    /// - Throws: `conflict` after the last moment of the round, or when the draft has changed since it was shown;
    ///   `invalid` when it is empty or something is missing.
    @discardableResult
    public func send(
        in id: RoundID, of plan: PlanID, version: Int, requestID: String, by participant: Participant,
        telling: @escaping @Sendable (Receipt) -> [NewMail] = { _ in [] }
    ) async throws -> Receipt {
        try RequestName.check(requestID)
        if let receipt = try await receipt(for: requestID, in: plan, by: participant) { return receipt }
        do {
            let submission = try await submission(in: id, of: plan, version: version, requestID: requestID, participant)
            return try await store.receive(submission, telling: telling)
        } catch let error as PlanError {
            // The double of this request may have been answered in the meantime, and have emptied the draft.
            if let receipt = try await receipt(for: requestID, in: plan, by: participant) { return receipt }
            throw error
        }
    }

    private func submission(
        in id: RoundID, of plan: PlanID, version: Int, requestID: String, _ participant: Participant
    ) async throws -> Submission {
        let (view, submitter) = try await openRound(id, of: plan, for: participant)
        let now = office.time.now()
        guard now < view.closesAt else { throw view.isOver }
        guard let draft = try await store.draft(of: submitter, in: id, of: plan), !draft.items.isEmpty else {
            throw PlanError(.invalid, Reason("input.draft-empty"))
        }
        guard draft.version == version else { throw PlanError(.conflict, Reason("input.draft-moved")) }
        if let gap = gaps(in: draft).first {
            let place = draft.items.firstIndex { $0.id == gap.item } ?? 0
            throw PlanError(
                .invalid, Reason("input.incomplete", ["item": .number(place + 1), "why": .phrase(gap.gap)]))
        }
        let rule = try await store.moderationRule(of: plan)
        return Submission(
            draft: draft, requestID: requestID, receivedAt: now, keys: draft.items.map { _ in seals.newKey() },
            isAdmittedAtOnce: !rule.judgesForms, names: participant.ownNames)
    }

    /// What was received by a request of theirs; nil where nothing was.
    public func receipt(
        for requestID: String, in plan: PlanID, by participant: Participant
    ) async throws -> Receipt? {
        try await requireAccess(participant, to: plan)
        guard let receipt = try await store.receipt(for: requestID, in: plan),
            receipt.submitter.owner == participant.owner(in: plan)
        else { return nil }
        return receipt
    }

    /// Replaces what was written by another version; the older ones are kept.
    ///
    /// - Parameter version: the one that was shown; asking twice corrects once.
    /// - Throws: `conflict` after the last moment of the round, or when it was corrected or withdrawn meanwhile;
    ///   `invalid` when something is missing.
    public func correct(
        _ number: InputNumber, in plan: PlanID, to written: WrittenInput, after version: Int,
        by participant: Participant
    ) async throws {
        let (input, view) = try await ownInput(number, in: plan, participant)
        try await requireShown(written.section, of: view, for: participant)
        let (text, commit) = try await frozenText(of: view)
        let content = try written.content(on: text, at: commit)
        if let gap = content.gaps.first { throw PlanError(.invalid, gap) }
        // Nothing to correct, or the same request again.
        if input.content == content, input.version == version || input.version == version + 1 { return }
        let rule = try await store.moderationRule(of: plan)
        let correction = Correction(
            content: content,
            redactions: PersonalWords(names: participant.ownNames).redactions(in: content, keeping: input.redactions),
            isJudgedAnew: rule.judgesForms || input.admission != .admissible)
        try await store.correct(number, in: plan, with: correction, after: version, at: office.time.now())
    }

    /// Takes an input back; its number stays taken. Asking twice withdraws once.
    public func withdraw(_ number: InputNumber, in plan: PlanID, by participant: Participant) async throws {
        _ = try await ownInput(number, in: plan, participant)
        try await store.withdraw(number, in: plan, at: office.time.now())
    }

    /// An input of their own in a round that is still open.
    private func ownInput(
        _ number: InputNumber, in plan: PlanID, _ participant: Participant
    ) async throws -> (Input, RoundView) {
        try await requireAccess(participant, to: plan)
        guard let input = try await store.input(number, of: plan), InputAccess(participant, in: plan).owns(input) else {
            throw PlanError.unknownInput(number)
        }
        let (view, _) = try await openRound(input.round, of: plan, for: participant)
        return (input, view)
    }
}
