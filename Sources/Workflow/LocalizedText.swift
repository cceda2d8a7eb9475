/// A label out of a workflow file: Dutch always, English where the municipality wrote it.
public struct LocalizedText: Equatable, Hashable, Codable, Sendable {
    public let nl: String
    public let en: String?

    public init(nl: String, en: String? = nil) {
        self.nl = nl
        self.en = en
    }

    /// The label in `language` (`"nl"` or `"en"`); Dutch where there is no other.
    public func text(in language: String) -> String {
        language == "en" ? en ?? nl : nl
    }
}
