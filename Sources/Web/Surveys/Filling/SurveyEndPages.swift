import Phrases
import PlanDomain
import Survey

/// After the answers were sent: that they were received, and the code that proves it.
struct SurveyReceiptPage: SitePage {
    static let template = "survey-receipt"
    let title: String
    let code: String
    let received: String
    let thanks: Markup?

    init(_ response: SurveyResponse, code: String, of visit: SurveyVisit, phrases: Phrases) {
        title = visit.questionnaire.title
        self.code = code
        received = phrases.text("survey.receipt.received", ["day": .text(phrases.writtenDate(response.day))])
        thanks = SurveyText.markup(visit.questionnaire.thanks, prefix: "dank-", phrases)
    }

    static let fields: PageFields<SurveyReceiptPage> = [
        .text("surveyTitle") { $0.title },
        .text("code") { $0.code },
        .text("received") { $0.received },
        .flag("hasThanks") { $0.thanks != nil },
        .markup("thanks") { $0.thanks },
    ]
}

/// That a sheet was kept, and the link by which its owner alone comes back to it.
struct SurveyKeptPage: SitePage {
    static let template = "survey-kept"
    let title: String
    let link: String
    let until: String
    let resume: SiteAddress

    static let fields: PageFields<SurveyKeptPage> = [
        .text("surveyTitle") { $0.title },
        .text("link") { $0.link },
        .text("until") { $0.until },
        .text("resume") { $0.resume.path },
    ]
}

/// The questionnaire as a form on paper, in large print.
struct SurveyPaperPage: SitePage {
    static let template = "survey-paper"
    let title: String
    let introduction: Markup?
    let until: String
    let pages: [Page]

    init(_ visit: SurveyVisit, phrases: Phrases) {
        let questionnaire = visit.questionnaire
        let words = AnswerWords(questionnaire: questionnaire, phrases: phrases)
        title = questionnaire.title
        introduction = SurveyText.markup(questionnaire.introduction, prefix: "inleiding-", phrases)
        until = phrases.text(
            "survey.until",
            [
                "until": .text(phrases.writtenDate(visit.view.until)),
                "time": .text(phrases.text(visit.view.lastMinute)),
            ])
        var number = 0
        pages = questionnaire.pages.map { page in
            Page(
                title: page.title, condition: words.condition(page.condition),
                explanation: SurveyText.markup(page.explanation, prefix: "\(page.id)-", phrases),
                questions: page.questions.map { question in
                    number += 1
                    return Asked(
                        content: QuestionContent(question, number: number, values: FormValues(), phrases: phrases),
                        condition: words.condition(question.condition))
                })
        }
    }

    static let fields: PageFields<SurveyPaperPage> = [
        .text("surveyTitle") { $0.title },
        .flag("hasIntroduction") { $0.introduction != nil },
        .markup("introduction") { $0.introduction },
        .text("until") { $0.until },
        .list("pages") { $0.pages },
    ]

    struct Page: PageContent {
        let title: String
        let condition: String?
        let explanation: Markup?
        let questions: [Asked]

        static let fields: PageFields<Page> = [
            .text("pageTitle") { $0.title.isEmpty ? nil : $0.title },
            .text("pageCondition") { $0.condition },
            .flag("hasExplanation") { $0.explanation != nil },
            .markup("explanation") { $0.explanation },
            .list("questions") { $0.questions },
        ]
    }

    struct Asked: PageContent {
        let content: QuestionContent
        let condition: String?

        static let fields: PageFields<Asked> = [
            .text("questionCondition") { $0.condition },
            .part("asked") { $0.content },
        ]
    }
}
