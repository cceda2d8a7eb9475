import PlanDomain

/// When what happens with a plan.
extension SiteRoute {
    static let planning = SiteRoute(.get, "/plannen/:plan/planning", access: .plan(.readWorking))
}

extension SiteAddress {
    static func planning(_ plan: PlanID) -> SiteAddress { SiteAddress("plannen", plan.rawValue, "planning") }
}
