import GRDB
import PlanDomain
import Workflow

/// Agendas are short, so one that changes is written anew: places then never collide on the way.
extension SQLiteStore {
    public func agenda(of meeting: MeetingID) async throws -> [AgendaItem] {
        try await read { db in try Self.agenda(of: meeting, db) }
    }

    public func placings(of plan: PlanID) async throws -> [PlacedItem] {
        try await read { db in
            let sql = """
                SELECT * FROM agendaItem JOIN meeting ON meeting.id = agendaItem.meeting WHERE plan = ?
                ORDER BY day, startsAt, id
                """
            return try db.list(sql, [plan]) { PlacedItem(meeting: try Meeting($0), item: try AgendaItem($0)) }
        }
    }

    public func put(_ item: AgendaItem, on meeting: MeetingID, today: CalendarDate) async throws {
        try await write { db in
            let target = try Self.coming(meeting, db)
            let sql = """
                SELECT id FROM meeting JOIN agendaItem ON agendaItem.meeting = meeting.id
                WHERE plan = ? AND body = ? AND state = ? AND day > ? AND id <> ?
                """
            let arguments: StatementArguments = [
                item.plan, target.body, Meeting.State.planned, today, meeting,
            ]
            for other in try db.list(sql, arguments, { try $0.decode(MeetingID.self, atIndex: 0) }) {
                try Self.write(try Self.agenda(of: other, db).filter { $0.plan != item.plan }, to: other, db)
            }
            var agenda = try Self.agenda(of: meeting, db)
            if let place = agenda.firstIndex(where: { $0.plan == item.plan }) {
                agenda[place] = item
            } else {
                agenda.append(item)
            }
            try Self.write(agenda, to: meeting, db)
        }
    }

    public func remove(_ plan: PlanID, from meeting: MeetingID) async throws {
        try await write { db in
            try Self.write(try Self.agenda(of: meeting, db).filter { $0.plan != plan }, to: meeting, db)
        }
    }

    public func order(_ plans: [PlanID], on meeting: MeetingID) async throws {
        try await write { db in
            let agenda = try Self.agenda(of: meeting, db)
            let ordered = plans.compactMap { plan in agenda.first { $0.plan == plan } }
            guard ordered.count == agenda.count, Set(plans).count == plans.count, plans.count == agenda.count else {
                throw PlanError(.conflict, Reason("meeting.agenda-changed"))
            }
            try Self.write(ordered, to: meeting, db)
        }
    }

    private static func coming(_ id: MeetingID, _ db: Database) throws -> Meeting {
        guard let meeting = try meeting(id, db) else { throw PlanError(.notFound, Reason("meeting.unknown")) }
        guard meeting.state == .planned else { throw PlanError(.conflict, Reason("meeting.not-to-come")) }
        return meeting
    }

    private static func agenda(of meeting: MeetingID, _ db: Database) throws -> [AgendaItem] {
        try db.list("SELECT * FROM agendaItem WHERE meeting = ? ORDER BY position", [meeting], AgendaItem.init)
    }

    private static func write(_ agenda: [AgendaItem], to meeting: MeetingID, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM agendaItem WHERE meeting = ?", arguments: [meeting])
        try db.insert(agenda, into: "agendaItem") { item, place in
            [
                "meeting": meeting, "position": place, "plan": item.plan, "kind": item.kind, "act": item.act,
                "explanation": item.explanation,
            ]
        }
    }
}

extension AgendaItem {
    fileprivate init(_ row: Row) throws {
        self.init(
            plan: try row.decode(forColumn: "plan"), kind: try row.decode(forColumn: "kind"),
            act: try row.decode(forColumn: "act"), explanation: try row.decode(forColumn: "explanation"))
    }
}
