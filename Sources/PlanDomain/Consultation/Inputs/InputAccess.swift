import Workflow

/// What somebody may see of the inputs of one plan: the one rule for all that asks.
///
/// | who | sees |
/// |---|---|
/// | handler, editor, secretary, auditor | everything |
/// | drafter | text and organisation of what takes part; neither contact, attachments nor source, which often bear names |
/// | contact of an organisation, councillor, adviser | what their organisation, or they themselves, sent in; nothing that was said behind closed doors |
/// | anybody else | nothing |
///
/// What is left out of an input (``Redaction``) only the first of these read. Who wrote it reads it as others do, so that
/// what they forward bears no more than it should; to correct it, they are given their own words.
public struct InputAccess: Equatable, Sendable {
    public let plan: PlanID
    private let seesAll: Bool
    private let seesTexts: Bool
    private let owner: Submitter.Owner?

    public init(_ participant: Participant, in plan: PlanID) {
        self.plan = plan
        seesAll = participant.may(.handleInputs, in: plan) || participant.roles(in: plan).contains(.auditor)
        seesTexts = participant.may(.write, in: plan)
        owner = participant.owner(in: plan)
    }

    /// Whether there is anything for them to see.
    public var isEmpty: Bool { !seesAll && !seesTexts && owner == nil }

    /// What of the list they may come to.
    var scope: DeskScope {
        if seesAll { return .everything }
        if seesTexts { return .admitted }
        return owner.map(DeskScope.own) ?? .admitted
    }

    /// Whether nothing is left out of what they see.
    var seesEverything: Bool { seesAll }

    /// Throws `notFound` for who has nothing to look for here; that the plan is there is not theirs to know either.
    public func require() throws(PlanError) {
        guard !isEmpty else { throw PlanError(.notFound, Reason("plan.unknown", ["plan": .text(plan.rawValue)])) }
    }

    /// Whether it is their own, to correct and withdraw. What was said behind closed doors is nobody's own: of an
    /// organisation that was there, others come in too.
    public func owns(_ input: Input) -> Bool {
        input.plan == plan && owner != nil && input.submitter.owner == owner && !input.isClosed
    }

    /// The input as they may see it; nil when they may not.
    public func shown(_ input: Input) -> Input? {
        guard input.plan == plan else { return nil }
        if seesAll { return input }
        if owns(input) { return input.leavingOut(contactData: false) }
        return seesTexts && input.admission == .admissible ? input.leavingOut(contactData: true) : nil
    }

    /// How far it is, as they may see it: what is merely proposed stays in the house.
    public func shown(_ standing: InputStanding, of input: Input) -> InputStanding {
        seesAll || (seesTexts && !owns(input)) ? standing : standing.withoutProposal
    }
}

extension Input {
    fileprivate func leavingOut(contactData: Bool) -> Input {
        Input(
            plan: plan, number: number, receivedAt: receivedAt, channel: channel, round: round,
            submitter: contactData ? submitter.withoutContactData : submitter,
            content: content.leavingOut(redactions), version: version, attachments: contactData ? [] : attachments,
            withdrawnAt: withdrawnAt, isClosed: isClosed, isErased: isErased,
            source: contactData ? nil : source, admission: admission)
    }
}
