import PlanDomain

/// Where the texts of a plan are written.
extension SiteAddress {
    /// - Parameter tab: of the draft to go on with; the latest one when nil.
    static func sectionEditor(_ plan: PlanID, _ section: SectionID, tab: DraftTab? = nil) -> SiteAddress {
        SiteAddress(
            "plannen", plan.rawValue, "secties", section.rawValue, "bewerken", query: [("venster", tab?.rawValue)])
    }

    static func restoreSection(_ plan: PlanID, _ section: SectionID) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "secties", section.rawValue, "terughalen")
    }

    /// - Parameters: two versions to choose passages from; none for where the form goes.
    static func passages(
        _ plan: PlanID, _ section: SectionID, from old: CommitID?, to new: CommitID?
    ) -> SiteAddress {
        SiteAddress(
            "plannen", plan.rawValue, "secties", section.rawValue, "passages",
            query: [("van", old?.rawValue), ("tot", new?.rawValue)])
    }

    static func papers(_ plan: PlanID, _ document: String) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "stukken", document, "bewerken")
    }

    static func partEditor(
        _ plan: PlanID, _ document: String, _ part: String, tab: DraftTab? = nil
    ) -> SiteAddress {
        SiteAddress(
            "plannen", plan.rawValue, "stukken", document, "bewerken", part, query: [("venster", tab?.rawValue)])
    }

    static func planFields(_ plan: PlanID, tab: DraftTab? = nil) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "gegevens", query: [("venster", tab?.rawValue)])
    }

    static func keepDraft(_ plan: PlanID) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "schrijftafel", "concept")
    }

    static func previewDraft(_ plan: PlanID) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "schrijftafel", "voorbeeld")
    }

    static func presence(_ plan: PlanID) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "schrijftafel", "aanwezig")
    }
}

/// Images and annexes of a plan, as those who write it see them.
extension SiteAddress {
    /// - Parameter section: whose editor it was opened from.
    static func annexes(_ plan: PlanID, from section: SectionID? = nil) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "bijlagen", query: [("sectie", section?.rawValue)])
    }

    static func annex(_ plan: PlanID, _ name: String) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "bijlagen", name)
    }

    static func annexFile(_ plan: PlanID, _ name: String, at commit: CommitID) -> SiteAddress {
        SiteAddress(
            "plannen", plan.rawValue, "bijlagen", name, "bestand", query: [("versie", commit.rawValue)])
    }
}

/// How a plan is divided, and new plans.
extension SiteAddress {
    static func structure(_ plan: PlanID) -> SiteAddress { SiteAddress("plannen", plan.rawValue, "indeling") }

    static func sectionStructure(_ plan: PlanID, _ section: SectionID) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "indeling", "secties", section.rawValue)
    }

    static func chapterStructure(_ plan: PlanID, _ chapter: String) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "indeling", "hoofdstukken", chapter)
    }

    static let newPlan = SiteAddress("plannen", "nieuw")
    static let importDocument = SiteAddress("plannen", "nieuw", "document")

    static func importCut(_ id: ImportID) -> SiteAddress { SiteAddress("plannen", "nieuw", "document", id.rawValue) }
}
