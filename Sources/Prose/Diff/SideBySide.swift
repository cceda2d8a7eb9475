/// A diff as rows of two columns, for those who would rather read the old text beside the new.
public struct SideBySide: Equatable, Sendable {
    /// One block on one side, with only the segments of that side.
    public struct Side: Equatable, Sendable {
        public let shape: BlockShape
        /// One list of segments, but for a table row: one for each cell.
        public let parts: [[BlockDiff.Segment]]
    }

    public struct Row: Equatable, Sendable {
        public let kind: BlockDiff.Kind
        /// Nil where the block is not in the old text.
        public let old: Side?
        public let new: Side?
    }

    /// In the order of ``WordDiff/blocks``.
    public let rows: [Row]

    public init(_ diff: WordDiff) {
        rows = diff.blocks.map { block in
            Row(
                kind: block.kind,
                old: block.oldShape.map { Side(shape: $0, parts: block.parts.map { $0.segments.filter(\.isInOld) }) },
                new: block.newShape.map { Side(shape: $0, parts: block.parts.map { $0.segments.filter(\.isInNew) }) })
        }
    }
}
