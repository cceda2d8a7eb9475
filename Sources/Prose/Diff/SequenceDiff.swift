/// Which elements of two sequences belong together, in order: a common subsequence, long where that is affordable.
///
/// Elements that occur once on both sides are anchors (patience diff); between anchors Myers' greedy algorithm
/// (An O(ND) Difference Algorithm, 1986) looks for the shortest edit up to a bounded length. A stretch that costs more
/// is left unmatched: it shows as replaced, which is coarser and still true. Memory is bounded by the lengths and
/// `maximumEdits` squared, time by the step budget, whatever the input.
struct SequenceDiff {
    struct Match: Equatable {
        let old: Int
        let new: Int
    }

    /// The longest edit that Myers' algorithm looks for in one stretch.
    static let maximumEdits = 600

    private let old: [Int]
    private let new: [Int]
    private var matches: [Match] = []
    private var pending: [Stretch] = []

    private struct Stretch {
        var old: Range<Int>
        var new: Range<Int>
        var isEmpty: Bool { old.isEmpty || new.isEmpty }
    }

    static func matches(
        _ old: [Int], _ new: [Int], usingAnchors: Bool = true, steps: inout StepBudget
    ) -> [Match] {
        var diff = SequenceDiff(old: old, new: new)
        diff.run(usingAnchors, &steps)
        return diff.matches.sorted { $0.old < $1.old }
    }

    private init(old: [Int], new: [Int]) {
        self.old = old
        self.new = new
    }

    private mutating func run(_ usingAnchors: Bool, _ steps: inout StepBudget) {
        pending = [Stretch(old: old.indices, new: new.indices)]
        while var stretch = pending.popLast() {
            takeEnds(&stretch, &steps)
            guard !stretch.isEmpty else { continue }
            guard steps.spend(stretch.old.count + stretch.new.count) else { continue }
            let anchors = usingAnchors ? anchors(in: stretch) : []
            if anchors.isEmpty { matchShortestEdit(stretch, &steps) } else { split(stretch, at: anchors) }
        }
    }

    /// What both sides begin and end with.
    private mutating func takeEnds(_ stretch: inout Stretch, _ steps: inout StepBudget) {
        var (old, new) = (stretch.old, stretch.new)
        while let first = old.first, let other = new.first, self.old[first] == self.new[other] {
            matches.append(Match(old: first, new: other))
            (old, new) = (old.dropFirst(), new.dropFirst())
        }
        while let last = old.last, let other = new.last, self.old[last] == self.new[other] {
            matches.append(Match(old: last, new: other))
            (old, new) = (old.dropLast(), new.dropLast())
        }
        steps.count(stretch.old.count - old.count)
        stretch = Stretch(old: old, new: new)
    }

    /// Leaves the stretches between anchors for later; each is shorter, so the work ends.
    private mutating func split(_ stretch: Stretch, at anchors: [Match]) {
        var (old, new) = (stretch.old.lowerBound, stretch.new.lowerBound)
        for anchor in anchors {
            matches.append(anchor)
            pending.append(Stretch(old: old..<anchor.old, new: new..<anchor.new))
            (old, new) = (anchor.old + 1, anchor.new + 1)
        }
        pending.append(Stretch(old: old..<stretch.old.upperBound, new: new..<stretch.new.upperBound))
    }

    /// The longest rising row of elements that occur exactly once on both sides.
    private func anchors(in stretch: Stretch) -> [Match] {
        var places: [Int: (old: Int, new: Int)] = [:]
        for index in stretch.old { places[old[index], default: (-1, -1)].old.place(index) }
        for index in stretch.new { places[new[index]]?.new.place(index) }
        let unique = stretch.old.compactMap { index -> Match? in
            guard let place = places[old[index]], place.old >= 0, place.new >= 0 else { return nil }
            return Match(old: index, new: place.new)
        }
        return Self.longestRising(unique)
    }

