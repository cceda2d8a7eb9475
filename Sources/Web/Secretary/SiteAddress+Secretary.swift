import PlanDomain
import Workflow

/// What waits, gates, the board, sign-off, meetings and decisions.
extension SiteAddress {
    static func progress(_ plan: PlanID) -> SiteAddress { SiteAddress("plannen", plan.rawValue, "voortgang") }

    /// The gates of a plan, at one of its stages where it is given.
    static func gate(_ plan: PlanID, at stage: StageID? = nil) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "poort", fragment: stage.map { "fase-\($0)" })
    }

    /// The form of one thing that is done at a gate.
    static func gate(
        _ plan: PlanID, _ action: GateAction, stage: StageID? = nil, condition: String? = nil, step: String? = nil
    ) -> SiteAddress {
        SiteAddress(
            "plannen", plan.rawValue, "poort", action.rawValue,
            query: [("fase", stage?.rawValue), ("voorwaarde", condition), ("stap", step)])
    }

    /// Where it is recorded that a session was held, for a step of the workflow.
    static func session(_ plan: PlanID, step: String) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "bijeenkomst", query: [("stap", step)])
    }

    /// Where the paraaf of a step is given.
    ///
    /// - Parameters:
    ///   - capacity: in which of somebody's functions, as forms name it.
    ///   - view: `alles` for the whole text, `gewijzigd` for what changed since the last paraaf.
    static func signOff(_ plan: PlanID, step: String, as capacity: String? = nil, view: String? = nil) -> SiteAddress {
        SiteAddress(
            "plannen", plan.rawValue, "paraaf", step, query: [("functie", capacity), ("weergave", view)])
    }

    static let bulkSignOff = SiteAddress("paraferen")

    static func decisions(_ plan: PlanID) -> SiteAddress { SiteAddress("plannen", plan.rawValue, "besluiten") }

    /// The form of one thing that is recorded of decisions.
    static func decision(
        _ plan: PlanID, _ action: DecisionAction, body: GoverningBody? = nil, condition: String? = nil
    ) -> SiteAddress {
        SiteAddress(
            "plannen", plan.rawValue, "besluiten", action.rawValue,
            query: [("orgaan", body?.rawValue), ("voorwaarde", condition)])
    }

    /// Meetings, of one body where it is given.
    static func meetings(of body: GoverningBody? = nil) -> SiteAddress {
        SiteAddress("vergaderingen", query: [("orgaan", body?.rawValue)])
    }

    static let newMeeting = SiteAddress("vergaderingen", "nieuw")
    static func meeting(_ id: MeetingID) -> SiteAddress { SiteAddress("vergaderingen", id.rawValue) }
    static func meetingForm(_ id: MeetingID) -> SiteAddress { SiteAddress("vergaderingen", id.rawValue, "wijzigen") }
    static func agendaForm(_ id: MeetingID) -> SiteAddress { SiteAddress("vergaderingen", id.rawValue, "agenda") }
    static func decisionList(_ id: MeetingID) -> SiteAddress {
        SiteAddress("vergaderingen", id.rawValue, "besluitenlijst")
    }
}
