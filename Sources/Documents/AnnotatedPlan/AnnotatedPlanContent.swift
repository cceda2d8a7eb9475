import Foundation
import PlanDomain
import Workflow

/// A plan with how it came about (*geannoteerd plan*): its text, and with each section who changed what, when and why,
/// which inputs were carried out and which acts were about it.
///
/// Sections that were removed keep their history here, and so do changes that touched no section: nothing that was done
/// to the plan is out of the reader's sight.
public struct AnnotatedPlanContent: Equatable, Sendable {
    public let title: String
    public let municipality: String
    public let typeLabel: LocalizedText
    public let details: Details
    public let version: Version
    public let organisations: [String]
    public let chapters: [ChapterContent]
    /// Sections that are no longer in the text, by id.
    public let removedSections: [RemovedSection]
    /// Changes of metadata and of the documents, oldest first.
    public let otherChanges: [ChangeLine]
    /// All acts in the order of the register.
    public let acts: [ActLine]
    /// Names of the stages of the workflow in force.
    public let stageLabels: [StageID: LocalizedText]
    /// Names of the steps of the workflow in force.
    public let stepLabels: [String: LocalizedText]
    /// For whom the consultation rounds were held, by the id that acts name them by.
    public let roundAudiences: [String: LocalizedText]
    public let provenance: Provenance

    public struct Details: Equatable, Sendable {
        public let period: String?
        public let programme: String?
        public let team: String?
        public let portfolioHolder: String?
        public let number: String?
        public let follows: PlanID?
    }

    /// How far the plan is and which text this is.
    public struct Version: Equatable, Sendable {
        /// Nil where the workflow in force does not know the stage.
        public let stage: LocalizedText?
        public let text: CommitID
        /// The moment of the last change in it.
        public let changedAt: Date?
        public let lastAct: Int
    }

    public struct ChapterContent: Equatable, Sendable {
        public let id: String
        public let heading: NumberedHeading?
        public let sections: [SectionContent]
    }

    public struct SectionContent: Equatable, Sendable {
        public let id: SectionID
        public let heading: NumberedHeading?
        /// The function that writes it.
        public let owner: String?
        /// Nil where the workflow in force does not know its stage.
        public let stage: LocalizedText?
        public let passage: Passage
        /// Oldest first.
        public let changes: [ChangeLine]
        /// Acts that name this section, as lines of ``AnnotatedPlanContent/acts``.
        public let acts: [ActLine]
    }

    public struct RemovedSection: Equatable, Sendable {
        public let id: SectionID
        public let changes: [ChangeLine]
        public let acts: [ActLine]
    }
}

/// A title with the number that it bears in this text.
public struct NumberedHeading: Equatable, Sendable {
    /// Nil where it bears none.
    public let number: String?
    /// In Markdown; it may hold emphasis.
    public let title: String
    /// Without its marks, for the table of contents.
    public let plainTitle: String

    init(_ heading: Heading, number: String?) {
        self.number = number
        title = heading.title
        plainTitle = heading.plainTitle
    }
}

/// One change as readers of a plan see it.
public struct ChangeLine: Equatable, Sendable {
    public let commit: CommitID
    public let madeAt: Date
    public let function: String
    public let summary: String
    public let nature: ChangeNature
    public let inputs: [String]
    /// Whether it carries out something that was said behind closed doors, of which no number is given.
    public let isFromClosedSession: Bool
    /// What it did to the section that it is listed with; nil where it is listed with none.
    public let words: SectionChange?
    /// Names of the documents that it touched, where it is listed with no section.
    public let documents: [String]
    public let touchesMetadata: Bool
}

/// One act of the register with the reason that was given for it.
public struct ActLine: Equatable, Sendable {
    public let sequence: Int
    public let payload: ActPayload
    /// The condition that it set aside or fulfilled.
    public let condition: ConditionText?
    public let line: FunctionLine
    public let recordedAt: Date
    /// Titles of the sections that it is about; empty for the plan as a whole.
    public let sectionTitles: [String]
    /// Whether these are all the sections that the text now has.
    public let isAboutAllSections: Bool
    public let text: CommitID
    public let reason: RecordedReason?

    init(_ entry: RegisterView.Entry, condition: ConditionText?, sections: Set<SectionID>) {
        sequence = entry.act.sequence
        payload = entry.act.payload
        self.condition = condition
        line = FunctionLine(entry.act)
        recordedAt = entry.act.recordedAt
        sectionTitles = entry.sectionTitles
        isAboutAllSections = sections.count > 1 && sections.isSubset(of: entry.act.sections)
        text = entry.act.text
        reason = entry.reason
    }
}
