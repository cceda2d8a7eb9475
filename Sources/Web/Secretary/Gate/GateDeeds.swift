import Phrases
import PlanDomain
import Workflow

/// Makes the form of each thing that is done at a gate, for the plan as it stands now.
struct GateDeeds {
    let view: PlanView
    let desk: PlanDesk
    /// Functions that can be asked for a paraaf beside a route.
    let askable: [String]
    let phrases: Phrases

    private var plan: PlanID { view.projected.id }

    /// - Parameter value: what the address or the form says of the stage, the condition or the step.
    func deed(_ action: GateAction, _ value: (String) throws(PlanError) -> String?) throws(PlanError) -> PlanDeed {
        switch action {
        case .moveOn: moveOn(from: try stage(value("fase")))
        case .sendBack: try sendBack(from: try stage(value("fase")))
        case .hold: hold()
        case .resume: resume()
        case .setAside: try setAside(try value("voorwaarde") ?? "", at: try stage(value("fase")))
        case .skip: try skip(try value("stap") ?? "")
        case .ask: try ask()
        }
    }

    private func stage(_ id: String?) throws(PlanError) -> StageDefinition {
        guard let stage = view.definition.stage(StageID(id ?? "")), !stage.isEnd else {
            throw PlanError(.notFound, Reason("web.not-found.page"))
        }
        return stage
    }

    // MARK: Stages

    private func moveOn(from stage: StageDefinition) -> PlanDeed {
        let targets = choices(of: stage.next)
        let goesInParts = stage.next.contains { view.definition.stage($0)?.subject == .sections }
        let sections = goesInParts ? sections(in: stage) : []
        let questions =
            [FormField.oneOf("naar", phrases.text("secretary.gate.to"), targets), .stage]
            + (sections.count > 1
                ? [FormField("secties", phrases.text("secretary.gate.sections"), .checkboxes(sections))] : [])
        let all = view.projected.sections.count
        let missing = missing(at: stage)
        let partly = missing.isEmpty ? [] : [phrases.text("secretary.gate.move-on-missing")] + missing
        return PlanDeed(
            heading: phrases.text("secretary.gate.move-on", ["stage": .text(phrases.text(stage.label))]),
            lead: (goesInParts && !partly.isEmpty ? partly + [phrases.text("secretary.gate.move-on-parts")] : [])
                + [phrases.text("secretary.gate.move-on-lead")],
            obstacles: goesInParts ? [] : missing, questions: questions,
            known: [
                "naar": targets.prefix(1).map(\.value), "fase": [stage.id.rawValue], "secties": sections.map(\.value),
            ],
            right: .moveStages, roles: stage.movedBy, submit: phrases.text("secretary.gate.move-on-do"),
            address: .gate(plan, .moveOn), back: .gate(plan), done: Notice("secretary.done.moved-on")
        ) { [desk] form in
            let target = form.one(of: targets, "naar")
            let chosen = sections.count > 1 ? form.choices("secties").compactMap { SectionID($0) } : []
            let moved = chosen.count == all ? [] : chosen
            return { visit in
                try await desk.moveOn(visit, from: stage.id, to: StageID(target ?? ""), sections: moved)
            }
        }
    }

    /// What the gate of a stage still waits for.
    private func missing(at stage: StageDefinition) -> [String] {
        let lines = view.gates.first { $0.stage == stage.id }?.lines.filter { $0.state == .missing } ?? []
        return lines.flatMap { line in
            line.reasons.isEmpty ? [phrases.sentence(line.statement)] : line.reasons.map { phrases.sentence($0) }
        }
    }

