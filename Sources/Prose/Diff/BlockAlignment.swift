/// Which block of the old text became which block of the new one.
///
/// First the blocks with the same words, in order; then, in each gap between those, blocks that share enough of their
/// words, again in order. What finds no partner was removed or added.
struct BlockAlignment {
    enum Pair: Equatable {
        case both(old: Int, new: Int)
        case removed(Int)
        case added(Int)
    }

    private let old: [SourceBlocks.Block]
    private let new: [SourceBlocks.Block]
    private let options: WordDiff.Options

    init(_ old: [SourceBlocks.Block], _ new: [SourceBlocks.Block], options: WordDiff.Options) {
        self.old = old
        self.new = new
        self.options = options
    }

    /// In the order of the new text, each removed block where it stood. A block that ran out of budget stays unpaired.
    func pairs(_ steps: inout StepBudget) -> [Pair] {
        var keys: [[Int]: Int] = [:]
        let (oldKeys, newKeys) = (old.map { keys.number($0) }, new.map { keys.number($0) })
        let moved = wholeMoves(oldKeys, newKeys)
        var pairs: [Pair] = []
        var (oldStart, newStart) = (0, 0)
        let end = SequenceDiff.Match(old: old.count, new: new.count)
        for match in SequenceDiff.matches(oldKeys, newKeys, steps: &steps) + [end] {
            pairs += gap(oldStart..<match.old, newStart..<match.new, moved, &steps)
            if match != end { pairs.append(.both(old: match.old, new: match.new)) }
            (oldStart, newStart) = (match.old + 1, match.new + 1)
        }
        return pairs
    }

    /// Long blocks whose words occur once on both sides are never taken for a changed version of another block.
    private func wholeMoves(_ oldKeys: [Int], _ newKeys: [Int]) -> (old: Set<Int>, new: Set<Int>) {
        let (oldPlaces, newPlaces) = (Self.uniquePlaces(oldKeys), Self.uniquePlaces(newKeys))
        var moved: (old: Set<Int>, new: Set<Int>) = ([], [])
        for (key, place) in oldPlaces where old[place].wordCount >= options.minimumMove {
            guard let other = newPlaces[key] else { continue }
            moved.old.insert(place)
            moved.new.insert(other)
        }
        return moved
    }

    private static func uniquePlaces(_ keys: [Int]) -> [Int: Int] {
        var places: [Int: Int] = [:]
        var repeated: Set<Int> = []
        for (place, key) in keys.enumerated() where places.updateValue(place, forKey: key) != nil {
            repeated.insert(key)
        }
        return places.filter { !repeated.contains($0.key) }
    }

    /// Aligns the blocks of one gap; a gap too large for a table is cut into proportional pieces first.
    private func gap(
        _ oldRange: Range<Int>, _ newRange: Range<Int>, _ moved: (old: Set<Int>, new: Set<Int>),
        _ steps: inout StepBudget
    ) -> [Pair] {
        let pieces = max(1, max(oldRange.count, newRange.count) / Self.tableSide)
        return (0..<pieces).flatMap { piece in
            align(
                Array(oldRange.piece(piece, of: pieces)).filter { !moved.old.contains($0) },
                Array(newRange.piece(piece, of: pieces)).filter { !moved.new.contains($0) },
                oldRange.piece(piece, of: pieces), newRange.piece(piece, of: pieces), &steps)
        }
    }

    private static let tableSide = 50

    private func align(
        _ olds: [Int], _ news: [Int], _ oldRange: Range<Int>, _ newRange: Range<Int>, _ steps: inout StepBudget
    ) -> [Pair] {
        var pairs: [Pair] = []
        var (oldNext, newNext) = (oldRange.lowerBound, newRange.lowerBound)
        for (oldIndex, newIndex) in bestPairs(olds, news, &steps) {
            pairs += (oldNext..<oldIndex).map(Pair.removed) + (newNext..<newIndex).map(Pair.added)
            pairs.append(.both(old: oldIndex, new: newIndex))
            (oldNext, newNext) = (oldIndex + 1, newIndex + 1)
        }
        return pairs + (oldNext..<oldRange.upperBound).map(Pair.removed)
            + (newNext..<newRange.upperBound).map(Pair.added)
    }

