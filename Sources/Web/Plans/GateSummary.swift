import Phrases
import PlanDomain
import Workflow

/// What is missing before a plan may go on, who must act and by when.
///
/// A condition that was set aside still says what it lacked: a reader must see what was passed over.
struct GateSummary: PageContent {
    let heading: String
    /// How many things are missing, or that the plan may go on.
    let verdict: String
    let lines: [Line]

    init(_ gate: GateReport, in view: PlanView, phrases: Phrases) {
        let next = gate.next.compactMap { view.definition.stage($0) }.map { "‘\(phrases.text($0.label))’" }
        heading = phrases.text("web.gate.heading", ["stages": .text(phrases.list(next))])
        let missing = gate.lines.count { $0.state == .missing }
        verdict = phrases.text(gate.isOpen ? "web.gate.open" : "web.gate.closed", ["count": .number(missing)])
        // What must be done comes first.
        lines =
            gate.lines.filter { $0.state == .missing }.map { Line($0, phrases: phrases) }
            + gate.lines.filter { $0.state != .missing }.map { Line($0, phrases: phrases) }
    }

    static let fields: PageFields<GateSummary> = [
        .text("gateHeading") { $0.heading },
        .text("verdict") { $0.verdict },
        .list("lines") { $0.lines },
    ]

    /// One condition of the gate.
    struct Line: PageContent {
        /// What must hold, whether it does or not.
        let statement: String
        let state: GateReport.State
        let stateText: String
        let reasons: [Missing]
        /// Only of what is missing: nobody needs to act on the rest.
        let who: String?
        let due: String?

        init(_ line: GateReport.Line, phrases: Phrases) {
            statement = phrases.sentence(line.statement)
            state = line.state
            stateText = phrases.text("web.gate.\(line.state.rawValue)")
            reasons = line.state == .met ? [] : line.reasons.map { Missing(text: phrases.sentence($0)) }
            let isMissing = line.state == .missing
            let roles = line.actors.map { phrases.text($0) }
            who =
                isMissing && !roles.isEmpty ? phrases.text("web.gate.who", ["roles": .text(phrases.anyOf(roles))]) : nil
            due =
                isMissing
                ? line.due.map { phrases.text("web.gate.due", ["date": .text(phrases.writtenDate($0))]) } : nil
        }

        static let fields: PageFields<Line> = [
            .text("statement") { $0.statement },
            .text("state") { $0.state.rawValue },
            .text("stateText") { $0.stateText },
            .flag("hasReasons") { !$0.reasons.isEmpty },
            .list("reasons") { $0.reasons },
            .text("who") { $0.who },
            .text("due") { $0.due },
        ]
    }

    /// One thing that is not yet so.
    struct Missing: PageContent {
        let text: String

        static let fields: PageFields<Missing> = [.text("text") { $0.text }]
    }
}

/// A date that the plan works towards.
struct DeadlineRow: PageContent {
    let label: String
    let date: String
    let state: String
    let isOverdue: Bool

    static let fields: PageFields<DeadlineRow> = [
        .text("label") { $0.label },
        .text("date") { $0.date },
        .text("state") { $0.state },
        .flag("isOverdue") { $0.isOverdue },
    ]

    /// The dates of the planning itself, then the deadlines that follow from them.
    static func all(of view: PlanView, phrases: Phrases) -> [DeadlineRow] {
        let planned = view.definition.planning.compactMap { planning in
            view.projected.metadata.planning[planning.id].map { date in
                DeadlineRow(
                    label: phrases.text(planning.label), date: phrases.writtenDate(date),
                    state: phrases.text("web.deadline.planned"), isOverdue: false)
            }
        }
        return planned
            + view.standing.deadlines.filter { $0.due != nil || $0.state != .met }.map { deadline in
                DeadlineRow(
                    label: phrases.text(deadline.label),
                    date: deadline.due.map { phrases.writtenDate($0) } ?? phrases.text("web.deadline.unknown"),
                    state: phrases.text("web.deadline.\(deadline.state.rawValue)"),
                    isOverdue: deadline.state == .overdue)
            }
    }
}

/// The steps of one track, each with its state.
struct TrackSummary: PageContent {
    let label: String
    let steps: [Step]

    init(_ track: TrackStanding, phrases: Phrases) {
        label = phrases.text(track.label)
        steps = track.steps.map { Step($0, phrases: phrases) }
    }

    static let fields: PageFields<TrackSummary> = [
        .text("trackLabel") { $0.label },
        .list("steps") { $0.steps },
    ]

    /// One step with who may do it, or when it was done.
    struct Step: PageContent {
        let label: String
        let state: StepStanding.State
        let stateText: String
        /// Nil for what is behind us: who did it stands in the register.
        let who: String?
        /// Nil for what is still to be done, also where it was done for an earlier text.
        let date: String?

        init(_ step: StepStanding, phrases: Phrases) {
            label = phrases.text(step.label)
            state = step.state
            let mayBeLeft = step.state == .open && !step.isRequired
            stateText = phrases.text(mayBeLeft ? "web.step.optional" : "web.step.\(step.state.rawValue)")
            let isBehind = step.state == .done || step.state == .skipped
            date = isBehind ? step.date.map { phrases.writtenDate($0) } : nil
            who = isBehind && date != nil ? nil : phrases.anyOf(step.roles.map { phrases.text($0) })
        }

        static let fields: PageFields<Step> = [
            .text("stepLabel") { $0.label },
            .text("state") { $0.state.rawValue },
            .text("stateText") { $0.stateText },
            .text("who") { $0.who },
            .text("date") { $0.date },
        ]
    }
}
