import Foundation
import Workflow

/// What git says, kept in tables so that no reader waits for git. Never the owner of a fact: it can be cleared and made
/// again from the repositories, to the same digest.
public protocol ProjectionStore: Sendable {
    /// What has been applied of a plan; nil when nothing was.
    func projectedHeads(of plan: PlanID) async throws -> PlanHeads?
    /// Applies an update with its heads in one transaction. `conflict` when the plan does not stand at `update.after`.
    func apply(_ update: ProjectionUpdate) async throws
    /// Forgets the projection of one plan; witness, reasons, organisations and settings stay.
    func clearProjection(of plan: PlanID) async throws
    /// The plans that are projected, by id.
    func projectedPlans() async throws -> [PlanID]
    /// Every projected row of a plan as one line of text, in a fixed order: what two projections are compared by.
    func projectionRows(of plan: PlanID) async throws -> [String]

    func summaries() async throws -> [PlanSummary]
    /// Nil when there is no such plan.
    func projectedPlan(_ plan: PlanID) async throws -> ProjectedPlan?
    /// Changes, newest first; of one section when it is given.
    func changes(of plan: PlanID, section: SectionID?) async throws -> [Change]
    /// Acts in the order of the register.
    func acts(of plan: PlanID) async throws -> [Act]
}

/// What to apply to a projection, and what it must have applied before.
public struct ProjectionUpdate: Equatable, Sendable {
    public let plan: PlanID
    /// Nil when the projection of this plan starts from nothing.
    public let after: PlanHeads?
    public let projected: ProjectedPlan
    /// The new changes, oldest first.
    public let changes: [Change]
    /// The new acts, in order.
    public let acts: [Act]

    public init(plan: PlanID, after: PlanHeads?, projected: ProjectedPlan, changes: [Change], acts: [Act]) {
        self.plan = plan
        self.after = after
        self.projected = projected
        self.changes = changes
        self.acts = acts
    }
}

/// A plan as it stands at its heads, without the words of its sections.
public struct ProjectedPlan: Equatable, Sendable {
    public let id: PlanID
    public let heads: PlanHeads
    public let metadata: PlanMetadata
    /// The plan's stage: that of its least advanced section.
    public let stage: StageID
    public let stageLabel: LocalizedText
    public let typeLabel: LocalizedText
    /// In reading order.
    public let sections: [ProjectedSection]
    /// The mandatory texts of its documents, in order.
    public let texts: [TextFact]
    public let versions: [VersionTag]

    public init(
        id: PlanID, heads: PlanHeads, metadata: PlanMetadata, stage: StageID, stageLabel: LocalizedText,
        typeLabel: LocalizedText, sections: [ProjectedSection], texts: [TextFact], versions: [VersionTag]
    ) {
        self.id = id
        self.heads = heads
        self.metadata = metadata
        self.stage = stage
        self.stageLabel = stageLabel
        self.typeLabel = typeLabel
        self.sections = sections
        self.texts = texts
        self.versions = versions
    }
}

public struct ProjectedSection: Equatable, Sendable {
    public let id: SectionID
    public let chapter: String
    public let chapterTitle: String?
    public let chapterNumber: String?
    public let title: String
    /// As printed, such as `2.3`; nil where the section bears none.
    public let number: String?
    public let owner: String?
    public let hasText: Bool
    public let words: Int
    public let stage: StageID

    public init(
        id: SectionID, chapter: String, chapterTitle: String?, chapterNumber: String?, title: String, number: String?,
        owner: String?, hasText: Bool, words: Int, stage: StageID
    ) {
        self.id = id
        self.chapter = chapter
        self.chapterTitle = chapterTitle
        self.chapterNumber = chapterNumber
        self.title = title
        self.number = number
        self.owner = owner
        self.hasText = hasText
        self.words = words
        self.stage = stage
    }
}

/// A line of the list of plans.
public struct PlanSummary: Equatable, Sendable {
    public let id: PlanID
    public let title: String
    public let type: String
    public let typeLabel: LocalizedText
    public let stage: StageID
    public let stageLabel: LocalizedText
    public let municipality: String?
    public let period: String?
    public let sectionCount: Int
    public let changedAt: Date?
    /// The plan that this one continues.
    public let follows: PlanID?

    public init(
        id: PlanID, title: String, type: String, typeLabel: LocalizedText, stage: StageID, stageLabel: LocalizedText,
        municipality: String?, period: String?, sectionCount: Int, changedAt: Date?, follows: PlanID?
    ) {
        self.id = id
        self.title = title
        self.type = type
        self.typeLabel = typeLabel
        self.stage = stage
        self.stageLabel = stageLabel
        self.municipality = municipality
        self.period = period
        self.sectionCount = sectionCount
        self.changedAt = changedAt
        self.follows = follows
    }
}
