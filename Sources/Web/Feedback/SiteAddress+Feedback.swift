import PlanDomain

extension SiteAddress {
    static func answers(_ plan: PlanID, fragment: String? = nil) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "meedoen", "inbreng", fragment: fragment)
    }

    static func answersDocument(_ plan: PlanID) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "meedoen", "inbreng", "document")
    }

    static func reply(_ plan: PlanID, to number: InputNumber) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "meedoen", "inbreng", number.description, "antwoord")
    }

    static let stopFollowing = SiteAddress("volg", "stop")
    static let followedDocument = SiteAddress("volg", "inbreng", "document")

    static func follow(code: String? = nil) -> SiteAddress { SiteAddress("volg", query: [("code", code)]) }

    static func followed(fragment: String? = nil) -> SiteAddress {
        SiteAddress("volg", "inbreng", fragment: fragment)
    }

    static func followedReply(to number: InputNumber) -> SiteAddress {
        SiteAddress("volg", "inbreng", number.description, "antwoord")
    }

    static func feedback(_ plan: PlanID, _ round: RoundID) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "rondes", round.rawValue, "terugkoppeling")
    }

    static func feedbackLetters(_ plan: PlanID, _ round: RoundID) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "rondes", round.rawValue, "terugkoppeling", "brieven")
    }

    static func followSlip(_ document: IntakeDocument) -> SiteAddress {
        SiteAddress("plannen", document.plan.rawValue, "inname", "stuk", document.id.rawValue, "volgcode")
    }
}
