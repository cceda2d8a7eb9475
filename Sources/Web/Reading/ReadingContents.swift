import Phrases
import PlanDomain

/// The contents of a version: chapters with their sections, those that are closed without a link.
struct ReadingContents: PageContent {
    let chapters: [Chapter]

    init(_ visit: ReadingVisit, phrases: Phrases) {
        chapters = visit.edition.chapters.enumerated().map { index, chapter in
            Chapter(
                title: chapter.printedTitle,
                address: visit.place.wholeText(chapter: index + 1),
                lines: chapter.sections.map { Line($0, visit.place, phrases) })
        }
    }

    static let fields: PageFields<ReadingContents> = [.list("contentsChapters") { $0.chapters }]

    struct Chapter: PageContent {
        let title: String?
        let address: SiteAddress
        let lines: [Line]

        static let fields: PageFields<Chapter> = [
            .text("contentsChapter") { $0.title },
            .text("contentsChapterAddress") { $0.address.path },
            .list("contentsLines") { $0.lines },
        ]
    }

    struct Line: PageContent {
        let label: String
        /// Nil for a section that is closed.
        let address: SiteAddress?

        init(_ section: PlanEdition.Section, _ place: ReadingPlace, _ phrases: Phrases) {
            switch section {
            case .open(let text):
                label = text.printedTitle
                address = place.wholeText(at: text.id.rawValue)
            case .closed(let closed):
                label = closed.label(phrases)
                address = nil
            }
        }

        static let fields: PageFields<Line> = [
            .text("contentsLabel") { $0.label },
            .text("contentsAddress") { $0.address?.path },
        ]
    }
}

extension PlanEdition.Chapter {
    var printedTitle: String? {
        title.map { [number, $0].compactMap { $0 }.joined(separator: " ") }
    }
}
