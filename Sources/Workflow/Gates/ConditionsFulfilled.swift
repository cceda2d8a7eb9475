/// Nothing stands in the way of publication: it was chosen what becomes public, and a condition that was set is
/// fulfilled.
struct ConditionsFulfilled: GateCondition {
    static let name = "conditions-fulfilled"

    init(_ parameters: ConditionParameters) {}

    func missing(in situation: Situation) -> [Reason] {
        let history = situation.history
        guard let disclosure = history.disclosure else { return [Reason("gate.disclosure-missing")] }
        if disclosure.choice == .closed { return [Reason("gate.not-disclosed")] }
        return history.conditions.sorted { $0.key < $1.key }.filter { !history.isFulfilled($0.key) }.map {
            Reason("gate.condition-unfulfilled", ["condition": .text($0.value)])
        }
    }

    func actors(in situation: Situation) -> [Role] {
        situation.definition.actRoles[.conditionFulfilled] ?? []
    }
}
