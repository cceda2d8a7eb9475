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
