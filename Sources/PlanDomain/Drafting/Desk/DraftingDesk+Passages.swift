import Prose
import Workflow

/// Bringing back passages of an older version, and not the whole of it.
extension DraftingDesk {
    /// What differs between two versions of a section, to choose from what comes back.
    ///
    /// The text is found under the ids that the section had at the time; a version in which it was not there is empty.
    public func difference(
        of section: SectionID, in plan: PlanID, from old: CommitID, to new: CommitID, by participant: Participant
    ) async throws -> WordDiff {
        _ = try writer(participant, in: plan)
        let repository = try await office.repositories.repository(of: plan)
        let present = try await repository.text(at: try await office.projectedPlan(plan).heads.text)
        guard present.section(section) != nil else { throw gone(.section(section), from: present) }
        let names = present.ancestry(of: section)
        var bodies: [String] = []
        for commit in [old, new] {
            let text = try await repository.text(at: commit)
            bodies.append(names.lazy.compactMap { text.section($0)?.body }.first ?? "")
        }
        return WordDiff(old: bodies[0], new: bodies[1])
    }

    /// Lays the present text on the desk with some passages as they stood in an older version; saving it brings them back.
    ///
    /// Where the text has changed since at the very place of a passage, the older passage takes that place in the draft, and
    /// the answer says so.
    ///
    /// - Parameter passages: places in ``WordDiff/passages`` of the difference between the two versions.
    public func bringBack(_ passages: PassageReturn, tab: DraftTab, by participant: Participant) async throws -> Bool {
        let person = try writer(participant, in: passages.plan)
        let diff = try await difference(
            of: passages.section, in: passages.plan, from: passages.old, to: passages.new, by: participant)
        guard !passages.numbers.isEmpty, passages.numbers.isSubset(of: diff.passages.indices) else {
            throw PlanError(.invalid, Reason("draft.passages-none"))
        }
        let head = try await office.projectedPlan(passages.plan).heads.text
        let repository = try await office.repositories.repository(of: passages.plan)
        guard let body = try await repository.text(at: head).section(passages.section)?.body else {
            throw PlanError(.notFound, Reason("section.unknown", ["section": .text(passages.section.rawValue)]))
        }
        let returned = DraftText.withoutOuterBlanks(diff.new(returning: passages.numbers))
        let merge = PassageMerge(base: diff.new, mine: returned, theirs: body)
        let text = merge.resolved(merge.conflicts.map { _ in .mine }) ?? returned
        guard text != body else { throw PlanError(.conflict, Reason("draft.passages-present")) }
        let place = DraftPlace(
            plan: passages.plan, subject: .section(passages.section), person: person.id, tab: tab)
        let draft = Draft(place: place, version: 1, base: head, text: text, keptAt: office.time.now())
        guard try await drafts.keep(draft, reopening: false) == .kept else {
            throw PlanError(.conflict, Reason("draft.tab-taken"))
        }
        return !merge.conflicts.isEmpty
    }
}

/// Which passages of a section somebody wants back, and from which of two versions.
public struct PassageReturn: Sendable {
    public let plan: PlanID
    public let section: SectionID
    /// In which they stood.
    public let old: CommitID
    /// In which they did not.
    public let new: CommitID
    public let numbers: Set<Int>

    public init(plan: PlanID, section: SectionID, old: CommitID, new: CommitID, numbers: Set<Int>) {
        self.plan = plan
        self.section = section
        self.old = old
        self.new = new
        self.numbers = numbers
    }
}
