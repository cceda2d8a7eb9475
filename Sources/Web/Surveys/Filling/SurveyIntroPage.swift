import Phrases
import PlanDomain
import Survey

/// What a questionnaire is about, what becomes of the answers, and the way in.
struct SurveyIntroPage: SitePage {
    static let template = "survey-intro"
    let title: String
    let introduction: Markup?
    let about: Markup?
    let privacy: Markup?
    let until: String
    let count: String
    /// Why it can't be answered now; nil where it can.
    let closed: String?
    let begin: SiteAddress?
    /// Where somebody goes on who began before.
    let resume: SiteAddress?
    let paper: SiteAddress

    init(_ stay: SurveyStay, phrases: Phrases) {
        let visit = stay.visit
        title = visit.questionnaire.title
        introduction = SurveyText.markup(visit.questionnaire.introduction, prefix: "inleiding-", phrases)
        about = SurveyText.markup(visit.view.round.explanation, prefix: "uitleg-", phrases)
        privacy = SurveyText.markup(visit.view.round.privacy, prefix: "privacy-", phrases)
        until = phrases.text(
            "survey.until",
            [
                "until": .text(phrases.writtenDate(visit.view.until)),
                "time": .text(phrases.text(visit.view.lastMinute)),
            ])
        let pages = visit.questionnaire.pages.count
        count = phrases.text(
            "survey.count",
            ["count": .number(visit.questionnaire.questions.count), "pages": .number(pages)])
        closed =
            switch visit.view.state {
            case .open: nil
            case .prepared, .announced:
                phrases.text("survey.announced", ["from": .text(phrases.writtenDate(visit.view.round.from))])
            case .ended, .closed: phrases.sentence(visit.view.isOver.reason)
            }
        let first = visit.questionnaire.pages.first { !$0.questions.isEmpty }
        begin = visit.isOpen && stay.sheet == nil ? first.map { stay.place.page($0.id) } : nil
        resume = visit.isOpen && stay.sheet != nil ? stay.next : nil
        paper = stay.place.paper
    }

    static let fields: PageFields<SurveyIntroPage> = [
        .text("title") { $0.title },
        .flag("hasIntroduction") { $0.introduction != nil },
        .markup("introduction") { $0.introduction },
        .flag("hasAbout") { $0.about != nil },
        .markup("about") { $0.about },
        .flag("hasPrivacy") { $0.privacy != nil },
        .markup("privacy") { $0.privacy },
        .text("until") { $0.closed == nil ? $0.until : nil },
        .text("count") { $0.count },
        .text("closed") { $0.closed },
        .text("begin") { $0.begin?.path },
        .text("resume") { $0.resume?.path },
        .text("paper") { $0.closed == nil ? $0.paper.path : nil },
    ]
}
