/// Moving on, sending back and setting a condition aside.
extension ActQuestion {
    /// The order of the stages, the role, the place of the sections, the unity of the version, and last the gate.
    func refusalOfMove(from: StageID, to: StageID) -> Reason? {
        guard let source = definition.stage(from) else { return unknown(from) }
        guard let target = definition.stage(to) else { return unknown(to) }
        guard source.next.contains(to) else {
            return Reason("refusal.wrong-order", ["from": .label(source.label), "to": .label(target.label)])
        }
        return refusalOfRole(among: source.movedBy) ?? refusalOfPlace(in: source) ?? refusalWhileHeld(source)
            ?? refusalToSplit(source, target) ?? refusalOfGate(source)
    }

    /// Only to where the stage says, by whom it says, and never without a reason.
    func refusalOfSendBack(from: StageID, to: StageID) -> Reason? {
        guard let source = definition.stage(from) else { return unknown(from) }
        guard let target = definition.stage(to) else { return unknown(to) }
        guard let sendBack = source.sendBack, sendBack.targets.contains(to) else {
            return Reason("refusal.no-send-back", ["from": .label(source.label), "to": .label(target.label)])
        }
        return refusalOfRole(among: sendBack.roles) ?? refusalOfPlace(in: source) ?? refusalWithoutReason()
    }

    /// Only what is missing can be set aside, and only where the workflow names somebody who may.
    func refusalOfOverride(stage id: StageID, condition: String) -> Reason? {
        guard let stage = definition.stage(id) else { return unknown(id) }
        guard let clause = definition.clauses(at: id).first(where: { $0.id == condition }) else {
            return Reason(
                "refusal.unknown-condition", ["condition": .text(condition), "stage": .label(stage.label)])
        }
        let statement = Reason.Argument.phrase(clause.condition.statement(in: definition))
        guard !clause.override.isEmpty else {
            return Reason("refusal.no-override", ["condition": statement])
        }
        if let refusal = refusalOfRole(among: clause.override) ?? refusalOfPlace(in: stage) { return refusal }
        let situation = Situation(
            history: history, calendar: engine.calendar, today: today, stage: stage, sections: sections(in: stage))
        switch engine.line(clause, in: situation).state {
        case .met where clause.condition.isKnown(in: situation):
            return Reason("refusal.condition-met", ["condition": statement])
        case .overridden: return Reason("refusal.already-overridden", ["condition": statement])
        default: return refusalWithoutReason()
        }
    }

    func refusalWithoutReason() -> Reason? {
        act.hasReason ? nil : Reason("refusal.no-reason", ["act": act.payload.kind.asArgument])
    }

    /// The sections that the act is about: those it names, or else all that stand in the stage.
    private func sections(in stage: StageDefinition) -> [SectionFact] {
        let standing = history.sections(in: stage.id)
        return act.sections.isEmpty ? standing : standing.filter { act.sections.contains($0.id) }
    }

    /// Every section that is named stands in the stage, and where none is named at least one does.
    private func refusalOfPlace(in stage: StageDefinition) -> Reason? {
        if history.facts.sections.isEmpty { return Reason("refusal.no-sections") }
        let strangers = history.facts.sections.filter {
            act.sections.contains($0.id) && history.places[$0.id]?.stage != stage.id
        }
        guard strangers.isEmpty else {
            return Reason("refusal.sections-elsewhere", strangers.asArguments.with("stage", .label(stage.label)))
        }
        guard !sections(in: stage).isEmpty else {
            return Reason("refusal.stage-empty", ["stage": .label(stage.label)])
        }
        return nil
    }

    /// What was put on hold stays where it is.
    private func refusalWhileHeld(_ source: StageDefinition) -> Reason? {
        history.hold(on: sections(in: source))?.reason(
            ofPlan: "refusal.on-hold", ofSections: "refusal.on-hold-sections", among: history.facts.sections)
    }

    /// A version is one text: no section may lag behind when it goes to a body.
    private func refusalToSplit(_ source: StageDefinition, _ target: StageDefinition) -> Reason? {
        guard target.subject == .version, let targetRank = definition.rank(of: target.id) else { return nil }
        let moving = Set(sections(in: source).map(\.id))
        let behind = history.facts.sections.filter { section in
            let rank = history.places[section.id].flatMap { definition.rank(of: $0.stage) } ?? 0
            return !moving.contains(section.id) && rank < targetRank
        }
        guard !behind.isEmpty else { return nil }
        return Reason("refusal.version-moves-together", behind.asArguments.with("stage", .label(target.label)))
    }

    /// All that is missing, in one reason.
    private func refusalOfGate(_ source: StageDefinition) -> Reason? {
        guard let report = engine.gate(leaving: source.id, in: history, sections: act.sections, on: today),
            !report.isOpen
        else { return nil }
        return Reason(
            "refusal.gate-closed",
            ["stage": .label(source.label), "reasons": .list(report.missing.map { .phrase($0) })])
    }

    private func unknown(_ stage: StageID) -> Reason {
        Reason("refusal.unknown-stage", ["stage": .text(stage.rawValue)])
    }
}

extension [String: Reason.Argument] {
    func with(_ name: String, _ argument: Reason.Argument) -> [String: Reason.Argument] {
        merging([name: argument]) { $1 }
    }
}
