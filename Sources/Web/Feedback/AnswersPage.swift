import Phrases
import PlanDomain

/// "Waar is mijn inbreng gebleven?": everything that somebody sent in, with what became of it.
struct AnswersPage: SitePage {
    static let template = "answers"
    let lead: String
    let count: String
    let answers: [AnswerLine]
    let document: SiteAddress
    /// Of who follows by a code; others sign out.
    let stop: FormSeal?
    let back: PageLink?

    init(
        _ answers: [AnswerLine], lead: String, document: SiteAddress, stop: FormSeal? = nil, back: PageLink? = nil,
        phrases: Phrases
    ) {
        self.lead = lead
        self.answers = answers
        self.document = document
        self.stop = stop
        self.back = back
        count = phrases.text("feedback.count", ["count": .number(answers.count)])
    }

    static let fields: PageFields<AnswersPage> = [
        .text("lead") { $0.lead },
        .text("count") { $0.count },
        .flag("hasAnswers") { !$0.answers.isEmpty },
        .flag("hasMany") { $0.answers.count > 1 },
        .list("answers") { $0.answers },
        .text("document") { $0.document.path },
        .text("stop") { $0.stop == nil ? nil : SiteAddress.stopFollowing.path },
        .text("formToken") { $0.stop?.token },
        .text("requestID") { $0.stop?.requestID },
        .part("back") { $0.back },
    ]
}

/// The same as a document of its own, to be kept or handed on: one file that needs no other and leads nowhere.
struct AnswersDocument: SitePage {
    static let template = "answersdocument"
    let title: String
    let municipality: String
    let language: String
    let lead: String
    let made: String
    let answers: [AnswerLine]
    /// The style sheet of the site.
    let style: Markup

    static let fields: PageFields<AnswersDocument> = [
        .text("title") { $0.title },
        .text("municipality") { $0.municipality },
        .text("language") { $0.language },
        .text("lead") { $0.lead },
        .text("made") { $0.made },
        .list("answers") { $0.answers },
        .markup("style") { $0.style },
    ]
}
