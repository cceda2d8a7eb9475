/// Every input was judged and has an adopted disposition that nobody disputes, each that is taken over, as a whole or in
/// part, is carried out by a change whose words still stand, and the passages that inputs are about are known to stand
/// somewhere or to be gone.
struct InputsDisposed: GateCondition {
    static let name = "inputs-disposed"
    /// More numbers than this make a sentence that nobody reads; the count says the rest.
    private static let namedAtMost = 8

    init(_ parameters: ConditionParameters) {}

    func missing(in situation: Situation) -> [Reason] {
        [
            reason("gate.inputs-not-judged", .judgement), reason("gate.inputs-without-disposition", .disposition),
            reason("gate.inputs-not-carried-out", .change), reason("gate.inputs-suspect", .repair),
            reason("gate.inputs-disputed", .dispute), reason("gate.inputs-adrift", .anchor),
        ].compactMap { $0(situation.facts.openInputs ?? []) }
    }

    func isKnown(in situation: Situation) -> Bool { situation.facts.openInputs != nil }

    /// Who judges inputs and proposes dispositions, who adopts those, and who writes what is taken over.
    func actors(in situation: Situation) -> [Role] {
        let needs = Set((situation.facts.openInputs ?? []).map(\.need))
        var roles: [Role] = []
        if !needs.isDisjoint(with: [.judgement, .disposition, .dispute]) { roles.append(.handler) }
        if !needs.isDisjoint(with: [.disposition, .dispute]) {
            roles += (situation.definition.actRoles[.dispositionAdopted] ?? [])
        }
        if !needs.isDisjoint(with: [.repair, .anchor]), !roles.contains(.handler) { roles.append(.handler) }
        if !needs.isDisjoint(with: [.change, .repair]) { roles.append(.drafter) }
        return roles
    }

    private func reason(_ key: String, _ need: OpenInputFact.Need) -> ([OpenInputFact]) -> Reason? {
        { open in
            let numbers = open.filter { $0.need == need }.map(\.number)
            guard !numbers.isEmpty else { return nil }
            let named = numbers.prefix(Self.namedAtMost).map(Reason.Argument.text)
            return Reason(key, ["inputs": .list(named), "count": .number(numbers.count)])
        }
    }
}
