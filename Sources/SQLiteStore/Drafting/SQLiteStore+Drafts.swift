import Foundation
import GRDB
import PlanDomain

/// Drafts, one row for each tab; who types, one row for each text and person; requests, each noted before it is written.
extension SQLiteStore: DraftStore {
    public func keep(_ draft: Draft, reopening: Bool) async throws -> DraftKeeping {
        try await write { db in
            if let known = try Self.row(draft.place, db) {
                let version: Int = try known.decode(forColumn: "version")
                let isClosed: Bool = try known.decode(forColumn: "isClosed")
                if isClosed && !reopening { return .closed }
                if !isClosed && version >= draft.version { return .outdated }
                try Self.delete(draft.place, db)
                try Self.insert(draft, version: max(version, draft.version), isClosed: false, db)
            } else {
                try Self.insert(draft, version: draft.version, isClosed: false, db)
            }
            return .kept
        }
    }

    public func drafts(of person: PersonID, in plan: PlanID) async throws -> [Draft] {
        try await read { db in
            try db.list(
                "SELECT * FROM draft WHERE person = ? AND plan = ? AND NOT isClosed ORDER BY keptAt DESC, subject, tab",
                [person, plan], Draft.init)
        }
    }

    public func draft(at place: DraftPlace) async throws -> Draft? {
        try await read { db in
            guard let row = try Self.row(place, db), try !row.decode(Bool.self, forColumn: "isClosed") else {
                return nil
            }
            return try Draft(row)
        }
    }

    public func close(_ place: DraftPlace, at moment: Date) async throws {
        try await write { db in try Self.close(place, at: moment, db) }
    }

    /// The words go, the row stays until nothing can be under way to it any more.
    static func close(_ place: DraftPlace, at moment: Date, _ db: Database) throws {
        try db.execute(
            sql: """
                UPDATE draft SET isClosed = 1, text = '', keptAt = ?
                WHERE person = ? AND plan = ? AND subject = ? AND tab = ?
                """,
            arguments: [Moment(moment), place.person, place.plan, place.subject, place.tab])
        try db.execute(
            sql: "DELETE FROM draft WHERE isClosed AND keptAt < ?", arguments: [Moment(moment - memory)])
    }

    /// How long what was closed or answered is remembered, in seconds: thirty days.
    static let memory: TimeInterval = 30 * 86_400

    private static func row(_ place: DraftPlace, _ db: Database) throws -> Row? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM draft WHERE person = ? AND plan = ? AND subject = ? AND tab = ?",
            arguments: [place.person, place.plan, place.subject, place.tab])
    }

    private static func delete(_ place: DraftPlace, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM draft WHERE person = ? AND plan = ? AND subject = ? AND tab = ?",
            arguments: [place.person, place.plan, place.subject, place.tab])
    }

    private static func insert(_ draft: Draft, version: Int, isClosed: Bool, _ db: Database) throws {
        try db.insert(
            into: "draft",
            [
                "person": draft.place.person, "plan": draft.place.plan, "subject": draft.place.subject,
                "tab": draft.place.tab, "version": version, "base": draft.base, "text": draft.text,
                "keptAt": Moment(draft.keptAt), "isClosed": isClosed,
            ])
    }
}

extension Draft {
    fileprivate init(_ row: Row) throws {
        let place = DraftPlace(
            plan: try row.decode(forColumn: "plan"), subject: try row.decode(forColumn: "subject"),
            person: try row.decode(forColumn: "person"), tab: try row.decode(forColumn: "tab"))
        let keptAt: Moment = try row.decode(forColumn: "keptAt")
        self.init(
            place: place, version: try row.decode(forColumn: "version"), base: try row.decode(forColumn: "base"),
            text: try row.decode(forColumn: "text"), keptAt: keptAt.date)
    }
}
