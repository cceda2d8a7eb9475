import Foundation
import Workflow

/// What somebody typed and did not save yet (*concept*): kept while they type, so that a closed tab, a lost connection or
/// an expired session loses nothing.
public struct Draft: Equatable, Sendable {
    public let place: DraftPlace
    /// Counts up within a tab, so that a request that was slow never overwrites a newer one.
    public let version: Int
    /// The version of the plan that the text was begun on.
    public let base: CommitID
    public let text: String
    public let keptAt: Date

    public init(place: DraftPlace, version: Int, base: CommitID, text: String, keptAt: Date) {
        self.place = place
        self.version = version
        self.base = base
        self.text = text
        self.keptAt = keptAt
    }
}

/// Whose draft of what it is, and in which tab it is typed. Two tabs of one person have a draft each, so that neither
/// overwrites the other; a page that is opened again goes on in the tab of the draft that it shows.
public struct DraftPlace: Hashable, Sendable {
    public let plan: PlanID
    public let subject: DraftSubject
    public let person: PersonID
    public let tab: DraftTab

    public init(plan: PlanID, subject: DraftSubject, person: PersonID, tab: DraftTab) {
        self.plan = plan
        self.subject = subject
        self.person = person
        self.tab = tab
    }
}

/// Names an opened editor, by chance.
public typealias DraftTab = Identifier<Draft>

extension Draft: Identified {}

/// What became of a draft that was to be kept.
public enum DraftKeeping: String, Equatable, Sendable {
    case kept
    /// A later version of the same tab is there; that one stays.
    case outdated
    /// What was typed in this tab was saved or thrown away before; a new tab is needed.
    case closed
}

/// Somebody has a text open, or had it a moment ago.
public struct Editing: Equatable, Sendable {
    public let subject: DraftSubject
    public let person: PersonID
    public let seenAt: Date

    public init(subject: DraftSubject, person: PersonID, seenAt: Date) {
        self.subject = subject
        self.person = person
        self.seenAt = seenAt
    }
}
