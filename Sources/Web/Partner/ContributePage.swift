import Phrases
import PlanDomain
import Workflow

/// What is asked of somebody, until when, what they wrote down and what they sent in.
struct ContributePage: SitePage {
    static let template = "contribute"
    let visit: ContributionVisit
    let title: String
    let deadline: String
    let explanation: Markup?
    let privacy: Markup?
    let questions: [Question]
    let chapters: [Chapter]
    let items: [DraftLine]
    let sent: [SentLine]
    let others: [PageLink]
    let saved: String?
    /// How much there is, for who comes back; nil where there is nothing.
    let draftCount: String?
    let sentCount: String?

    init(_ visit: ContributionVisit, sent: [SeenInput], seal: FormSeal, phrases: Phrases) {
        let round = visit.view.round
        self.visit = visit
        title = round.title
        deadline = Self.deadline(visit.view, phrases: phrases)
        explanation = Self.prose(round.explanation, prefix: "uitleg-", phrases)
        privacy = Self.prose(round.privacy, prefix: "privacy-", phrases)
        questions = round.questions.enumerated().map { index, text in
            Question(text: text, address: visit.isOpen ? visit.place.newItem(question: index + 1) : nil)
        }
        chapters = (visit.text?.chapters ?? []).map { Chapter($0, in: visit, phrases: phrases) }
        items = DraftLine.all(of: visit, seal: seal, phrases: phrases)
        self.sent = sent.map { seen in
            SentLine(
                seen, at: visit.place.input(seen.input.number),
                title: seen.input.content.section.flatMap { visit.text?.title(of: $0) }, phrases: phrases)
        }
        others = visit.rounds.filter { $0.round.id != round.id }.map { other in
            PageLink(
                label: other.round.title,
                address: ContributionPlace(plan: round.plan, round: other.round.id).overview())
        }
        draftCount = Self.count("partner.draft-count", items.count, phrases)
        sentCount = Self.count("partner.sent-count", sent.count, phrases)
        saved = visit.draft.savedAt.map { phrases.text("partner.saved-at", ["moment": .text(phrases.moment($0))]) }
    }

    /// "U kunt reageren tot en met 16 juni 2023, 17.00 uur."
    static func deadline(_ view: RoundView, phrases: Phrases) -> String {
        let last: [String: PhraseArgument] = [
            "from": .text(phrases.writtenDate(view.round.from)), "date": .text(phrases.writtenDate(view.until)),
            "time": .text(phrases.text(view.lastMinute)),
        ]
        return switch view.state {
        case .prepared, .announced: phrases.text("partner.deadline.announced", last)
        case .open: phrases.text("partner.deadline.open", last)
        case .closed where view.wasClosedEarly:
            phrases.text(
                "partner.deadline.closed-early", ["day": .text(view.closedOn.map { phrases.writtenDate($0) } ?? "")])
        case .ended, .closed: phrases.text("partner.deadline.over", last)
        }
    }

    private static func count(_ key: String, _ count: Int, _ phrases: Phrases) -> String? {
        count == 0 ? nil : phrases.text(key, ["count": .number(count)])
    }

    private static func prose(_ text: String, prefix: String, _ phrases: Phrases) -> Markup? {
        text.isEmpty ? nil : SectionMarkup(text, topLevel: 3, prefix: prefix, phrases: phrases).render()
    }

    static let fields: PageFields<ContributePage> = [
        .text("title") { $0.title },
        .text("planTitle") { $0.visit.text?.title },
        .text("deadline") { $0.deadline },
        .flag("isOpen") { $0.visit.isOpen },
        .flag("isOver") { $0.visit.isOver },
        .markup("explanation") { $0.explanation },
        .markup("privacy") { $0.privacy },
        .flag("hasExplanation") { $0.explanation != nil },
        .flag("hasPrivacy") { $0.privacy != nil },
        .flag("hasQuestions") { !$0.questions.isEmpty },
        .list("questions") { $0.questions },
        .flag("hasText") { !$0.chapters.isEmpty },
        .list("chapters") { $0.chapters },
        // Once the round is over an empty draft is nobody's business.
        .flag("hasDraft") { $0.visit.isOpen || !$0.items.isEmpty },
        .flag("hasItems") { !$0.items.isEmpty },
        .list("items") { $0.items },
        .text("saved") { $0.saved },
        .flag("hasWritten") { $0.draftCount != nil || $0.sentCount != nil },
        .text("draftCount") { $0.draftCount },
        .text("sentCount") { $0.sentCount },
        .text("general") { $0.visit.place.newItem().path },
        .text("check") { $0.visit.place.check.path },
        .flag("hasSent") { !$0.sent.isEmpty },
        .list("sent") { $0.sent },
        .text("answers") { SiteAddress.answers($0.visit.place.plan).path },
        .flag("hasOthers") { !$0.others.isEmpty },
        .list("others") { $0.others },
    ]

    struct Question: PageContent {
        let text: String
        let address: SiteAddress?

        static let fields: PageFields<Question> = [
            .text("question") { $0.text },
            .text("answer") { $0.address?.path },
        ]
    }

    struct Chapter: PageContent {
        let title: String?
        let sections: [Section]

        init(_ chapter: ContributionText.Chapter, in visit: ContributionVisit, phrases: Phrases) {
            title = chapter.title
            sections = chapter.sections.map { section in
                let count = visit.draft.items.count { $0.content.section == section.id }
                return Section(
                    title: section.title, address: visit.place.section(section.id),
                    count: count == 0 ? nil : phrases.text("partner.own-count", ["count": .number(count)]))
            }
        }

        static let fields: PageFields<Chapter> = [
            .text("chapterTitle") { $0.title },
            .list("sections") { $0.sections },
        ]
    }

    struct Section: PageContent {
        let title: String
        let address: SiteAddress
        /// How many reactions the reader has on it.
        let count: String?

        static let fields: PageFields<Section> = [
            .text("sectionTitle") { $0.title },
            .text("address") { $0.address.path },
            .text("ownCount") { $0.count },
        ]
    }
}

/// That nothing is asked of somebody at present.
struct NothingAskedPage: SitePage {
    static let template = "nothingasked"

    static let fields: PageFields<NothingAskedPage> = [.text("home") { _ in SiteAddress.plans.path }]
}
