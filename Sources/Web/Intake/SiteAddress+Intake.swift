import PlanDomain

extension SiteAddress {
    static func intake(_ plan: PlanID) -> SiteAddress { SiteAddress("plannen", plan.rawValue, "inname") }

    static func newIntake(_ plan: PlanID) -> SiteAddress { SiteAddress("plannen", plan.rawValue, "inname", "nieuw") }

    static func newSheet(_ plan: PlanID) -> SiteAddress { SiteAddress("plannen", plan.rawValue, "inname", "lijst") }

    /// The page of a document: where a list is read, or anything else is cut into inputs.
    static func intake(_ document: IntakeDocument) -> SiteAddress {
        intake(document.plan, document.id, isSheet: document.kind == .sheet)
    }

    static func intake(_ plan: PlanID, _ id: IntakeDocumentID, isSheet: Bool = false) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "inname", isSheet ? "lijst" : "stuk", id.rawValue)
    }

    /// What can be done with a document.
    enum IntakeStep: String {
        case cut = "inbreng"
        case decide = "te-laat"
        case finish = "klaar"
        case original = "origineel"
    }

    static func intake(_ document: IntakeDocument, _ step: IntakeStep) -> SiteAddress {
        SiteAddress("plannen", document.plan.rawValue, "inname", "stuk", document.id.rawValue, step.rawValue)
    }

    /// - Parameter index: the place of what was sent along, from 0.
    static func enclosure(_ index: Int, of document: IntakeDocument) -> SiteAddress {
        SiteAddress(
            "plannen", document.plan.rawValue, "inname", "stuk", document.id.rawValue, "bijlage", String(index + 1))
    }
}
