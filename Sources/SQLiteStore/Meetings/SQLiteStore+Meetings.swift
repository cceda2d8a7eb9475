import GRDB
import PlanDomain
import Workflow

extension SQLiteStore: MeetingStore {
    public func meetings(of body: GoverningBody?, from day: CalendarDate?) async throws -> [Meeting] {
        try await read { db in
            let sql = """
                SELECT * FROM meeting WHERE (?1 IS NULL OR body = ?1) AND (?2 IS NULL OR day >= ?2)
                ORDER BY day, startsAt, id
                """
            return try db.list(sql, [body, day], Meeting.init)
        }
    }

    public func meeting(_ id: MeetingID) async throws -> Meeting? {
        try await read { db in try Self.meeting(id, db) }
    }

    public func save(_ meeting: Meeting) async throws {
        try await write { db in
            if let present = try Self.meeting(meeting.id, db), present.body != meeting.body {
                throw PlanError(.conflict, Reason("meeting.other-body"))
            }
            try db.insert(
                into: "meeting",
                [
                    "id": meeting.id, "body": meeting.body, "day": meeting.day, "startsAt": meeting.startsAt,
                    "place": meeting.place, "state": meeting.state,
                ], updatingBy: "id")
        }
    }

    static func meeting(_ id: MeetingID, _ db: Database) throws -> Meeting? {
        try db.list("SELECT * FROM meeting WHERE id = ?", [id], Meeting.init).first
    }
}

extension Meeting {
    init(_ row: Row) throws {
        self.init(
            id: try row.decode(forColumn: "id"), body: try row.decode(forColumn: "body"),
            day: try row.decode(forColumn: "day"), startsAt: try row.decode(forColumn: "startsAt"),
            place: try row.decode(forColumn: "place"), state: try row.decode(forColumn: "state"))
    }
}

extension Meeting.State: DatabaseValueConvertible {}
extension AgendaItem.Kind: DatabaseValueConvertible {}
extension GoverningBody: DatabaseValueConvertible {}
