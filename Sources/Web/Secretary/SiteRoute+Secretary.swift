import PlanDomain
import Workflow

/// What waits, gates, the board, sign-off, meetings and decisions.
extension SiteRoute {
    static let gate = SiteRoute(.get, "/plannen/:plan/poort", access: .plan(.readWorking))
    /// One thing that is done at a gate, such as sending back; see ``GateAction``.
    static let gateForm = SiteRoute(.get, "/plannen/:plan/poort/:action", access: .plan(.moveStages))
    static let gateAct = SiteRoute(.post, "/plannen/:plan/poort/:action", access: .plan(.moveStages))
    static let progress = SiteRoute(.get, "/plannen/:plan/voortgang", access: .plan(.readWorking))

    /// That a session with partners or council members was held.
    static let sessionForm = SiteRoute(.get, "/plannen/:plan/bijeenkomst", access: .plan(.recordSessions))
    static let recordSession = SiteRoute(.post, "/plannen/:plan/bijeenkomst", access: .plan(.recordSessions))

    static let signOff = SiteRoute(.get, "/plannen/:plan/paraaf/:step", access: .plan(.signOff))
    static let giveSignOff = SiteRoute(.post, "/plannen/:plan/paraaf/:step", access: .plan(.signOff))
    /// Parafen on several plans at once.
    static let bulkSignOff = SiteRoute(.get, "/paraferen", access: .holders(PlanRight.signOff.roles))
    static let giveBulkSignOff = SiteRoute(.post, "/paraferen", access: .holders(PlanRight.signOff.roles))

    /// What bodies decided on a plan, and what becomes public.
    static let decisions = SiteRoute(.get, "/plannen/:plan/besluiten", access: .plan(.readWorking))
    /// One thing that is recorded there; see ``DecisionAction``.
    static let decisionForm = SiteRoute(.get, "/plannen/:plan/besluiten/:action", access: .plan(.recordDecisions))
    static let decisionAct = SiteRoute(.post, "/plannen/:plan/besluiten/:action", access: .plan(.recordDecisions))

    static let meetings = SiteRoute(.get, "/vergaderingen", access: .holders(PlanRight.readOffered.roles))
    static let newMeeting = SiteRoute(.get, "/vergaderingen/nieuw", access: .holders(meetingKeepers))
    static let planMeeting = SiteRoute(.post, "/vergaderingen/nieuw", access: .holders(meetingKeepers))
    static let meeting = SiteRoute(.get, "/vergaderingen/:meeting", access: .holders(PlanRight.readOffered.roles))
    static let meetingForm = SiteRoute(.get, "/vergaderingen/:meeting/wijzigen", access: .holders(meetingKeepers))
    static let changeMeeting = SiteRoute(.post, "/vergaderingen/:meeting/wijzigen", access: .holders(meetingKeepers))
    static let orderAgenda = SiteRoute(.post, "/vergaderingen/:meeting/agenda", access: .holders(meetingKeepers))
    /// Shows everybody what is theirs to know.
    static let decisionList = SiteRoute(.get, "/vergaderingen/:meeting/besluitenlijst", access: .everyone)

    private static let meetingKeepers: Set<Role> = [.secretary, .boardOffice, .clerk]
}
