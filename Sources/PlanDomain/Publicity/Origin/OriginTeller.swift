import Workflow

/// Picks from the register what readers of one version are told, in the order in which it happened.
///
/// A kind of act that is not named here is not told: a new one stays inside until somebody decides otherwise.
struct OriginTeller {
    let edition: PlanEdition
    let publicity: Publicity
    let definition: WorkflowDefinition
    /// In the order of the register.
    let acts: [Act]
    let tallies: [RoundTally]
    let time: OfficeTime

    /// What came after the version is about another text, except a decision that the version rests on.
    func moments() -> [PlanOrigin.Moment] {
        let version = edition.version
        let told = acts.filter { $0.sequence <= version.lastAct || version.decisions.contains($0.sequence) }
        return told.compactMap { act in
            event(of: act).map { PlanOrigin.Moment(act: act.sequence, day: act.day(time), event: $0) }
        }
    }

    private func event(of act: Act) -> PlanOrigin.Event? {
        switch act.payload {
        case .planStarted: .started
        case .roundOpened: round(openedBy: act).map(PlanOrigin.Event.consulted)
        case .meetingHeld(_, let body): .met(body)
        case .decided(let body, _): decision(of: body, act).map(PlanOrigin.Event.decided)
        case .finalReleased: isOfThisVersion(released: act) ? .released : nil
        case .stageMoved(_, let to): arrival(at: to)
        case .sentBack(let from, _): definition.stage(from)?.isCouncils(in: definition) == true ? .takenBack : nil
        case .conditionFulfilled: .conditionFulfilled
        case .published: .published
        default: nil
        }
    }

    private func round(openedBy act: Act) -> PlanOrigin.ConsultedRound? {
        for version in publicity.consulted where version.act == act.sequence {
            guard case .consultation(let round) = version.kind else { continue }
            return PlanOrigin.ConsultedRound(round: round, tally: tallies.first { $0.round == round.id })
        }
        return nil
    }

    /// The council decides in public; of the board only what led to this version is told.
    private func decision(of body: GoverningBody, _ act: Act) -> PlanEdition.Decision? {
        if let decision = edition.decisions.first(where: { $0.act == act.sequence }) { return decision }
        return body == .raad ? PlanEdition.Decision(act, time) : nil
    }

    private func isOfThisVersion(released act: Act) -> Bool {
        let decision = acts.last {
            if case .decided(.college, _) = $0.payload { $0.sequence < act.sequence } else { false }
        }
        return decision.map { edition.version.decisions.contains($0.sequence) } ?? false
    }

    private func arrival(at id: StageID) -> PlanOrigin.Event? {
        guard let stage = definition.stage(id) else { return nil }
        return stage.isCouncils(in: definition) ? .offeredToCouncil : stage.isEnd ? .settled : nil
    }
}
