import Prose

/// By what an input is held against others: what others may read of what it says and asks, without the passage that it is
/// about, which many may share who ask for different things.
///
/// Only of what takes part: a store keeps no more of an input than may be searched, and nothing once it is erased.
public struct LikenessWords: Sendable {
    /// Texts of fewer words say the same only where they are about the same section: "Eens" is said of many things.
    private static let fewWords = 6

    public let signature: TextSignature
    /// What the input asks to change: the passage and what should stand there, in one form for equal ones. Nil of an input
    /// that asks for no other text.
    public let change: String?
    private let section: String?

    /// Nil for an input that does not take part.
    public init?(_ input: Input) {
        guard InputWords.maySearch(input) else { return nil }
        let content = input.content.leavingOut(input.redactions)
        signature = TextSignature([content.text, content.proposal ?? ""].joined(separator: "\n"))
        section = content.section?.rawValue
        change = content.anchor.flatMap { anchor in
            content.proposal.map { proposal in
                [content.section?.rawValue ?? "", Self.folded(anchor.quote), Self.folded(proposal)]
                    .joined(separator: "\n")
            }
        }
    }

    /// How like two are, from 0 to 1; nil where they are not enough to be shown to anybody.
    public func likeness(to other: LikenessWords) -> Double? {
        if min(signature.wordCount, other.signature.wordCount) < Self.fewWords, section != other.section { return nil }
        let likeness = signature.likeness(to: other.signature)
        return likeness >= TextSignature.threshold ? likeness : nil
    }

    private static func folded(_ text: String) -> String { DutchStem.words(in: text).joined(separator: " ") }
}
