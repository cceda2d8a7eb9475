import Workflow

/// Who changes a text, why, and by which form.
struct TextCause: Sendable {
    let author: Author
    let summary: String
    let inputs: [String]
    let requestID: String
}

/// Answering a request once. A text has no act that could name its request, so the store notes which version a request
/// will be written on before it is: when the power goes in between, what was written there tells whether it was.
extension DraftingDesk {
    func write(
        _ text: PlanText, as nature: ChangeNature, because cause: TextCause, over present: PresentText,
        files: [AnnexFile] = [], closing place: DraftPlace? = nil
    ) async throws -> Change {
        let moment = office.time.now()
        let plan = present.plan.id
        try await drafts.note(TextRequest(id: cause.requestID, parent: present.commit, notedAt: moment), in: plan)
        let edit = TextEdit(
            text: text, author: cause.author, madeAt: moment, summary: cause.summary, nature: nature,
            inputs: cause.inputs, files: files)
        let change = try await office.write(edit, over: present)
        try await drafts.finish(cause.requestID, in: plan, with: change.id, closing: place, at: moment)
        return change
    }

    /// The change that a request made before; nil when it made none.
    func answered(_ cause: TextCause, in plan: ProjectedPlan) async throws -> Change? {
        guard let known = try await drafts.request(cause.requestID, in: plan.id) else { return nil }
        let changes = try await office.store.changes(of: plan.id, section: nil)
        if let id = known.change { return changes.first { $0.id == id } }
        guard let made = changes.first(where: { $0.parent == known.parent }), made.author == cause.author,
            made.summary == cause.summary.onOneLine, made.inputs == cause.inputs
        else { return nil }
        let moment = office.time.now()
        try await drafts.finish(cause.requestID, in: plan.id, with: made.id, closing: nil, at: moment)
        return made
    }
}

extension String {
    /// Tells one text from another in a name; no proof of anything (FNV-1a, 64 bits).
    var fingerprint: String {
        let hash = utf8.reduce(into: UInt64(0xCBF2_9CE4_8422_2325)) { hash, byte in
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return String(hash, radix: 16)
    }
}
