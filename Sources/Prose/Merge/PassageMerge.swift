/// What two people made of one text, put together passage by passage: a three-way merge of lines, and so of sentences
/// where the text has one sentence per line (see ``SentenceLines``).
///
/// What one side alone changed is taken over; what both changed in the same way is taken once; where both changed the same
/// lines, or lines that touch each other, a person has to choose. That is the rule of a stock `git merge` too, so that a
/// text merged on a page and one merged by hand are the same; only where the very same sentence stands in a text several times
/// may the two take another of them for the one that was changed.
///
/// Lines end with `\n` in the outcome, the last one too. Swapping the sides swaps them in the outcome and changes nothing
/// else. The cost is bounded: in texts that differ too much to compare, larger passages are left to a person.
public struct PassageMerge: Equatable, Sendable {
    /// From the top of the text to the bottom; two that follow each other are never both agreed on for the same cause.
    public let passages: [Passage]

    /// Lines that stand together in the outcome.
    public enum Passage: Equatable, Sendable {
        case agreed(String, Source)
        case conflict(Conflict)
    }

    /// Why lines are as they are.
    public enum Source: Equatable, Sendable {
        case unchanged, mine, theirs, both
    }

    /// A passage that each side changed in its own way; a text is empty where that side has no lines here.
    public struct Conflict: Equatable, Sendable {
        public let base: String
        public let mine: String
        public let theirs: String
    }

    /// What a person chose for one conflict.
    public enum Choice: Equatable, Sendable {
        case mine, theirs
        /// Words of their own, as many lines as they like.
        case own(String)
    }

    /// - Parameter base: the text that both sides began with.
    public init(base: String, mine: String, theirs: String) {
        let lines = MergeLines(base: base, mine: mine, theirs: theirs)
        let late = lines.passages(sliding: .down)
        // Where an insertion stands is a matter of taste when it begins and ends alike; the taste that asks less wins.
        let early = late.conflictCount > 0 ? lines.passages(sliding: .up) : late
        passages = early.conflictCount < late.conflictCount ? early : late
    }

    public var conflicts: [Conflict] {
        passages.compactMap { if case .conflict(let conflict) = $0 { conflict } else { nil } }
    }

    /// The text of both; nil where a person has to choose.
    public var merged: String? { conflicts.isEmpty ? resolved([]) : nil }

    /// The text with one choice for each conflict, in order; nil when their numbers differ.
    public func resolved(_ choices: [Choice]) -> String? {
        guard choices.count == conflicts.count else { return nil }
        var rest = choices[...]
        return passages.map { passage in
            switch passage {
            case .agreed(let text, _): text
            case .conflict(let conflict): rest.removeFirst().text(for: conflict)
            }
        }.joined()
    }

    /// What came in from the other side and stands in the outcome, in order; lines that it took out show as empty text.
    public var incoming: [String] {
        passages.compactMap { if case .agreed(let text, .theirs) = $0 { text } else { nil } }
    }
}

extension [PassageMerge.Passage] {
    fileprivate var conflictCount: Int { count { if case .conflict = $0 { true } else { false } } }
}

extension PassageMerge.Choice {
    fileprivate func text(for conflict: PassageMerge.Conflict) -> String {
        switch self {
        case .mine: conflict.mine
        case .theirs: conflict.theirs
        case .own(let text):
            // In bytes: a line end may be part of a character that is more than a line end.
            text.isEmpty || text.utf8.last == .newline ? text : text + "\n"
        }
    }
}