    private func sendBack(from stage: StageDefinition) throws(PlanError) -> PlanDeed {
        guard let rule = stage.sendBack else { throw PlanError(.notFound, Reason("web.not-found.page")) }
        let targets = choices(of: rule.targets)
        let sections = sections(in: stage)
        return PlanDeed(
            heading: phrases.text("secretary.gate.send-back", ["stage": .text(phrases.text(stage.label))]),
            lead: [phrases.text("secretary.gate.send-back-\(stage.subject.rawValue)")],
            questions: [
                .oneOf("naar", phrases.text("secretary.gate.to"), targets), .stage,
                FormField("secties", phrases.text("secretary.gate.sections-back"), .checkboxes(sections)),
                .reason(phrases, hint: phrases.text("secretary.gate.send-back-reason")),
            ],
            known: [
                "naar": targets.count == 1 ? targets.map(\.value) : [], "fase": [stage.id.rawValue],
                "secties": sections.count == 1 ? sections.map(\.value) : [],
            ],
            right: .moveStages, roles: rule.roles, submit: phrases.text("secretary.gate.send-back-do"), isGrave: true,
            address: .gate(plan, .sendBack), back: .gate(plan), done: Notice("secretary.done.sent-back")
        ) { [desk] form in
            let target = form.one(of: targets, "naar")
            let chosen = form.choices("secties").compactMap { SectionID($0) }
            let reason = form.text("reden")
            return { visit in
                try await desk.sendBack(
                    visit, from: stage.id, to: StageID(target ?? ""), sections: chosen, reason: reason)
            }
        }
    }

    private func choices(of stages: [StageID]) -> [FormChoice] {
        stages.compactMap { view.definition.stage($0) }.map { stage in
            FormChoice(stage.id.rawValue, phrases.text(stage.label), hint: phrases.text(stage.description))
        }
    }

    private func sections(in stage: StageDefinition) -> [FormChoice] {
        view.projected.sections.filter { $0.stage == stage.id }.map { FormChoice($0.id.rawValue, $0.printedTitle) }
    }

    // MARK: Standing still

    private func hold() -> PlanDeed {
        let sections = view.projected.sections.filter { section in
            view.standing.hold(on: section.id.rawValue) == nil
                && view.definition.stage(section.stage)?.isEnd == false
        }.map { FormChoice($0.id.rawValue, $0.printedTitle) }
        return standstill(.hold, "hold", sections: sections, needsReason: true) { desk, visit, chosen, reason in
            try await desk.hold(visit, sections: chosen, reason: reason)
        }
    }

    private func resume() -> PlanDeed {
        let held = Set(view.standing.holds.flatMap(\.sections))
        let sections = view.projected.sections.filter { held.contains($0.id.rawValue) }
            .map { FormChoice($0.id.rawValue, $0.printedTitle) }
        return standstill(.resume, "resume", sections: sections, needsReason: false) { desk, visit, chosen, reason in
            try await desk.resume(visit, sections: chosen, reason: reason.isEmpty ? nil : reason)
        }
    }

    private func standstill(
        _ action: GateAction, _ name: String, sections: [FormChoice], needsReason: Bool,
        _ work: @escaping @Sendable (PlanDesk, DeskVisit, [SectionID], String) async throws -> Void
    ) -> PlanDeed {
        let question = FormField(
            "secties", phrases.text("secretary.gate.sections-\(name)"), .checkboxes(sections),
            hint: phrases.text("secretary.gate.sections-none"), isRequired: false)
        let kind: ActKind = action == .hold ? .held : .resumed
        return PlanDeed(
            heading: phrases.text("secretary.gate.\(name)"), lead: [phrases.text("secretary.gate.\(name)-lead")],
            questions: (sections.isEmpty ? [] : [question]) + [.reason(phrases, isRequired: needsReason)],
            right: .moveStages, roles: view.definition.actRoles[kind] ?? [],
            submit: phrases.text("secretary.gate.\(name)-do"), address: .gate(plan, action), back: .gate(plan),
            done: Notice("secretary.done.\(name)")
        ) { [desk] form in
            let chosen = sections.isEmpty ? [] : form.choices("secties").compactMap { SectionID($0) }
            let reason = form.text("reden")
            return { visit in try await work(desk, visit, chosen, reason) }
        }
    }

    // MARK: Passing over

