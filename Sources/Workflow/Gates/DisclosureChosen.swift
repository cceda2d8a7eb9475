/// It has been chosen what becomes public of the nota and the decision, and the choice is complete.
struct DisclosureChosen: GateCondition {
    static let name = "disclosure-chosen"

    init(_ parameters: ConditionParameters) {}

    func missing(in situation: Situation) -> [Reason] {
        guard let disclosure = situation.history.disclosure else { return [Reason("gate.disclosure-missing")] }
        return disclosure.gaps
    }

    func actors(in situation: Situation) -> [Role] {
        situation.definition.actRoles[.disclosureChosen] ?? []
    }
}

extension Disclosure {
    /// What the choice itself asks for and does not have: the clause of a condition, the ground for what stays closed
    /// (Woo, articles 5.1 and 5.2), as a whole or part by part.
    var gaps: [Reason] {
        if choice == .openAfterCondition, condition.ifWritten == nil {
            return [Reason("gate.disclosure-without-condition")]
        }
        let isGrounded =
            switch choice {
            case .closed: ground.ifWritten != nil
            case .openInPart where closedParts.isEmpty: ground.ifWritten != nil
            default: closedParts.allSatisfy { self.ground(of: $0) != nil }
            }
        return isGrounded ? [] : [Reason("gate.disclosure-without-ground")]
    }
}
