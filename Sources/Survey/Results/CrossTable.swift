/// What people answered to one question, by what they answered to another.
public struct CrossTable: Equatable, Sendable {
    public let rows: [Choice]
    public let columns: [Choice]
    /// People, by row and column; nil where it is withheld.
    public let counts: [[Int?]]
    /// Of everybody in the row, with weights, from 0 to 1; nil where it is withheld.
    public let shares: [[Double?]]
    /// People in each row; nil for a row of fewer than five.
    public let bases: [Int?]

    /// Nil for questions whose answers can't be counted, and for one held against itself.
    public init?(_ row: Question, by column: Question, of respondents: [Respondent]) {
        guard row.id != column.id, row.isCountable, column.isCountable else { return nil }
        let both = respondents.compactMap { one -> (Set<String>, Set<String>, Double)? in
            guard let first = one.sheet[row.id], let second = one.sheet[column.id], !first.isEmpty, !second.isEmpty
            else { return nil }
            return (first.tokens, second.tokens, one.weight)
        }
        let (rows, columns) = (row.choices, column.choices)
        let groups = rows.map { row in both.filter { $0.0.contains(row.id) } }
        let counts = groups.map { group in columns.map { column in group.count { $0.1.contains(column.id) } } }
        let shown = Confidentiality.shown(counts, rowsAddUp: column.isSingle, columnsAddUp: row.isSingle)
        self.rows = rows
        self.columns = columns
        self.counts = rows.indices.map { row in columns.indices.map { shown[row][$0] ? counts[row][$0] : nil } }
        shares = rows.indices.map { row in
            let whole = groups[row].reduce(0) { $0 + $1.2 }
            return columns.indices.map { index in
                guard shown[row][index], whole > 0 else { return nil }
                return groups[row].filter { $0.1.contains(columns[index].id) }.reduce(0) { $0 + $1.2 } / whole
            }
        }
        bases = groups.map { $0.count >= Confidentiality.least ? $0.count : nil }
    }
}

extension Question {
    /// Whether a table can be made of its answers.
    public var isCountable: Bool { !choices.isEmpty && !isRanking }

    /// Whether everybody gives exactly one answer.
    var isSingle: Bool {
        switch kind {
        case .one, .scale: true
        case .some, .ranking, .matrix, .open: false
        }
    }

    private var isRanking: Bool { if case .ranking = kind { true } else { false } }
}