    /// Grave: what was passed over shows on the nota.
    private func setAside(_ condition: String, at stage: StageDefinition) throws(PlanError) -> PlanDeed {
        let lines =
            view.gates.filter { $0.stage == stage.id }.flatMap(\.lines)
            + view.stepGates.map(\.report).filter { $0.stage == stage.id }.flatMap(\.lines)
        guard let line = lines.first(where: { $0.id == condition }) else {
            throw PlanError(.notFound, Reason("web.not-found.page"))
        }
        return PlanDeed(
            heading: phrases.text("secretary.gate.set-aside"),
            lead: [phrases.sentence(line.statement)] + line.reasons.map { phrases.sentence($0) }
                + [phrases.text("secretary.gate.set-aside-lead")],
            questions: [
                .stage, FormField("voorwaarde", "", .hidden),
                .reason(phrases, hint: phrases.text("secretary.gate.set-aside-reason")),
            ],
            known: ["fase": [stage.id.rawValue], "voorwaarde": [condition]], right: .moveStages, roles: line.override,
            submit: phrases.text("secretary.gate.set-aside-do"), isGrave: true, isChecked: true,
            address: .gate(plan, .setAside), back: .gate(plan, at: stage.id), done: Notice("secretary.done.set-aside")
        ) { [desk] form in
            let reason = form.text("reden")
            return { visit in
                try await desk.setAside(visit, condition: condition, at: stage.id, reason: reason)
            }
        }
    }

    private func skip(_ id: String) throws(PlanError) -> PlanDeed {
        guard let step = view.standing.step(id), let roles = view.skippers(of: id) else {
            throw PlanError(.notFound, Reason("desk.unknown-step"))
        }
        return PlanDeed(
            heading: phrases.text("secretary.gate.skip", ["step": .text(phrases.text(step.label))]),
            lead: [phrases.text("secretary.gate.skip-lead")],
            questions: [FormField("stap", "", .hidden), .reason(phrases)], known: ["stap": [id]], right: .moveStages,
            roles: roles, submit: phrases.text("secretary.gate.skip-do"), isGrave: true, address: .gate(plan, .skip),
            back: .gate(plan), done: Notice("secretary.done.skipped")
        ) { [desk] form in
            let reason = form.text("reden")
            return { visit in try await desk.skip(visit, step: id, reason: reason) }
        }
    }

    private func ask() throws(PlanError) -> PlanDeed {
        let routes = view.signOffRoutes.map { FormChoice($0.id, phrases.text($0.label)) }
        guard !routes.isEmpty else { throw PlanError(.conflict, Reason("secretary.no-route")) }
        let functions = askable.map { FormChoice($0, $0) }
        return PlanDeed(
            heading: phrases.text("secretary.gate.ask"), lead: [phrases.text("secretary.gate.ask-lead")],
            questions: [
                .oneOf("spoor", phrases.text("secretary.gate.ask-route"), routes),
                FormField(
                    "gevraagd", phrases.text("secretary.gate.ask-function"),
                    functions.count > 8 ? .select(functions) : .radios(functions),
                    hint: phrases.text("secretary.gate.ask-function-hint")),
                FormField(
                    "vraag", phrases.text("secretary.gate.ask-question"), .textarea(rows: 4), isRequired: false,
                    limit: 2_000),
            ],
            known: ["spoor": routes.count == 1 ? routes.map(\.value) : []], right: .moveStages,
            roles: view.definition.actRoles[.adviserAsked] ?? [], submit: phrases.text("secretary.gate.ask-do"),
            address: .gate(plan, .ask), back: .gate(plan), done: Notice("secretary.done.asked")
        ) { [desk] form in
            let track = form.one(of: routes, "spoor")
            let function = form.choice("gevraagd") ?? ""
            let question = form.optionalText("vraag")
            return { visit in
                try await desk.askAdviser(visit, function: function, beside: track ?? "", question: question)
            }
        }
    }
}

extension FormField {
    /// The stage that a form is about.
    fileprivate static let stage = FormField("fase", "", .hidden)
}

extension PlanView {
    /// Tracks in which parafen are given, of the stages where the plan stands.
    var signOffRoutes: [TrackDefinition] {
        let stages = Set(gates.map(\.stage))
        return definition.tracks.filter { track in
            stages.contains(track.stage) && track.steps.contains { $0.act == .signedOff }
        }
    }

    /// Who may pass a step over, or withdraw what was asked; nil for a step that the plan does not have.
    func skippers(of step: String) -> [Role]? {
        if let known = definition.step(step) { return known.skip }
        return AdviserRequest.isStep(step) ? definition.actRoles[.adviserAsked] ?? [] : nil
    }
}
