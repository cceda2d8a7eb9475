import Prose
import Workflow

/// The words that somebody selected, with what stood around them as far as their browser knew it.
public struct Passage: Equatable, Sendable {
    public let quote: String
    public let prefix: String
    public let suffix: String

    public init(quote: String, prefix: String = "", suffix: String = "") {
        self.quote = quote
        self.prefix = prefix
        self.suffix = suffix
    }
}

/// A section as a reader reads it, in which passages are found again: title and text without marks, white space as
/// single spaces.
struct PassageText {
    /// How much of what stands around a quote an anchor keeps, in characters.
    private static let context = 32

    let text: String

    init(_ section: Section) {
        let body = DraftText.withoutGuidance(section.body)
        let prose = (try? MarkdownDocument(parsing: body))?.plainText ?? body
        text = Self.plain([section.heading?.plainTitle, prose].compactMap { $0 }.joined(separator: "\n"))
    }

    /// Where a passage stands. Throws `invalid` when its words are not there, or are there more than once and what stood
    /// around them does not tell which.
    func anchor(_ passage: Passage, at commit: CommitID) throws(PlanError) -> Anchor {
        let quote = Self.plain(passage.quote)
        guard !quote.isEmpty else { throw PlanError(.invalid, Reason("input.passage-missing")) }
        guard quote.count <= InputLimits.quote else {
            throw PlanError(.invalid, Reason("input.passage-long", ["limit": .number(InputLimits.quote)]))
        }
        let places = places(of: quote)
        guard !places.isEmpty else { throw PlanError(.invalid, Reason("input.passage-not-found")) }
        let (prefix, suffix) = (Self.plain(passage.prefix), Self.plain(passage.suffix))
        let fits = places.map { fit(of: $0, prefix, suffix) }
        let best = fits.max() ?? 0
        guard places.count == 1 || fits.count(where: { $0 == best }) == 1, let index = fits.firstIndex(of: best) else {
            throw PlanError(.invalid, Reason("input.passage-twice"))
        }
        let place = places[index]
        return Anchor(
            commit: commit, quote: quote, prefix: String(text[..<place.lowerBound].suffix(Self.context)),
            suffix: String(text[place.upperBound...].prefix(Self.context)))
    }

    /// Every place of the quote, also where two overlap.
    private func places(of quote: String) -> [Range<String.Index>] {
        var places: [Range<String.Index>] = []
        var start = text.startIndex
        while let place = text[start...].firstRange(of: quote) {
            places.append(place)
            start = text.index(after: place.lowerBound)
        }
        return places
    }

    /// How many characters around the place are as the browser saw them.
    private func fit(of place: Range<String.Index>, _ prefix: String, _ suffix: String) -> Int {
        let before = zip(text[..<place.lowerBound].reversed().drop { $0 == " " }, prefix.reversed())
        let after = zip(text[place.upperBound...].drop { $0 == " " }, suffix)
        return before.prefix { $0 == $1 }.count + after.prefix { $0 == $1 }.count
    }

    private static func plain(_ text: String) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ").filter { $0 != "\u{AD}" }
    }
}
