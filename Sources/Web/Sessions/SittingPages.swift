import Phrases
import PlanDomain
import Workflow

/// The sessions of a plan.
struct SittingListPage: SitePage {
    static let template = "sittings"
    let new: SiteAddress?
    let rows: [Row]
    /// Whether there is a round that hears people in sessions.
    let hasRounds: Bool

    static let fields: PageFields<SittingListPage> = [
        .text("new") { $0.new?.path },
        .flag("hasRows") { !$0.rows.isEmpty },
        .list("rows") { $0.rows },
        .flag("hasRounds") { $0.hasRounds },
    ]

    struct Row: PageContent {
        let title: String
        let address: SiteAddress
        let facts: String
        let state: String
        let isClosed: Bool

        init(_ view: SessionView, phrases: Phrases) {
            let session = view.session
            title = session.title
            address = .sitting(session)
            facts = [
                phrases.text("sessions.kind.\(session.kind.rawValue)"), phrases.writtenDate(session.day),
                view.round.round.title,
            ].joined(separator: ", ")
            state = view.shownState(phrases)
            isClosed = session.isClosed
        }

        static let fields: PageFields<Row> = [
            .text("title") { $0.title },
            .text("address") { $0.address.path },
            .text("facts") { $0.facts },
            .text("state") { $0.state },
            .flag("isClosed") { $0.isClosed },
        ]
    }
}

extension SessionView {
    /// Planned, called off, or how far its report is.
    func shownState(_ phrases: Phrases) -> String {
        guard session.state == .held else { return phrases.text("sessions.state.\(session.state.rawValue)") }
        guard let report else { return phrases.text("sessions.state.no-report") }
        return phrases.text(report.isApproved ? "sessions.state.approved" : "sessions.state.draft")
    }
}

/// One session: what was planned, who was there, its report, and what came of it.
struct SittingPage: SitePage {
    static let template = "sitting"
    let view: SessionView
    let facts: [QuestionPage.Fact]
    let state: String
    let report: Report?
    let inputs: [SentLine]
    let forms: Forms

    /// What can be done with it, for who may.
    struct Forms: Sendable {
        var change: SiteAddress?
        var cancel: FormContent?
        var hold: FormContent?
        var report: FormContent?
        /// What somebody else wrote meanwhile.
        var newer: String?
        var approval: FormContent?
        var statement: FormContent?
    }

    init(_ view: SessionView, titles: [SectionID: String], forms: Forms, phrases: Phrases) {
        let session = view.session
        self.view = view
        self.forms = forms
        state = view.shownState(phrases)
        report = view.report.map { Report($0, phrases: phrases) }
        inputs = view.inputs.map { input in
            SentLine(input, title: input.content.section.flatMap { titles[$0] }, phrases: phrases)
        }
        let time = session.startsAt.map { phrases.text("sessions.at-time", ["time": .text(phrases.text($0))]) }
        let day = [phrases.writtenDate(session.day), time].compactMap { $0 }.joined(separator: ", ")
        func names(_ names: [String]) -> String { names.isEmpty ? "–" : names.joined(separator: ", ") }
        facts =
            [
                .init(
                    label: phrases.text("sessions.field.kind"),
                    value: phrases.text("sessions.kind.\(session.kind.rawValue)")),
                .init(label: phrases.text("sessions.field.day"), value: day),
                .init(label: phrases.text("sessions.field.place"), value: session.place.isEmpty ? "–" : session.place),
                .init(label: phrases.text("inputs.round"), value: view.round.round.title),
                .init(
                    label: phrases.text("sessions.field.organisations"),
                    value: names(session.organisations.map(\.name))),
            ]
            + (session.present.isEmpty
                ? [] : [.init(label: phrases.text("sessions.field.present"), value: names(session.present))])
    }

    static let fields: PageFields<SittingPage> = [
        .text("title") { $0.view.session.title },
        .flag("isClosed") { $0.view.session.isClosed },
        .text("state") { $0.state },
        .list("facts") { $0.facts },
        .text("change") { $0.forms.change?.path },
        .part("cancelling") { $0.forms.cancel },
        .part("holding") { $0.forms.hold },
        .flag("wasHeld") { $0.view.session.state == .held },
        .part("report") { $0.report },
        .text("newer") { $0.forms.newer },
        .part("writing") { $0.forms.report },
        .part("approval") { $0.forms.approval },
        .part("statement") { $0.forms.statement },
        .flag("hasInputs") { !$0.inputs.isEmpty },
        .list("inputs") { $0.inputs },
        .text("all") { SiteAddress.sittings($0.view.session.plan).path },
    ]

    /// The report as it reads now.
    struct Report: PageContent {
        let text: String
        let standing: String

        init(_ report: SessionReport, phrases: Phrases) {
            text = report.text
            let moment = phrases.moment(report.approvedAt ?? report.writtenAt)
            let words: [String: PhraseArgument] = ["version": .number(report.version), "moment": .text(moment)]
            standing =
                report.isApproved
                ? phrases.text("sessions.report-approved", words) : phrases.text("sessions.report-draft", words)
        }

        static let fields: PageFields<Report> = [
            .text("words") { $0.text },
            .text("standing") { $0.standing },
        ]
    }
}

extension SentLine {
    /// A statement that became an input, for who works on the plan.
    init(_ input: Input, title: String?, phrases: Phrases) {
        number = input.number.description
        address = .input(input.plan, input.number)
        about = WrittenLine(input.content, title: title, phrases: phrases).about
        state = input.submitter.label(phrases)
        excerpt = String(input.content.text.prefix(160))
    }
}
