import Phrases
import PlanDomain
import Workflow

/// The way to where a step is done, in words that say what happens there.
enum StepLink {
    /// Nil for a step that is not the reader's to do now, and for a paraaf, which has a link of its own.
    static func make(_ step: StepStanding, _ reader: GateReader, phrases: Phrases) -> PageLink? {
        reader.address(at: step).map { PageLink(label: label(of: step, phrases: phrases), address: $0) }
    }

    /// "Leg het besluit van het college vast". What was done before is done once more, and its link says so.
    static func label(of step: StepStanding, phrases: Phrases) -> String {
        let isAgain = step.state == .done
        let key =
            switch step.act {
            case .meetingHeld: isAgain ? "secretary.do.session-again" : "secretary.do.session"
            case .roundOpened, .roundExtended, .roundClosed: "secretary.do.rounds"
            case .scheduled where isAgain: "secretary.do.reschedule"
            default: DecisionAction(of: step.act).map { "secretary.do.\($0.rawValue)" } ?? "secretary.gate.record"
            }
        return phrases.text(key, ["body": .text(step.body.map { phrases.text($0) } ?? "")])
    }
}
