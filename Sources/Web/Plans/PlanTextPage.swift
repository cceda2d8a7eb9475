import Phrases
import PlanDomain

/// The whole plan to read, with its contents.
struct PlanTextPage: SitePage {
    static let template = "text"
    let title: String
    let chapters: [Chapter]
    /// The texts of the sections that have one, in order.
    let passages: [Markup]
    /// Which version this is, for on paper.
    let printed: String

    /// `render` gives a section's text, nil where nobody has written it.
    init(_ dossier: PlanDossier, phrases: Phrases, render: (Section) -> Markup?) {
        title = dossier.text.metadata.title
        let numbers = dossier.text.numbers()
        var passages: [Markup] = []
        chapters = dossier.text.chapters.map { chapter in
            let sections = chapter.sections.map { section in
                let markup = render(section)
                if let markup { passages.append(markup) }
                return Part(
                    section, number: numbers.sections[section.id], of: dossier.id,
                    passage: markup == nil ? nil : passages.count - 1)
            }
            return Chapter(
                anchor: "hoofdstuk-" + chapter.id,
                title: chapter.heading.map { Self.printed(numbers.chapters[chapter.id], $0.plainTitle) },
                sections: sections)
        }
        self.passages = passages
        printed = phrases.text("web.text.version", ["commit": .text(dossier.commit.short)])
    }

    fileprivate static func printed(_ number: String?, _ title: String) -> String {
        [number, title].compactMap { $0 }.joined(separator: " ")
    }

    static let fields: PageFields<PlanTextPage> = [
        .text("title") { $0.title },
        .text("printed") { $0.printed },
        .list("chapters") { $0.chapters },
        .flag("isEmpty") { $0.chapters.allSatisfy(\.sections.isEmpty) },
    ]

    /// A chapter with its sections; without a title where the plan begins before its first heading.
    struct Chapter: PageContent {
        let anchor: String
        let title: String?
        let sections: [Part]

        static let fields: PageFields<Chapter> = [
            .text("chapterAnchor") { $0.anchor },
            .text("chapterTitle") { $0.title },
            .list("sections") { $0.sections },
        ]
    }

    /// One section; `passage` is the place of its text among the passages of the page.
    struct Part: PageContent {
        let anchor: String
        let title: String?
        let address: SiteAddress
        let passage: Int?

        init(_ section: Section, number: String?, of plan: PlanID, passage: Int?) {
            anchor = "sectie-" + section.id.rawValue
            title = section.heading.map { PlanTextPage.printed(number, $0.plainTitle) }
            address = .section(plan, section.id)
            self.passage = passage
        }

        static let fields: PageFields<Part> = [
            .text("anchor") { $0.anchor },
            .text("partTitle") { $0.title },
            .text("address") { $0.address.path },
            .flag("hasText") { $0.passage != nil },
            .passage("body") { $0.passage },
        ]
    }
}
