/// Steps as they are for this plan: those of the workflow, and a paraaf for everybody who was asked beside the route.
extension PlanHistory {
    /// The steps of a track; who was asked comes after the steps of the workflow, in the order of the register.
    func steps(of track: TrackDefinition) -> [StepDefinition] {
        track.steps + requests.filter { $0.track == track.id }.map { $0.step(in: definition) }
    }

    var allSteps: [StepDefinition] { definition.tracks.flatMap(steps) }

    func step(_ id: String) -> StepDefinition? { allSteps.first { $0.id == id } }

    func track(ofStep id: String) -> TrackDefinition? {
        definition.tracks.first { track in steps(of: track).contains { $0.id == id } }
    }

    /// Functions that were asked for a paraaf, also those of whom it is no longer asked.
    var requests: [AdviserRequest] {
        facts.acts.compactMap { act in
            guard case .adviserAsked(let track, let function) = act.payload else { return nil }
            return AdviserRequest(sequence: act.sequence, track: track, function: function)
        }
    }

    /// The act by which a step was skipped, as long as it holds.
    ///
    /// Sections that are sent back to the stage of the step, or past it, end it: what was passed over once must be
    /// looked at again. Asking an adviser is over once it was withdrawn; whoever wants the paraaf after all asks anew.
    func skip(of step: StepDefinition) -> ActFact? {
        guard let act = facts.acts.last(where: { $0.payload == .stepSkipped(step: step.id) }) else { return nil }
        if step.function != nil { return act }
        guard let stage = definition.stage(ofStep: step.id), let rank = definition.rank(of: stage.id) else {
            return nil
        }
        let isUndone = facts.acts.contains { later in
            guard case .sentBack(_, let to) = later.payload, later.sequence > act.sequence else { return false }
            return (definition.rank(of: to) ?? 0) <= rank
        }
        return isUndone ? nil : act
    }
}

/// A function that was asked for a paraaf beside the route (*gevraagd advies*).
public struct AdviserRequest: Equatable, Sendable {
    /// The act that asked.
    public let sequence: Int
    /// The route beside which it was asked.
    public let track: String
    public let function: String

    public init(sequence: Int, track: String, function: String) {
        self.sequence = sequence
        self.track = track
        self.function = function
    }

    /// The roles in which a function can be asked; a partner or resident reacts in a round.
    public static let roles: [Role] = [.adviser, .portfolioHolder, .secretary, .editor]

    /// The step that a paraaf names. No id in a workflow file holds a colon, so it can be no other step's.
    public var stepID: String { Self.prefix + String(sequence) }

    private static let prefix = "asked:"

    /// Whether a step that an act names is a paraaf that was asked, and none of a workflow.
    public static func isStep(_ id: String) -> Bool { id.hasPrefix(prefix) }

    func step(in definition: WorkflowDefinition) -> StepDefinition {
        StepDefinition(
            id: stepID, label: LocalizedText(nl: function), act: .signedOff, roles: Self.roles, body: nil,
            isRequired: true, isRepeatable: false, gate: [], skip: definition.actRoles[.adviserAsked] ?? [],
            allowsBulk: true, function: function)
    }
}
