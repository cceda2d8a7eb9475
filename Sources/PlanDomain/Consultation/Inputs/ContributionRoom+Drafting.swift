import Foundation
import Workflow

/// Writing down, item by item, and coming back to it.
extension ContributionRoom {
    /// What was kept so far; empty where nothing was. It can be read after the round closed too.
    public func draft(in id: RoundID, of plan: PlanID, for participant: Participant) async throws -> InputDraft {
        let view = try await round(id, of: plan, for: participant)
        guard let submitter = participant.submitter(in: view.round) else { throw PlanError.unknownRound }
        return try await store.draft(of: submitter, in: id, of: plan)
            ?? InputDraft(plan: plan, round: id, submitter: submitter)
    }

    /// Keeps a new item and gives its id in the draft.
    public func add(
        _ written: WrittenInput, in id: RoundID, of plan: PlanID, by participant: Participant
    ) async throws -> (item: Int, draft: InputDraft) {
        let content = try await content(of: written, in: id, of: plan, participant)
        return try await change(id, of: plan, participant) { draft throws(PlanError) in try draft.add(content) }
    }

    /// Replaces the words of an item; its attachments stay.
    @discardableResult
    public func change(
        _ item: Int, to written: WrittenInput, in id: RoundID, of plan: PlanID, by participant: Participant
    ) async throws -> InputDraft {
        let content = try await content(of: written, in: id, of: plan, participant)
        return try await change(id, of: plan, participant) { draft throws(PlanError) in
            try draft.change(item) { $0.content = content }
        }.draft
    }

    /// Takes an item away with its attachments.
    @discardableResult
    public func remove(
        _ item: Int, in id: RoundID, of plan: PlanID, by participant: Participant
    ) async throws -> InputDraft {
        try await change(id, of: plan, participant) { draft throws(PlanError) in try draft.remove(item) }.draft
    }

    /// Adds a file to an item, checked by its content and under a name that is safe.
    public func attach(
        _ bytes: Data, named name: String, to item: Int, in id: RoundID, of plan: PlanID, by participant: Participant
    ) async throws -> Attachment {
        let type = try AttachmentCheck(bytes: bytes, name: name).kind()
        guard let attachmentID = AttachmentID(String(seals.newKey().rawValue.prefix(32))) else {
            throw PlanError(.unavailable, Reason("people.no-id"))
        }
        let attachment = Attachment(
            id: attachmentID, name: AttachmentName.clean(name, as: type), type: type, size: bytes.count,
            digest: seals.digest(bytes))
        let file = AttachedFile(attachment: attachment, bytes: bytes)
        _ = try await change(id, of: plan, participant, adding: [file]) { draft throws(PlanError) in
            guard draft.attachments.count < InputLimits.attachments else {
                throw PlanError(.invalid, Reason("attachment.many", ["limit": .number(InputLimits.attachments)]))
            }
            try draft.change(item) { $0.attachments.append(attachment) }
        }
        return attachment
    }

    @discardableResult
    public func detach(
        _ attachment: AttachmentID, from item: Int, in id: RoundID, of plan: PlanID, by participant: Participant
    ) async throws -> InputDraft {
        try await change(id, of: plan, participant) { draft throws(PlanError) in
            try draft.remove(attachment, from: item)
        }.draft
    }

    /// An attachment of their own draft, to be saved again.
    public func file(
        _ attachment: AttachmentID, in id: RoundID, of plan: PlanID, for participant: Participant
    ) async throws -> AttachedFile {
        let draft = try await draft(in: id, of: plan, for: participant)
        guard draft.attachments.contains(where: { $0.id == attachment }),
            let file = try await store.file(attachment, in: plan)
        else { throw PlanError(.notFound, Reason("attachment.unknown")) }
        return file
    }

    private func content(
        of written: WrittenInput, in id: RoundID, of plan: PlanID, _ participant: Participant
    ) async throws -> InputContent {
        let (view, _) = try await openRound(id, of: plan, for: participant)
        try await requireShown(written.section, of: view, for: participant)
        let (text, commit) = try await frozenText(of: view)
        return try written.content(on: text, at: commit)
    }

    /// Changes the kept draft. Two pages of one person that save at once both get their turn: a change is about one item
    /// and is made anew on what the other page left.
    private func change<Value: Sendable>(
        _ id: RoundID, of plan: PlanID, _ participant: Participant, adding files: [AttachedFile] = [],
        _ change: (inout InputDraft) throws(PlanError) -> Value
    ) async throws -> (item: Value, draft: InputDraft) {
        let (_, submitter) = try await openRound(id, of: plan, for: participant)
        var lastConflict = PlanError(.conflict, Reason("input.draft-moved"))
        for _ in 0..<8 {
            var draft =
                try await store.draft(of: submitter, in: id, of: plan)
                ?? InputDraft(plan: plan, round: id, submitter: submitter)
            let value = try change(&draft)
            draft.saved(at: office.time.now())
            do {
                try await store.save(draft, adding: files)
                return (value, draft)
            } catch let error as PlanError where error.code == .conflict {
                lastConflict = error
            }
        }
        throw lastConflict
    }
}
