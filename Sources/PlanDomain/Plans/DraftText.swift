/// Tells text from the guidance that a template left in its place.
///
/// Guidance in the skeletons stands in HTML comments: it helps who drafts, and is never part of a document.
public enum DraftText {
    /// Whether anything but guidance and white space stands in `markdown`.
    public static func isFilled(_ markdown: String) -> Bool {
        withoutGuidance(markdown).contains { !$0.isWhitespace }
    }

    /// What all Markdown of a plan keeps to: no empty lines around it, and a newline at the end. Empty when nothing is left.
    public static func withoutOuterBlanks(_ markdown: String) -> String {
        let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
        let isBlank = { (line: Substring) in line.allSatisfy { $0 == " " || $0 == "\t" } }
        guard let first = lines.firstIndex(where: { !isBlank($0) }), let last = lines.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return lines[first...last].joined(separator: "\n") + "\n"
    }

    /// `markdown` without its comments. An unclosed comment runs to the end, as in CommonMark.
    public static func withoutGuidance(_ markdown: String) -> String {
        var kept = ""
        var rest = markdown[...]
        while let start = rest.firstRange(of: "<!--") {
            kept += rest[..<start.lowerBound]
            guard let end = rest[start.upperBound...].firstRange(of: "-->") else { return kept }
            rest = rest[end.upperBound...]
        }
        return kept + rest
    }
}
