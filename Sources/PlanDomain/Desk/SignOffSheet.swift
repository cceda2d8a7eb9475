import Workflow

/// What a signer has before them: the step, the text, and what changed since they last signed.
public struct SignOffSheet: Sendable {
    public let plan: PlanView
    public let step: StepStanding
    /// The text that a paraaf would cover, to be sent along with it.
    public let text: CommitID
    /// The last paraaf of this function on this step; nil for who signs for the first time.
    public let last: SignOffStanding?
    /// Changes of the text since that paraaf, newest first; empty for who signs for the first time.
    public let since: [Change]
    /// Why this person cannot give it, though their role may.
    public let refusal: Reason?

    /// What to compare the present text with; nil where there is nothing new to read.
    public var comparedWith: CommitID? { since.isEmpty ? nil : last.flatMap { CommitID($0.text) } }

    /// Sections that changed since the last paraaf, each once, in the order of the plan.
    public var changedSections: [SectionID] {
        let changed = Set(since.flatMap(\.sections).map(\.section))
        let present = plan.projected.sections.map(\.id).filter(changed.contains)
        return present + changed.subtracting(present).sorted()
    }
}

extension SignOffDesk {
    /// The sheet of one step for who acts in a capacity. `notFound` for a step that the plan does not have.
    public func sheet(
        _ step: String, of plan: PlanID, for participant: Participant, as capacity: Capacity
    ) async throws -> SignOffSheet {
        try participant.require(.signOff, in: plan)
        let view = try await office.view(of: plan)
        guard let standing = view.standing.step(step), standing.act == .signedOff else {
            throw PlanError(.notFound, Reason("desk.unknown-step"))
        }
        let last = standing.signOffs.first { $0.function == capacity.countedFunction }
        let changes = try await office.store.changes(of: plan, section: nil)
        let since = last.map { last in Array(changes.prefix { $0.id.rawValue != last.text }).filter(\.touchesText) }
        var refusal: Reason?
        if let person = participant.person {
            let own = try await ownChanges(of: person, since: step, in: plan)
            refusal = own.first.map { Self.refusal(of: own.count, last: office.time.day(of: $0.madeAt)).reason }
        }
        return SignOffSheet(
            plan: view, step: standing, text: view.projected.heads.text, last: last, since: since ?? [],
            refusal: refusal)
    }
}
