import Prose
import Workflow

/// A text that somebody saves: what they wrote, on what, and why.
public struct TextSave: Sendable {
    public let plan: PlanID
    public let subject: DraftSubject
    public let text: String
    /// The version that the text was written on.
    public let base: CommitID
    public let tab: DraftTab
    /// That of the last draft of the tab, and one more.
    public let version: Int
    /// Why, in one line.
    public let summary: String
    public let nature: ChangeNature
    /// Numbers of the inputs that it carries out, such as `INB-0042`.
    public let inputs: [String]
    /// Names the form, so that posting it twice saves once.
    public let requestID: String

    public init(
        plan: PlanID, subject: DraftSubject, text: String, base: CommitID, tab: DraftTab, version: Int,
        summary: String, nature: ChangeNature, inputs: [String] = [], requestID: String
    ) {
        self.plan = plan
        self.subject = subject
        self.text = text
        self.base = base
        self.tab = tab
        self.version = version
        self.summary = summary
        self.nature = nature
        self.inputs = inputs
        self.requestID = requestID
    }
}

/// What became of a text that was saved.
public enum SaveOutcome: Sendable {
    /// It is in the plan. `incoming` are the passages of others that came in by themselves.
    case saved(Change, incoming: [String])
    /// The plan holds this text already.
    case unchanged(CommitID)
    /// Others changed the same passages; nothing was saved, and the draft is kept.
    case conflict(TextConflict)
}

/// Saving.
extension DraftingDesk {
    /// Saves a text. What others changed since is merged by itself where nobody else touched the same sentences.
    ///
    /// - Throws: what ``PlanOffice/save(_:in:basedOn:)`` throws, `notFound` for a section that is gone, and what the
    ///   right to write throws. In each case the text is kept as a draft.
    public func save(_ work: TextSave, by participant: Participant) async throws -> SaveOutcome {
        try await keepFirst(work, by: participant)
        let author = try await author(participant, in: work.plan)
        let place = try place(of: work, by: participant)
        return try await office.withText(of: work.plan) { present in
            // The same form with other words in it, such as one that somebody went back to, is another request.
            let cause = TextCause(
                author: author, summary: work.summary, inputs: work.inputs,
                requestID: work.requestID + "/" + work.text.fingerprint)
            if let change = try await answered(cause, in: present.plan) {
                try await drafts.close(place, at: office.time.now())
                return .saved(change, incoming: [])
            }
            let merge = try await merge(work, with: present)
            guard let merged = merge.resolved([]) else { return .conflict(conflict(merge, work, present)) }
            var text = present.text
            try text.write(merged, to: work.subject)
            guard try TextRules().tidied(text) != present.text else {
                try await drafts.close(place, at: office.time.now())
                return .unchanged(present.commit)
            }
            let change = try await write(text, as: work.nature, because: cause, over: present, closing: place)
            return .saved(change, incoming: merge.incoming)
        }
    }

    /// Saves a text in which somebody chose between passages.
    ///
    /// - Parameters:
    ///   - theirs: the version that the conflict was with, as it was shown.
    ///   - choices: one for each conflict, in order. When others wrote again meanwhile, the outcome may be a new conflict;
    ///     the choices are kept in the draft.
    public func resolve(
        _ work: TextSave, with theirs: CommitID, _ choices: [PassageMerge.Choice], by participant: Participant
    ) async throws -> SaveOutcome {
        try await keepFirst(work, by: participant)
        _ = try writer(participant, in: work.plan)
        let repository = try await office.repositories.repository(of: work.plan)
        let other = try await repository.text(at: theirs)
        guard let text = other.text(of: work.subject) else { throw gone(work.subject, from: other) }
        guard let resolved = try await merge(work, with: text, in: repository).resolved(choices) else {
            throw PlanError(.invalid, Reason("draft.choices-missing"))
        }
        return try await save(
            TextSave(
                plan: work.plan, subject: work.subject, text: resolved, base: theirs, tab: work.tab,
                version: work.version + 1, summary: work.summary, nature: work.nature, inputs: work.inputs,
                requestID: work.requestID),
            by: participant)
    }
}

extension DraftingDesk {
    /// Keeps what was posted before anything can refuse it. Who may no longer write keeps only what they had a draft of.
    private func keepFirst(_ work: TextSave, by participant: Participant) async throws {
        let place = try place(of: work, by: participant)
        if !participant.may(.write, in: work.plan) {
            guard try await drafts.draft(at: place) != nil else { return }
        }
        _ = try await keep(work.text, at: place, version: work.version, base: work.base, reopening: true)
    }

    private func place(of work: TextSave, by participant: Participant) throws(PlanError) -> DraftPlace {
        let person = try person(participant, in: work.plan)
        return DraftPlace(plan: work.plan, subject: work.subject, person: person.id, tab: work.tab)
    }

    private func merge(_ work: TextSave, with present: PresentText) async throws -> SubjectMerge {
        guard let theirs = present.text.text(of: work.subject) else { throw gone(work.subject, from: present.text) }
        return try await merge(work, with: theirs, in: present.repository)
    }

    private func merge(
        _ work: TextSave, with theirs: String, in repository: any PlanRepository
    ) async throws -> SubjectMerge {
        let base = try await repository.text(at: work.base)
        guard let before = base.text(of: work.subject) else { throw gone(work.subject, from: base) }
        var mine = base
        try mine.write(work.text, to: work.subject)
        let tidied = try TextRules().tidied(mine).text(of: work.subject) ?? work.text
        return try SubjectMerge(of: work.subject, base: before, mine: tidied, theirs: theirs)
    }

    private func conflict(_ merge: SubjectMerge, _ work: TextSave, _ present: PresentText) -> TextConflict {
        TextConflict(
            subject: work.subject, theirs: present.commit, pieces: merge.passages, conflicts: merge.conflicts)
    }
}
