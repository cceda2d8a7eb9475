import Foundation
import Workflow

/// Where the texts of a plan are written (*schrijftafel*): opened, kept while they are typed, and saved.
///
/// Whoever may write in a plan may write every section of it. The function that owns a section is shown, so that people
/// know whom to ask; it does not keep others out, because who writes what shifts daily and a lock would only send the text
/// round by mail.
///
/// Nothing that was typed is lost: a text is kept as a draft before it is saved, the draft goes only when the text is in
/// git, and whatever is in the way of saving leaves it where it is.
public struct DraftingDesk: Sendable {
    let office: PlanOffice
    let drafts: any DraftStore
    let people: any PeopleStore

    /// How long after they were last seen somebody counts as writing, in seconds.
    public static let presence: TimeInterval = 120

    public init(office: PlanOffice, drafts: any DraftStore, people: any PeopleStore) {
        self.office = office
        self.drafts = drafts
        self.people = people
    }
}

/// Opening a text and keeping what is typed.
extension DraftingDesk {
    /// Opens a text to write at: as it was left in the latest draft, else as it stands.
    ///
    /// - Parameter tab: goes on in the draft of this tab, where there is one.
    public func open(
        _ subject: DraftSubject, of plan: PlanID, in tab: DraftTab? = nil, by participant: Participant
    ) async throws -> OpenedText {
        let person = try writer(participant, in: plan)
        let projected = try await office.projectedPlan(plan)
        let repository = try await office.repositories.repository(of: plan)
        let present = try await repository.text(at: projected.heads.text)
        guard let text = present.text(of: subject) else { throw gone(subject, from: present) }
        let own = try await drafts.drafts(of: person.id, in: plan).filter { $0.place.subject == subject }
        let draft = tab.map { tab in own.first { $0.place.tab == tab } } ?? own.first
        try await drafts.note(Editing(subject: subject, person: person.id, seenAt: office.time.now()), in: plan)
        return OpenedText(
            plan: projected, subject: subject, saved: text, head: projected.heads.text, draft: draft,
            otherDrafts: own.filter { $0 != draft }, editors: try await editors(of: subject, in: plan, by: participant),
            refusal: try await office.refusalOfChange(of: projected), annexes: present.annexes,
            sentBack: try await sentBack(subject, of: plan))
    }

    private func sentBack(_ subject: DraftSubject, of plan: PlanID) async throws -> SentBack? {
        guard case .section(let section) = subject else { return nil }
        return try await office.sentBack(in: try await office.view(of: plan))[section]
    }

    /// Keeps what is typed, as it is typed: it is not tidied and need not make sense yet.
    ///
    /// - Parameters:
    ///   - version: counts up with every request of a tab.
    ///   - base: the version of the plan that was opened.
    public func keep(
        _ text: String, of subject: DraftSubject, in plan: PlanID, tab: DraftTab, version: Int, base: CommitID,
        by participant: Participant
    ) async throws -> DraftKeeping {
        let person = try writer(participant, in: plan)
        let place = DraftPlace(plan: plan, subject: subject, person: person.id, tab: tab)
        let outcome = try await keep(text, at: place, version: version, base: base)
        try await drafts.note(Editing(subject: subject, person: person.id, seenAt: office.time.now()), in: plan)
        return outcome
    }

    /// Throws a draft away because its writer says so.
    public func discard(
        _ subject: DraftSubject, of plan: PlanID, tab: DraftTab, by participant: Participant
    ) async throws {
        let person = try person(participant, in: plan)
        try await drafts.close(
            DraftPlace(plan: plan, subject: subject, person: person.id, tab: tab), at: office.time.now())
        try await drafts.endEditing(of: subject, in: plan, by: person.id)
    }

    /// All that a participant typed in a plan and did not save, also in sections that are gone and after they lost the
    /// right to write: the words are theirs.
    public func drafts(of plan: PlanID, by participant: Participant) async throws -> [Draft] {
        let person = try person(participant, in: plan)
        return try await drafts.drafts(of: person.id, in: plan)
    }

    func keep(
        _ text: String, at place: DraftPlace, version: Int, base: CommitID, reopening: Bool = false
    ) async throws -> DraftKeeping {
        guard text.utf8.count <= PlanImport.sizeLimit else {
            throw PlanError(
                .invalid,
                Reason(
                    "markdown.too-large",
                    ["size": .number(text.utf8.count / 1024), "limit": .number(PlanImport.sizeLimit / 1024)]))
        }
        return try await drafts.keep(
            Draft(place: place, version: max(0, version), base: base, text: text, keptAt: office.time.now()),
            reopening: reopening)
    }
}

