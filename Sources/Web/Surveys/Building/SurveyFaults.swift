import Phrases
import Survey
import Workflow

/// What stands in the way of opening a questionnaire, in words, each at the page or question that it is about.
struct SurveyFaults {
    private var byPlace: [String: [TextLine]] = [:]
    private(set) var general: [TextLine] = []

    init(_ questionnaire: Questionnaire, _ phrases: Phrases) {
        for fault in questionnaire.faults {
            let line = TextLine(line: phrases.sentence(Self.reason(fault, in: questionnaire)))
            switch fault {
            case .noQuestions: general.append(line)
            case .emptyPage(let id), .noText(let id), .tooFewChoices(let id), .unclearChoice(let id, _),
                .limitOutOfReach(let id), .scaleOutOfReach(let id), .dependsOnLater(let id, _),
                .dependsOnNothing(let id, _), .idTwice(let id):
                byPlace[id, default: []].append(line)
            }
        }
    }

    func at(_ id: String) -> [TextLine] { byPlace[id] ?? [] }

    private static func reason(_ fault: QuestionnaireFault, in questionnaire: Questionnaire) -> Reason {
        switch fault {
        case .noQuestions: Reason("survey.builder.fault.no-questions")
        case .emptyPage: Reason("survey.builder.fault.empty-page")
        case .noText: Reason("survey.builder.fault.no-text")
        case .tooFewChoices: Reason("survey.builder.fault.few-choices")
        case .unclearChoice: Reason("survey.builder.fault.unclear-choice")
        case .limitOutOfReach: Reason("survey.builder.fault.limit")
        case .scaleOutOfReach: Reason("survey.builder.fault.scale")
        case .dependsOnLater, .dependsOnNothing: Reason("survey.builder.fault.condition")
        case .idTwice: Reason("survey.builder.fault.twice")
        }
    }
}
