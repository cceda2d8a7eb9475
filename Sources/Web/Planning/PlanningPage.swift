import Phrases
import PlanDomain
import Workflow

/// The planning as a picture with its table, what does not fit, and what would shift with other days.
struct PlanningPage: SitePage {
    static let template = "planning"
    let plan: PlanID
    let picture: Markup?
    let rows: [Row]
    let recesses: [TextLine]
    let warnings: [TextLine]
    let errors: [TextLine]
    let dates: [FieldContent]
    let trial: Trial?
    let change: SiteAddress?

    init(
        _ planning: PlanPlanning, trial: PlanTimeline?, form: SiteForm, mayChange: Bool, phrases: Phrases
    ) {
        let timeline = planning.timeline
        plan = planning.view.projected.id
        picture = TimelinePicture(timeline, phrases: phrases).markup
        rows = timeline.entries.map { Row($0, today: timeline.today, phrases: phrases) }
        recesses = timeline.recesses.map { recess in
            TextLine(
                line: phrases.text(
                    "planning.recess",
                    [
                        "label": .text(phrases.text(recess.label)), "from": .text(phrases.writtenDate(recess.from)),
                        "until": .text(phrases.writtenDate(recess.until)),
                    ]))
        }
        warnings = timeline.warnings.map { TextLine(line: phrases.sentence($0)) }
        errors = form.errors.map { TextLine(line: phrases.sentence($0.reason)) }
        dates = form.fields.map { field in
            FieldContent(
                field, values: form.values, fault: form.errors.first { $0.field == field.name },
                phrases: phrases)
        }
        self.trial = trial.map { Trial($0, from: timeline, phrases: phrases) }
        change = mayChange ? .planFields(plan) : nil
    }

    static let fields: PageFields<PlanningPage> = [
        .text("address") { SiteAddress.planning($0.plan).path },
        .markup("picture") { $0.picture },
        .flag("hasRows") { !$0.rows.isEmpty },
        .list("rows") { $0.rows },
        .list("recesses") { $0.recesses },
        .flag("hasWarnings") { !$0.warnings.isEmpty },
        .list("warnings") { $0.warnings },
        .flag("hasErrors") { !$0.errors.isEmpty },
        .list("errors") { $0.errors },
        .flag("hasDates") { !$0.dates.isEmpty },
        .list("dates") { $0.dates },
        .part("trial") { $0.trial },
        .text("change") { $0.change?.path },
    ]

    /// One line of the table.
    struct Row: PageContent {
        let what: String
        let when: String
        let state: String
        let isLate: Bool

        init(_ entry: PlanTimeline.Entry, today: CalendarDate, phrases: Phrases) {
            what = phrases.text(entry.name)
            when =
                entry.from == entry.until
                ? phrases.writtenDate(entry.until)
                : phrases.text(
                    "planning.period",
                    ["from": .text(phrases.writtenDate(entry.from)), "until": .text(phrases.writtenDate(entry.until))])
            let stateKey = "planning.state.\(entry.state.rawValue)"
            state = phrases.text(stateKey, ["days": .number(entry.until.dayNumber - today.dayNumber)])
            isLate = entry.state == .overdue
        }

        static let fields: PageFields<Row> = [
            .text("what") { $0.what }, .text("when") { $0.when }, .text("state") { $0.state },
            .flag("isLate") { $0.isLate },
        ]
    }

    /// What would shift.
    struct Trial: PageContent {
        let moves: [Move]
        let warnings: [TextLine]

        init(_ timeline: PlanTimeline, from present: PlanTimeline, phrases: Phrases) {
            moves = present.moves(to: timeline).map { Move($0, phrases: phrases) }
            warnings = timeline.warnings.map { TextLine(line: phrases.sentence($0)) }
        }

        static let fields: PageFields<Trial> = [
            .flag("hasMoves") { !$0.moves.isEmpty },
            .list("moves") { $0.moves },
            .flag("hasTrialWarnings") { !$0.warnings.isEmpty },
            .list("trialWarnings") { $0.warnings },
        ]
    }

    struct Move: PageContent {
        let what: String
        let was: String
        let becomes: String
        let shift: String

        init(_ move: PlanTimeline.Move, phrases: Phrases) {
            what = phrases.text(move.name)
            was = move.from.map { phrases.writtenDate($0) } ?? phrases.text("planning.no-day")
            becomes = phrases.writtenDate(move.to)
            let days = move.from.map { move.to.dayNumber - $0.dayNumber } ?? 0
            shift =
                days == 0
                ? ""
                : phrases.text(days > 0 ? "planning.later" : "planning.earlier", ["days": .number(abs(days))])
        }

        static let fields: PageFields<Move> = [
            .text("what") { $0.what }, .text("was") { $0.was }, .text("becomes") { $0.becomes },
            .text("shift") { $0.shift },
        ]
    }
}
