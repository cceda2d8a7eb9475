import Phrases
import PlanDomain
import Prose

/// A section in two versions of the same audience, with what came and what went.
struct ReadingComparisonPage: SitePage {
    static let template = "readingcomparison"
    let heading: String
    let old: Side
    let new: Side
    /// Nil where a side is closed, so that there is nothing to compare.
    let statistics: String?
    let isUnchanged: Bool
    let passages: [Markup]

    init(_ comparison: EditionComparison, title: String, _ place: ReadingPlace, phrases: Phrases) {
        heading = phrases.text("web.comparison.heading", ["title": .text(title)])
        old = Side(comparison.old, of: comparison.section, place, phrases)
        new = Side(comparison.new, of: comparison.section, place, phrases)
        guard let before = comparison.old.body, let after = comparison.new.body else {
            statistics = nil
            isUnchanged = false
            passages = []
            return
        }
        let diff = WordDiff(old: before, new: after)
        statistics = ComparisonPage.statistics(diff.statistics, phrases: phrases)
        isUnchanged = diff.isUnchanged
        passages = [ComparisonMarkup.inOneColumn(diff, phrases), ComparisonMarkup.sideBySide(diff, phrases)]
    }

    static let fields: PageFields<ReadingComparisonPage> = [
        .text("heading") { $0.heading },
        .part("old") { $0.old },
        .part("new") { $0.new },
        .text("statistics") { $0.statistics },
        .flag("isUnchanged") { $0.isUnchanged },
        .flag("isComparable") { !$0.passages.isEmpty },
        .passage("oneColumn") { $0.passages.isEmpty ? nil : 0 },
        .passage("twoColumns") { $0.passages.isEmpty ? nil : 1 },
    ]

    struct Side: PageContent {
        let status: String
        let since: String
        /// Nil where that version does not have the section.
        let address: SiteAddress?
        let closed: String?

        init(_ side: EditionComparison.Side, of section: SectionID, _ place: ReadingPlace, _ phrases: Phrases) {
            status = phrases.status(of: side.version)
            since = phrases.writtenDate(side.version.settledOn)
            address = side.section?.id == nil ? nil : place.at(side.version.text).section(section)
            if case .closed(let place) = side.section { closed = phrases.closed(place.ground) } else { closed = nil }
        }

        static let fields: PageFields<Side> = [
            .text("versionStatus") { $0.status },
            .text("versionSince") { $0.since },
            .text("versionAddress") { $0.address?.path },
            .text("closed") { $0.closed },
        ]
    }
}
