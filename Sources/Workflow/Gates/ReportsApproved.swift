/// Every session that took place has a report that somebody else than its writer approved.
struct ReportsApproved: GateCondition {
    static let name = "reports-approved"

    init(_ parameters: ConditionParameters) {}

    /// By their days: of a closed session the title says more than a gate may.
    func missing(in situation: Situation) -> [Reason] {
        let days = situation.facts.unreportedSessions ?? []
        guard !days.isEmpty else { return [] }
        return [
            Reason("gate.reports-missing", ["count": .number(days.count), "days": .list(days.map { .date($0) })])
        ]
    }

    func isKnown(in situation: Situation) -> Bool { situation.facts.unreportedSessions != nil }

    func actors(in situation: Situation) -> [Role] { situation.roles(of: .meetingHeld) }
}
