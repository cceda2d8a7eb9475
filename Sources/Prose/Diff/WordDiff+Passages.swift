/// The difference as a person takes it in: places where the text changed, each of which can be taken back by itself.
extension WordDiff {
    /// Blocks that changed next to each other. What moved belongs to both ends of its move: taking back one end alone would
    /// lose the words or double them.
    public struct Passage: Equatable, Sendable {
        /// Places in ``WordDiff/blocks``, in order.
        public let blocks: [Int]
    }

    /// From the top of the text to the bottom. Nothing for what a reader does not see, such as a comment.
    public var passages: [Passage] {
        var passages: [[Int]] = []
        for run in changedRuns {
            let moves = moves(in: run)
            let shared = passages.indices.filter { !moves.isDisjoint(with: self.moves(in: passages[$0])) }
            guard let first = shared.first else {
                passages.append(run)
                continue
            }
            passages[first] = (shared.flatMap { passages[$0] } + run).sorted()
            for index in shared.dropFirst().reversed() { passages.remove(at: index) }
        }
        return passages.filter { $0.contains { blocks[$0].isRead } }.map(Passage.init)
    }

    /// The new text with some passages as they stood in the old one.
    ///
    /// - Parameter returned: places in ``passages``.
    public func new(returning returned: Set<Int>) -> String {
        let passages = passages
        let old = Set(returned.filter(passages.indices.contains).flatMap { passages[$0].blocks })
        guard !old.isEmpty else { return new }
        var text = ""
        for (index, block) in blocks.enumerated() {
            if old.contains(index) {
                text += block.old
            } else if old.contains(index - 1), let part = block.parts.first {
                // What stands before a block belongs to the block before it: line ends, the close of a table row.
                text +=
                    part.oldLead + String(decoding: block.new.utf8.dropFirst(part.newLead.utf8.count), as: UTF8.self)
            } else {
                text += block.new
            }
        }
        return text + (old.contains(blocks.count - 1) ? oldTail : newTail)
    }

    private var changedRuns: [[Int]] {
        var runs: [[Int]] = []
        for index in blocks.indices where blocks[index].kind != .unchanged {
            if let last = runs.last?.last, last + 1 == index {
                runs[runs.count - 1].append(index)
            } else {
                runs.append([index])
            }
        }
        return runs
    }

    private func moves(in run: [Int]) -> Set<Int> {
        var numbers: Set<Int> = []
        for index in run {
            switch blocks[index].kind {
            case .movedFrom(let number), .movedTo(let number): numbers.insert(number)
            default: break
            }
            for segment in blocks[index].segments {
                switch segment.kind {
                case .movedFrom(let number), .movedTo(let number): numbers.insert(number)
                default: break
                }
            }
        }
        return numbers
    }
}

extension BlockDiff {
    /// Whether a reader sees any of it: neither a link definition nor HTML, which no page shows.
    fileprivate var isRead: Bool { shape.kind != .definition && shape.kind != .html }
}
