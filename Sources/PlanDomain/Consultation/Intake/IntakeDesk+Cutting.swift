import Foundation
import Workflow

/// What somebody cuts from a document to become one input.
public struct WrittenCut: Equatable, Sendable {
    /// The words of the document; nil for what is about the whole of it.
    public let words: String?
    /// What stood before the words, as far as the browser knew it.
    public let before: String
    /// What it asks, on which passage of the plan; without a text of its own it says the words themselves.
    public let input: WrittenInput

    public init(words: String?, before: String = "", input: WrittenInput) {
        self.words = words
        self.before = before
        self.input = input
    }
}

/// Cutting a document into inputs.
extension IntakeDesk {
    /// Makes an input of a passage. The same request makes one.
    ///
    /// Throws `invalid` for words that do not stand in the document, for what ``WrittenInput`` refuses, and for what is
    /// still missing; `conflict` for a document that is finished, or that came too late and was not accepted.
    public func cut(
        _ cut: WrittenCut, from id: IntakeDocumentID, in plan: PlanID, requestID: String, by participant: Participant
    ) async throws -> InputNumber {
        let person = try official(participant, in: plan)
        try RequestName.check(requestID)
        let view = try await document(id, of: plan, for: participant)
        if let known = try await store.receipt(for: requestID, in: plan)?.numbers.first { return known }
        let document = view.document
        try requireOpen(document)
        let words = cut.words.flatMap { $0.trimmed.isEmpty ? nil : $0 }
        let place = try words.map { words throws(PlanError) in
            try view.source.place(of: words, before: cut.before)
        }
        let passage = place.map { String(Array(document.text)[$0]).trimmed } ?? ""
        let (text, commit) = try await frozen(view.round)
        let content = try cut.input.saying(passage).content(on: text, at: commit)
        if let gap = content.gaps.first { throw PlanError(.invalid, gap) }
        let submission = Submission(
            of: [Submission.Item(content: content, key: seals.newKey())], in: document.round, of: plan,
            from: document.submitter, by: document.kind.channel, source: .document(id.rawValue),
            takenInBy: person.id, requestID: requestID, receivedAt: moment(of: document.arrivedOn))
        let receipts = try await store.receive(
            [IntakePart(submission, place: place)], of: document, finishing: nil)
        guard let number = receipts.first?.numbers.first else { throw PlanError.unknownDocument }
        return number
    }

    /// Says whether what came too late counts all the same. Once: inputs may stand on it.
    ///
    /// Throws `invalid` without a reason, `conflict` for what came in time or was decided on before.
    public func decide(
        isAccepted: Bool, reason: String, on id: IntakeDocumentID, in plan: PlanID, by participant: Participant
    ) async throws {
        var document = try await document(id, of: plan, for: participant).document
        let reason = try WrittenText.text(reason, limit: 1_000)
        guard !reason.isEmpty else { throw PlanError(.invalid, Reason("intake.late-reason-empty")) }
        let wanted: IntakeDocument.Standing = isAccepted ? .lateAccepted : .lateRefused
        if document.standing == wanted, document.lateReason == reason { return }
        guard document.standing == .late else { throw PlanError(.conflict, Reason("intake.late-decided")) }
        document.standing = wanted
        document.lateReason = reason
        document.version += 1
        try await store.change(document)
    }

    /// Says that nothing is left to cut, or that there is after all. Saying so again changes nothing.
    public func finish(
        _ isFinished: Bool, _ id: IntakeDocumentID, in plan: PlanID, by participant: Participant
    ) async throws {
        var document = try await document(id, of: plan, for: participant).document
        guard (document.finishedAt != nil) != isFinished else { return }
        guard document.standing.counts, document.kind != .sheet else {
            throw PlanError(.conflict, Reason("intake.late-first"))
        }
        document.finishedAt = isFinished ? office.time.now() : nil
        document.version += 1
        try await store.change(document)
    }

    private func requireOpen(_ document: IntakeDocument) throws(PlanError) {
        guard document.kind != .sheet else { throw PlanError.unknownDocument }
        guard document.standing.counts else { throw PlanError(.conflict, Reason("intake.late-first")) }
        guard document.finishedAt == nil else { throw PlanError(.conflict, Reason("intake.finished")) }
    }
}

extension WrittenInput {
    /// With these words where it has none of its own.
    fileprivate func saying(_ words: String) -> WrittenInput {
        guard text.trimmed.isEmpty, !(kind == .replacement && proposal?.trimmed.isEmpty == false) else { return self }
        return WrittenInput(kind: kind, section: section, passage: passage, text: words, proposal: proposal)
    }
}
