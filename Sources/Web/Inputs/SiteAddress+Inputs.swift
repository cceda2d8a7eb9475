import PlanDomain

extension SiteAddress {
    static func inputs(_ plan: PlanID) -> SiteAddress { inputs(plan, []) }

    static func inputs(_ plan: PlanID, _ query: [(String, String)]) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "inbreng", query: query.map { ($0.0, $0.1) })
    }

    /// Doing the same with many.
    static func bulk(_ plan: PlanID) -> SiteAddress { SiteAddress("plannen", plan.rawValue, "inbreng", "tegelijk") }

    static func keptFilters(_ plan: PlanID) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "inbreng", "filters")
    }

    static func forgottenFilter(_ plan: PlanID) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "inbreng", "filters", "weg")
    }

    static func input(_ plan: PlanID, _ number: InputNumber) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "inbreng", number.description)
    }

    static func file(_ plan: PlanID, _ number: InputNumber, _ file: AttachmentID) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "inbreng", number.description, "bijlagen", file.rawValue)
    }

    static func inputHandler(_ plan: PlanID, _ number: InputNumber) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "inbreng", number.description, "behandelaar")
    }

    static func anchor(_ plan: PlanID, _ number: InputNumber) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "inbreng", number.description, "plaats")
    }

    static func judgement(_ plan: PlanID, _ number: InputNumber) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "inbreng", number.description, "beoordeling")
    }

    static func moderationRule(_ plan: PlanID) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "inbreng", "toelating")
    }

    static func proposal(_ plan: PlanID, _ number: InputNumber) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "inbreng", number.description, "afdoening")
    }

    static func adoption(_ plan: PlanID, _ number: InputNumber) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "inbreng", number.description, "vaststelling")
    }

    /// The editor of a section, with the inputs that the change will carry out.
    static func editor(_ plan: PlanID, _ section: SectionID, carryingOut number: InputNumber) -> SiteAddress {
        SiteAddress(
            "plannen", plan.rawValue, "secties", section.rawValue, "bewerken", query: [("inbreng", number.description)])
    }
}
