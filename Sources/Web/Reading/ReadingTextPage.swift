import Phrases
import PlanDomain
import Workflow

/// The whole text of a version to read on a tablet, with its contents beside it.
struct ReadingTextPage: SitePage {
    static let template = "readingtext"
    let head: ReadingHead
    let contents: ReadingContents
    let search: ReadingSearchForm
    let chapters: [Chapter]
    let passages: [Markup]
    /// Which version this is, for on paper.
    let printed: String

    init(_ visit: ReadingVisit, passages rendered: ReadingPassages, phrases: Phrases) {
        let edition = visit.edition
        head = ReadingHead(visit, phrases: phrases)
        contents = ReadingContents(visit, phrases: phrases)
        search = ReadingSearchForm(place: visit.place)
        printed = phrases.text("reading.printed", ["commit": .text(edition.version.text.short)])
        var passages: [Markup] = []
        chapters = edition.chapters.enumerated().map { index, chapter in
            let hasTitle = chapter.title != nil
            let parts = chapter.sections.map { section in
                var part = Part(section, visit, isUnderChapter: hasTitle, phrases)
                if let text = section.text,
                    let markup = rendered.markup(
                        of: text, in: edition, topLevel: hasTitle ? 4 : 3, prefix: "\(text.id)-")
                {
                    passages.append(markup)
                    part.passage = passages.count - 1
                }
                return part
            }
            return Chapter(anchor: "hoofdstuk-\(index + 1)", title: chapter.printedTitle, sections: parts)
        }
        self.passages = passages
    }

    static let fields: PageFields<ReadingTextPage> = [
        .part("head") { $0.head },
        .part("contents") { $0.contents },
        .part("search") { $0.search },
        .text("printed") { $0.printed },
        .list("chapters") { $0.chapters },
    ]

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

    /// One section, open or closed.
    struct Part: PageContent {
        let anchor: String?
        let title: String?
        /// Whether its heading stands under that of a chapter.
        let isUnderChapter: Bool
        /// The address of the section for good.
        let permalink: SiteAddress?
        let wish: SiteAddress?
        let closed: String?
        var passage: Int?

        init(_ section: PlanEdition.Section, _ visit: ReadingVisit, isUnderChapter: Bool, _ phrases: Phrases) {
            self.isUnderChapter = isUnderChapter
            anchor = section.id.map { "sectie-\($0)" }
            switch section {
            case .open(let text):
                title = text.printedTitle
                permalink = visit.place.at(visit.edition.version.text).section(text.id)
                wish = visit.wish(about: text.id)
                closed = nil
            case .closed(let place):
                title = place.title == nil ? nil : place.label(phrases)
                permalink = nil
                wish = nil
                closed = phrases.closed(place.ground)
            }
        }

        static let fields: PageFields<Part> = [
            .text("anchor") { $0.anchor },
            .text("partTitle") { $0.title },
            .flag("isUnderChapter") { $0.isUnderChapter },
            .text("permalink") { $0.permalink?.path },
            .text("wish") { $0.wish?.path },
            .text("closed") { $0.closed },
            .flag("hasText") { $0.passage != nil },
            .passage("body") { $0.passage },
        ]
    }
}
