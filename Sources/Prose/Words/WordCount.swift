/// Counts words as a reader would: what stands between white space and holds a letter or digit. "2024-2027" is one
/// word.
public enum WordCount {
    /// Words of a plain text.
    public static func words(inText text: String) -> Int {
        text.split(whereSeparator: \.isWhitespace).count { $0.contains { $0.isLetter || $0.isNumber } }
    }

    /// Words of the text that a reader sees; destinations of links and marks do not count.
    public static func words(in document: MarkdownDocument) -> Int {
        words(inText: document.plainText)
    }
}
