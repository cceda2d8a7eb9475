import Phrases
import PlanDomain
import Survey
import Workflow

/// A questionnaire as the office builds it: pages, questions, and what is still wrong, each at its place.
struct SurveyBuilderPage: SitePage {
    static let template = "survey-builder"
    let title: String
    let introduction: Markup?
    let isFixed: Bool
    let faults: [TextLine]
    let pages: [Page]
    let place: BuilderPlace
    /// Where residents find it; nil before it is opened.
    let published: String?
    let mayBeTried: Bool

    init(_ survey: SurveyView, published: String?, seal: FormSeal, phrases: Phrases) {
        let questionnaire = survey.questionnaire
        let place = BuilderPlace(plan: survey.view.round.plan, round: survey.view.round.id)
        let words = AnswerWords(questionnaire: questionnaire, phrases: phrases)
        let found = SurveyFaults(questionnaire, phrases)
        let order = OrderButtons(place: place, version: survey.version, seal: seal)
        title = questionnaire.title
        introduction = SurveyText.markup(questionnaire.introduction, prefix: "inleiding-", phrases)
        isFixed = survey.isFixed
        faults = found.general
        self.place = place
        self.published = survey.isFixed ? published : nil
        mayBeTried = !questionnaire.questions.isEmpty
        pages = questionnaire.pages.enumerated().map { index, page in
            Page(
                page: page, number: index + 1, condition: words.condition(page.condition), faults: found.at(page.id),
                order: survey.isFixed ? nil : order.of(page.id, title: page.title), place: place,
                sorts: survey.isFixed
                    ? []
                    : QuestionSort.allCases.map {
                        PageLink(label: $0.label(phrases), address: place.newQuestion($0, on: page.id))
                    },
                questions: page.questions.map { question in
                    Row(
                        question: question, sort: QuestionSort(question.kind).label(phrases),
                        required: question.isRequired ? phrases.text("survey.builder.required") : nil,
                        theme: question.theme.map { phrases.text("survey.builder.about", ["theme": .text($0)]) },
                        condition: words.condition(question.condition), faults: found.at(question.id),
                        order: survey.isFixed ? nil : order.of(question.id, title: question.text),
                        edit: survey.isFixed ? nil : place.question(question.id))
                })
        }
    }

    static let fields: PageFields<SurveyBuilderPage> = [
        .text("title") { $0.title },
        .flag("hasIntroduction") { $0.introduction != nil },
        .markup("introduction") { $0.introduction },
        .flag("isFixed") { $0.isFixed },
        .flag("hasFaults") { !$0.faults.isEmpty },
        .list("faults") { $0.faults },
        .list("pages") { $0.pages },
        .text("published") { $0.published },
        .text("texts") { $0.isFixed ? nil : $0.place.texts.path },
        .text("newPage") { $0.isFixed ? nil : $0.place.page(BuilderPlace.new).path },
        .text("trial") { $0.mayBeTried ? $0.place.trial.path : nil },
        .text("results") { $0.isFixed ? $0.place.results.path : nil },
        .text("files") { $0.isFixed ? $0.place.files.path : nil },
        .text("keyIn") { $0.isFixed ? $0.place.keyIn.path : nil },
        .text("round") { SiteAddress.round($0.place.plan, $0.place.round).path },
    ]

    struct Page: PageContent {
        let page: Questionnaire.Page
        let number: Int
        let condition: String?
        let faults: [TextLine]
        let order: OrderButtons.Content?
        let place: BuilderPlace
        let sorts: [PageLink]
        let questions: [Row]

        static let fields: PageFields<Page> = [
            .text("partID") { "deel-\($0.page.id)" },
            .text("pageNumber") { String($0.number) },
            .text("pageTitle") { $0.page.title },
            .text("pageCondition") { $0.condition },
            .list("faults") { $0.faults },
            .part("order") { $0.order },
            .text("edit") { $0.order == nil ? nil : $0.place.page($0.page.id).path },
            .flag("mayAdd") { !$0.sorts.isEmpty },
            .list("sorts") { $0.sorts },
            .list("questions") { $0.questions },
        ]
    }

    struct Row: PageContent {
        let question: Question
        let sort: String
        let required: String?
        let theme: String?
        let condition: String?
        let faults: [TextLine]
        let order: OrderButtons.Content?
        let edit: SiteAddress?

        static let fields: PageFields<Row> = [
            .text("partID") { "deel-\($0.question.id)" },
            .text("questionText") { $0.question.text },
            .text("about") { [$0.sort, $0.required, $0.theme].compactMap { $0 }.joined(separator: " · ") },
            .text("questionCondition") { $0.condition },
            .list("faults") { $0.faults },
            .part("order") { $0.order },
            .text("edit") { $0.edit?.path },
        ]
    }
}

/// The buttons that move a page or question up and down.
struct OrderButtons {
    let place: BuilderPlace
    let version: Int
    let seal: FormSeal

    func of(_ id: String, title: String) -> Content { Content(buttons: self, id: id, title: title) }

    struct Content: PageContent {
        let buttons: OrderButtons
        let id: String
        let title: String

        static let fields: PageFields<Content> = [
            .text("formAction") { $0.buttons.place.order.path },
            .text("formToken") { $0.buttons.seal.token },
            .text("requestID") { $0.buttons.seal.requestID },
            .text("version") { String($0.buttons.version) },
            .text("moved") { $0.id },
            .text("movedTitle") { $0.title },
        ]
    }
}
