/// Agendas, decisions and releases, each as far as it still counts.
///
/// A decision falls when the version that it was about is sent back or replaced. One that adopted *as amended* asks for
/// exactly that, so it stands while the new version is made, and so do decisions before it.
extension PlanHistory {
    /// Nil where the body has not decided, or what it decided on is gone.
    func decision(of body: GoverningBody) -> DecisionStanding? {
        guard let (act, points) = lastDecision(of: body), !hasFallen(act) else { return nil }
        var state = DecisionStanding.State(points)
        if state == .awaitsVersion, lackingApprovals(of: act).isEmpty { state = .concluded }
        return DecisionStanding(
            body: body, sequence: act.sequence, date: act.date, text: act.text, points: points, state: state)
    }

    /// Agendas that count for the next decision of the body, or led to the one that stands.
    func schedulings(of body: GoverningBody) -> [ActFact] {
        let start = lastDecisionThatEndedItsAgenda(of: body)
        return facts.acts.filter { act in
            guard case .scheduled(body, _) = act.payload else { return false }
            return act.sequence > start
        }
    }

    /// The final release of the decision of `body` that stands.
    func release(of body: GoverningBody) -> ActFact? {
        guard let decision = decision(of: body), decision.isConcluded else { return nil }
        let amended = decision.points.contains { $0.outcome == .adoptedAsAmended }
        let start = amended ? max(decision.sequence, frozen?.sequence ?? .max) : decision.sequence
        return facts.acts.first { $0.kind == .finalReleased && $0.sequence > start }
    }

    /// A decision that leaves nothing to do but to send sections back.
    var decisionThatMustGoBack: DecisionStanding? {
        GoverningBody.allCases.lazy.compactMap(decision).first { $0.state == .mustGoBack }
    }

    /// Whether the decision is about the frozen version, or the version that its own amendment asked for.
    func isAboutFrozenVersion(_ decision: DecisionStanding) -> Bool {
        guard let frozen else { return false }
        if changes.isSameText(decision.text, frozen.text) { return true }
        return amendments.contains { $0.sequence >= decision.sequence && $0.sequence < frozen.sequence }
    }

    /// What keeps the version that followed an amended decision from being approved; empty when it is.
    func lackingApprovals(of decision: ActFact) -> [Reason] {
        guard let frozen, frozen.sequence > decision.sequence,
            !changes.isSameText(decision.text, frozen.text)
        else { return [Reason("gate.amended-version-missing")] }
        return requiredSignOffs(upTo: stage).compactMap { step in
            // Advice on the draft was given before the freeze; it counts as long as it covers the text.
            let isOfDraft = track(ofStep: step.id).flatMap { definition.stage($0.stage) }?.subject == .sections
            let given = signOffs(on: step).contains { $0.counts && (isOfDraft || $0.sequence > frozen.sequence) }
            return given ? nil : Reason("gate.amended-version-unsigned", ["step": .label(step.label)])
        }
    }

    /// Decisions that adopted as amended.
    private var amendments: [ActFact] {
        facts.acts.filter { act in
            guard case .decided(_, let points) = act.payload else { return false }
            return DecisionStanding.State(points) == .awaitsVersion
        }
    }

    /// The last act of decision of the body, whether it still stands or not.
    func lastDecision(of body: GoverningBody) -> (act: ActFact, points: [PointResult])? {
        for act in facts.acts.reversed() {
            if case .decided(body, let points) = act.payload { return (act, points) }
        }
        return nil
    }

    /// Whether what it was about is gone for another reason than an amendment.
    private func hasFallen(_ decision: ActFact) -> Bool {
        let later = returns.filter { $0.sequence > decision.sequence }
        if later.contains(where: { !servesAmendment($0) }) { return true }
        guard let frozen, frozen.sequence > decision.sequence else { return false }
        let amended = amendments.contains { $0.sequence >= decision.sequence && $0.sequence < frozen.sequence }
        return !amended && !changes.isSameText(decision.text, frozen.text)
    }

    /// A send-back that makes the version that the last decision asked for.
    private func servesAmendment(_ sentBack: ActFact) -> Bool {
        let before = facts.acts.last {
            $0.sequence < sentBack.sequence && ($0.kind == .decided || $0.kind == .finalReleased)
        }
        guard case .decided(_, let points) = before?.payload else { return false }
        return DecisionStanding.State(points) == .awaitsVersion
    }

    /// The sequence of the last decision after which the body's agenda starts anew; 0 where there is none.
    private func lastDecisionThatEndedItsAgenda(of body: GoverningBody) -> Int {
        var last = 0
        for act in facts.acts {
            guard case .decided(body, let points) = act.payload else { continue }
            if hasFallen(act) || [.deferred, .mustGoBack].contains(DecisionStanding.State(points)) {
                last = act.sequence
            }
        }
        return last
    }
}
