/// Cuts Dutch text into sentences.
///
/// The rules are made for administrative prose: "art. 3", "d.d. 12 juni 2023", "B. en W.", "J.P. de Vries", "1.000,50
/// euro" and "10.30 uur" do not end a sentence, "enz." does when a capital follows. A stop counts only when white space
/// follows it, a sentence starts with a capital, a digit, a symbol, or an apostrophe word before a capital ("'s
/// Avonds"). Within parentheses that stand in a sentence nothing is cut; within quotation marks it is. An empty line
/// always cuts. A doubtful stop is left uncut: two sentences on one line do less harm than one torn apart.
public enum Sentences {
    /// The sentences of `text` in order, without the white space between them.
    public static func split(_ text: String) -> [Substring] {
        ranges(in: text).map { text[$0] }
    }

    /// The same sentences as places in `text`, in order; what lies between them is white space.
    public static func ranges(in text: String) -> [Range<String.Index>] {
        let indices = Array(text.unicodeScalars.indices) + [text.endIndex]
        return SentenceScanner(Array(text.unicodeScalars)).sentences().map {
            indices[$0.lowerBound]..<indices[$0.upperBound]
        }
    }
}
