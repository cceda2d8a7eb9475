/// Three texts as lines, each told apart by its bytes, and what either side did to the base.
struct MergeLines {
    private let base: [Int]
    private let mine: [Int]
    private let theirs: [Int]
    /// The words of each line that there is, without its end.
    private let words: [String]

    /// The steps of comparison that one side may take; a text of a thousand lines without one in common takes fewer.
    private static let maximumSteps = 4_000_000

    init(base: String, mine: String, theirs: String) {
        var index = LineIndex()
        (self.base, self.mine, self.theirs) = (index.lines(of: base), index.lines(of: mine), index.lines(of: theirs))
        words = index.words
    }

    /// The passages of the merge, with insertions and deletions that may stand in several places slid one way.
    func passages(sliding direction: LineChanges.Direction) -> [PassageMerge.Passage] {
        let mineOfBase = changes(to: mine, sliding: direction).placeOfBase
        let theirsOfBase = changes(to: theirs, sliding: direction).placeOfBase
        var writer = PassageWriter(lines: self)
        var (start, mineStart, theirsStart) = (0, 0, 0)
        for line in base.indices {
            guard let mineLine = mineOfBase[line], let theirsLine = theirsOfBase[line] else { continue }
            writer.add(start..<line, mineStart..<mineLine, theirsStart..<theirsLine)
            writer.addUnchanged(line)
            (start, mineStart, theirsStart) = (line + 1, mineLine + 1, theirsLine + 1)
        }
        writer.add(start..<base.count, mineStart..<mine.count, theirsStart..<theirs.count)
        return writer.passages
    }

    private func changes(to side: [Int], sliding direction: LineChanges.Direction) -> LineChanges {
        var steps = StepBudget(limit: Self.maximumSteps)
        // Anchors keep long texts affordable; short ones get the shortest edit, which is what git compares by.
        let isLong = base.count + side.count > SequenceDiff.maximumEdits
        let matches = SequenceDiff.matches(base, side, usingAnchors: isLong, steps: &steps)
        var changes = LineChanges(base: base, side: side, matches: matches)
        changes.slide(direction)
        return changes
    }

    private func text(_ lines: some Sequence<Int>) -> String {
        lines.map { words[$0] + "\n" }.joined()
    }

    /// Puts stretches between lines that nobody touched under what became of them.
    private struct PassageWriter {
        let lines: MergeLines
        var passages: [PassageMerge.Passage] = []

        mutating func addUnchanged(_ line: Int) { add(lines.base[line...line], .unchanged) }

        mutating func add(_ base: Range<Int>, _ mine: Range<Int>, _ theirs: Range<Int>) {
            var (base, mine, theirs) = (lines.base[base], lines.mine[mine], lines.theirs[theirs])
            guard !(base.isEmpty && mine.isEmpty && theirs.isEmpty) else { return }
            if mine.elementsEqual(theirs) {
                add(mine, .both)
            } else if mine.elementsEqual(base) {
                add(theirs, .theirs)
            } else if theirs.elementsEqual(base) {
                add(mine, .mine)
            } else {
                let (first, last) = Self.takeCommonEnds(&mine, &theirs)
                if first == base.prefix(first.count) { base = base.dropFirst(first.count) }
                if last == base.suffix(last.count) { base = base.dropLast(last.count) }
                add(first, .both)
                passages.append(
                    .conflict(.init(base: lines.text(base), mine: lines.text(mine), theirs: lines.text(theirs))))
                add(last, .both)
            }
        }

        private mutating func add(_ added: ArraySlice<Int>, _ source: PassageMerge.Source) {
            let text = lines.text(added)
            if case .agreed(let before, source)? = passages.last {
                passages[passages.count - 1] = .agreed(before + text, source)
            } else if !added.isEmpty || source == .mine || source == .theirs {
                passages.append(.agreed(text, source))
            }
        }

        /// What both sides begin and end with is no matter of choice.
        private static func takeCommonEnds(
            _ mine: inout ArraySlice<Int>, _ theirs: inout ArraySlice<Int>
        ) -> (first: ArraySlice<Int>, last: ArraySlice<Int>) {
            let first = mine.prefix(zip(mine, theirs).prefix { $0 == $1 }.count)
            (mine, theirs) = (mine.dropFirst(first.count), theirs.dropFirst(first.count))
            let last = mine.suffix(zip(mine.reversed(), theirs.reversed()).prefix { $0 == $1 }.count)
            (mine, theirs) = (mine.dropLast(last.count), theirs.dropLast(last.count))
            return (first, last)
        }
    }
}

/// Gives equal lines equal numbers. Equal is equal in bytes: `==` on `String` takes two normal forms for one.
private struct LineIndex {
    private var numbers: [ArraySlice<UInt8>: Int] = [:]
    private(set) var words: [String] = []

    mutating func lines(of text: String) -> [Int] {
        let source = SourceLines(text)
        return source.contents.map { line in
            if let number = numbers[line] { return number }
            numbers[line] = words.count
            words.append(String(decoding: line, as: UTF8.self))
            return words.count - 1
        }
    }
}
