/// The known word that somebody probably meant.
enum NearestWord {
    /// The candidate with the smallest edit distance to `word`, when it is close enough to be a slip of the pen: at
    /// most a third of its length, and at least one letter. Case does not count; of equals the first one wins.
    static func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(word.lowercased().prefix(64))
        var best: (word: String, distance: Int)?
        for candidate in candidates {
            let distance = editDistance(wanted, Array(candidate.lowercased()))
            if distance <= max(1, candidate.count / 3), distance < best?.distance ?? .max {
                best = (candidate, distance)
            }
        }
        return best?.word
    }

    /// Levenshtein distance, where two swapped neighbours count as one slip (optimal string alignment).
    private static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
        var beforePrevious: [Int] = []
        var previous = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                var cost = min(
                    previous[column + 1] + 1, current[column] + 1,
                    previous[column] + (left[row] == right[column] ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforePrevious[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforePrevious, previous) = (previous, current)
        }
        return previous[right.count]
    }
}
