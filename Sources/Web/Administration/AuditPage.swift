import Phrases
import PlanDomain

/// Who did what when, of everybody or of one, in a period.
struct AuditPage: SitePage {
    static let template = "audit"
    let heading: String
    let lead: String
    /// Nil where nothing was found.
    let table: AdminTable?
    let action: SiteAddress
    /// Who may see the plan.
    let other: PageLink?
    /// As `2026-06-12`.
    let from: String
    let until: String
    let people: [Choice]

    init(
        heading: String, lead: String, table: AdminTable?, filter: AuditFilter, action: SiteAddress, other: PageLink?,
        people: [Person]
    ) {
        self.heading = heading
        self.lead = lead
        self.table = table
        self.action = action
        self.other = other
        from = filter.from?.iso8601 ?? ""
        until = filter.until?.iso8601 ?? ""
        self.people = people.map { Choice(id: $0.id.rawValue, name: $0.name, isChosen: $0.id == filter.person) }
    }

    static let fields: PageFields<AuditPage> = [
        .text("heading") { $0.heading },
        .text("lead") { $0.lead },
        .part("table") { $0.table },
        .text("filterAction") { $0.action.path },
        .part("other") { $0.other },
        .text("from") { $0.from },
        .text("until") { $0.until },
        .list("people") { $0.people },
    ]

    struct Choice: PageContent {
        let id: String
        let name: String
        let isChosen: Bool

        static let fields: PageFields<Choice> = [
            .text("personID") { $0.id },
            .text("personName") { $0.name },
            .flag("isChosen") { $0.isChosen },
        ]
    }
}
