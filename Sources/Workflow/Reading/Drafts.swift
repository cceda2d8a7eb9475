/// What the reader has made of one stage, with the lines that the checks need to point at.
struct StageDraft {
    var id: Located<StageID>
    var label: LocalizedText
    var description: LocalizedText
    var subject: StageDefinition.Subject
    var next: [Located<String>]
    var movedBy: [Located<Role>]
    /// Line of `moved-by`; nil where there is none.
    var movedByLine: Int?
    var gate: [ClauseDraft]
    /// Line of `gate`; nil where there is none.
    var gateLine: Int?
    var sendBack: SendBackDraft?

    struct SendBackDraft {
        var line: Int
        var targets: [Located<String>]
        var roles: [Located<Role>]
    }

    var definition: StageDefinition {
        StageDefinition(
            id: id.value, label: label, description: description, subject: subject,
            next: next.map { StageID($0.value) }, movedBy: movedBy.map(\.value), gate: gate.map(\.definition),
            sendBack: sendBack.map {
                .init(targets: $0.targets.map { StageID($0.value) }, roles: $0.roles.map(\.value))
            })
    }
}

/// One line of a gate as it was read.
struct ClauseDraft {
    var id: Located<String>
    var condition: any GateCondition
    var parameters: ConditionParameters
    var actors: [Located<Role>]
    var override: [Located<Role>]

    var definition: GateClause {
        GateClause(
            id: id.value, condition: condition, actors: actors.map(\.value), override: override.map(\.value))
    }
}

struct TrackDraft {
    var id: Located<String>
    var label: LocalizedText
    var stage: Located<String>
    var after: [Located<String>]
    var order: TrackDefinition.Order
    var goesOn: Bool
    var steps: [StepDraft]

    var definition: TrackDefinition {
        TrackDefinition(
            id: id.value, label: label, stage: StageID(stage.value), after: after.map(\.value), order: order,
            goesOn: goesOn, steps: steps.map(\.definition))
    }
}

struct StepDraft {
    var id: Located<String>
    var label: LocalizedText
    var act: Located<ActKind>
    var roles: [Located<Role>]
    var body: Located<GoverningBody>?
    var isRequired: Bool
    var isRepeatable: Bool
    var gate: [ClauseDraft]
    var skip: [Located<Role>]
    var allowsBulk: Located<Bool>?

    var definition: StepDefinition {
        StepDefinition(
            id: id.value, label: label, act: act.value, roles: roles.map(\.value), body: body?.value,
            isRequired: isRequired, isRepeatable: isRepeatable, gate: gate.map(\.definition), skip: skip.map(\.value),
            allowsBulk: allowsBulk?.value ?? true, function: nil)
    }
}

struct DeadlineDraft {
    var id: Located<String>
    var label: LocalizedText
    var stage: Located<String>
    var step: Located<String>?
    var count: Int
    var unit: DeadlineDefinition.Unit
    var anchor: Located<DeadlineDefinition.Anchor>
    var skipsRecess: Bool
    var isLegal: Bool

    var definition: DeadlineDefinition {
        DeadlineDefinition(
            id: id.value, label: label, stage: StageID(stage.value), step: step?.value, count: count, unit: unit,
            anchor: anchor.value, skipsRecess: skipsRecess, isLegal: isLegal)
    }
}

/// A whole file as it was read, before the checks that look across its parts.
struct WorkflowDraft {
    var documents: [Located<DocumentDefinition>] = []
    var planning: [Located<PlanningDefinition>] = []
    var stages: [StageDraft] = []
    /// Line of the key `stages`.
    var stagesLine = 1
    var tracks: [TrackDraft] = []
    var deadlines: [DeadlineDraft] = []
    var actRoles: [ActKind: [Role]] = [:]

    func rank(of stage: String) -> Int? {
        stages.firstIndex { $0.id.value.rawValue == stage }
    }

    func track(_ id: String) -> TrackDraft? {
        tracks.first { $0.id.value == id }
    }
}
