import Phrases
import PlanDomain

/// A section of the frozen text with its passages, and the form for a reaction to one of them.
struct ContributeSectionPage: SitePage {
    static let template = "contributesection"
    static let scripts = ["contribute.js"]

    let visit: ContributionVisit
    let title: String
    let deadline: String
    let rows: [Row]
    /// The text, passage by passage.
    let passages: [Markup]
    let form: FormContent?
    let parts: [PageLink]
    let items: [DraftLine]
    let previous: PageLink?
    let next: PageLink?

    /// - Parameters:
    ///   - form: nil when the round is not open.
    ///   - chosen: the number of the passage that the form is about.
    init(
        _ section: ContributionText.Section, in visit: ContributionVisit, text: TextPassages, form: FormContent?,
        chosen: Int?, seal: FormSeal, phrases: Phrases
    ) {
        self.visit = visit
        self.form = form
        title = section.title
        deadline = ContributePage.deadline(visit.view, phrases: phrases)
        passages = text.all.map(\.markup)
        rows = text.all.enumerated().map { index, passage in
            Row(
                index: index, number: passage.number,
                react: passage.isTarget && visit.isOpen
                    ? visit.place.section(section.id, passage: passage.number, fragment: "reageren") : nil,
                isChosen: passage.number == chosen)
        }
        let own = chosen.flatMap { number in text.all.first { $0.number == number } }
        parts = (own?.parts ?? []).enumerated().map { index, words in
            PageLink(
                label: words,
                address: visit.place.section(
                    section.id, passage: chosen, part: index + 1, fragment: "reageren"))
        }
        items = DraftLine.all(of: visit, seal: seal, phrases: phrases) { $0.section == section.id }
        let sections = visit.text?.sections ?? []
        let place = sections.firstIndex { $0.id == section.id } ?? 0
        previous = place > 0 ? Self.link(sections[place - 1], visit) : nil
        next = place + 1 < sections.count ? Self.link(sections[place + 1], visit) : nil
    }

    private static func link(_ section: ContributionText.Section, _ visit: ContributionVisit) -> PageLink {
        PageLink(label: section.title, address: visit.place.section(section.id))
    }

    static let fields: PageFields<ContributeSectionPage> = [
        .text("title") { $0.title },
        .text("deadline") { $0.deadline },
        .flag("isOver") { $0.visit.isOver },
        .flag("takesReactions") { $0.visit.isOpen },
        .flag("hasText") { !$0.rows.isEmpty },
        .list("rows") { $0.rows },
        .part("form") { $0.form },
        .flag("hasParts") { !$0.parts.isEmpty },
        .list("parts") { $0.parts },
        .flag("hasItems") { !$0.items.isEmpty },
        .list("items") { $0.items },
        .text("overview") { $0.visit.place.overview().path },
        .text("check") { $0.visit.place.check.path },
        .part("previous") { $0.previous },
        .part("next") { $0.next },
    ]

    struct Row: PageContent {
        let index: Int
        let number: Int
        let react: SiteAddress?
        let isChosen: Bool

        static let fields: PageFields<Row> = [
            .text("passageID") { "passage-\($0.number)" },
            .text("passageNumber") { String($0.number) },
            .passage("body") { $0.index },
            .text("react") { $0.react?.path },
            .flag("isChosen") { $0.isChosen },
        ]
    }
}
