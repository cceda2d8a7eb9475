import Phrases
import PlanDomain
import Survey
import Workflow

/// Everything that somebody answered, to be looked over and sent in.
struct SurveyCheckPage: SitePage {
    static let template = "survey-check"
    let title: String
    let parts: [Part]
    let errors: [FormContent.ErrorLink]
    let isLate: Bool
    let mayBeSent: Bool
    let action: SiteAddress
    let back: SiteAddress
    let seal: FormSeal
    let stamp: String

    init(
        _ stay: SurveyStay, refusal: Reason? = nil, isLate: Bool = false, seal: FormSeal, stamp: String,
        phrases: Phrases
    ) {
        let sheet = stay.sheet ?? AnswerSheet()
        let walk = Walk(stay.visit.questionnaire, sheet)
        let missing = walk.faults(in: sheet)
        let words = AnswerWords(questionnaire: stay.visit.questionnaire, phrases: phrases)
        title = stay.visit.questionnaire.title
        parts = walk.pages.map { page in
            Part(
                title: page.title.isEmpty ? stay.visit.questionnaire.title : page.title,
                address: stay.visit.isOpen ? stay.place.page(page.id) : nil,
                answers: page.questions.map { question in
                    Line(
                        question: question.text,
                        lines: words.lines(of: sheet[question.id], to: question).map(TextLine.init),
                        mend: missing[question.id] == nil ? nil : stay.place.page(page.id, question: question.id))
                })
        }
        errors = refusal.map { [FormContent.ErrorLink(text: phrases.sentence($0), anchor: nil, label: nil)] } ?? []
        self.isLate = isLate
        mayBeSent = stay.visit.isOpen && missing.isEmpty && !sheet.isEmpty
        action = stay.place.check
        back = walk.pages.last.map { stay.place.page($0.id) } ?? stay.place.intro
        self.seal = seal
        self.stamp = stamp
    }

    static let fields: PageFields<SurveyCheckPage> = [
        .text("surveyTitle") { $0.title },
        .list("parts") { $0.parts },
        .flag("hasErrors") { !$0.errors.isEmpty },
        .list("errors") { $0.errors },
        .flag("isLate") { $0.isLate },
        .flag("mayBeSent") { $0.mayBeSent },
        .text("formAction") { $0.action.path },
        .text("back") { $0.isLate ? nil : $0.back.path },
        .text("formToken") { $0.seal.token },
        .text("requestID") { $0.seal.requestID },
        .text("stamp") { $0.stamp },
    ]

    struct Part: PageContent {
        let title: String
        let address: SiteAddress?
        let answers: [Line]

        static let fields: PageFields<Part> = [
            .text("partTitle") { $0.title },
            .text("change") { $0.address?.path },
            .list("answers") { $0.answers },
        ]
    }

    struct Line: PageContent {
        let question: String
        let lines: [TextLine]
        /// Where it is answered that must be.
        let mend: SiteAddress?

        static let fields: PageFields<Line> = [
            .text("answeredQuestion") { $0.question },
            .list("lines") { $0.lines },
            .flag("isEmpty") { $0.lines.isEmpty && $0.mend == nil },
            .text("mend") { $0.mend?.path },
        ]
    }
}
