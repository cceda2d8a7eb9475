import Phrases
import PlanDomain
import Workflow

/// The gates before which the sections of a plan stand: what is met, what is missing, who must act, and what the
/// reader can do.
struct GatePage: SitePage {
    static let template = "gates"
    let standing: String
    let holds: [HoldNotice]
    let actions: [PageLink]
    let stages: [GateStage]
    let progress: SiteAddress
    /// What somebody should look at; it keeps no gate closed.
    let warnings: [PageLink]

    /// - Parameter register: tells why what stands still does.
    init(_ reader: GateReader, register: RegisterView, warnings: [PageLink] = [], phrases: Phrases) {
        self.warnings = warnings
        let view = reader.view
        standing = StandingSentence(view, phrases: phrases).text
        holds = HoldNotice.all(of: view, register, phrases: phrases)
        actions = reader.planActions.map { action in
            PageLink(label: phrases.text("secretary.action.\(action.rawValue)"), address: .gate(reader.plan, action))
        }
        stages = view.gates.compactMap { gate in
            GateStage(gate, reader, phrases: phrases)
        }
        progress = .progress(reader.plan)
    }

    static let fields: PageFields<GatePage> = [
        .text("standing") { $0.standing },
        .flag("hasHolds") { !$0.holds.isEmpty },
        .list("holds") { $0.holds },
        .flag("hasActions") { !$0.actions.isEmpty },
        .list("actions") { $0.actions },
        .flag("hasWarnings") { !$0.warnings.isEmpty },
        .list("warnings") { $0.warnings },
        .list("stages") { $0.stages },
        .text("progress") { $0.progress.path },
    ]
}

/// One stage in which sections stand, with its gate and its tracks.
struct GateStage: PageContent {
    let anchor: String
    let heading: String
    let sections: String
    let verdict: String
    let lines: [GateLine]
    let actions: [PageLink]
    let stepGates: [StepGateLines]
    let tracks: [GateTrack]

    init?(_ gate: GateReport, _ reader: GateReader, phrases: Phrases) {
        let view = reader.view
        guard let stage = view.definition.stage(gate.stage) else { return nil }
        anchor = "fase-\(gate.stage)"
        let next = gate.next.compactMap { view.definition.stage($0) }.map { phrases.text($0.label) }
        heading = phrases.text(
            "secretary.gate.heading", ["stage": .text(phrases.text(stage.label)), "next": .text(phrases.list(next))])
        sections =
            gate.sections.count == view.projected.sections.count
            ? phrases.text("secretary.gate.all-sections")
            : phrases.text("secretary.gate.some-sections", ["count": .number(gate.sections.count)])
        let missing = gate.lines.count { $0.state == .missing }
        verdict = phrases.text(gate.isOpen ? "web.gate.open" : "web.gate.closed", ["count": .number(missing)])
        lines = GateLine.all(gate.lines, at: gate.stage, reader, phrases: phrases)
        actions = reader.actions(at: stage, isOpen: gate.isOpen).map { action in
            PageLink(
                label: phrases.text("secretary.action.\(action.rawValue)"),
                address: .gate(reader.plan, action, stage: stage.id))
        }
        stepGates = view.stepGates.filter { $0.report.stage == gate.stage }.map {
            StepGateLines($0, reader, phrases: phrases)
        }
        tracks = view.definition.tracks.filter { $0.stage == gate.stage }.compactMap { view.standing.track($0.id) }
            .map { GateTrack($0, reader, phrases: phrases) }
    }

    static let fields: PageFields<GateStage> = [
        .text("anchor") { $0.anchor },
        .text("stageHeading") { $0.heading },
        .text("stageSections") { $0.sections },
        .text("verdict") { $0.verdict },
        .list("lines") { $0.lines },
        .flag("hasStageActions") { !$0.actions.isEmpty },
        .list("stageActions") { $0.actions },
        .list("stepGates") { $0.stepGates },
        .flag("hasTracks") { !$0.tracks.isEmpty },
        .list("tracks") { $0.tracks },
    ]
}

/// What must hold before one step may be done.
struct StepGateLines: PageContent {
    let heading: String
    let lines: [GateLine]

    init(_ gate: PlanView.StepGate, _ reader: GateReader, phrases: Phrases) {
        heading = phrases.text("secretary.gate.before-step", ["step": .text(phrases.text(gate.label))])
        lines = GateLine.all(gate.report.lines, at: gate.report.stage, reader, phrases: phrases)
    }

    static let fields: PageFields<StepGateLines> = [
        .text("stepHeading") { $0.heading },
        .list("lines") { $0.lines },
    ]
}

/// One condition, with everything that is known of it.
struct GateLine: PageContent {
    let statement: String
    let state: GateReport.State
    let stateText: String
    let reasons: [TextLine]
    /// Who must act, since when it waits and by when; only of what is missing.
    let notes: [TextLine]
    let isOverdue: Bool
    /// By whom it was set aside.
    let overridden: PageLink?
    /// Where the reader can do what it waits for.
    let record: PageLink?
    /// For whom may set it aside.
    let setAside: SiteAddress?

