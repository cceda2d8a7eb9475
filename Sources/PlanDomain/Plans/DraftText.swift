/// Tells text from the guidance that a template left in its place.
///
/// Guidance in the skeletons stands in HTML comments: it helps who drafts, and is never part of a document.
public enum DraftText {
    /// Whether anything but guidance and white space stands in `markdown`.
    public static func isFilled(_ markdown: String) -> Bool {
        withoutGuidance(markdown).contains { !$0.isWhitespace }
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
