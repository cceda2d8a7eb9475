import Phrases

/// Who did what when, of everybody or of one, in a period.
struct AuditPage: SitePage {
    static let template = "audit"
    let heading: String
    /// Nil where nothing was found.
    let table: AdminTable?
    let action: SiteAddress
    /// Who may see the plan.
    let accessList: SiteAddress
    /// As `2026-06-12`.
    let from: String
    let until: String
    let people: [Choice]

    static let fields: PageFields<AuditPage> = [
        .text("heading") { $0.heading },
        .part("table") { $0.table },
        .text("filterAction") { $0.action.path },
        .text("accessList") { $0.accessList.path },
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
