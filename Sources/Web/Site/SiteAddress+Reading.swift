import PlanDomain

/// The reading pages, and what belongs to no plan.
extension SiteAddress {
    static let plans = SiteAddress()
    static let about = SiteAddress("over")
    static let language = SiteAddress("taal")
    static let health = SiteAddress("gezondheid")

    static func asset(hash: String, name: String) -> SiteAddress { SiteAddress("static", hash, name) }

    static func plan(_ plan: PlanID) -> SiteAddress { SiteAddress("plannen", plan.rawValue) }
    static func text(_ plan: PlanID) -> SiteAddress { SiteAddress("plannen", plan.rawValue, "tekst") }

    /// A section at a version, at the present one when nil.
    static func section(_ plan: PlanID, _ section: SectionID, at commit: CommitID? = nil) -> SiteAddress {
        SiteAddress(
            "plannen", plan.rawValue, "secties", section.rawValue, query: [("versie", commit?.rawValue)])
    }

    /// The list of versions on the page of a section.
    static func history(_ plan: PlanID, _ section: SectionID, at commit: CommitID? = nil) -> SiteAddress {
        SiteAddress(
            "plannen", plan.rawValue, "secties", section.rawValue, query: [("versie", commit?.rawValue)],
            fragment: "geschiedenis")
    }

    static func comparison(
        _ plan: PlanID, _ section: SectionID, from old: CommitID, to new: CommitID
    ) -> SiteAddress {
        SiteAddress(
            "plannen", plan.rawValue, "secties", section.rawValue, "vergelijking",
            query: [("van", old.rawValue), ("tot", new.rawValue)])
    }

    /// Where the form that chooses two versions goes.
    static func comparisonForm(_ plan: PlanID, _ section: SectionID) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "secties", section.rawValue, "vergelijking")
    }

    static func acts(_ plan: PlanID) -> SiteAddress { SiteAddress("plannen", plan.rawValue, "handelingen") }

    /// One act on the page of the register, by its number.
    static func act(_ plan: PlanID, _ number: Int) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "handelingen", fragment: "handeling-\(number)")
    }

    static func documents(_ plan: PlanID) -> SiteAddress { SiteAddress("plannen", plan.rawValue, "stukken") }

    /// A produced document, at a moment as its footer names it or the present one when nil.
    static func document(_ plan: PlanID, _ name: String, at moment: String? = nil) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "stukken", name, query: [("bij", moment)])
    }

    static func workflow(_ plan: PlanID) -> SiteAddress { SiteAddress("plannen", plan.rawValue, "werkwijze") }
}
