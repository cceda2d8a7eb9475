import Foundation
import Workflow

/// One commit on a plan's text (*wijziging*).
public struct Change: Identifiable, Equatable, Sendable {
    public let id: CommitID
    /// The text before it; nil for the first.
    public let parent: CommitID?
    public let author: Author
    public let madeAt: Date
    /// Why it was made, in the author's words; the first line of the commit message.
    public let summary: String
    public let nature: ChangeNature
    /// Numbers of the inputs that it carries out, such as `INB-0042`.
    public let inputs: [String]
    /// What it touches, in reading order.
    public let sections: [SectionChange]
    /// Documents (`nota` …) whose text it touches.
    public let documents: [String]
    /// Whether it touches the plan's metadata or the order of sections.
    public let touchesMetadata: Bool

    public init(
        id: CommitID, parent: CommitID?, author: Author, madeAt: Date, summary: String, nature: ChangeNature,
        inputs: [String], sections: [SectionChange], documents: [String], touchesMetadata: Bool
    ) {
        self.id = id
        self.parent = parent
        self.author = author
        self.madeAt = madeAt
        self.summary = summary
        self.nature = nature
        self.inputs = inputs
        self.sections = sections
        self.documents = documents
        self.touchesMetadata = touchesMetadata
    }
}

/// What one change did to one section, in words.
public struct SectionChange: Equatable, Codable, Sendable {
    public let section: SectionID
    public let kind: Kind
    public let wordsAdded: Int
    public let wordsRemoved: Int

    public init(section: SectionID, kind: Kind, wordsAdded: Int, wordsRemoved: Int) {
        self.section = section
        self.kind = kind
        self.wordsAdded = wordsAdded
        self.wordsRemoved = wordsRemoved
    }

    public enum Kind: String, Codable, Sendable {
        case added, changed, removed
    }
}

/// Who made a change or recorded an act, as git may know them: a function and a pseudonym, never a name.
public struct Author: Equatable, Hashable, Codable, Sendable {
    /// As documents print it, such as "Beleidsadviseur veiligheid".
    public let function: String
    public let role: Role
    /// Stable per person and plan; says nothing to who has no access to the store.
    public let pseudonym: String

    public init(function: String, role: Role, pseudonym: String) {
        self.function = function
        self.role = role
        self.pseudonym = pseudonym
    }
}