/// Who is at it.
extension DraftingDesk {
    /// Notes that a participant still has a text open, and says who else has.
    public func stay(
        at subject: DraftSubject, of plan: PlanID, by participant: Participant
    ) async throws -> [Editor] {
        let person = try writer(participant, in: plan)
        try await drafts.note(Editing(subject: subject, person: person.id, seenAt: office.time.now()), in: plan)
        return try await editors(of: subject, in: plan, by: participant)
    }

    /// Notes that a participant closed a text.
    public func leave(_ subject: DraftSubject, of plan: PlanID, by participant: Participant) async throws {
        let person = try writer(participant, in: plan)
        try await drafts.endEditing(of: subject, in: plan, by: person.id)
    }

    /// Who else is writing at a text, or at any of the plan; by name, for colleagues who may write there too.
    public func editors(
        of subject: DraftSubject? = nil, in plan: PlanID, by participant: Participant
    ) async throws -> [Editor] {
        let own = try writer(participant, in: plan)
        let since = office.time.now() - Self.presence
        var editors: [Editor] = []
        for editing in try await drafts.editing(in: plan, since: since)
        where editing.person != own.id && subject.map({ $0 == editing.subject }) ?? true {
            guard let person = try await people.person(editing.person) else { continue }
            editors.append(Editor(name: person.name, subject: editing.subject, seenAt: editing.seenAt))
        }
        return editors
    }
}

extension DraftingDesk {
    /// The person who may write in a plan. Throws as ``Participant/require(_:in:)`` does.
    func writer(_ participant: Participant, in plan: PlanID) throws(PlanError) -> Person {
        try participant.require(.write, in: plan)
        return try person(participant, in: plan)
    }

    /// Throws `notFound` for whoever has no account: drafts are kept by person.
    func person(_ participant: Participant, in plan: PlanID) throws(PlanError) -> Person {
        guard let person = participant.person else {
            throw PlanError(.notFound, Reason("plan.unknown", ["plan": .text(plan.rawValue)]))
        }
        return person
    }

    /// As git may know who writes: the first function of theirs that may.
    func author(_ participant: Participant, in plan: PlanID) async throws -> Author {
        let person = try writer(participant, in: plan)
        guard let capacity = participant.capacities(in: plan).first(where: { PlanRight.write.roles.contains($0.role) })
        else { throw PlanError(.notFound, Reason("plan.unknown", ["plan": .text(plan.rawValue)])) }
        return capacity.author(pseudonym: try await people.pseudonym(of: person.id, in: plan))
    }

    /// Why a text is not there, with where it went where that is known.
    func gone(_ subject: DraftSubject, from text: PlanText) -> PlanError {
        switch subject {
        case .section(let id):
            guard let successor = text.successor(of: id), let title = text.section(successor)?.heading?.plainTitle
            else { return PlanError(.notFound, Reason("section.unknown", ["section": .text(id.rawValue)])) }
            return PlanError(
                .notFound, Reason("draft.section-merged", ["section": .text(id.rawValue), "into": .text(title)]))
        case .part(_, let heading):
            return PlanError(.notFound, Reason("draft.unknown-part", ["heading": .text(heading)]))
        case .fields: return PlanError(.invalid, Reason("draft.fields-unreadable"))
        }
    }
}

/// A text with everything that its editor shows.
public struct OpenedText: Sendable {
    public let plan: ProjectedPlan
    public let subject: DraftSubject
    /// As it stands in the plan.
    public let saved: String
    /// The version that it stands in.
    public let head: CommitID
    /// The draft to go on with.
    public let draft: Draft?
    /// Drafts of the same text that the same person left in other tabs.
    public let otherDrafts: [Draft]
    /// Colleagues who have it open.
    public let editors: [Editor]
    /// Why it cannot be saved now; a draft can always be kept.
    public let refusal: Reason?
    /// What its text can show or name.
    public let annexes: [Annex]
    /// That it came back to be changed, and why.
    public let sentBack: SentBack?

    /// What the editor shows.
    public var text: String { draft?.text ?? saved }
    /// The version that this text is based on.
    public var base: CommitID { draft?.base ?? head }
}

/// A colleague at work.
public struct Editor: Equatable, Sendable {
    public let name: String
    public let subject: DraftSubject
    public let seenAt: Date
}