    /// What must be done comes first.
    static func all(
        _ lines: [GateReport.Line], at stage: StageID, _ reader: GateReader, phrases: Phrases
    ) -> [GateLine] {
        (lines.filter { $0.state == .missing } + lines.filter { $0.state != .missing }).map {
            GateLine($0, at: stage, reader, phrases: phrases)
        }
    }

    private init(_ line: GateReport.Line, at stage: StageID, _ reader: GateReader, phrases: Phrases) {
        statement = phrases.sentence(line.statement)
        state = line.state
        stateText = phrases.text("web.gate.\(line.state.rawValue)")
        reasons = line.state == .met ? [] : line.reasons.map { TextLine(line: phrases.sentence($0)) }
        let isMissing = line.state == .missing
        isOverdue = isMissing && line.due.map { $0 < reader.today } == true
        notes = isMissing ? Self.notes(of: line, isOverdue: isOverdue, phrases: phrases) : []
        overridden = line.overriddenBy.map { act in
            let date = act.date ?? act.recordedOn
            return PageLink(
                label: phrases.text(
                    "secretary.gate.overridden-by",
                    ["function": .text(act.function), "date": .text(phrases.writtenDate(date))]),
                address: .act(reader.plan, act.sequence))
        }
        record = isMissing ? GateRemedy.link(for: line, reader, phrases: phrases) : nil
        setAside =
            isMissing && reader.may(.moveStages, as: line.override)
            ? .gate(reader.plan, .setAside, stage: stage, condition: line.id) : nil
    }

    private static func notes(of line: GateReport.Line, isOverdue: Bool, phrases: Phrases) -> [TextLine] {
        let roles = line.actors.map { phrases.text($0) }
        let who = roles.isEmpty ? nil : phrases.text("web.gate.who", ["roles": .text(phrases.anyOf(roles))])
        let since = line.since.map { phrases.text("secretary.gate.since", ["date": .text(phrases.writtenDate($0))]) }
        let due = line.due.map { day in
            phrases.text(
                isOverdue ? "secretary.gate.overdue" : "web.gate.due", ["date": .text(phrases.writtenDate(day))])
        }
        return [who, since, due].compactMap { $0.map(TextLine.init) }
    }

    static let fields: PageFields<GateLine> = [
        .text("statement") { $0.statement },
        .text("state") { $0.state.rawValue },
        .text("stateText") { $0.stateText },
        .flag("hasReasons") { !$0.reasons.isEmpty },
        .list("reasons") { $0.reasons },
        .flag("hasNotes") { !$0.notes.isEmpty },
        .list("notes") { $0.notes },
        .flag("isOverdue") { $0.isOverdue },
        .part("overridden") { $0.overridden },
        .part("record") { $0.record },
        .text("setAside") { $0.setAside?.path },
    ]
}

/// The steps beside a stage, with what the reader can do at each.
struct GateTrack: PageContent {
    let label: String
    let steps: [Step]

    init(_ track: TrackStanding, _ reader: GateReader, phrases: Phrases) {
        label = phrases.text(track.label)
        steps = track.steps.map { Step($0, reader, phrases: phrases) }
    }

    static let fields: PageFields<GateTrack> = [
        .text("trackLabel") { $0.label },
        .list("steps") { $0.steps },
    ]

    struct Step: PageContent {
        let summary: TrackSummary.Step
        let reasons: [TextLine]
        let sign: PageLink?
        let skip: SiteAddress?
        /// Where another kind of step is recorded.
        let act: PageLink?

        init(_ step: StepStanding, _ reader: GateReader, phrases: Phrases) {
            summary = TrackSummary.Step(step, phrases: phrases)
            // Two conditions may say the same of one paraaf.
            var told: Set<String> = []
            reasons = step.reasons.map { phrases.sentence($0) }.filter { told.insert($0).inserted }.map(TextLine.init)
            let verb = step.state == .done ? "secretary.gate.sign-again" : "secretary.gate.sign"
            sign =
                reader.maySign(step)
                ? PageLink(label: phrases.text(verb), address: .signOff(reader.plan, step: step.id)) : nil
            skip = reader.maySkip(step) ? .gate(reader.plan, .skip, step: step.id) : nil
            act = StepLink.make(step, reader, phrases: phrases)
        }

        static let fields: PageFields<Step> = [
            .text("stepLabel") { $0.summary.label },
            .text("state") { $0.summary.state.rawValue },
            .text("stateText") { $0.summary.stateText },
            .text("who") { $0.summary.who },
            .text("date") { $0.summary.date },
            .flag("hasReasons") { !$0.reasons.isEmpty },
            .list("reasons") { $0.reasons },
            .part("sign") { $0.sign },
            .text("skip") { $0.skip?.path },
            .part("act") { $0.act },
        ]
    }
}
