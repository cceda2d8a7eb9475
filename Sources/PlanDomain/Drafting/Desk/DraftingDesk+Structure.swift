import Workflow

/// A change of structure that somebody asks for.
public struct StructureSave: Sendable {
    public let plan: PlanID
    public let edit: StructureEdit
    /// The version that was shown: a section that changed since is not cut, joined or taken out unseen.
    public let shown: CommitID
    public let summary: String
    /// Nil leaves it to the words: structure where they stay the same, else a change of substance.
    public let nature: ChangeNature?
    public let inputs: [String]
    public let requestID: String

    public init(
        plan: PlanID, edit: StructureEdit, shown: CommitID, summary: String, nature: ChangeNature? = nil,
        inputs: [String] = [], requestID: String
    ) {
        self.plan = plan
        self.edit = edit
        self.shown = shown
        self.summary = summary
        self.nature = nature
        self.inputs = inputs
        self.requestID = requestID
    }
}

/// Dividing the plan otherwise, and bringing back what stood there before.
extension DraftingDesk {
    /// Changes how the plan is divided. Others may have written since: what they wrote stays.
    ///
    /// Throws `conflict` where the words of a section that is cut, joined or taken out are no longer those that were
    /// shown; otherwise as ``PlanOffice/save(_:in:basedOn:)``.
    @discardableResult
    public func restructure(_ work: StructureSave, by participant: Participant) async throws -> Change {
        let author = try await author(participant, in: work.plan)
        return try await office.withText(of: work.plan) { present in
            let cause = TextCause(author: author, summary: work.summary, inputs: work.inputs, requestID: work.requestID)
            if let made = try await answered(cause, in: present.plan) { return made }
            let shown = try await present.repository.text(at: work.shown)
            for id in work.edit.handled(in: present.text) where present.text.section(id) != nil {
                guard shown.section(id)?.body == present.text.section(id)?.body else {
                    throw PlanError(.conflict, Reason("text.moved-on"))
                }
            }
            var text = present.text
            _ = try work.edit.apply(to: &text)
            let rules = TextRules()
            let nature = try work.nature ?? rules.nature(from: present.text, to: rules.tidied(text))
            return try await write(text, as: nature, because: cause, over: present)
        }
    }

    /// Lays an earlier version of a text on the desk, as a draft on the present one: saving it brings it back.
    ///
    /// The text of a section is found under the ids that it had at the time. Throws `notFound` where there was none.
    public func restore(
        _ subject: DraftSubject, of plan: PlanID, from commit: CommitID, tab: DraftTab, by participant: Participant
    ) async throws -> Draft {
        let person = try writer(participant, in: plan)
        let repository = try await office.repositories.repository(of: plan)
        let head = try await office.projectedPlan(plan).heads.text
        let present = try await repository.text(at: head)
        guard present.text(of: subject) != nil else { throw gone(subject, from: present) }
        let old = try await repository.text(at: commit)
        let names: [DraftSubject] =
            if case .section(let id) = subject { present.ancestry(of: id).map(DraftSubject.section) } else { [subject] }
        guard let text = names.lazy.compactMap({ old.text(of: $0) }).first else { throw gone(subject, from: old) }
        let place = DraftPlace(plan: plan, subject: subject, person: person.id, tab: tab)
        let draft = Draft(place: place, version: 1, base: head, text: text, keptAt: office.time.now())
        guard try await drafts.keep(draft, reopening: false) == .kept else {
            throw PlanError(.conflict, Reason("draft.tab-taken"))
        }
        return draft
    }
}
