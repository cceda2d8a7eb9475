import GRDB
import PlanDomain
import Workflow

/// Who holds which function, and who stands in for whom.
extension SQLiteStore {
    public func appointments(of person: PersonID?) async throws -> [Appointment] {
        try await read { db in
            try db.list(
                "SELECT * FROM appointment WHERE ? IS NULL OR person = ? ORDER BY position", [person, person],
                Appointment.init)
        }
    }

    public func save(_ appointment: Appointment) async throws {
        try await write { db in
            try Self.requirePerson(appointment.person, db)
            try db.insert(
                into: "appointment",
                [
                    "id": appointment.id, "person": appointment.person, "role": appointment.role,
                    "function": appointment.function, "plan": appointment.plan, "fromDay": appointment.period.from,
                    "untilDay": appointment.period.until,
                ], updatingBy: "id")
        }
    }

    public func substitutions() async throws -> [Substitution] {
        try await read { db in try db.list("SELECT * FROM substitution ORDER BY position", [], Substitution.init) }
    }

    public func save(_ substitution: Substitution) async throws {
        try await write { db in
            try Self.requirePerson(substitution.deputy, db)
            let sql = "SELECT 1 FROM appointment WHERE id = ?"
            guard try Bool.fetchOne(db, sql: sql, arguments: [substitution.appointment]) != nil else {
                throw PlanError(.notFound, Reason("people.appointment-unknown"))
            }
            try db.insert(
                into: "substitution",
                [
                    "id": substitution.id, "appointment": substitution.appointment, "deputy": substitution.deputy,
                    "ground": substitution.ground, "fromDay": substitution.period.from,
                    "untilDay": substitution.period.until,
                ], updatingBy: "id")
        }
    }

    public func removeSubstitution(_ id: SubstitutionID) async throws {
        try await write { db in try db.execute(sql: "DELETE FROM substitution WHERE id = ?", arguments: [id]) }
    }
}

extension Appointment {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.decode(forColumn: "id"), person: try row.decode(forColumn: "person"),
            role: try row.decode(forColumn: "role"), function: try row.decode(forColumn: "function"),
            plan: try row.decode(forColumn: "plan"), period: try Period(row))
    }
}

extension Substitution {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.decode(forColumn: "id"), appointment: try row.decode(forColumn: "appointment"),
            deputy: try row.decode(forColumn: "deputy"), period: try Period(row),
            ground: try row.decode(forColumn: "ground"))
    }
}

extension Period {
    fileprivate init(_ row: Row) throws {
        try self.init(from: try row.decode(forColumn: "fromDay"), until: try row.decode(forColumn: "untilDay"))
    }
}
