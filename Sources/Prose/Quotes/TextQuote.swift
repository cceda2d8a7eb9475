/// A passage by its words and what stands around them, as the Web Annotation Data Model has it (W3C 2017, 4.2.4, text
/// quote selector).
///
/// All three are as a reader reads them: without marks, with single spaces.
public struct TextQuote: Hashable, Codable, Sendable {
    public let exact: String
    public let prefix: String
    public let suffix: String

    public init(exact: String, prefix: String = "", suffix: String = "") {
        self.exact = exact
        self.prefix = prefix
        self.suffix = suffix
    }

    /// How much of what stands around a quote it keeps, in characters.
    public static let context = 32

    /// The passage that stands at a place of a text.
    public init(_ place: Range<String.Index>, in text: String) {
        exact = String(text[place])
        prefix = String(text[..<place.lowerBound].suffix(Self.context))
        suffix = String(text[place.upperBound...].prefix(Self.context))
    }

    /// Every place in a text where its words stand, those first that have most of the same around them; with how many
    /// characters that are.
    public func places(in text: String) -> [(place: Range<String.Index>, fit: Int)] {
        guard !exact.isEmpty else { return [] }
        var places: [(place: Range<String.Index>, fit: Int)] = []
        var start = text.startIndex
        while let place = text[start...].firstRange(of: exact) {
            places.append((place, fit(of: place, in: text)))
            start = text.index(after: place.lowerBound)
        }
        return places.sorted { ($1.fit, $0.place.lowerBound) < ($0.fit, $1.place.lowerBound) }
    }

    /// White space next to the quote says nothing: a browser sees it otherwise.
    private func fit(of place: Range<String.Index>, in text: String) -> Int {
        let before = zip(text[..<place.lowerBound].reversed().drop { $0 == " " }, prefix.reversed().drop { $0 == " " })
        let after = zip(text[place.upperBound...].drop { $0 == " " }, suffix.drop { $0 == " " })
        return before.prefix { $0 == $1 }.count + after.prefix { $0 == $1 }.count
    }
}
