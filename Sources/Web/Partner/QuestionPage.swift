import PlanDomain

/// One form on a page of its own, with what its reader must know before they send it.
struct QuestionPage: SitePage {
    static let template = "question"
    let heading: String
    var lead: String?
    /// What cannot be undone, or what is about to be lost.
    var warning: String?
    var facts: [Fact] = []
    /// What somebody should look at before they send it, each with the way there.
    var alerts: [PageLink] = []
    /// What somebody wrote, that the form is about.
    var written: WrittenLine?
    let form: FormContent

    static let fields: PageFields<QuestionPage> = [
        .text("heading") { $0.heading },
        .text("lead") { $0.lead },
        .text("warning") { $0.warning },
        .flag("hasFacts") { !$0.facts.isEmpty },
        .list("facts") { $0.facts },
        .flag("hasAlerts") { !$0.alerts.isEmpty },
        .list("alerts") { $0.alerts },
        .part("written") { $0.written },
        .part("form") { $0.form },
    ]

    struct Fact: PageContent {
        let label: String
        let value: String

        static let fields: PageFields<Fact> = [
            .text("label") { $0.label },
            .text("value") { $0.value },
        ]
    }
}