    private static func longestRising(_ matches: [Match]) -> [Match] {
        var piles: [Int] = []
        var previous = Array(repeating: -1, count: matches.count)
        for (index, match) in matches.enumerated() {
            var (low, high) = (0, piles.count)
            while low < high {
                let middle = (low + high) / 2
                if matches[piles[middle]].new < match.new { low = middle + 1 } else { high = middle }
            }
            if low > 0 { previous[index] = piles[low - 1] }
            if low == piles.count { piles.append(index) } else { piles[low] = index }
        }
        var row: [Match] = []
        var index = piles.last ?? -1
        while index >= 0 {
            row.append(matches[index])
            index = previous[index]
        }
        return row.reversed()
    }

    /// Myers, forward, keeping the frontier of each round to walk back along.
    private mutating func matchShortestEdit(_ stretch: Stretch, _ steps: inout StepBudget) {
        let (rows, columns) = (stretch.old.count, stretch.new.count)
        let limit = min(Self.maximumEdits, rows + columns)
        guard abs(rows - columns) <= limit else { return }
        var frontier = [Int](repeating: 0, count: 2 * limit + 3)
        var rounds: [[Int]] = []
        for edits in 0...limit {
            rounds.append(Array(frontier[(limit + 1 - edits)...(limit + 1 + edits)]))
            for diagonal in stride(from: -edits, through: edits, by: 2) {
                var row = Self.start(on: diagonal, edits, frontier, limit + 1)
                let from = row
                while row < rows, row - diagonal < columns,
                    old[stretch.old.lowerBound + row] == new[stretch.new.lowerBound + row - diagonal]
                {
                    row += 1
                }
                frontier[limit + 1 + diagonal] = row
                if row >= rows, row - diagonal >= columns { return walkBack(stretch, rounds, edits) }
                guard steps.spend(1 + row - from) else { return }
            }
        }
    }

    /// The furthest row from which a round may start on a diagonal: one step down or to the right of the round before.
    private static func start(on diagonal: Int, _ edits: Int, _ frontier: [Int], _ zero: Int) -> Int {
        guard edits > 0 else { return 0 }
        let (below, above) = (frontier[zero + diagonal - 1], frontier[zero + diagonal + 1])
        let goesDown = diagonal == -edits || diagonal != edits && below < above
        return goesDown ? above : below + 1
    }

    private mutating func walkBack(_ stretch: Stretch, _ rounds: [[Int]], _ edits: Int) {
        var (row, column) = (stretch.old.count, stretch.new.count)
        for round in stride(from: edits, through: 0, by: -1) {
            let diagonal = row - column
            var (fromRow, fromColumn) = (0, 0)
            if round > 0 {
                let frontier = rounds[round]
                let zero = round
                let below = diagonal - 1 >= -round ? frontier[zero + diagonal - 1] : -1
                let above = diagonal + 1 <= round ? frontier[zero + diagonal + 1] : -1
                let goesDown = diagonal == -round || diagonal != round && below < above
                fromRow = goesDown ? above : below
                fromColumn = fromRow - (goesDown ? diagonal + 1 : diagonal - 1)
            }
            while row > fromRow, column > fromColumn {
                (row, column) = (row - 1, column - 1)
                matches.append(Match(old: stretch.old.lowerBound + row, new: stretch.new.lowerBound + column))
            }
            (row, column) = (fromRow, fromColumn)
        }
    }
}

/// Counts the steps of an algorithm and says when there have been enough.
struct StepBudget {
    let limit: Int
    private(set) var spent = 0

    init(limit: Int) {
        self.limit = limit
    }

    /// False, and nothing is spent, when the steps do not fit.
    mutating func spend(_ steps: Int) -> Bool {
        guard spent + steps <= limit else { return false }
        spent += steps
        return true
    }

    /// Counts work that is done anyway because it is linear in the input.
    mutating func count(_ steps: Int) {
        spent += steps
    }
}

extension Int {
    /// -1 is unseen, -2 is seen more than once.
    fileprivate mutating func place(_ index: Int) {
        self = self == -1 ? index : -2
    }
}
