/// Markdown with one sentence per line, so that a stock `git diff`, `git blame` and three-way merge speak in sentences.
///
/// Only paragraphs are rewritten, in lists and quotes too; headings, tables, code, HTML, link definitions and hard line
/// breaks stay as they are. Line ends become `\n`, the text ends with one. What is rendered never changes: the result
/// is parsed again, and a paragraph whose rewriting would show is left as it was. `normalise` is idempotent.
///
/// Unicode is *not* brought into a normal form: it would change the bytes of addresses and of code.
public enum SentenceLines {
    /// Each sentence of each paragraph on a line of its own. A text that Markdown's limits refuse comes back with `\n`
    /// line ends and otherwise as it was.
    public static func normalise(_ markdown: String) -> String {
        settled(markdown, .sentencePerLine)
    }

    /// The reverse: each paragraph on one line, but for hard line breaks.
    public static func reflow(_ markdown: String) -> String {
        settled(markdown, .paragraphPerLine)
    }

    /// Rewrites until nothing changes any more, which is nearly always at once. A text that does not settle stays as it
    /// is: so the result of rewriting is never rewritten again, whatever the text.
    private static func settled(_ markdown: String, _ style: ParagraphRewriting.Style) -> String {
        let rewriting = ParagraphRewriting(style: style)
        let original = markdown.withPlainLineEnds
        var text = original
        for _ in 0..<maximumRounds {
            let next = rewriting.apply(to: text)
            if next.utf8.elementsEqual(text.utf8) { return text }
            text = next
        }
        return original
    }

    private static let maximumRounds = 6
}
