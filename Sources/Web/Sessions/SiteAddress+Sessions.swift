import PlanDomain

extension SiteAddress {
    static func sittings(_ plan: PlanID) -> SiteAddress { SiteAddress("plannen", plan.rawValue, "sessies") }

    static func newSitting(_ plan: PlanID) -> SiteAddress { SiteAddress("plannen", plan.rawValue, "sessies", "nieuw") }

    static func sitting(_ session: Session) -> SiteAddress {
        SiteAddress("plannen", session.plan.rawValue, "sessies", session.id.rawValue)
    }

    /// What can be done with a session.
    enum SittingStep: String {
        case change = "wijzigen"
        case cancel = "afzeggen"
        case hold = "gehouden"
        case report = "verslag"
        case approve = "goedkeuren"
        case state = "inbreng"
    }

    static func sitting(_ session: Session, _ step: SittingStep) -> SiteAddress {
        SiteAddress("plannen", session.plan.rawValue, "sessies", session.id.rawValue, step.rawValue)
    }
}
