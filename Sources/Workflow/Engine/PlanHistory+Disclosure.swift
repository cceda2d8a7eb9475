/// What becomes public, and whether its condition was fulfilled.
extension PlanHistory {
    /// The id of the one condition there is today: the clause of a conditional publication.
    static let publicationCondition = "publication"

    /// The choice that was recorded last, or else what the nota proposes.
    var disclosure: Disclosure? {
        chosenDisclosure?.disclosure ?? facts.proposedDisclosure
    }

    /// Conditions that the plan has, by id, with their clause.
    var conditions: [String: String] {
        guard let disclosure else { return [:] }
        if let clause = disclosure.condition { return [Self.publicationCondition: clause] }
        return disclosure.choice == .openAfterCondition ? [Self.publicationCondition: ""] : [:]
    }

    /// A new choice of disclosure sets a new condition.
    func isFulfilled(_ condition: String) -> Bool {
        let start = chosenDisclosure?.act.sequence ?? 0
        return facts.acts.contains {
            $0.sequence > start && $0.payload == .conditionFulfilled(condition: condition)
        }
    }

    /// The publication of the version that stands.
    var publication: ActFact? {
        let start = returns.last?.sequence ?? 0
        return facts.acts.last { $0.kind == .published && $0.sequence > start }
    }

    private var chosenDisclosure: (act: ActFact, disclosure: Disclosure)? {
        for act in facts.acts.reversed() {
            if case .disclosureChosen(let disclosure) = act.payload { return (act, disclosure) }
        }
        return nil
    }
}
