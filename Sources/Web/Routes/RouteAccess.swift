import PlanDomain
import Workflow

/// The row of a route in the table of who may what; it is asked before any handler runs.
///
/// A row says who may come in at all. What a page then shows is loaded by a method that takes the participant: a row
/// never replaces that.
enum RouteAccess: Hashable, Sendable {
    case everyone
    /// A person under their own name; not a contact who came in by a link.
    case signedIn
    /// Who looks after people and settings of the whole installation.
    case administrators
    /// A person who holds one of these roles, for whatever plan.
    case holders(Set<Role>)
    /// Who has a right in the plan that the address names.
    case plan(PlanRight)
    /// Anybody who may see something of the plan, visitors too: the handler loads what this participant may see, and
    /// answers `notFound` where that is nothing.
    case planReader
    /// A contact who came in for this plan, or somebody with the right to react in it.
    case contributor
}

extension RouteAccess {
    /// Whether a visitor is asked to sign in first. The answer never depends on what the address names.
    var needsSignIn: Bool {
        switch self {
        case .everyone, .planReader: false
        case .signedIn, .administrators, .holders, .plan, .contributor: true
        }
    }

    /// Whether the row is about the plan in the address.
    var isAboutPlan: Bool {
        switch self {
        case .plan, .planReader, .contributor: true
        case .everyone, .signedIn, .administrators, .holders: false
        }
    }

    /// Throws what the participant may know: `forbidden` where they may know that it is there, `notFound` otherwise.
    func require(of participant: Participant, plan: PlanID?) throws(PlanError) {
        switch self {
        case .everyone: return
        case .signedIn:
            guard participant.person != nil else { throw Self.noPage }
        case .administrators:
            guard participant.isAdministrator else { throw Self.noPage }
        case .holders(let roles):
            guard participant.person != nil else { throw Self.noPage }
            guard participant.holds(oneOf: roles) else { throw Self.noRole(roles) }
        case .plan(let right): try participant.require(right, in: try Self.known(plan))
        case .planReader: _ = try Self.known(plan)
        case .contributor:
            let plan = try Self.known(plan)
            if participant.contact(in: plan) == nil { try participant.require(.contribute, in: plan) }
        }
    }

    /// Whether the participant may come in, for whoever decides which links to show.
    func admits(_ participant: Participant, plan: PlanID?) -> Bool {
        do {
            try require(of: participant, plan: plan)
            return true
        } catch {
            return false
        }
    }

    private static func known(_ plan: PlanID?) throws(PlanError) -> PlanID {
        guard let plan else { throw PlanError(.notFound, Reason("web.not-found.plan")) }
        return plan
    }

    private static let noPage = PlanError(.notFound, Reason("web.not-found.page"))

    private static func noRole(_ roles: Set<Role>) -> PlanError {
        let names = Role.allCases.filter(roles.contains).map(Reason.Argument.role)
        return PlanError(.forbidden, Reason("access.no-right", ["roles": .list(names)]))
    }
}
