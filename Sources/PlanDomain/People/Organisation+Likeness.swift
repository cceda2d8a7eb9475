import Prose

/// Organisations are known by their names: one that is written in two ways would be two, each with half of its contacts.
extension Organisation {
    /// Whether a name could well be meant for this one: the same letters and digits but for a slip of the pen.
    public func resembles(_ other: Organisation) -> Bool {
        guard self != other else { return false }
        let (own, theirs) = (Self.letters(of: name), Self.letters(of: other.name))
        guard own != theirs else { return true }
        let length = min(own.count, theirs.count)
        guard length >= 5 else { return false }
        return Self.distance(own, theirs) <= (length >= 10 ? 2 : 1)
    }

    private static func letters(of name: String) -> [Character] {
        FoldedText.fold(name).filter { $0.isLetter || $0.isNumber }
    }

    /// Letters to put in, take out or change (Levenshtein 1966).
    private static func distance(_ first: [Character], _ second: [Character]) -> Int {
        var row = Array(0...second.count)
        for (index, letter) in first.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (place, other) in second.enumerated() {
                let cost = letter == other ? diagonal : min(diagonal, row[place], row[place + 1]) + 1
                (diagonal, row[place + 1]) = (row[place + 1], cost)
            }
        }
        return row[second.count]
    }
}
