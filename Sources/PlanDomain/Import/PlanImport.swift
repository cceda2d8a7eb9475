import Prose
import Workflow

/// Cuts one Markdown document into the chapters and sections of a plan.
///
/// The document decides its own outline: chapters are its first level of headings below the title, sections the next.
/// Numbers are taken off the titles; a number that only says the place is not kept but counted. Nothing is dropped:
/// text before a first heading becomes a section without one, and `PlanExport` gives the whole back.
public struct PlanImport: Equatable, Sendable {
    /// Larger than any plan: a text of 2 MiB is about a thousand pages.
    public static let sizeLimit = MarkdownLimits.standard.bytes

    /// The title on top of the document, where it has one; without marks.
    public let title: String?
    public let chapters: [Chapter]
    public let outline: OutlineStyle

    /// Throws `invalid` with the line for a text that is empty, too large, skips a level of headings, or gives two
    /// headings the same id. Who wants to mend that first takes a ``PlanImportPreview``.
    public init(_ source: String) throws(PlanError) {
        let preview = try PlanImportPreview(source)
        try Self.checkLevels(of: preview.text.headings)
        self = try preview.cut()
    }

    init(title: String?, chapters: [Chapter], outline: OutlineStyle) {
        self.title = title
        self.chapters = chapters
        self.outline = outline
    }

    /// A heading may be at most one level deeper than the one before it, and the first stands at the top.
    private static func checkLevels(of headings: [HeadedText.Heading]) throws(PlanError) {
        var previous = 0
        for heading in headings {
            guard heading.level <= previous + 1 else {
                throw PlanError(
                    .invalid,
                    Reason(
                        "import.level-skipped",
                        [
                            "line": .number(heading.lines.lowerBound), "title": .text(heading.title),
                            "level": .number(heading.level), "expected": .number(previous + 1),
                        ]))
            }
            previous = heading.level
        }
    }
}
