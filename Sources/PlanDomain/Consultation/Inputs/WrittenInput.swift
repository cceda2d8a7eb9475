import Workflow

/// What somebody filled in for one input, before it is held against the text that it is about.
public struct WrittenInput: Equatable, Sendable {
    public let kind: InputKind
    public let section: SectionID?
    public let passage: Passage?
    public let text: String
    public let proposal: String?

    public init(
        kind: InputKind, section: SectionID? = nil, passage: Passage? = nil, text: String, proposal: String? = nil
    ) {
        self.kind = kind
        self.section = section
        self.passage = passage
        self.text = text
        self.proposal = proposal
    }

    /// With its passage found in the frozen text; what does not belong to the kind is left out.
    ///
    /// Throws `invalid` for what is too long, a section that is not there, or a passage that cannot be found. What is
    /// still missing is no fault yet: a draft may be half written.
    func content(on text: PlanText, at commit: CommitID) throws(PlanError) -> InputContent {
        let words = try WrittenText.text(self.text, limit: InputLimits.text)
        guard kind != .general, let section else {
            return InputContent(kind: kind, text: words, proposal: try proposed())
        }
        guard let found = text.section(section) else {
            throw PlanError(.invalid, Reason("section.unknown", ["section": .text(section.rawValue)]))
        }
        let anchor = try passage.map { passage throws(PlanError) in try PassageText(found).anchor(passage, at: commit) }
        return InputContent(kind: kind, section: section, anchor: anchor, text: words, proposal: try proposed())
    }

    private func proposed() throws(PlanError) -> String? {
        guard kind == .replacement, let proposal else { return nil }
        return try WrittenText.text(proposal, limit: InputLimits.text)
    }
}

extension InputContent {
    /// What must still be filled in before it can be sent in; empty when nothing.
    public var gaps: [Reason] {
        switch kind {
        case .general, .question: text.isEmpty ? [Reason("input.text-empty")] : []
        case .remark:
            (section == nil ? [Reason("input.section-missing")] : [])
                + (text.isEmpty ? [Reason("input.text-empty")] : [])
        case .replacement: anchor.map { gaps(ofReplacing: $0.quote) } ?? [Reason("input.passage-missing")]
        }
    }

    /// To strike a passage out without a word why would leave whoever answers it with nothing to answer.
    private func gaps(ofReplacing quote: String) -> [Reason] {
        let proposed = (proposal ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if proposed == quote { return [Reason("input.proposal-same")] }
        return proposed.isEmpty && text.isEmpty ? [Reason("input.proposal-empty")] : []
    }
}

/// What takes the place of what was written.
public struct Correction: Equatable, Sendable {
    public let content: InputContent
    /// What others do not get to read of it.
    public let redactions: [Redaction]
    /// Whether somebody must judge it again before it takes part.
    public let isJudgedAnew: Bool

    public init(content: InputContent, redactions: [Redaction] = [], isJudgedAnew: Bool = false) {
        self.content = content
        self.redactions = redactions
        self.isJudgedAnew = isJudgedAnew
    }
}