    /// The order-keeping pairs with the greatest sum of likeness.
    private func bestPairs(_ olds: [Int], _ news: [Int], _ steps: inout StepBudget) -> [(Int, Int)] {
        guard !olds.isEmpty, !news.isEmpty else { return [] }
        let (oldWords, newWords) = (olds.map { old[$0].sortedWords }, news.map { new[$0].sortedWords })
        let width = news.count + 1
        var likeness = [Double](repeating: 0, count: olds.count * news.count)
        var best = [Double](repeating: 0, count: (olds.count + 1) * width)
        for row in olds.indices {
            for column in news.indices {
                let cost = 1 + oldWords[row].count + newWords[column].count
                if mayPair(old[olds[row]], new[news[column]]), steps.spend(cost) {
                    likeness[row * news.count + column] = Self.likeness(oldWords[row], newWords[column])
                }
                let value = likeness[row * news.count + column]
                let paired = value >= options.likeness ? best[row * width + column] + value : 0
                best[(row + 1) * width + column + 1] = max(
                    paired, best[row * width + column + 1], best[(row + 1) * width + column])
            }
        }
        var pairs: [(Int, Int)] = []
        var (row, column) = (olds.count, news.count)
        while row > 0, column > 0 {
            let value = best[row * width + column]
            if value == best[(row - 1) * width + column] {
                row -= 1
            } else if value == best[row * width + column - 1] {
                column -= 1
            } else {
                (row, column) = (row - 1, column - 1)
                pairs.append((olds[row], news[column]))
            }
        }
        return pairs.reversed()
    }

    /// Rows of different width have no cells in common; a table row never becomes a paragraph.
    private func mayPair(_ old: SourceBlocks.Block, _ new: SourceBlocks.Block) -> Bool {
        old.parts.count == new.parts.count && old.family == new.family
    }

    /// Twice the shared words over all words (Dice), words counted as often as they occur.
    private static func likeness(_ old: [Int], _ new: [Int]) -> Double {
        var (left, right, shared) = (0, 0, 0)
        while left < old.count, right < new.count {
            if old[left] == new[right] {
                (left, right, shared) = (left + 1, right + 1, shared + 1)
            } else if old[left] < new[right] {
                left += 1
            } else {
                right += 1
            }
        }
        return old.isEmpty && new.isEmpty ? 1 : Double(2 * shared) / Double(old.count + new.count)
    }
}

extension SourceBlocks.Block {
    fileprivate enum Family: Int {
        case prose, row, code, html, rule, definition
    }

    fileprivate var family: Family {
        switch shape.kind {
        case .paragraph, .heading: .prose
        case .tableRow: .row
        case .code: .code
        case .html: .html
        case .thematicBreak: .rule
        case .definition: .definition
        }
    }

    fileprivate var sortedWords: [Int] {
        parts.flatMap { $0.tokens.filter(\.isWord).map(\.id) }.sorted()
    }
}

extension [[Int]: Int] {
    /// Equal blocks, by family and words, get equal numbers.
    fileprivate mutating func number(_ block: SourceBlocks.Block) -> Int {
        var key = [block.family.rawValue]
        for part in block.parts {
            key.append(-1)
            key += part.tokens.map(\.id)
        }
        if let number = self[key] { return number }
        self[key] = count
        return count - 1
    }
}

extension Range<Int> {
    /// Part `index` of `count` parts of nearly equal length.
    fileprivate func piece(_ index: Int, of count: Int) -> Range<Int> {
        lowerBound + self.count * index / count..<lowerBound + self.count * (index + 1) / count
    }
}
