import Prose
import Workflow

/// Cuts one Markdown document into the chapters and sections of a plan.
///
/// The document decides its own outline: chapters are its first level of headings below the title, sections the next.
/// Numbers are taken off the titles; a number that only says the place is not kept but counted. Nothing is dropped:
/// text before a first heading becomes a section without one, and `PlanExport` gives the whole back.
public struct PlanImport {
    /// Larger than any plan: a text of 2 MiB is about a thousand pages.
    public static let sizeLimit = MarkdownLimits.standard.bytes

    /// The title on top of the document, where it has one; without marks.
    public let title: String?
    public let chapters: [Chapter]
    public let outline: OutlineStyle

    /// Throws `invalid` with the line for a text that is empty, too large, skips a level of headings, or gives two
    /// headings the same id.
    public init(_ source: String) throws(PlanError) {
        guard source.contains(where: { !$0.isWhitespace }) else {
            throw PlanError(.invalid, Reason("import.empty"))
        }
        guard !source.unicodeScalars.contains("\0") else { throw PlanError(.invalid, Reason("import.binary")) }
        let text = try HeadedText(source)
        try Self.checkLevels(of: text.headings)
        let top = MarkdownCut(text, at: 1)
        let shape = OutlineShape(of: text.headings, opensWithTitle: top.before.allSatisfy(\.isWhitespace))
        let content = try HeadedText(shape.hasTitle ? top.pieces[0].body : source)
        let heading = shape.hasTitle ? top.pieces[0].title : nil
        title = heading.map { Heading($0).plainTitle }
        outline = OutlineStyle(
            showsTitle: shape.hasTitle, title: heading == title ? nil : heading, chapterLevel: shape.chapterLevel)
        var cutter = try OutlineCutter(
            chapterLevel: shape.chapterLevel, headings: text.headings.dropFirst(shape.hasTitle ? 1 : 0))
        chapters = try cutter.chapters(of: content, hasChapters: shape.hasChapters)
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

/// Which level of headings means what in one document.
private struct OutlineShape {
    let hasTitle: Bool
    let hasChapters: Bool
    let chapterLevel: Int

    /// One heading of level 1, standing first with others below it, is the title of the document. Below a title the
    /// second level is that of the sections, unless most of its headings have deeper ones: then they are chapters.
    init(of headings: [HeadedText.Heading], opensWithTitle: Bool) {
        let tops = headings.filter { $0.level == 1 }
        hasTitle = opensWithTitle && tops.count == 1 && headings.contains { $0.level == 2 }
        guard hasTitle else {
            hasChapters = !tops.isEmpty
            chapterLevel = 1
            return
        }
        let parents = zip(headings, headings.dropFirst()).filter { $0.level == 2 && $1.level == 3 }.count
        hasChapters = parents * 2 > headings.filter { $0.level == 2 }.count
        chapterLevel = hasChapters ? 2 : 1
    }
}
