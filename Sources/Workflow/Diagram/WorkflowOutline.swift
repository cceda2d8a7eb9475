/// A workflow in words, stage by stage: what the picture shows, for who reads or hears it instead.
public struct WorkflowOutline: Equatable, Sendable {
    public let title: String
    public let version: String
    public let description: String?
    public let stages: [Stage]

    public struct Stage: Equatable, Sendable {
        public let id: StageID
        public let label: String
        public let description: String
        /// Whether it moves section by section or as one version.
        public let subject: String
        /// "Verder door: …"; nil for an end stage.
        public let movers: String?
        /// "Daarna: …", or that the workflow ends here.
        public let next: String
        /// "Om verder te gaan:", or that nothing is asked; nil for an end stage.
        public let gateHeading: String?
        public let conditions: [Condition]
        public let sendBack: String?
        public let tracks: [Track]
    }

    public struct Track: Equatable, Sendable {
        public let id: String
        public let label: String
        /// What it waits for, and whether it goes on after its stage.
        public let notes: [String]
        /// "Door: …", where all steps are for the same roles; else each step names its own.
        public let actors: String?
        public let steps: [Step]
    }

    public struct Step: Equatable, Sendable {
        public let text: String
        /// That it may be done more than once, and who may skip it.
        public let note: String?
        /// What must hold first.
        public let conditions: [Condition]
    }

    public struct Condition: Equatable, Sendable {
        public let text: String
        /// Who may set it aside; nil when nobody may.
        public let override: String?

        /// Both in one line.
        public var line: String { override.map { "\(text) (\($0))" } ?? text }
    }

    /// All of it as plain lines, indented by depth.
    public var plainText: String {
        var lines = [title, version] + (description.map { [$0] } ?? [])
        for (number, stage) in stages.enumerated() {
            lines.append("\(number + 1). \(stage.label) (\(stage.subject)). \(stage.description)")
            for track in stage.tracks {
                let facts = [track.label] + track.notes + [track.actors].compactMap { $0 }
                lines.append("   \(facts.joined(separator: "; "))")
                for step in track.steps {
                    let facts = [step.text] + [step.note].compactMap { $0 } + step.conditions.map(\.line)
                    lines.append("   - \(facts.joined(separator: "; "))")
                }
            }
            lines += stage.gateHeading.map { ["   \($0)"] } ?? []
            lines += stage.conditions.map { "   - \($0.line)" }
            lines += [stage.movers, stage.sendBack, stage.next].compactMap { $0 }.map { "   \($0)" }
        }
        return lines.joined(separator: "\n")
    }
}

/// Builds the outline; every sentence in it comes from the locale files.
struct WorkflowWording {
    let definition: WorkflowDefinition
    let language: String
    let phrase: (Reason) -> String

    var outline: WorkflowOutline {
        WorkflowOutline(
            title: phrase(Reason("diagram.title", ["workflow": .label(definition.label)])),
            version: phrase(Reason("diagram.version", ["version": .text("\(definition.version)")])),
            description: definition.description?.text(in: language), stages: definition.stages.map(stage))
    }

    private func stage(_ stage: StageDefinition) -> WorkflowOutline.Stage {
        let heading = stage.gate.isEmpty ? "diagram.no-gate" : "diagram.gate"
        return WorkflowOutline.Stage(
            id: stage.id, label: stage.label.text(in: language), description: stage.description.text(in: language),
            subject: phrase(Reason("diagram.about-" + stage.subject.rawValue)),
            movers: stage.isEnd ? nil : phrase(Reason("diagram.moved-by", ["roles": roles(stage.movedBy)])),
            next: phrase(
                stage.isEnd ? Reason("diagram.end") : Reason("diagram.next", ["stages": stages(stage.next)])),
            gateHeading: stage.isEnd ? nil : phrase(Reason(heading)), conditions: stage.gate.map(condition),
            sendBack: stage.sendBack.map {
                phrase(Reason("diagram.send-back", ["stages": stages($0.targets), "roles": roles($0.roles)]))
            },
            tracks: definition.tracks.filter { $0.stage == stage.id }.map(track))
    }

    private func track(_ track: TrackDefinition) -> WorkflowOutline.Track {
        var notes: [String] = []
        if !track.after.isEmpty {
            let tracks = track.after.compactMap(definition.track).map { Reason.Argument.label($0.label) }
            notes.append(phrase(Reason("diagram.waits-for", ["tracks": .list(tracks)])))
        }
        if track.goesOn { notes.append(phrase(Reason("diagram.goes-on"))) }
        let shared = track.steps.first.map(\.roles).flatMap { roles in
            track.steps.count > 1 && track.steps.allSatisfy { $0.roles == roles } ? roles : nil
        }
        return WorkflowOutline.Track(
            id: track.id, label: track.label.text(in: language), notes: notes,
            actors: shared.map { phrase(Reason("diagram.by", ["roles": roles($0)])) },
            steps: track.steps.map { step($0, namesRoles: shared == nil) })
    }

    private func step(_ step: StepDefinition, namesRoles: Bool) -> WorkflowOutline.Step {
        let key =
            switch (step.isRequired, namesRoles) {
            case (true, true): "diagram.step-by"
            case (false, true): "diagram.optional-step-by"
            case (true, false): "diagram.step"
            case (false, false): "diagram.optional-step"
            }
        var arguments: [String: Reason.Argument] = ["step": .label(step.label)]
        if namesRoles { arguments["roles"] = roles(step.roles) }
        return WorkflowOutline.Step(
            text: phrase(Reason(key, arguments)), note: note(on: step),
            conditions: step.gate.map { clause in
                let condition = condition(clause)
                return WorkflowOutline.Condition(
                    text: phrase(Reason("diagram.step-gate", ["condition": .text(condition.text)])),
                    override: condition.override)
            })
    }

    private func note(on step: StepDefinition) -> String? {
        let repeatable = step.isRepeatable ? phrase(Reason("diagram.repeatable")) : nil
        let skip = step.skip.isEmpty ? nil : phrase(Reason("diagram.skip", ["roles": roles(step.skip)]))
        let notes = [repeatable, skip].compactMap { $0 }
        return notes.isEmpty ? nil : notes.joined(separator: "; ")
    }

    private func condition(_ clause: GateClause) -> WorkflowOutline.Condition {
        WorkflowOutline.Condition(
            text: phrase(clause.condition.statement(in: definition)),
            override: clause.override.isEmpty
                ? nil : phrase(Reason("diagram.override", ["roles": roles(clause.override)])))
    }

    private func roles(_ roles: [Role]) -> Reason.Argument { .list(roles.map { .role($0) }) }

    private func stages(_ ids: [StageID]) -> Reason.Argument {
        .list(ids.compactMap(definition.stage).map { .label($0.label) })
    }
}
