/// How a plan of one type comes about (*werkwijze*): its stages, gates, tracks and deadlines, read from a YAML file.
///
/// A definition that exists is sound: `read(yaml:file:)` is the only way to make one, and it refuses a file with any
/// fault. The order of the stages in the file is the order in which the engine ranks them.
public struct WorkflowDefinition: Sendable {
    /// Short and stable, such as `plan-van-aanpak`; acts name it.
    public let id: String
    /// Counts up with every change of the file; acts name it beside the id.
    public let version: Int
    public let label: LocalizedText
    public let description: LocalizedText?
    /// Documents that belong to a plan of this type, such as the nota.
    public let documents: [DocumentDefinition]
    /// Names of dates that the plan's own planning fills in.
    public let planning: [PlanningDefinition]
    /// Never empty; the first one is where every section starts.
    public let stages: [StageDefinition]
    public let tracks: [TrackDefinition]
    public let deadlines: [DeadlineDefinition]
    /// Who may record acts that belong to no stage and no track.
    public let actRoles: [ActKind: [Role]]

    /// Where new sections begin.
    public var firstStage: StageDefinition { stages[0] }

    public func stage(_ id: StageID) -> StageDefinition? {
        stages.first { $0.id == id }
    }

    /// Place of the stage in the file; higher is further. Nil for a stage that this workflow does not have.
    public func rank(of id: StageID) -> Int? {
        stages.firstIndex { $0.id == id }
    }

    public func track(_ id: String) -> TrackDefinition? {
        tracks.first { $0.id == id }
    }

    /// The step with this id, which is unique over all tracks.
    public func step(_ id: String) -> StepDefinition? {
        tracks.lazy.flatMap(\.steps).first { $0.id == id }
    }

    /// The stage in which the step is done.
    public func stage(ofStep id: String) -> StageDefinition? {
        tracks.first { track in track.steps.contains { $0.id == id } }.flatMap { stage($0.stage) }
    }

    /// The gate of the stage, and of every step that is done in it; their ids are unique together.
    public func clauses(at id: StageID) -> [GateClause] {
        (stage(id)?.gate ?? []) + tracks.filter { $0.stage == id }.flatMap(\.steps).flatMap(\.gate)
    }

    /// Tracks that come before this one: those it waits for, and those of which a gate of its steps asks the sign-offs.
    func predecessors(of track: TrackDefinition) -> [String] {
        let asked = track.steps.flatMap(\.gate).compactMap { ($0.condition as? SignOffsCurrent)?.track }
        return track.after + asked.filter { !track.after.contains($0) && $0 != track.id }
    }

    public func document(_ id: String) -> DocumentDefinition? {
        documents.first { $0.id == id }
    }

    public func deadline(_ id: String) -> DeadlineDefinition? {
        deadlines.first { $0.id == id }
    }

    /// Acts that happen outside stages and tracks, so that a workflow says once who may do them.
    public static let freeActs: Set<ActKind> = [
        .planStarted, .workflowChanged, .disclosureChosen, .conditionFulfilled, .dispositionAdopted, .adviserAsked,
        .held,
        .resumed, .keyRotated,
        .keyRevoked,
    ]

    /// Acts that only happen as a step of a track.
    public static let stepActs: Set<ActKind> = [
        .roundOpened, .roundExtended, .roundClosed, .meetingHeld, .signedOff, .scheduled, .decided, .finalReleased,
        .published,
    ]
}

/// A document that goes with a plan, such as `nota`; its mandatory headings come in as `TextFact`s.
public struct DocumentDefinition: Equatable, Sendable {
    public let id: String
    public let label: LocalizedText
}

/// A date that a plan's own planning gives, such as `council-meeting`; deadlines count from it or back from it.
public struct PlanningDefinition: Equatable, Sendable {
    public let id: String
    public let label: LocalizedText
}
