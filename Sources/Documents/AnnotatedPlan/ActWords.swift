import Phrases
import Workflow

/// Says what an act did, in one sentence.
struct ActWords {
    let words: DocumentWords
    /// Labels of the stages of the workflow in force; a stage that it no longer has is named by its id.
    let stages: [StageID: LocalizedText]
    /// Labels of the steps of the workflow in force.
    let steps: [String: LocalizedText]
    /// For whom rounds were held; a round that is not there is named by its id.
    let audiences: [String: LocalizedText]

    func sentence(for payload: ActPayload, about condition: ConditionText?) -> String {
        var arguments = arguments(of: payload)
        if let condition { arguments["condition"] = .text(words.text(of: condition)) }
        return words("act." + payload.kind.rawValue + suffix(of: payload), arguments)
    }

    /// Some kinds have a second sentence for when a part is not known.
    private func suffix(of payload: ActPayload) -> String {
        switch payload {
        case .meetingHeld(_, nil): "-session"
        case .scheduled(_, .some): "-for"
        default: ""
        }
    }

    private func arguments(of payload: ActPayload) -> [String: PhraseArgument] {
        switch payload {
        case .planStarted(let workflow, let version), .workflowChanged(let workflow, let version):
            ["workflow": .text(workflow), "version": .text(String(version))]
        case .roundOpened(_, let audience, let from, let until, _):
            ["audience": .text(words.label(audience)), "from": date(from), "until": date(until)]
        case .roundExtended(let round, let until): ["audience": audience(of: round), "until": date(until)]
        case .roundClosed(let round): ["audience": audience(of: round)]
        case .meetingHeld(let meeting, let body):
            body.map { ["meeting": .text(meeting), "body": .text(words.body($0))] } ?? ["meeting": .text(meeting)]
        case .stageMoved(let from, let to), .sentBack(let from, let to): ["from": stage(from), "to": stage(to)]
        case .signedOff(_, let verdict): ["verdict": .text(words.verdict(verdict))]
        case .scheduled(let body, let meeting):
            meeting.map { ["body": .text(words.body(body)), "meeting": date($0)] } ?? ["body": .text(words.body(body))]
        case .disclosureChosen(let disclosure):
            ["sentence": .text(DisclosureSentence(disclosure, words: words).text)]
        case .decided(let body, let points): ["body": .text(words.body(body)), "results": results(points)]
        case .finalReleased, .published, .held, .resumed: [:]
        case .conditionFulfilled(let condition): ["condition": .text(condition)]
        case .gateOverridden(let stageID, let condition): ["stage": stage(stageID), "condition": .text(condition)]
        case .dispositionAdopted(let input, _): ["input": .text(input)]
        case .stepSkipped(let id): ["step": step(id)]
        case .adviserAsked(_, let function): ["asked": .text(function)]
        case .keyRotated(let from, let to): ["from": .text(from), "to": .text(to)]
        case .keyRevoked(let fingerprint): ["fingerprint": .text(fingerprint)]
        }
    }

    private func date(_ date: CalendarDate) -> PhraseArgument {
        .date(year: date.year, month: date.month, day: date.day)
    }

    private func audience(of round: String) -> PhraseArgument {
        .text(audiences[round].map(words.label) ?? round)
    }

    private func stage(_ id: StageID) -> PhraseArgument {
        .text(stages[id].map(words.label) ?? id.rawValue)
    }

    /// A paraaf that was asked beside the route has no label of its own.
    private func step(_ id: String) -> PhraseArgument {
        .text(steps[id].map(words.label) ?? words("act.asked-step"))
    }

    private func results(_ points: [PointResult]) -> PhraseArgument {
        .list(
            points.map { result in
                .text(
                    words(
                        "act.point",
                        ["number": .text(String(result.point)), "outcome": .text(words.outcome(result.outcome))]))
            })
    }
}
