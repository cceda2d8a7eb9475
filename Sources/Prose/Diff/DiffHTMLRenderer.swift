/// A diff as HTML for a lay reader: what was, what it becomes, and where text went.
///
/// Colour is never the only sign. Each change stands between visible marks, `[+ … +]`, `[− … −]` or `[2→ … ]`, which
/// are hidden from screen readers; those hear the words of ``Labels`` instead. The HTML is well-formed and everything
/// from the texts is escaped. Marks of Markdown are not shown: strong and emphasised text is set as such, a link shows
/// its text, and its destination only where that changed.
public struct DiffHTMLRenderer: Sendable {
    /// The words for a change, from the locale file.
    public struct Labels: Sendable {
        public var inserted: String
        public var deleted: String
        /// Said at the place that text left and at the place where it came; the number is the same at both.
        public var movedAway: @Sendable (Int) -> String
        public var movedHere: @Sendable (Int) -> String
        /// The words are the same and the block is another one: a heading of another level, a list that was a
        /// paragraph.
        public var restyled: String

        public init(
            inserted: String, deleted: String, movedAway: @escaping @Sendable (Int) -> String,
            movedHere: @escaping @Sendable (Int) -> String, restyled: String
        ) {
            self.inserted = inserted
            self.deleted = deleted
            self.movedAway = movedAway
            self.movedHere = movedHere
            self.restyled = restyled
        }
    }

    public let labels: Labels
    /// Added to the level of each heading, as in ``HTMLRenderer``.
    public var headingShift = 0
    /// How many unchanged blocks to show on either side of a change; nil shows them all.
    public var context: Int?

    public init(labels: Labels, headingShift: Int = 0, context: Int? = nil) {
        self.labels = labels
        self.headingShift = headingShift
        self.context = context
    }

    /// The blocks of the new text in order, with what was removed where it stood.
    public func render(_ diff: WordDiff) -> String {
        var writer = DiffHTMLWriter(renderer: self)
        for block in shown(diff.blocks) {
            if let block { writer.write(block) } else { writer.writeGap() }
        }
        return writer.finished()
    }

    /// The inline content of one side of a row, for a page with two columns.
    public func render(_ segments: [BlockDiff.Segment], of shape: BlockShape) -> String {
        InlineDiffWriter(labels: labels).html(segments, shape: shape)
    }

    /// The blocks to show, nil for each stretch that is left out.
    private func shown(_ blocks: [BlockDiff]) -> [BlockDiff?] {
        let blocks = blocks.filter { $0.shape.kind != .definition || $0.kind != .unchanged }
        guard let context else { return blocks }
        var isShown = Array(repeating: false, count: blocks.count)
        for (index, block) in blocks.enumerated() where block.kind != .unchanged {
            for near in max(0, index - context)...min(blocks.count - 1, index + context) { isShown[near] = true }
        }
        var result: [BlockDiff?] = []
        for (index, block) in blocks.enumerated() {
            if isShown[index] { result.append(block) } else if index == 0 || isShown[index - 1] { result.append(nil) }
        }
        return result
    }
}
