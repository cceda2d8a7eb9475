/// What the register says of one step, apart from whose turn it is.
struct StepResult: Sendable {
    let state: State
    /// Why it is not done, where there is more to say than that nobody did it.
    var reasons: [Reason] = []
    /// The acts that count.
    var acts: [ActFact] = []
    var signOffs: [SignOffStanding] = []

    enum State: Sendable { case undone, done, blocked, skipped }

    init(_ state: State, reasons: [Reason] = [], acts: [ActFact] = [], signOffs: [SignOffStanding] = []) {
        self.state = state
        self.reasons = reasons
        self.acts = acts
        self.signOffs = signOffs
    }

    /// Done as soon as one act counts.
    init(acts: [ActFact]) {
        self.init(acts.isEmpty ? .undone : .done, acts: acts)
    }
}

extension PlanHistory {
    /// What the acts so far make of the step; only acts that still count, count.
    func result(of step: StepDefinition) -> StepResult {
        let result = resultOfActs(step)
        guard result.state == .undone, let skip = skip(of: step) else { return result }
        let key = step.function == nil ? "step.skipped" : "step.withdrawn"
        return StepResult(
            .skipped, reasons: [Reason(key, ["function": .text(skip.function)])], acts: [skip],
            signOffs: result.signOffs)
    }

    private func resultOfActs(_ step: StepDefinition) -> StepResult {
        switch step.act {
        case .signedOff: signOffResult(step)
        case .scheduled: StepResult(acts: step.body.map(schedulings) ?? [])
        case .decided: step.body.map(decisionResult) ?? StepResult(.undone)
        case .finalReleased: StepResult(acts: step.body.flatMap(release).map { [$0] } ?? [])
        case .published: publicationResult()
        case .roundOpened, .roundExtended: StepResult(acts: roundActs(of: step))
        case .roundClosed: roundResult(step)
        case .meetingHeld: StepResult(acts: meetings(of: step.body, since: definition.stage(ofStep: step.id)))
        default: StepResult(acts: facts.acts.filter { $0.kind == step.act })
        }
    }

    /// A body that adopted as amended may decide again, on the new version and from a new agenda.
    func mayDecideAgain(_ body: GoverningBody) -> Bool {
        guard let decision = decision(of: body), decision.state == .awaitsVersion else { return false }
        return schedulings(of: body).contains { $0.sequence > decision.sequence }
    }

    /// An objection blocks, whoever else agreed; one paraaf that counts is enough.
    private func signOffResult(_ step: StepDefinition) -> StepResult {
        let given = signOffs(on: step)
        let acts = facts.acts.filter { act in given.contains { $0.sequence == act.sequence } }
        let objections = given.filter(\.isObjection)
        guard objections.isEmpty else {
            return StepResult(.blocked, reasons: objections.map { $0.objection(to: step) }, acts: acts, signOffs: given)
        }
        if given.contains(where: \.counts) { return StepResult(.done, acts: acts, signOffs: given) }
        return StepResult(.undone, reasons: given.map { $0.staleness(on: step) }, acts: acts, signOffs: given)
    }

    private func decisionResult(_ body: GoverningBody) -> StepResult {
        guard let decision = decision(of: body) else { return StepResult(.undone) }
        let acts = facts.acts.filter { $0.sequence == decision.sequence }
        let arguments: [String: Reason.Argument] = ["body": body.asArgument]
        switch decision.state {
        case .concluded: return StepResult(.done, acts: acts)
        case .awaitsVersion:
            return StepResult(.blocked, reasons: [Reason("step.awaits-version", arguments)], acts: acts)
        case .deferred: return StepResult(.undone, reasons: [Reason("step.deferred", arguments)])
        case .mustGoBack: return StepResult(.blocked, reasons: [Reason("step.must-go-back", arguments)], acts: acts)
        }
    }

    /// What was chosen to stay closed is never published.
    private func publicationResult() -> StepResult {
        if let publication { return StepResult(.done, acts: [publication]) }
        guard disclosure?.choice == .closed else { return StepResult(.undone) }
        return StepResult(.skipped, reasons: [Reason("step.not-disclosed")])
    }
}

extension SignOffStanding {
    /// That the function does not agree.
    func objection(to step: StepDefinition) -> Reason {
        Reason("gate.objection", ["step": .label(step.label), "function": .text(function)])
    }

    /// Why a paraaf that was given does not count for the present text.
    func staleness(on step: StepDefinition) -> Reason {
        guard case .stale(let changes) = coverage else { return objection(to: step) }
        return Reason(
            "gate.sign-off-stale",
            ["step": .label(step.label), "function": .text(function), "count": .number(changes.count)])
    }
}
