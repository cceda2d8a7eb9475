import Foundation
import Phrases
import PlanDomain
import Survey
import Workflow

/// One page of a questionnaire, to be answered: by a resident, or by the office that tries it out.
struct SurveyFillPage: SitePage {
    static let template = "survey-page"
    static let scripts = ["survey.js"]
    let title: String
    let heading: String
    let step: String?
    let stepNumber: Int
    let stepCount: Int
    let explanation: Markup?
    let questions: [QuestionContent]
    let errors: [FormContent.ErrorLink]
    /// Whether it came too late: what was typed is there to be copied, and cannot be sent.
    let isLate: Bool
    let action: SiteAddress
    let seal: FormSeal
    let stamp: String
    /// Answers of other pages that the form takes along, where nothing is kept of them.
    let carried: [HiddenField]
    let isTrial: Bool

    /// - Parameters:
    ///   - page: with the questions that are asked.
    ///   - step: where it is among the pages.
    ///   - values: what the form holds.
    ///   - faults: by question what is wrong with its answer.
    ///   - refusal: what is wrong with the form as a whole.
    init(
        _ page: Questionnaire.Page, of questionnaire: Questionnaire, step: (number: Int, count: Int)?,
        values: FormValues, faults: [Question.ID: Reason] = [:], refusal: Reason? = nil, isLate: Bool = false,
        to action: SiteAddress, seal: FormSeal, stamp: String = "", carried: [HiddenField] = [], isTrial: Bool = false,
        phrases: Phrases
    ) {
        title = questionnaire.title
        heading = page.title.isEmpty ? questionnaire.title : page.title
        self.step = step.map {
            phrases.text("web.form.step", ["number": .number($0.number), "total": .number($0.count)])
        }
        stepNumber = step?.number ?? 1
        stepCount = step?.count ?? 1
        explanation = SurveyText.markup(page.explanation, prefix: "toelichting-", phrases)
        let questions = page.questions.enumerated().map { index, question in
            QuestionContent(
                question, number: index + 1, values: values, fault: faults[question.id], phrases: phrases)
        }
        let whole = refusal.map { FormContent.ErrorLink(text: phrases.sentence($0), anchor: nil, label: nil) }
        errors =
            (whole.map { [$0] } ?? [])
            + questions.compactMap { content in
                content.error.map {
                    FormContent.ErrorLink(text: $0, anchor: content.anchor, label: content.question.text)
                }
            }
        self.questions = questions
        self.isLate = isLate
        self.action = action
        self.seal = seal
        self.stamp = stamp
        self.carried = carried
        self.isTrial = isTrial
    }

    static let fields: PageFields<SurveyFillPage> = [
        .text("surveyTitle") { $0.heading == $0.title ? nil : $0.title },
        .text("heading") { $0.heading },
        .text("step") { $0.step },
        .text("stepNumber") { String($0.stepNumber) },
        .text("stepCount") { String($0.stepCount) },
        .flag("hasExplanation") { $0.explanation != nil },
        .markup("explanation") { $0.explanation },
        .list("questions") { $0.questions },
        .flag("hasErrors") { !$0.errors.isEmpty },
        .list("errors") { $0.errors },
        .flag("isLate") { $0.isLate },
        .text("formAction") { $0.action.path },
        .text("formToken") { $0.seal.token },
        .text("requestID") { $0.seal.requestID },
        .text("stamp") { $0.stamp },
        .list("carried") { $0.carried },
        .flag("isTrial") { $0.isTrial },
    ]
}

/// A field that nobody sees.
struct HiddenField: PageContent {
    let name: String
    let value: String

    static let fields: PageFields<HiddenField> = [
        .text("hiddenName") { $0.name },
        .text("hiddenValue") { $0.value },
    ]
}

/// Texts of a questionnaire, which the office writes in Markdown.
enum SurveyText {
    /// Nil for an empty one.
    static func markup(_ text: String, prefix: String, _ phrases: Phrases) -> Markup? {
        text.allSatisfy(\.isWhitespace)
            ? nil : SectionMarkup(text, topLevel: 2, prefix: prefix, phrases: phrases).render()
    }
}
