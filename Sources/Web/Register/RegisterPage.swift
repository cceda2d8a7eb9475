import Phrases
import PlanDomain
import Workflow

/// All official acts of a plan, from the first on, as a story by date.
struct RegisterPage: SitePage {
    static let template = "register"
    let heading: String
    let days: [Day]
    let count: String
    /// The commit of the last act, for who verifies the register.
    let head: CommitID

    init(_ view: RegisterView, phrases: Phrases) {
        heading = phrases.text("web.register.heading", ["title": .text(view.plan.metadata.title)])
        count = phrases.text("web.register.count", ["count": .number(view.entries.count)])
        head = view.plan.heads.register.commit
        days = Self.days(of: view, phrases: phrases)
    }

    /// Acts in a row that bear the same date stand under one heading. Order is by number: a source may give an act a
    /// date before that of the act it follows.
    private static func days(of view: RegisterView, phrases: Phrases) -> [Day] {
        var days: [Day] = []
        for entry in view.entries {
            let act = ActLine(entry, in: view, phrases: phrases)
            let date = entry.act.date
            if let last = days.last, last.date == date {
                days[days.count - 1] = Day(last.label, on: date, acts: last.acts + [act])
            } else {
                let label = date.map { phrases.writtenDate($0) } ?? phrases.text("web.register.no-date")
                days.append(Day(label, on: date, acts: [act]))
            }
        }
        return days
    }

    static let fields: PageFields<RegisterPage> = [
        .text("heading") { $0.heading },
        .text("count") { $0.count },
        .text("head") { $0.head.rawValue },
        .list("days") { $0.days },
    ]

    /// Acts under one date.
    struct Day: PageContent {
        /// Nil where the source gives none.
        let date: CalendarDate?
        let label: String
        let acts: [ActLine]

        init(_ label: String, on date: CalendarDate?, acts: [ActLine]) {
            self.date = date
            self.label = label
            self.acts = acts
        }

        static let fields: PageFields<Day> = [
            .text("label") { $0.label },
            .text("machineDate") { $0.date?.iso8601 },
            .list("acts") { $0.acts },
        ]
    }
}

/// One act in the timeline.
struct ActLine: PageContent {
    let sequence: String
    let kind: String
    let sentence: ActSentence
    let function: String
    /// The free text of the act, where it may be read.
    let reason: String?
    /// There was a reason, which may not or no longer be read.
    let isWithheld: Bool
    /// The version that it is about: of its first section, or of the first of the plan.
    let text: SiteAddress
    let textCommit: CommitID
    /// The moment that it was written down, which may be long after its date.
    let recorded: String
    let commit: CommitID

    init(_ entry: RegisterView.Entry, in view: RegisterView, phrases: Phrases) {
        let act = entry.act
        sequence = String(act.sequence)
        kind = phrases.capitalized(phrases.text("act.\(act.payload.kind.rawValue)"))
        sentence = ActSentence(entry, definition: view.definition, phrases: phrases)
        function = act.author.function
        if case .text(let text) = entry.reason { reason = text } else { reason = nil }
        isWithheld = entry.reason == .withheld
        let plan = view.plan.id
        let section = act.sections.first ?? view.plan.sections.first?.id
        text = section.map { .section(plan, $0, at: act.text) } ?? .text(plan)
        textCommit = act.text
        recorded = phrases.moment(act.recordedAt)
        commit = act.id
    }

    static let fields: PageFields<ActLine> = [
        .text("sequence") { $0.sequence },
        .text("kind") { $0.kind },
        .text("sentence") { $0.sentence.text },
        .list("details") { $0.sentence.details.map(Detail.init) },
        .flag("hasDetails") { !$0.sentence.details.isEmpty },
        .text("function") { $0.function },
        .text("reason") { $0.reason },
        .flag("isWithheld") { $0.isWithheld },
        .text("textAddress") { $0.text.path },
        .text("textCommit") { $0.textCommit.short },
        .text("recorded") { $0.recorded },
        .text("commit") { $0.commit.rawValue },
    ]

    struct Detail: PageContent {
        let text: String

        static let fields: PageFields<Detail> = [.text("text") { $0.text }]
    }
}
