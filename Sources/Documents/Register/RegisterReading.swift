import PlanDomain
import Workflow

/// What the register of a dossier says on the subjects that documents print.
///
/// What still counts (a sign-off, a decision, a release) is the engine's to say, so that a nota never shows what a gate
/// would not accept.
struct RegisterReading {
    private let dossier: PlanDossier
    private let standing: PlanStanding
    private let entries: [Int: RegisterView.Entry]

    init(_ dossier: PlanDossier) {
        self.dossier = dossier
        let facts = dossier.facts
        // The day matters to deadlines alone, and no document prints one.
        let today = facts.acts.last?.recordedOn ?? CalendarDate(dayNumber: 0)
        standing = WorkflowEngine(dossier.definition).standing(of: facts, on: today)
        entries = Dictionary(dossier.entries.map { ($0.act.sequence, $0) }, uniquingKeysWith: { $1 })
    }

    /// The label of the stage of the section that is least far.
    var stageLabel: LocalizedText? { dossier.definition.stage(standing.stage)?.label }

    func stageLabel(of section: SectionID) -> LocalizedText? {
        standing.section(section.rawValue).flatMap { dossier.definition.stage($0.stage)?.label }
    }

    /// Sign-offs that count for the present text, and objections, which do until they are taken back.
    var standingSignOffs: [NotaContent.SignOffLine] {
        standing.tracks.flatMap(\.steps).flatMap(\.signOffs).filter { $0.counts || $0.isObjection }
            .sorted { $0.sequence < $1.sequence }
            .compactMap { signOff in
                entries[signOff.sequence].map { .init(line: FunctionLine($0.act), verdict: signOff.verdict) }
            }
    }

    /// Required steps of a sign-off route that still wait for a paraaf.
    var awaitedSignOffs: [LocalizedText] {
        standing.tracks.flatMap(\.steps).filter { step in
            step.act == .signedOff && step.isRequired && step.state != .done && step.state != .skipped
                && !step.signOffs.contains(where: \.isObjection)
        }.map(\.label)
    }

    /// Every time that it was put on an agenda of `body`, also the times that led to a deferral.
    func schedulings(of body: GoverningBody) -> [Act] {
        dossier.entries.map(\.act).filter { act in
            if case .scheduled(body, _) = act.payload { true } else { false }
        }
    }

    func decision(of body: GoverningBody) -> DecisionStanding? {
        standing.decisions.first { $0.body == body }
    }

    func act(_ sequence: Int?) -> Act? {
        sequence.flatMap { entries[$0]?.act }
    }

    /// The release of the decision of `body` that stands.
    func finalRelease(of body: GoverningBody) -> Act? {
        let step = standing.tracks.flatMap(\.steps).first { $0.act == .finalReleased && $0.body == body }
        return act(step?.acts.last)
    }

    /// As chosen by an act, else as the nota proposes.
    var disclosure: Disclosure? { standing.disclosure }

    var overrides: [NotaContent.OverrideLine] {
        dossier.entries.compactMap { entry in
            guard case .gateOverridden(let stage, let condition) = entry.act.payload else { return nil }
            return NotaContent.OverrideLine(
                condition: text(ofGateCondition: condition, in: stage),
                line: FunctionLine(entry.act), reason: entry.reason)
        }
    }

    var overrideReasons: [Int: RecordedReason] {
        var reasons: [Int: RecordedReason] = [:]
        for entry in dossier.entries where entry.act.payload.kind == .gateOverridden {
            reasons[entry.act.sequence] = entry.reason
        }
        return reasons
    }

    /// What the act says of a condition, in words; nil for an act about something else.
    func condition(of payload: ActPayload) -> ConditionText? {
        switch payload {
        case .gateOverridden(let stage, let id): text(ofGateCondition: id, in: stage)
        case .conditionFulfilled(let id): text(ofPlanCondition: id)
        default: nil
        }
    }

    /// For whom each consultation round was held, by its id.
    var roundAudiences: [String: LocalizedText] {
        Dictionary(standing.rounds.map { ($0.id, $0.audience) }, uniquingKeysWith: { $1 })
    }

    private func text(ofPlanCondition id: String) -> ConditionText {
        let clause = standing.conditions.first { $0.id == id }.flatMap { String?.some($0.clause).ifFilled }
        return (clause?.withoutFullStop).map(ConditionText.clause) ?? .id(id)
    }

    /// In the gate of the stage, or in that of a step that is done there.
    private func text(ofGateCondition id: String, in stage: StageID) -> ConditionText {
        let steps = dossier.definition.tracks.filter { $0.stage == stage }.flatMap(\.steps)
        let clauses = (dossier.definition.stage(stage)?.gate ?? []) + steps.flatMap(\.gate)
        guard let clause = clauses.first(where: { $0.id == id }) else { return .id(id) }
        return .statement(clause.condition.statement(in: dossier.definition))
    }
}
