/// Whether an act may be recorded.
extension WorkflowEngine {
    /// Why the act may not be recorded now; nil when it may.
    ///
    /// One reason at a time, the first that somebody must solve. Whether the person holds the role that is named, and
    /// may act for who they say, is for the caller to know.
    public func refusal(of act: ProposedAct, given facts: PlanFacts, on today: CalendarDate) -> Reason? {
        let question = ActQuestion(
            act: act, history: PlanHistory(definition: definition, facts: facts), engine: self, today: today)
        return question.refusal()
    }

    /// Why the text may not be changed now; nil when it may.
    ///
    /// A version that bodies decide on stands still until it is sent back: a change beside it would be text that nobody
    /// decided on.
    public func refusalOfChange(given facts: PlanFacts) -> Reason? {
        let history = PlanHistory(definition: definition, facts: facts)
        guard let frozen = history.frozen else { return nil }
        let stage = definition.stage(history.stage).map { Reason.Argument.label($0.label) } ?? .text("")
        return Reason("refusal.text-frozen", ["stage": stage, "since": .date(frozen.date)])
    }
}

/// One proposed act, held against everything that is known.
struct ActQuestion {
    let act: ProposedAct
    let history: PlanHistory
    let engine: WorkflowEngine
    let today: CalendarDate

    var definition: WorkflowDefinition { history.definition }

    func refusal() -> Reason? {
        refusalOfStart() ?? refusalOfDate() ?? refusalOfActor() ?? refusalOfSections() ?? refusalUntilSentBack()
            ?? refusalOfPayload()
    }

    private func refusalOfStart() -> Reason? {
        if case .planStarted(let workflow, let version) = act.payload {
            if history.isStarted { return Reason("refusal.already-started") }
            return refusalOfWorkflow(workflow, version)
        }
        return history.isStarted ? nil : Reason("refusal.not-started")
    }

    /// Official dates never run ahead of the clock, nor back in the register. A decision bears the day of its meeting, and so
    /// does a session: what was worked on since, before somebody recorded it, does not stand in its way.
    private func refusalOfDate() -> Reason? {
        guard let date = act.date else { return nil }
        if date > today { return Reason("refusal.date-in-future", ["date": .date(date)]) }
        guard let last = history.facts.acts.filter(precedesByDate).compactMap(\.date).max(), date < last else {
            return nil
        }
        return Reason("refusal.date-before-last-act", ["date": .date(date), "last": .date(last)])
    }

    private func precedesByDate(_ earlier: ActFact) -> Bool {
        switch act.payload.kind {
        case .decided: Self.beforeDecision.contains(earlier.kind)
        case .meetingHeld: earlier.kind == .planStarted
        default: true
        }
    }

    /// Acts that a decision is built on, and so never lies before.
    private static let beforeDecision: Set<ActKind> = [
        .planStarted, .stageMoved, .sentBack, .signedOff, .scheduled, .decided, .finalReleased, .published,
    ]

    private func refusalOfActor() -> Reason? {
        if act.function.allSatisfy(\.isWhitespace) { return Reason("refusal.no-function") }
        guard let roles = definition.actRoles[act.payload.kind] else { return nil }
        return refusalOfRole(among: roles)
    }

    private func refusalOfSections() -> Reason? {
        let known = Set(history.facts.sections.map(\.id))
        let unknown = act.sections.filter { !known.contains($0) }
        if !unknown.isEmpty {
            return Reason(
                "refusal.unknown-sections",
                ["sections": .list(unknown.map { .text($0) }), "count": .number(unknown.count)])
        }
        if Set(act.sections).count < act.sections.count { return Reason("refusal.sections-twice") }
        return nil
    }

    /// What was taken back or referred back stands still until sections are sent back.
    private func refusalUntilSentBack() -> Reason? {
        guard let decision = history.decisionThatMustGoBack else { return nil }
        switch act.payload.kind {
        case .sentBack, .keyRotated, .keyRevoked, .workflowChanged: return nil
        default: return Reason("refusal.send-back-first", ["body": decision.body.asArgument])
        }
    }

    private func refusalOfPayload() -> Reason? {
        switch act.payload {
        case .planStarted: nil
        case .workflowChanged(let workflow, let version): refusalOfWorkflow(workflow, version)
        case .stageMoved(let from, let to): refusalOfMove(from: from, to: to)
        case .sentBack(let from, let to): refusalOfSendBack(from: from, to: to)
        case .gateOverridden(let stage, let condition): refusalOfOverride(stage: stage, condition: condition)
        case .roundOpened(let round, _, let from, let until, _): refusalOfRound(opened: round, from: from, until: until)
        case .roundExtended(let round, let until): refusalOfRound(extended: round, until: until)
        case .roundClosed(let round): refusalOfRound(closed: round)
        case .meetingHeld(let meeting, let body): refusalOfMeeting(meeting, body)
        case .signedOff(let step, let verdict): refusalOfSignOff(step: step, verdict: verdict)
        case .scheduled(let body, let meeting): refusalOfScheduling(body, meeting)
        case .decided(let body, let points): refusalOfStep(.decided, body) ?? refusalOfPoints(points, of: body)
        case .finalReleased: refusalOfRelease()
        case .published: refusalOfStep(.published)
        case .disclosureChosen(let disclosure): refusalOfDisclosure(disclosure)
        case .conditionFulfilled(let condition): refusalOfFulfilment(condition)
        case .dispositionAdopted(let input, let seal): refusalOfDisposition(of: input, seal: seal)
        case .stepSkipped(let step): refusalOfSkip(step: step)
        case .adviserAsked(let track, let function): refusalOfAsking(function, beside: track)
        case .held: refusalOfHold()
        case .resumed: refusalOfResuming()
        case .keyRotated(let from, let to): from == to ? Reason("refusal.same-key") : nil
        case .keyRevoked: nil
        }
    }

    /// A register that starts with a workflow, or changes to one, is held against that very workflow.
    private func refusalOfWorkflow(_ workflow: String, _ version: Int) -> Reason? {
        guard workflow != definition.id || version != definition.version else { return nil }
        return Reason(
            "refusal.other-workflow",
            ["workflow": .text("\(workflow) \(version)"), "loaded": .text("\(definition.id) \(definition.version)")])
    }

    func refusalOfRole(among roles: [Role]) -> Reason? {
        if roles.contains(act.role) { return nil }
        return Reason(
            "refusal.wrong-role",
            [
                "act": act.payload.kind.asArgument, "role": .role(act.role), "roles": .list(roles.map { .role($0) }),
            ])
    }
}

extension ActKind {
    /// The name of the act, for use inside another phrase.
    var asArgument: Reason.Argument { .phrase(Reason("act." + rawValue)) }
}

extension GoverningBody {
    /// The body with its article, for use inside another phrase.
    var asArgument: Reason.Argument { .phrase(Reason("the-body." + rawValue)) }
}
