/// A language that screens and documents can be read in; the raw value names its folder of locale files.
///
/// Dutch comes first: it is the language of the law and of everybody who did not ask for another.
public enum Language: String, CaseIterable, Sendable {
    case nl, en
}
