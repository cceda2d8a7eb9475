import Phrases
import PlanDomain
import Prose

/// Two versions of a section, *was* and *wordt*, with what came and what went.
struct ComparisonPage: SitePage {
    static let template = "comparison"
    let comparison: SectionComparison
    let heading: String
    let old: Version
    let new: Version
    let statistics: String
    let isUnchanged: Bool
    let titleChange: TitleChange?
    /// The difference in one column, and side by side; the style sheet shows one of the two.
    let passages: [Markup]
    /// Whether its reader may bring passages of the old version back.
    let canBringBack: Bool

    init(_ comparison: SectionComparison, canBringBack: Bool = false, phrases: Phrases) {
        self.comparison = comparison
        self.canBringBack = canBringBack
        heading = phrases.text("web.comparison.heading", ["title": .text(comparison.title)])
        old = Version(comparison.old, phrases: phrases)
        new = Version(comparison.new, phrases: phrases)
        let diff = WordDiff(
            old: DraftText.withoutGuidance(comparison.old.body), new: DraftText.withoutGuidance(comparison.new.body))
        isUnchanged = diff.isUnchanged
        statistics = Self.statistics(diff.statistics, phrases: phrases)
        titleChange = TitleChange(comparison)
        passages = [ComparisonMarkup.inOneColumn(diff, phrases), ComparisonMarkup.sideBySide(diff, phrases)]
    }

    /// "12 woorden toegevoegd, 3 woorden weggehaald; 230 woorden bleven gelijk."
    static func statistics(_ counts: DiffStatistics, phrases: Phrases) -> String {
        var parts: [String] = []
        if counts.added > 0 { parts.append(phrases.text("web.comparison.added", ["count": .number(counts.added)])) }
        if counts.removed > 0 {
            parts.append(phrases.text("web.comparison.removed", ["count": .number(counts.removed)]))
        }
        if counts.moved > 0 { parts.append(phrases.text("web.comparison.moved", ["count": .number(counts.moved)])) }
        let same = phrases.text("web.comparison.same", ["count": .number(counts.unchanged)])
        guard !parts.isEmpty else { return phrases.capitalized(same) + "." }
        return phrases.capitalized(phrases.list(parts)) + "; " + same + "."
    }

    static let fields: PageFields<ComparisonPage> = [
        .text("heading") { $0.heading },
        .part("old") { $0.old },
        .part("new") { $0.new },
        .text("statistics") { $0.statistics },
        .flag("isUnchanged") { $0.isUnchanged },
        .part("titleChange") { $0.titleChange },
        .text("bringBack") {
            guard $0.canBringBack, !$0.isUnchanged else { return nil }
            return SiteAddress.passages(
                $0.comparison.plan.id, $0.comparison.section, from: $0.comparison.old.commit,
                to: $0.comparison.new.commit
            ).path
        },
        .text("sectionAddress") { SiteAddress.section($0.comparison.plan.id, $0.comparison.section).path },
        .text("swapped") {
            SiteAddress.comparison(
                $0.comparison.plan.id, $0.comparison.section, from: $0.comparison.new.commit,
                to: $0.comparison.old.commit
            ).path
        },
        .passage("oneColumn") { _ in 0 },
        .passage("twoColumns") { _ in 1 },
    ]

    /// Which version a side shows.
    struct Version: PageContent {
        let moment: String
        let function: String
        let commit: CommitID

        init(_ version: SectionComparison.Version, phrases: Phrases) {
            moment = phrases.moment(version.madeAt)
            function = version.function
            commit = version.commit
        }

        static let fields: PageFields<Version> = [
            .text("moment") { $0.moment },
            .text("function") { $0.function },
            .text("commit") { $0.commit.short },
        ]
    }

    /// The section was called otherwise.
    struct TitleChange: PageContent {
        let old: String
        let new: String

        init?(_ comparison: SectionComparison) {
            guard let old = comparison.old.title, let new = comparison.new.title, old != new else { return nil }
            self.old = old
            self.new = new
        }

        static let fields: PageFields<TitleChange> = [
            .text("oldTitle") { $0.old },
            .text("newTitle") { $0.new },
        ]
    }
}
