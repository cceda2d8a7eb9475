import PlanDomain
import Prose

/// A piece of the drafters' prose, ready to be set in any format: parsed, without the template's guidance, with heading
/// levels that fit its place.
public struct Passage: Equatable, Sendable {
    /// Level 1 is the first level below the heading that the passage stands under.
    public let body: MarkdownDocument
    /// False where there is nothing but guidance; `body` is then empty.
    public let isFilled: Bool

    public init(markdown: String) {
        let words = DraftText.withoutGuidance(markdown)
        isFilled = DraftText.isFilled(markdown)
        body = isFilled ? Self.parsed(words).withEvenHeadings : MarkdownDocument(blocks: [])
    }

    /// A text beyond the limits of the parser must still be seen by who decides on it: letter for letter, then.
    private static func parsed(_ words: String) -> MarkdownDocument {
        (try? MarkdownDocument(parsing: words)) ?? MarkdownDocument(verbatim: words)
    }
}

/// A mandatory text under its heading, as the nota and the raadsmededeling have them.
public struct HeadedPassage: Equatable, Sendable {
    public let heading: String
    public let passage: Passage

    public init(_ part: DocumentText.Part) {
        heading = part.heading
        passage = Passage(markdown: part.body)
    }
}
