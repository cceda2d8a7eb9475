/// The difference between two Markdown texts, block by block and word by word.
///
/// - No deletion or insertion crosses a block or a cell.
/// - Nothing is lost: ``old`` and ``new`` give back both texts to the byte.
/// - What was deleted in one place and inserted in another, `minimumMove` words or more, is marked as moved.
/// - The cost is bounded whatever the texts: where a finer comparison would cost too much, words show as replaced.
public struct WordDiff: Equatable, Sendable {
    public struct Options: Equatable, Sendable {
        /// The least number of words in a row that count as moved.
        public var minimumMove = 5
        /// How much of its words two blocks must share, between 0 and 1, to be taken for one block that changed.
        public var likeness = 0.4
        /// Steps of comparison before the rest shows as replaced; 10 million take well under a second.
        public var steps = 10_000_000

        public init() {}
    }

    /// In the order of the new text; what was removed stands where it was.
    public let blocks: [BlockDiff]
    /// What follows the last block: line ends.
    public let oldTail: String
    public let newTail: String
    /// Steps of comparison that were needed.
    let steps: Int

    /// Compares two Markdown texts. A text that the parser refuses is compared by what stands between its empty lines.
    public init(old: String, new: String, options: Options = Options()) {
        var index = WordIndex()
        let oldBlocks = SourceBlocks(old, index: &index)
        let newBlocks = SourceBlocks(new, index: &index)
        var steps = StepBudget(limit: options.steps)
        let pairs = BlockAlignment(oldBlocks.blocks, newBlocks.blocks, options: options).pairs(&steps)
        var blocks = pairs.map { BlockComparison(oldBlocks, newBlocks, $0).edits(&steps) }
        MoveSearch(minimum: options.minimumMove).mark(&blocks)
        self.blocks = blocks.map { $0.blockDiff(oldBlocks.source, newBlocks.source) }
        oldTail = oldBlocks.source.text(oldBlocks.tail)
        newTail = newBlocks.source.text(newBlocks.tail)
        self.steps = steps.spent
    }

    /// The old text, to the byte.
    public var old: String { blocks.map(\.old).joined() + oldTail }
    /// The new text, to the byte.
    public var new: String { blocks.map(\.new).joined() + newTail }

    /// Whether a reader sees no difference.
    public var isUnchanged: Bool { blocks.allSatisfy { $0.kind == .unchanged } }
}
