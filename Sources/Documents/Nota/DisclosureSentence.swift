import Workflow

/// The sentence by which a board decides what becomes public (*openbaarmaking*): in the municipality's own words where it
/// gave them, otherwise made from the choice, its condition and its ground.
struct DisclosureSentence: Equatable {
    let text: String

    init(_ disclosure: Disclosure, words: DocumentWords) {
        if let wording = disclosure.wording.ifFilled {
            text = wording
            return
        }
        let condition = disclosure.condition.ifFilled?.withoutFullStop
        let ground = disclosure.ground.ifFilled
        text =
            switch (disclosure.choice, condition, ground) {
            case (.openAfterCondition, let condition?, _):
                words("disclosure.open-after-condition", ["condition": .text(condition)])
            case (.openInPart, _, let ground?): words("disclosure.open-in-part-ground", ["ground": .text(ground)])
            case (.closed, _, let ground?): words("disclosure.closed-ground", ["ground": .text(ground)])
            case (.decisionOpen, _, let ground?): words("disclosure.decision-open-ground", ["ground": .text(ground)])
            case (.open, _, _): words("disclosure.open")
            case (.openWithPressRelease, _, _): words("disclosure.open-with-press-release")
            case (.openAfterCondition, nil, _): words("disclosure.open-later")
            case (.openInPart, _, nil): words("disclosure.open-in-part")
            case (.closed, _, nil): words("disclosure.closed")
            case (.decisionOpen, _, nil): words("disclosure.decision-open")
            }
    }
}

extension String {
    /// The text as a clause that a full stop can follow.
    var withoutFullStop: String {
        var rest = self[...]
        while let last = rest.last, last.isWhitespace || last == "." { rest.removeLast() }
        return String(rest)
    }
}
