/// A block pair on its way to a ``BlockDiff``: its edits as tokens, so that moves can still be marked.
struct BlockEdits {
    struct Edit {
        var kind: BlockDiff.Segment.Kind
        /// In the source of the side that the edit is taken from: the old one for `deleted`, otherwise the new one.
        var bytes: Range<Int>
        /// Nil for white space that changed behind a word that stayed.
        var token: WordToken?
    }

    struct Part {
        var oldLead: Range<Int>?
        var newLead: Range<Int>?
        var edits: [Edit]
    }

    var oldShape: BlockShape?
    var newShape: BlockShape?
    var parts: [Part]
}

/// Compares the words of one pair of blocks, part by part.
struct BlockComparison {
    private let old: SourceBlocks
    private let new: SourceBlocks
    private let pair: BlockAlignment.Pair

    init(_ old: SourceBlocks, _ new: SourceBlocks, _ pair: BlockAlignment.Pair) {
        self.old = old
        self.new = new
        self.pair = pair
    }

    func edits(_ steps: inout StepBudget) -> BlockEdits {
        switch pair {
        case .removed(let index):
            let block = old.blocks[index]
            return BlockEdits(
                oldShape: block.shape, newShape: nil,
                parts: block.parts.map { .init(oldLead: $0.lead, edits: whole($0.tokens, .deleted)) })
        case .added(let index):
            let block = new.blocks[index]
            return BlockEdits(
                oldShape: nil, newShape: block.shape,
                parts: block.parts.map { .init(newLead: $0.lead, edits: whole($0.tokens, .inserted)) })
        case .both(let oldIndex, let newIndex):
            let (before, after) = (old.blocks[oldIndex], new.blocks[newIndex])
            var parts: [BlockEdits.Part] = []
            for (left, right) in zip(before.parts, after.parts) {
                parts.append(
                    BlockEdits.Part(
                        oldLead: left.lead, newLead: right.lead, edits: compare(left.tokens, right.tokens, &steps)))
            }
            return BlockEdits(oldShape: before.shape, newShape: after.shape, parts: parts)
        }
    }

    private func whole(_ tokens: [WordToken], _ kind: BlockDiff.Segment.Kind) -> [BlockEdits.Edit] {
        tokens.map { .init(kind: kind, bytes: $0.word.lowerBound..<$0.space.upperBound, token: $0) }
    }

    private func compare(_ old: [WordToken], _ new: [WordToken], _ steps: inout StepBudget) -> [BlockEdits.Edit] {
        let matches = SequenceDiff.matches(old.map(\.id), new.map(\.id), steps: &steps)
        var edits: [BlockEdits.Edit] = []
        var (oldNext, newNext) = (0, 0)
        for match in withoutCrumbs(matches, old, new) {
            edits +=
                whole(Array(old[oldNext..<match.old]), .deleted) + whole(Array(new[newNext..<match.new]), .inserted)
            edits += kept(old[match.old], new[match.new])
            (oldNext, newNext) = (match.old + 1, match.new + 1)
        }
        return edits + whole(Array(old[oldNext...]), .deleted) + whole(Array(new[newNext...]), .inserted)
    }

    /// A word that stayed, and the white space behind it, which may have changed.
    private func kept(_ old: WordToken, _ new: WordToken) -> [BlockEdits.Edit] {
        if self.old.source.bytes[old.space] == self.new.source.bytes[new.space] {
            return [.init(kind: .same, bytes: new.word.lowerBound..<new.space.upperBound, token: new)]
        }
        return [
            .init(kind: .same, bytes: new.word, token: new),
            .init(kind: .deleted, bytes: old.space, token: nil),
            .init(kind: .inserted, bytes: new.space, token: nil),
        ].filter { !$0.bytes.isEmpty }
    }

    /// Leaves out a lone word or mark that stayed by chance between two longer replacements: it would only break up
    /// what a reader has to compare.
    private func withoutCrumbs(
        _ matches: [SequenceDiff.Match], _ old: [WordToken], _ new: [WordToken]
    ) -> [SequenceDiff.Match] {
        var kept: [SequenceDiff.Match] = []
        var index = 0
        while index < matches.count {
            var end = index + 1
            while end < matches.count, matches[end].old == matches[end - 1].old + 1,
                matches[end].new == matches[end - 1].new + 1
            {
                end += 1
            }
            let before = kept.last ?? SequenceDiff.Match(old: -1, new: -1)
            let after = end < matches.count ? matches[end] : SequenceDiff.Match(old: old.count, new: new.count)
            let words = matches[index..<end].count { new[$0.new].isWord }
            let isCrumb =
                words <= 1 && end - index <= 2
                && replaces(old[before.old + 1..<matches[index].old], new[before.new + 1..<matches[index].new])
                && replaces(old[matches[end - 1].old + 1..<after.old], new[matches[end - 1].new + 1..<after.new])
            if !isCrumb { kept += matches[index..<end] }
            index = end
        }
        return kept
    }

    private func replaces(_ old: ArraySlice<WordToken>, _ new: ArraySlice<WordToken>) -> Bool {
        old.count(where: \.isWord) >= 2 && new.count(where: \.isWord) >= 2
    }
}

extension BlockEdits {
    func blockDiff(_ old: SourceLines, _ new: SourceLines) -> BlockDiff {
        let parts = parts.map { part in
            BlockDiff.Part(
                oldLead: part.oldLead.map(old.text) ?? "", newLead: part.newLead.map(new.text) ?? "",
                segments: Self.segments(part.edits, old, new))
        }
        var block = BlockDiff(kind: .unchanged, oldShape: oldShape, newShape: newShape, parts: parts)
        block.kind = kind(of: block)
        return block
    }

    private func kind(of block: BlockDiff) -> BlockDiff.Kind {
        let segments = block.segments.filter { !$0.isBlank }
        let kinds = segments.map(\.kind)
        switch (oldShape, newShape) {
        case (nil, _):
            if case .movedTo(let number)? = kinds.first, kinds.count == 1 { return .movedTo(number) }
            return .added
        case (_, nil):
            if case .movedFrom(let number)? = kinds.first, kinds.count == 1 { return .movedFrom(number) }
            return .removed
        default:
            return kinds.allSatisfy { $0 == .same } && !block.isRestyled ? .unchanged : .changed
        }
    }

    /// Joins neighbouring edits of one kind; between two kept words the deleted white space stands before the inserted.
    private static func segments(_ edits: [Edit], _ old: SourceLines, _ new: SourceLines) -> [BlockDiff.Segment] {
        var segments: [BlockDiff.Segment] = []
        for edit in edits {
            let segment = BlockDiff.Segment(edit.kind, "")
            let text = (segment.isInNew ? new : old).text(edit.bytes)
            if segments.last?.kind == edit.kind {
                segments[segments.count - 1].text += text
            } else {
                segments.append(BlockDiff.Segment(edit.kind, text))
            }
        }
        return segments
    }
}
