/// Every section that goes on has a function that writes it.
struct SectionsHaveOwner: GateCondition {
    static let name = "sections-have-owner"

    init(_ parameters: ConditionParameters) {}

    func missing(in situation: Situation) -> [Reason] {
        let ownerless = situation.sections.filter { $0.owner == nil }
        return ownerless.isEmpty ? [] : [Reason("gate.sections-without-owner", ownerless.asArguments)]
    }
}

extension [SectionFact] {
    /// Titles to print and the count that chooses between one and more.
    var asArguments: [String: Reason.Argument] {
        ["sections": .list(map { .text($0.title) }), "count": .number(count)]
    }
}
