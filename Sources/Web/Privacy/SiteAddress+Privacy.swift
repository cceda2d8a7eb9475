import PlanDomain

extension SiteAddress {
    static let privacy = SiteAddress("beheer", "privacy")
    static let retention = SiteAddress("beheer", "privacy", "bewaren")
    static let disposal = SiteAddress("beheer", "privacy", "bewaren", "opruimen")
    static let personalFile = SiteAddress("beheer", "privacy", "inzage")

    static func inputErasure(_ plan: PlanID, _ number: InputNumber) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "inbreng", number.description, "wissen")
    }

    static func letterErasure(_ document: IntakeDocument) -> SiteAddress {
        SiteAddress("plannen", document.plan.rawValue, "inname", "stuk", document.id.rawValue, "wissen")
    }
}
