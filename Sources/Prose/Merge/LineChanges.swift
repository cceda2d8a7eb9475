/// What one side did to the lines of a base: the stretches that it replaced, inserted or took out.
struct LineChanges {
    enum Direction { case up, down }

    struct Change {
        var base: Range<Int>
        var side: Range<Int>
    }

    private let base: [Int]
    private let side: [Int]
    private var changes: [Change] = []

    init(base: [Int], side: [Int], matches: [SequenceDiff.Match]) {
        self.base = base
        self.side = side
        var (start, sideStart) = (0, 0)
        for match in matches + [.init(old: base.count, new: side.count)] {
            if start < match.old || sideStart < match.new {
                changes.append(Change(base: start..<match.old, side: sideStart..<match.new))
            }
            (start, sideStart) = (match.old + 1, match.new + 1)
        }
    }

    /// For each line of the base, where it stands on the side; nil where it was taken out.
    var placeOfBase: [Int?] {
        var places: [Int?] = []
        places.reserveCapacity(base.count)
        var offset = 0
        for change in changes {
            while places.count < change.base.lowerBound { places.append(places.count + offset) }
            for _ in change.base { places.append(nil) }
            offset = change.side.upperBound - change.base.upperBound
        }
        while places.count < base.count { places.append(places.count + offset) }
        return places
    }

    /// Moves what was only inserted or only taken out as far as it can go without changing the text, to the next change at
    /// most: an empty line with a paragraph before it is the same as that paragraph with an empty line behind it.
    mutating func slide(_ direction: Direction) {
        switch direction {
        case .down: for index in changes.indices.reversed() { slideDown(index) }
        case .up: for index in changes.indices { slideUp(index) }
        }
    }

    private mutating func slideDown(_ index: Int) {
        let end = index + 1 < changes.count ? changes[index + 1].base.lowerBound : base.count
        var change = changes[index]
        while change.isSlidable, change.base.upperBound < end, first(of: change) == base[change.base.upperBound] {
            change = change.moved(by: 1)
        }
        changes[index] = change
    }

    private mutating func slideUp(_ index: Int) {
        let start = index > 0 ? changes[index - 1].base.upperBound : 0
        var change = changes[index]
        while change.isSlidable, change.base.lowerBound > start, last(of: change) == base[change.base.lowerBound - 1] {
            change = change.moved(by: -1)
        }
        changes[index] = change
    }

    private func first(of change: Change) -> Int {
        change.base.isEmpty ? side[change.side.lowerBound] : base[change.base.lowerBound]
    }

    private func last(of change: Change) -> Int {
        change.base.isEmpty ? side[change.side.upperBound - 1] : base[change.base.upperBound - 1]
    }
}

extension LineChanges.Change {
    fileprivate var isSlidable: Bool { base.isEmpty != side.isEmpty }

    fileprivate func moved(by lines: Int) -> Self {
        Self(
            base: base.lowerBound + lines..<base.upperBound + lines,
            side: side.lowerBound + lines..<side.upperBound + lines)
    }
}
