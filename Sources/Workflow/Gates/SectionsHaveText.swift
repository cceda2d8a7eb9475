/// Every section that goes on has something under its heading.
struct SectionsHaveText: GateCondition {
    static let name = "sections-have-text"

    init(_ parameters: ConditionParameters) {}

    func missing(in situation: Situation) -> [Reason] {
        guard !situation.facts.sections.isEmpty else { return [Reason("gate.no-sections")] }
        let empty = situation.sections.filter { !$0.hasText }
        return empty.isEmpty ? [] : [Reason("gate.sections-without-text", empty.asArguments)]
    }

    func actors(in situation: Situation) -> [Role] { [.drafter] }
}
