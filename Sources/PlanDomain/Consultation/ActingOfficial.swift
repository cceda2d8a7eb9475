import Workflow

/// An official who uses a right, as git may know them, and for whom where they replace somebody.
struct ActingOfficial {
    let author: Author
    let onBehalfOf: Act.Substitution?

    /// Takes their own function that has the right first, then that of whom they replace. Throws what the participant
    /// may know where they do not have it.
    init(
        _ participant: Participant, using right: PlanRight, in plan: PlanID, people: any PeopleStore
    ) async throws {
        try participant.require(right, in: plan)
        guard let person = participant.person,
            let capacity = participant.capacities(in: plan).first(where: { right.roles.contains($0.role) })
        else { throw PlanError(.notFound, Reason("plan.unknown", ["plan": .text(plan.rawValue)])) }
        author = capacity.author(pseudonym: try await people.pseudonym(of: person.id, in: plan))
        onBehalfOf = capacity.onBehalfOf
    }
}

/// The name that a form gives to its one request; a request without one could not be told from its double.
struct RequestName {
    static func check(_ requestID: String) throws(PlanError) {
        guard (1...200).contains(requestID.utf8.count) else {
            throw PlanError(.invalid, Reason("consultation.request-missing"))
        }
    }
}
