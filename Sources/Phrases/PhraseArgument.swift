/// A value that fills a placeholder, printed in the manner of the reader's language.
public enum PhraseArgument: Equatable, Sendable {
    /// Printed as it is. Nothing is escaped here: that is for whoever puts the phrase into a page.
    case text(String)
    /// A quantity, printed with separators: 1.234. A year or a number of a document is not one; pass those as text.
    case number(Int)
    /// Printed in full: 12 juni 2023.
    case date(year: Int, month: Int, day: Int)
    /// Printed as "a, b en c".
    case list([PhraseArgument])
    /// The key of another phrase, one without placeholders.
    case phrase(String)
}
