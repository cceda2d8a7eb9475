import Workflow

/// What somebody may want with a plan, and which roles may.
///
/// The one table of who may what; the workflow says *when*. A right that somebody lacks makes the thing look absent:
/// `notFound`, unless they work on the plan and thus know that it is there.
public enum PlanRight: String, CaseIterable, Sendable {
    /// The working text, its history, the register and where the plan stands.
    case readWorking
    /// The version that is offered to the council, with the papers that go with it.
    case readOffered
    /// Change sections, nota and raadsmededeling.
    case write
    /// Open, extend and close rounds, and invite partners.
    case consult
    /// Come to the inputs of a plan; what of them somebody sees is ``InputAccess``'s.
    case readInputs
    /// See inputs with who made them, and propose what is done with them.
    case handleInputs
    /// Throw away what somebody wrote, for good.
    case erase
    /// Adopt what another proposed to do with an input.
    case adoptDispositions
    /// React in a round.
    case contribute
    /// Move sections through their stages, send them back, hold them, set a condition aside.
    case moveStages
    /// Record that a session with partners or council members was held.
    case recordSessions
    /// Give a paraaf.
    case signOff
    /// Put a plan on an agenda.
    case schedule
    /// Record what a body decided, the final release and what becomes public.
    case recordDecisions
    /// Say who does what in this plan.
    case manageRoles
    /// See who did what when, and who may see this.
    case audit

    /// Roles that have it in their own plan.
    public var roles: Set<Role> {
        switch self {
        case .readWorking:
            [.drafter, .editor, .adviser, .secretary, .portfolioHolder, .handler, .boardOffice, .clerk, .auditor]
        case .readOffered: PlanRight.readWorking.roles.union([.councillor])
        case .write: [.drafter, .editor]
        case .consult: [.editor, .secretary, .handler]
        case .readInputs: [.drafter, .editor, .adviser, .secretary, .handler, .auditor]
        case .handleInputs: [.handler, .editor, .secretary]
        case .erase: [.handler, .secretary]
        case .adoptDispositions: [.editor, .secretary]
        case .contribute: [.partner, .councillor, .adviser]
        case .moveStages: [.editor, .secretary, .boardOffice, .clerk]
        case .recordSessions: [.editor, .secretary, .handler, .clerk]
        case .signOff: [.adviser, .portfolioHolder, .secretary, .editor]
        case .schedule: [.secretary, .boardOffice, .clerk]
        case .recordDecisions: [.secretary, .boardOffice, .clerk, .editor, .portfolioHolder]
        case .manageRoles: [.admin, .secretary]
        case .audit: [.auditor, .admin, .secretary]
        }
    }
}

extension Participant {
    /// Whether they have a right in a plan, of their own or for whom they replace.
    public func may(_ right: PlanRight, in plan: PlanID) -> Bool {
        !roles(in: plan).isDisjoint(with: right.roles)
            || replacements.contains { $0.appointment.covers(plan) && right.roles.contains($0.appointment.role) }
    }

    /// Throws what the participant may know: `forbidden` where they work on the plan, `notFound` otherwise.
    ///
    /// A councillor may read some plans and not others, by what was offered and not by their role; so what they lack is
    /// not there, or its refusal would tell of a plan that is yet to come.
    public func require(_ right: PlanRight, in plan: PlanID) throws(PlanError) {
        guard !may(right, in: plan) else { return }
        guard may(.readWorking, in: plan) else {
            throw PlanError(.notFound, Reason("plan.unknown", ["plan": .text(plan.rawValue)]))
        }
        throw PlanError(
            .forbidden,
            Reason(
                "access.no-right",
                ["roles": .list(Role.allCases.filter(right.roles.contains).map(Reason.Argument.role))]))
    }

    /// Whether they look after people, settings and mail of the whole installation.
    public var isAdministrator: Bool { identity == .keeper || generalRoles.contains(.admin) }
}
