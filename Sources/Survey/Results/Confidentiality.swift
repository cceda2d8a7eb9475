/// Keeps results from telling what a few people answered: no group of fewer than five is shown, nor can one be worked out
/// from what is shown beside it.
///
/// Hiding a small number alone does not do where a row adds up to a total that is known: then the least of the others is
/// hidden too (secondary suppression; Hundepool e.a., Statistical Disclosure Control, 2012, 4.2).
public enum Confidentiality {
    /// The least number of people that is shown.
    public static let least = 5

    /// Which of these numbers may be shown. Zero and less than five alike are not.
    ///
    /// - Parameter addsUp: whether the sum of the numbers is known.
    public static func shown(_ counts: [Int], addsUp: Bool) -> [Bool] {
        shown([counts], rowsAddUp: addsUp, columnsAddUp: false).first ?? []
    }

    /// The same for a table of which the sums of rows, and those of columns, may be known.
    public static func shown(_ table: [[Int]], rowsAddUp: Bool, columnsAddUp: Bool) -> [[Bool]] {
        var shown = table.map { $0.map { $0 >= least } }
        var isChanged = true
        while isChanged {
            isChanged = false
            if rowsAddUp {
                for row in table.indices {
                    let line = table[row].indices.map { (row, $0) }
                    isChanged = hideSecond(of: line, in: table, &shown) || isChanged
                }
            }
            if columnsAddUp, let width = table.first?.count {
                for column in 0..<width {
                    let line = table.indices.map { ($0, column) }
                    isChanged = hideSecond(of: line, in: table, &shown) || isChanged
                }
            }
        }
        return shown
    }

    /// Hides the least number that a line still shows, where what it hides could be worked out: one number, or several that
    /// are fewer than five together.
    private static func hideSecond(of line: [(Int, Int)], in table: [[Int]], _ shown: inout [[Bool]]) -> Bool {
        let hidden = line.filter { !shown[$0.0][$0.1] }
        let sum = hidden.reduce(0) { $0 + table[$1.0][$1.1] }
        guard !hidden.isEmpty, hidden.count == 1 || sum < least else { return false }
        let open = line.filter { shown[$0.0][$0.1] }
        guard let next = open.min(by: { table[$0.0][$0.1] < table[$1.0][$1.1] }) else { return false }
        shown[next.0][next.1] = false
        return true
    }
}
