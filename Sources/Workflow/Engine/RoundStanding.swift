/// A round of consultation as its acts tell it.
public struct RoundStanding: Equatable, Sendable {
    public let id: String
    public let audience: LocalizedText
    public let from: CalendarDate
    /// The last day, with every extension.
    public let until: CalendarDate
    /// Whether the law sets its term, so that it cannot be closed sooner.
    public let isStatutory: Bool
    public let isClosed: Bool
}

extension PlanHistory {
    /// Rounds in the order in which they were opened.
    var rounds: [RoundStanding] {
        var rounds: [RoundStanding] = []
        for act in facts.acts {
            switch act.payload {
            case .roundOpened(let id, let audience, let from, let until, let isStatutory):
                rounds.append(
                    RoundStanding(
                        id: id, audience: audience, from: from, until: until, isStatutory: isStatutory, isClosed: false)
                )
            case .roundExtended(let id, let until): replace(id, in: &rounds) { $0.extended(to: until) }
            case .roundClosed(let id): replace(id, in: &rounds) { $0.closed() }
            default: break
            }
        }
        return rounds
    }

    private func replace(_ id: String, in rounds: inout [RoundStanding], _ change: (RoundStanding) -> RoundStanding) {
        guard let index = rounds.lastIndex(where: { $0.id == id }) else { return }
        rounds[index] = change(rounds[index])
    }
}

extension RoundStanding {
    fileprivate func extended(to day: CalendarDate) -> RoundStanding {
        RoundStanding(
            id: id, audience: audience, from: from, until: day, isStatutory: isStatutory, isClosed: isClosed)
    }

    fileprivate func closed() -> RoundStanding {
        RoundStanding(
            id: id, audience: audience, from: from, until: until, isStatutory: isStatutory, isClosed: true)
    }
}

/// Rounds of one step: a plan may ask people in more than one stage, and what was asked in one is not done in another.
extension PlanHistory {
    /// Done when every round that was opened in the stage of the step is closed again.
    func roundResult(_ step: StepDefinition) -> StepResult {
        let opened = facts.acts.compactMap { act in
            if case .roundOpened(let id, _, _, _, _) = act.payload, isOfStage(of: step, act) { id } else { nil }
        }
        let rounds = rounds.filter { opened.contains($0.id) }
        let acts = roundActs(of: step)
        guard !rounds.isEmpty, rounds.allSatisfy(\.isClosed) else { return StepResult(.undone, acts: acts) }
        return StepResult(.done, acts: acts)
    }

    func roundActs(of step: StepDefinition) -> [ActFact] {
        facts.acts.filter { $0.kind == step.act && isOfStage(of: step, $0) }
    }

    /// Whether the stage of a step is the last one with rounds that the plan had come to at an act.
    private func isOfStage(of step: StepDefinition, _ act: ActFact) -> Bool {
        let arrivals = definition.tracks.filter { track in track.steps.contains { $0.act == .roundOpened } }
            .compactMap { track in firstArrivals[track.stage].map { (track.stage, $0) } }
        let present = arrivals.filter { $0.1 < act.sequence }.max { $0.1 < $1.1 }
        return present?.0 == definition.stage(ofStep: step.id)?.id
    }
}
