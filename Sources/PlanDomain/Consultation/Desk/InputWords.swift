import Prose

/// What of an input can be searched: the words that others may read, in every form and by their stems.
///
/// Only of what takes part: before somebody judged it, nobody knows what stands in it.
public struct InputWords: Equatable, Sendable {
    /// Folded, in their order.
    public let forms: [String]
    public let stems: [String]

    public init(_ input: Input) {
        let content = input.content.leavingOut(input.redactions)
        let text = [content.text, content.proposal, content.anchor?.quote].compactMap { $0 }.joined(separator: "\n")
        forms = DutchStem.words(in: text)
        stems = forms.flatMap { DutchStem.stems(of: $0) }
    }

    public static func maySearch(_ input: Input) -> Bool {
        input.admission == .admissible && !input.isWithdrawn && !input.isErased
    }

    /// A word that somebody looks for; any of its stems will do, or a word that begins as it does.
    public struct Wanted: Equatable, Sendable {
        public let form: String
        public let stems: [String]
    }

    /// What somebody typed; more words or letters than anybody means are left out.
    public static func wanted(_ words: String) -> [Wanted] {
        DutchStem.words(in: String(words.prefix(200))).prefix(8).map {
            Wanted(form: $0, stems: DutchStem.stems(of: $0))
        }
    }
}
