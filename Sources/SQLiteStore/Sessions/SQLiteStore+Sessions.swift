import Foundation
import GRDB
import PlanDomain
import Workflow

/// Sessions, with the mail that tells of them, and their reports.
extension SQLiteStore: SessionStore {
    public func sessions(of plan: PlanID) async throws -> [Session] {
        try await read { db in try SessionRecord.all(of: plan, id: nil, db) }
    }

    public func session(_ id: SessionID, of plan: PlanID) async throws -> Session? {
        try await read { db in try SessionRecord.all(of: plan, id: id, db).first }
    }

    public func save(_ session: Session, telling mail: [NewMail], at moment: Date) async throws {
        try await write { db in
            let known = try SessionRecord.all(of: session.plan, id: session.id, db).first
            guard session.version == (known?.version ?? 0) + 1 else {
                throw PlanError(.conflict, Reason("sessions.moved-on"))
            }
            try SessionRecord.write(session, db)
            try Self.queue(mail, at: moment, db)
        }
        mailBell.ring()
    }

    public func reports(of session: SessionID, in plan: PlanID) async throws -> [SessionReport] {
        try await read { db in try SessionRecord.reports(of: session, in: plan, db) }
    }

    public func add(_ report: SessionReport, in plan: PlanID) async throws {
        try await write { db in
            guard try SessionRecord.all(of: plan, id: report.session, db).first != nil else {
                throw PlanError(.notFound, Reason("sessions.unknown"))
            }
            let last = try SessionRecord.reports(of: report.session, in: plan, db).last?.version ?? 0
            guard report.version == last + 1 else {
                throw PlanError(.conflict, Reason("sessions.report-moved-on"))
            }
            try SessionRecord.write(report, db)
        }
    }

    public func approve(_ report: SessionReport, in plan: PlanID) async throws {
        try await write { db in
            let last = try SessionRecord.reports(of: report.session, in: plan, db).last
            guard let last, last.version == report.version, !last.isApproved else {
                throw PlanError(.conflict, Reason("sessions.report-moved-on"))
            }
            try db.execute(
                sql: "UPDATE sessionReport SET approvedBy = ?, approvedAt = ? WHERE session = ? AND version = ?",
                arguments: [report.approvedBy, report.approvedAt.map(Moment.init), report.session, report.version])
        }
    }

    public func unreportedSessions(of plan: PlanID) async throws -> [Session] {
        try await read { db in
            let held = try SessionRecord.all(of: plan, id: nil, db).filter { $0.state == .held }
            let open = try String.fetchSet(
                db,
                sql: """
                    SELECT session.id FROM session LEFT JOIN sessionReport AS r ON r.session = session.id
                        AND r.version = (SELECT max(version) FROM sessionReport WHERE session = session.id)
                    WHERE plan = ? AND r.approvedBy IS NULL
                    """, arguments: [plan])
            return held.filter { open.contains($0.id.rawValue) }
        }
    }
}

/// Rows of `session` and `sessionReport`: the one place where what was said is written down and read.
private struct SessionRecord {
    private struct Details: Codable {
        let title: String
        let place: String
    }

    /// By day.
    static func all(of plan: PlanID, id: SessionID?, _ db: Database) throws -> [Session] {
        let sql = """
            SELECT *, openedBytes(details, recordKey, 'details') AS openDetails FROM session
            WHERE plan = ?1 AND (?2 IS NULL OR id = ?2) ORDER BY day, startsAt, id
            """
        return try db.list(sql, [plan, id]) { row in
            let sealed: Data? = try row.decode(forColumn: "openDetails")
            let details = try sealed.map { try JSONDecoder().decode(Details.self, from: $0) }
            let organisations: JSONText<[String]> = try row.decode(forColumn: "organisations")
            let present: JSONText<[String]> = try row.decode(forColumn: "present")
            return Session(
                id: try row.decode(forColumn: "id"), plan: plan, round: try row.decode(forColumn: "round"),
                kind: try row.decode(forColumn: "kind"), title: details?.title ?? "",
                day: try row.decode(forColumn: "day"), startsAt: try row.decode(forColumn: "startsAt"),
                place: details?.place ?? "", organisations: organisations.value.map(Organisation.init(name:)),
                isClosed: try row.decode(forColumn: "isClosed"), state: try row.decode(forColumn: "state"),
                present: present.value, version: try row.decode(forColumn: "version"))
        }
    }

    static func write(_ session: Session, _ db: Database) throws {
        let key = try db.key(of: "session", where: "id = ?", [session.id])
        let details = try JSONEncoder().encode(Details(title: session.title, place: session.place))
        let values: RowValues = [
            "id": session.id, "plan": session.plan, "round": session.round, "kind": session.kind, "day": session.day,
            "startsAt": session.startsAt, "organisations": try JSONText(session.organisations.map(\.name)),
            "isClosed": session.isClosed, "state": session.state, "present": try JSONText(session.present),
            "recordKey": key, "details": try db.sealed(details, under: key, as: "details"), "version": session.version,
        ]
        try db.insert(into: "session", values, updatingBy: "id")
    }

    /// The first first.
    static func reports(of session: SessionID, in plan: PlanID, _ db: Database) throws -> [SessionReport] {
        let sql = """
            SELECT r.*, opened(r.text, recordKey, 'text') AS openText FROM sessionReport AS r
            JOIN session ON session.id = r.session WHERE r.session = ? AND plan = ? ORDER BY r.version
            """
        return try db.list(sql, [session, plan]) { row in
            SessionReport(
                session: session, version: try row.decode(forColumn: "version"),
                text: try row.decode(String?.self, forColumn: "openText") ?? "",
                writtenBy: try row.decode(forColumn: "writtenBy"),
                writtenAt: try row.decode(Moment.self, forColumn: "writtenAt").date,
                approvedBy: try row.decode(forColumn: "approvedBy"),
                approvedAt: try row.decode(Moment?.self, forColumn: "approvedAt")?.date)
        }
    }

    static func write(_ report: SessionReport, _ db: Database) throws {
        let key = try db.key(of: "session", where: "id = ?", [report.session])
        try db.insert(
            into: "sessionReport",
            [
                "session": report.session, "version": report.version,
                "text": try db.sealed(report.text, under: key, as: "text"), "writtenBy": report.writtenBy,
                "writtenAt": Moment(report.writtenAt), "approvedBy": report.approvedBy,
                "approvedAt": report.approvedAt.map(Moment.init),
            ])
    }
}

extension Session.Kind: DatabaseValueConvertible {}
extension Session.State: DatabaseValueConvertible {}
