import PlanDomain
import Workflow

/// What can be recorded of bodies and their decisions, each by a form of its own; the value stands in its address.
enum DecisionAction: String, CaseIterable, Sendable {
    case schedule = "agenderen"
    case decide = "besluit"
    case release = "akkoord"
    case fulfil = "voorwaarde"
    case disclose = "openbaarheid"
    case publish = "openbaar-maken"

    /// What records a step of this kind; nil for steps that are recorded elsewhere.
    init?(of act: ActKind) {
        switch act {
        case .scheduled: self = .schedule
        case .decided: self = .decide
        case .finalReleased: self = .release
        case .published: self = .publish
        case .disclosureChosen: self = .disclose
        case .conditionFulfilled: self = .fulfil
        default: return nil
        }
    }

    var right: PlanRight { self == .schedule ? .schedule : .recordDecisions }

    var act: ActKind {
        switch self {
        case .schedule: .scheduled
        case .decide: .decided
        case .release: .finalReleased
        case .fulfil: .conditionFulfilled
        case .disclose: .disclosureChosen
        case .publish: .published
        }
    }
}

extension PlanView {
    /// Who may record it in this plan, by the workflow.
    func roles(for action: DecisionAction, body: GoverningBody? = nil) -> [Role] {
        let steps = definition.tracks.flatMap(\.steps).filter {
            $0.act == action.act && (body == nil || $0.body == body)
        }
        let roles = Set(steps.flatMap(\.roles) + (definition.actRoles[action.act] ?? []))
        return Role.allCases.filter(roles.contains)
    }

    /// Bodies whose step of this kind may be done now; all that have one where it is nobody's turn.
    func bodies(for action: DecisionAction) -> [GoverningBody] {
        let steps = standing.tracks.flatMap(\.steps).filter { $0.act == action.act }
        let open = Set(steps.filter(\.mayBeDone).compactMap(\.body))
        let all = Set(steps.compactMap(\.body))
        return GoverningBody.allCases.filter((open.isEmpty ? all : open).contains)
    }
}
