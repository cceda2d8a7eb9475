import Phrases
import PlanDomain
import Workflow

/// An act of the register in one sentence, and what else it says, line by line.
///
/// Names in it come from the workflow in force today; an act under an older workflow whose stage or step has gone shows
/// the id instead.
struct ActSentence {
    let text: String
    /// Results per decision point, terms of a publication and the like.
    let details: [String]

    init(_ entry: RegisterView.Entry, definition: WorkflowDefinition, phrases: Phrases) {
        let words = ActWords(entry, definition: definition, phrases: phrases)
        text = phrases.sentence("web.act.\(entry.act.payload.kind.rawValue)", words.arguments)
        details = words.details
    }
}

/// What fills the sentences of the kinds of act.
private struct ActWords {
    private let entry: RegisterView.Entry
    private let definition: WorkflowDefinition
    private let phrases: Phrases

    init(_ entry: RegisterView.Entry, definition: WorkflowDefinition, phrases: Phrases) {
        self.entry = entry
        self.definition = definition
        self.phrases = phrases
    }

    var arguments: [String: PhraseArgument] {
        ["function": .text(entry.act.author.function), "sections": .text(sections)]
            .merging(own) { _, own in own }
    }

    /// What a condition was set for, such as publication; its id where the locale files have no words for it.
    private func purpose(of condition: String) -> PhraseArgument {
        let key = "plan-condition." + condition
        return phrases.has(key) ? .phrase(key) : .text(condition)
    }

    private var own: [String: PhraseArgument] {
        switch entry.act.payload {
        case .planStarted(let workflow, let version), .workflowChanged(let workflow, let version):
            ["workflow": .text(name(ofWorkflow: workflow)), "version": .number(version)]
        case .roundOpened(let round, let audience, let from, let until, _):
            [
                "round": .text(round), "audience": .text(phrases.text(audience)), "from": day(from),
                "until": day(until),
            ]
        case .roundExtended(let round, let until): ["round": .text(round), "until": day(until)]
        case .roundClosed(let round): ["round": .text(round)]
        case .meetingHeld(let meeting, let body):
            ["meeting": .text(meeting), "body": .text(body.map(phrases.text) ?? phrases.text("body.session"))]
        case .stageMoved(let from, let to), .sentBack(let from, let to):
            ["from": .text(label(of: from)), "to": .text(label(of: to))]
        case .signedOff(let step, let verdict):
            [
                "step": .text(label(ofStep: step)),
                "verdict": .phrase("verdict.\(verdict.rawValue)"),
            ]
        case .scheduled(let body, _), .decided(let body, _): ["body": .text(phrases.text(body))]
        case .disclosureChosen(let disclosure): ["disclosure": .phrase("disclosure.\(disclosure.choice.rawValue)")]
        case .conditionFulfilled(let condition): ["condition": purpose(of: condition)]
        case .gateOverridden(let stage, let condition):
            ["stage": .text(label(of: stage)), "condition": .text(statement(of: condition, in: stage))]
        case .dispositionAdopted(let input, _): ["input": .text(input)]
        case .keyRotated(let from, let to): ["from": .text(from), "to": .text(to)]
        case .keyRevoked(let fingerprint): ["fingerprint": .text(fingerprint)]
        case .stepSkipped(let step): ["step": .text(label(ofStep: step))]
        case .adviserAsked(let track, let function):
            ["asked": .text(function), "track": .text(definition.track(track).map { phrases.text($0.label) } ?? track)]
        case .finalReleased, .published, .held, .resumed: [:]
        }
    }

    /// Results per point, the day of the meeting, the terms of a publication, for whom somebody acted.
    var details: [String] {
        var lines: [String] = []
        switch entry.act.payload {
        case .decided(_, let points):
            lines += points.map { point in
                phrases.text(
                    "web.act.point",
                    ["number": .number(point.point), "outcome": .phrase("outcome.\(point.outcome.rawValue)")])
            }
        case .scheduled(_, let meeting?): lines.append(phrases.text("web.act.meeting-day", ["date": day(meeting)]))
        case .disclosureChosen(let disclosure):
            if let condition = disclosure.condition {
                lines.append(phrases.text("web.act.disclosure-condition", ["condition": .text(condition)]))
            }
            if let ground = disclosure.ground {
                lines.append(phrases.text("web.act.disclosure-ground", ["ground": .text(ground)]))
            }
            if let wording = disclosure.wording {
                lines.append(phrases.text("web.act.disclosure-wording", ["wording": .text(wording)]))
            }
        case .roundOpened(_, _, _, _, isStatutory: true): lines.append(phrases.text("web.act.round-statutory"))
        default: break
        }
        if let substitution = entry.act.onBehalfOf {
            lines.append(
                phrases.text(
                    "web.act.on-behalf",
                    ["function": .text(substitution.function), "ground": .text(substitution.ground)]))
        }
        return lines
    }

    /// All sections is "het hele plan"; more than four are counted.
    private var sections: String {
        let titles = entry.sectionTitles
        if titles.isEmpty { return phrases.text("web.act.whole-plan") }
        if titles.count > 4 { return phrases.text("web.sections", ["count": .number(titles.count)]) }
        return phrases.list(titles.map { "‘\($0)’" })
    }

    private func name(ofWorkflow id: String) -> String {
        id == definition.id ? phrases.text(definition.label) : id
    }

    private func label(of stage: StageID) -> String {
        definition.stage(stage).map { phrases.text($0.label) } ?? stage.rawValue
    }

    /// A paraaf that was asked beside the route is no step of the workflow.
    private func label(ofStep id: String) -> String {
        if let step = definition.step(id) { return phrases.text(step.label) }
        return AdviserRequest.isStep(id) ? phrases.text("web.act.asked-step") : id
    }

    private func statement(of condition: String, in stage: StageID) -> String {
        guard let clause = definition.stage(stage)?.gate.first(where: { $0.id == condition }) else { return condition }
        return phrases.text(clause.condition.statement(in: definition))
    }

    private func day(_ date: CalendarDate) -> PhraseArgument {
        .date(year: date.year, month: date.month, day: date.day)
    }
}

extension RegisterView.Entry {
    /// The act in one sentence, as the timeline tells it.
    public func sentence(definition: WorkflowDefinition, phrases: Phrases) -> String {
        ActSentence(self, definition: definition, phrases: phrases).text
    }
}
