/// What kind of difference there is between two texts, as plain facts from which rules may follow.
///
/// The facts err on one side: what might change the meaning counts as a change. Texts are Markdown; what a reader sees
/// is compared, together with the destinations of links.
public struct TextDifference: Equatable, Sendable {
    /// A number, written in digits or in words, or a sign that belongs to one (%, €, §, a minus).
    public let changesNumbers: Bool
    /// "niet", "geen", "zonder", "tenzij", …, or a word that became its opposite ("veilig", "onveilig").
    public let changesNegations: Bool
    /// A capitalised word. At the start of a sentence a word counts unless it is a common opener or stands elsewhere in
    /// lower case.
    public let changesNames: Bool
    /// Where a link goes, or which picture is shown.
    public let changesDestinations: Bool
    /// The sentences, taken as rows of words, are not the same ones. Moving a sentence whole changes no words, nor does
    /// another division into paragraphs, lists and headings.
    public let changesWords: Bool
    /// Letters and digits are the same in the same order, but for case and accents: only spaces, marks and styles
    /// differ.
    public let isTypographicOnly: Bool
    /// A reader sees no difference at all.
    public let isUnseen: Bool

    public init(old: String, new: String) {
        let (before, after) = (ReadText(old), ReadText(new))
        let sameLetters = before.letters == after.letters
        let common = before.lowerCaseWords.union(after.lowerCaseWords)
        isTypographicOnly = sameLetters
        changesNumbers = before.numbers != after.numbers
        changesNegations = before.negations != after.negations || Self.turnsAround(before.words, after.words)
        changesNames = !sameLetters && before.names(except: common) != after.names(except: common)
        changesDestinations = before.destinations != after.destinations
        changesWords = before.sentences != after.sentences
        isUnseen = before.rendersSame(as: after)
    }

    /// A word that is gone and came back with or without "on-" or "non-".
    private static func turnsAround(_ old: [String], _ new: [String]) -> Bool {
        let (before, after) = (Set(old), Set(new))
        let (gone, come) = (before.subtracting(after), after.subtracting(before))
        return ["on", "non", "niet"].contains { prefix in
            gone.contains { come.contains(prefix + $0) } || come.contains { gone.contains(prefix + $0) }
        }
    }
}
