/// Finds runs of words that were deleted in one place and inserted in another.
///
/// Runs are found by the hash of their first `minimum` words and grown as far as they go; every word takes part in one
/// move at most. The work is linear: a run of words that occurs in many places is tried in a few of them only.
struct MoveSearch {
    let minimum: Int
    private static let candidates = 8

    init(minimum: Int) {
        self.minimum = max(1, minimum)
    }

    /// A stretch of edits of one kind within one part.
    private struct Run {
        let block: Int
        let part: Int
        let edits: [Int]
        let ids: [Int]
        let wordsBefore: [Int]
        var taken: [Bool]

        func words(_ range: Range<Int>) -> Int { wordsBefore[range.upperBound] - wordsBefore[range.lowerBound] }
    }

    private struct Place {
        let run: Int
        let position: Int
    }

    func mark(_ blocks: inout [BlockEdits]) {
        var deleted = runs(of: .deleted, in: blocks)
        var inserted = runs(of: .inserted, in: blocks)
        guard !deleted.isEmpty, !inserted.isEmpty else { return }
        let index = starts(in: inserted)
        var number = 0
        for run in deleted.indices {
            var position = 0
            while position + minimum <= deleted[run].ids.count {
                guard let match = longest(deleted[run], position, index, inserted) else {
                    position += 1
                    continue
                }
                number += 1
                mark(&blocks, &deleted[run], match.deleted, .movedFrom(number))
                mark(&blocks, &inserted[match.run], match.inserted, .movedTo(number))
                position = match.deleted.upperBound
            }
        }
    }

    private func runs(of kind: BlockDiff.Segment.Kind, in blocks: [BlockEdits]) -> [Run] {
        var runs: [Run] = []
        for (blockIndex, block) in blocks.enumerated() {
            for (partIndex, part) in block.parts.enumerated() {
                var indices: [Int] = []
                for index in 0...part.edits.count {
                    let edit = index < part.edits.count ? part.edits[index] : nil
                    if let edit, edit.kind == kind, edit.token != nil {
                        indices.append(index)
                    } else if !indices.isEmpty {
                        runs.append(run(blockIndex, partIndex, indices, part.edits))
                        indices = []
                    }
                }
            }
        }
        return runs.filter { $0.words(0..<$0.ids.count) >= minimum }
    }

    private func run(_ block: Int, _ part: Int, _ indices: [Int], _ edits: [BlockEdits.Edit]) -> Run {
        var wordsBefore = [0]
        for index in indices { wordsBefore.append(wordsBefore.last! + (edits[index].token?.isWord == true ? 1 : 0)) }
        return Run(
            block: block, part: part, edits: indices, ids: indices.map { edits[$0].token?.id ?? -1 },
            wordsBefore: wordsBefore, taken: Array(repeating: false, count: indices.count))
    }

    /// Where each row of `minimum` tokens starts among the inserted runs.
    private func starts(in runs: [Run]) -> [[Int]: [Place]] {
        var places: [[Int]: [Place]] = [:]
        for (runIndex, run) in runs.enumerated() where run.ids.count >= minimum {
            for position in 0...(run.ids.count - minimum) {
                let key = Array(run.ids[position..<position + minimum])
                if places[key, default: []].count < Self.candidates {
                    places[key, default: []].append(Place(run: runIndex, position: position))
                }
            }
        }
        return places
    }

    private struct Match {
        let run: Int
        var deleted: Range<Int>
        var inserted: Range<Int>
    }

    /// The longest run that starts with the word at `position`, with the marks before it that it shares.
    private func longest(_ run: Run, _ position: Int, _ index: [[Int]: [Place]], _ inserted: [Run]) -> Match? {
        guard run.words(position..<position + 1) == 1 else { return nil }
        var best: Match?
        for place in index[Array(run.ids[position..<position + minimum])] ?? [] {
            let other = inserted[place.run]
            var length = 0
            while position + length < run.ids.count, place.position + length < other.ids.count,
                !other.taken[place.position + length], run.ids[position + length] == other.ids[place.position + length]
            {
                length += 1
            }
            guard length > best?.deleted.count ?? 0, run.words(position..<position + length) >= minimum else {
                continue
            }
            best = Match(
                run: place.run, deleted: position..<position + length,
                inserted: place.position..<place.position + length)
        }
        return best.map { grownBack($0, run, inserted[$0.run]) }
    }

    private func grownBack(_ match: Match, _ run: Run, _ other: Run) -> Match {
        var (deleted, inserted) = (match.deleted, match.inserted)
        while deleted.lowerBound > 0, inserted.lowerBound > 0, !run.taken[deleted.lowerBound - 1],
            !other.taken[inserted.lowerBound - 1], run.ids[deleted.lowerBound - 1] == other.ids[inserted.lowerBound - 1]
        {
            deleted = deleted.lowerBound - 1..<deleted.upperBound
            inserted = inserted.lowerBound - 1..<inserted.upperBound
        }
        return Match(run: match.run, deleted: deleted, inserted: inserted)
    }

    private func mark(
        _ blocks: inout [BlockEdits], _ run: inout Run, _ range: Range<Int>, _ kind: BlockDiff.Segment.Kind
    ) {
        for position in range {
            run.taken[position] = true
            blocks[run.block].parts[run.part].edits[run.edits[position]].kind = kind
        }
    }
}
