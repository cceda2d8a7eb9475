import Foundation
import GRDB
import PlanDomain
import Workflow

/// Finding inputs by what is kept beside them.
extension SQLiteStore {
    public func desk(
        _ query: DeskQuery, for reader: DeskReader, offset: Int, limit: Int
    ) async throws -> DeskSlice {
        try await read { db in
            let filter = try DeskFilter(query, for: reader)
            let columns = """
                d.input, d.state, d.outcome, d.isOpen, d.since, \(DeskFilter.handler) AS handler, r.version IS d.version AS isRead, t.theme,
                t.confirmedBy
                """
            let (sql, arguments) = filter.rows(columns, query, limit: limit, offset: offset)
            let found = try db.list(sql, arguments) { try FoundRow(row: $0) }
            let inputs = try InputRecord.all(of: reader.plan, numbers: found.map(\.number), db)
            let byNumber = Dictionary(inputs.map { ($0.number, $0) }) { first, _ in first }
            return DeskSlice(
                rows: found.compactMap { $0.row(byNumber) }, total: try Self.count(filter, db),
                all: try Self.count(DeskFilter(DeskQuery(), for: reader), db),
                facets: try Self.facets(filter, db))
        }
    }

    public func numbers(_ query: DeskQuery, for reader: DeskReader) async throws -> [InputNumber] {
        try await read { db in
            let (sql, arguments) = try DeskFilter(query, for: reader)
                .rows("d.input", DeskQuery(), limit: -1, offset: 0)
            return try db.list(sql, arguments) { try $0.decode(atIndex: 0) }
        }
    }

    public func inputs(_ numbers: [InputNumber], of plan: PlanID) async throws -> [Input] {
        let inputs = try await read { db in try InputRecord.all(of: plan, numbers: numbers, db) }
        let byNumber = Dictionary(inputs.map { ($0.number, $0) }) { first, _ in first }
        return numbers.compactMap { byNumber[$0] }
    }

    public func deskStandings(of plan: PlanID) async throws -> [InputNumber: DeskStanding] {
        try await read { db in
            let sql = "SELECT input, state, outcome, isOpen, since FROM inputDesk WHERE plan = ?"
            return Dictionary(
                try db.list(sql, [plan]) { row in
                    (try row.decode(InputNumber.self, forColumn: "input"), try DeskStanding(row: row))
                }
            ) { first, _ in first }
        }
    }

    public func workload(for reader: DeskReader) async throws -> [Workload] {
        try await read { db in
            let (sql, arguments) = try DeskFilter(DeskQuery(), for: reader).workload()
            return try db.list(sql, arguments) { row in
                Workload(
                    handler: try row.decode(forColumn: "lies"), open: try row.decode(forColumn: "open"),
                    waiting: try row.decode(forColumn: "waiting"),
                    oldest: try row.decode(Moment.self, forColumn: "oldest").date)
            }
        }
    }

    private static func count(_ filter: DeskFilter, _ db: Database) throws -> Int {
        let (sql, arguments) = filter.count()
        return try Int.fetchOne(db, sql: sql, arguments: arguments) ?? 0
    }

    private static func facets(_ filter: DeskFilter, _ db: Database) throws -> DeskFacets {
        func counts<Answer: DatabaseValueConvertible & Hashable>(
            _ question: DeskFilter.Question, _ type: Answer.Type
        ) throws -> [Answer?: Int] {
            let (sql, arguments) = filter.facet(question)
            return Dictionary(
                try db.list(sql, arguments) { (try $0.decode(Answer?.self, atIndex: 0), try $0.decode(atIndex: 1)) }
            ) { first, _ in first }
        }
        func known<Answer: DatabaseValueConvertible & Hashable>(
            _ question: DeskFilter.Question, _ type: Answer.Type
        ) throws -> [Answer: Int] {
            Dictionary(try counts(question, type).compactMap { answer, count in answer.map { ($0, count) } }) { $1 }
        }
        var facets = DeskFacets()
        facets.sections = try known(.section, SectionID.self)
        facets.submitters = try known(.submitter, String.self)
        facets.states = try known(.state, InputStanding.State.self)
        facets.outcomes = try known(.outcome, Outcome.self)
        facets.channels = try known(.channel, Input.Channel.self)
        facets.rounds = try known(.round, RoundID.self)
        facets.themes = try known(.theme, ThemeID.self)
        facets.opposed = try known(.opposition, Bool.self)[true] ?? 0
        for (person, count) in try counts(.handler, PersonID.self) {
            facets.handlers[person.map(DeskQuery.Handling.person) ?? .nobody] = count
        }
        for (isRead, count) in try known(.reading, Bool.self) { facets.readings[isRead ? .read : .unread] = count }
        return facets
    }

    /// A row as the query gives it, before the words are opened.
    private struct FoundRow {
        let number: InputNumber
        let standing: DeskStanding
        let handler: PersonID?
        let isRead: Bool
        let theme: InputTheme?

        init(row: Row) throws {
            number = try row.decode(forColumn: "input")
            standing = try DeskStanding(row: row)
            handler = try row.decode(forColumn: "handler")
            isRead = try row.decode(forColumn: "isRead")
            let person = try row.decode(PersonID?.self, forColumn: "confirmedBy")
            theme = try row.decode(ThemeID?.self, forColumn: "theme").map { InputTheme(theme: $0, confirmedBy: person) }
        }

        func row(_ inputs: [InputNumber: Input]) -> DeskRow? {
            inputs[number].map {
                DeskRow(input: $0, standing: standing, handler: handler, isRead: isRead, theme: theme)
            }
        }
    }
}

extension DeskStanding {
    fileprivate init(row: Row) throws {
        self.init(
            state: try row.decode(forColumn: "state"), outcome: try row.decode(forColumn: "outcome"),
            isOpen: try row.decode(forColumn: "isOpen"), since: try row.decode(Moment.self, forColumn: "since").date)
    }
}
