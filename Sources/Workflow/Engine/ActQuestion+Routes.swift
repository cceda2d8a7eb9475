/// Passing a step over, asking somebody beside the route, and standing still.
extension ActQuestion {
    /// Only a step that names who may, while its stage is there, and never over an objection.
    func refusalOfSkip(step id: String) -> Reason? {
        guard let step = history.step(id), let track = history.track(ofStep: id),
            let standing = TrackProgress(history: history, calendar: engine.calendar, today: today).standing(of: step)
        else { return Reason("refusal.unknown-step", ["step": .text(id)]) }
        let label: [String: Reason.Argument] = ["step": .label(step.label)]
        guard !step.skip.isEmpty else { return Reason("refusal.no-skip", label) }
        if let refusal = refusalOfRole(among: step.skip) { return refusal }
        switch standing.state {
        case .done, .skipped: return refusalOfTurn(standing)
        case .blocked: return Reason("refusal.skip-objection", label)
        case .waiting where step.function == nil && TrackAvailability(of: track, in: history).isNotReached:
            return refusalOfTurn(standing)
        case .waiting, .open: break
        }
        if standing.signOffs.contains(where: \.isObjection) { return Reason("refusal.skip-objection", label) }
        return refusalWithoutReason()
    }

    /// Beside a route that is not over, and each function once at a time.
    func refusalOfAsking(_ function: String, beside id: String) -> Reason? {
        guard let track = definition.track(id), track.steps.contains(where: { $0.act == .signedOff }) else {
            return Reason("refusal.no-route", ["track": .text(definition.track(id)?.label.nl ?? id)])
        }
        if function.allSatisfy(\.isWhitespace) { return Reason("refusal.no-function") }
        if TrackProgress(history: history, calendar: engine.calendar, today: today).isOver(track) {
            return Reason("refusal.route-over", ["track": .label(track.label)])
        }
        let isAsked = history.steps(of: track).contains { $0.function == function && history.skip(of: $0) == nil }
        return isAsked ? Reason("refusal.already-asked", ["function": .text(function)]) : nil
    }

    /// What stands still already cannot be held again.
    func refusalOfHold() -> Reason? {
        if history.places.values.allSatisfy({ definition.stage($0.stage)?.isEnd ?? true }) {
            return Reason("refusal.nothing-to-hold")
        }
        let named = history.facts.sections.filter { act.sections.contains($0.id) }
        let holds = history.holds
        let isHeld = holds.contains(where: \.isOfWholePlan) || named.contains { history.hold(on: [$0]) != nil }
        return isHeld ? Reason("refusal.already-held") : refusalWithoutReason()
    }

    /// Only what stands still goes on; of a plan that is held as a whole, no part goes on alone.
    func refusalOfResuming() -> Reason? {
        let holds = history.holds
        guard !holds.isEmpty else { return Reason("refusal.not-held") }
        let held = Set(holds.flatMap(\.sections))
        let strangers = history.facts.sections.filter { act.sections.contains($0.id) && !held.contains($0.id) }
        return strangers.isEmpty ? nil : Reason("refusal.sections-not-held", strangers.asArguments)
    }
}
