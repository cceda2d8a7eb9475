import PlanDomain

extension SiteAddress {
    static func rounds(_ plan: PlanID, fragment: String? = nil) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "rondes", fragment: fragment)
    }

    static func newRound(_ plan: PlanID) -> SiteAddress { SiteAddress("plannen", plan.rawValue, "rondes", "nieuw") }

    static func round(_ plan: PlanID, _ round: RoundID) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "rondes", round.rawValue)
    }

    /// What can be done with a round.
    enum RoundStep: String {
        case prepare = "voorbereiden"
        case open = "openen"
        case extend = "verlengen"
        case close = "sluiten"
    }

    static func round(_ plan: PlanID, _ round: RoundID, _ step: RoundStep) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "rondes", round.rawValue, step.rawValue)
    }

    static func invitation(_ plan: PlanID, _ contact: ContactID) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "contactpersonen", contact.rawValue, "uitnodigen")
    }

    static func invitationEnd(_ plan: PlanID, _ contact: ContactID) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "contactpersonen", contact.rawValue, "intrekken")
    }
}
