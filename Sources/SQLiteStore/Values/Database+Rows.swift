import GRDB
import PlanDomain
import Workflow

/// Column by column what a row gets.
typealias RowValues = KeyValuePairs<String, (any DatabaseValueConvertible)?>

extension Database {
    /// Reads rows one by one, each decoded by `element` as it comes.
    ///
    /// `element` uses the row's `decode` functions: its subscripts, and fetching values, trap on what does not decode.
    func list<Element>(
        _ sql: String, _ arguments: StatementArguments = [], _ element: (Row) throws -> Element
    ) throws -> [Element] {
        let rows = try Row.fetchCursor(self, sql: sql, arguments: arguments)
        var elements: [Element] = []
        while let row = try rows.next() { elements.append(try element(row)) }
        return elements
    }

    /// Inserts a row; where `key` is given, a row with the same value in that column, or in those columns when it names
    /// several with commas between, is changed instead.
    ///
    /// Throws `text.binary` for text with a zero byte: bound as C strings are, it would be cut off there in silence.
    func insert(into table: String, _ values: RowValues, updatingBy key: String? = nil) throws {
        let columns = values.map(\.key)
        let marks = repeatElement("?", count: columns.count).joined(separator: ", ")
        var sql = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
        if let key {
            let keys = key.split(separator: ", ").map(String.init)
            let changes = columns.filter { !keys.contains($0) }.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
            sql += " ON CONFLICT (\(key)) DO UPDATE SET \(changes)"
        }
        let bound = try values.map { try Self.unbroken($0.value?.databaseValue ?? .null) }
        try cachedStatement(sql: sql).execute(arguments: StatementArguments(bound))
    }

    /// Inserts rows that lie in order within what `values` names.
    func insert<Element>(
        _ elements: some Sequence<Element>, into table: String, _ values: (Element, _ position: Int) throws -> RowValues
    ) throws {
        for (index, element) in elements.enumerated() { try insert(into: table, values(element, index + 1)) }
    }

    private static func unbroken(_ value: DatabaseValue) throws -> DatabaseValue {
        if case .string(let text) = value.storage, text.utf8.contains(0) {
            throw PlanError(.invalid, Reason("text.binary"))
        }
        return value
    }
}
