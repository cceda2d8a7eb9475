import Foundation
import GRDB
import PlanDomain
import Workflow

/// How long things are kept, and what is past its time.
extension SQLiteStore: RetentionStore {
    public func retentionSchedule() async throws -> RetentionSchedule {
        try await read { db in
            let rows = try db.list("SELECT kind, days FROM retentionPeriod") { row in
                (
                    RetentionSchedule.Kind(rawValue: try row.decode(forColumn: "kind")),
                    try row.decode(Int?.self, forColumn: "days")
                )
            }
            return RetentionSchedule(
                rows.reduce(into: [:]) { chosen, row in
                    if let kind = row.0 { chosen.updateValue(row.1, forKey: kind) }
                })
        }
    }

    public func save(_ schedule: RetentionSchedule) async throws {
        try await write { db in
            for kind in RetentionSchedule.Kind.allCases {
                try db.insert(
                    into: "retentionPeriod", ["kind": kind, "days": schedule.days[kind]], updatingBy: "kind")
            }
        }
    }

    public func expired(
        _ kind: RetentionSchedule.Kind, before day: CalendarDate
    ) async throws -> ExpiredThings {
        try await read { db in
            let days = try ExpiredRecord(kind).days(before: day, db)
            return ExpiredThings(kind: kind, count: days.count, oldest: days.min())
        }
    }

    @discardableResult
    public func dispose(before day: CalendarDate, noting disposal: Disposal) async throws -> Int {
        let journal = journal
        let count = try await write { db in
            let record = ExpiredRecord(disposal.kind)
            let count = try record.days(before: day, db).count
            guard count > 0 else { return 0 }
            if let statement = record.deletion {
                try db.execute(sql: statement, arguments: record.boundary(day))
            } else {
                try Self.erase(
                    try record.subjects(before: day, db), on: disposal.day, by: disposal.by, journal, db)
            }
            try db.insert(
                into: "disposal",
                [
                    "kind": disposal.kind, "count": count, "days": disposal.days, "day": disposal.day,
                    "doneBy": disposal.by,
                ])
            return count
        }
        if count > 0 { try await forget() }
        return count
    }

    public func disposals() async throws -> [Disposal] {
        try await read { db in
            try db.list("SELECT * FROM disposal ORDER BY position DESC") { row in
                Disposal(
                    kind: try row.decode(forColumn: "kind"), count: try row.decode(forColumn: "count"),
                    days: try row.decode(forColumn: "days"), day: try row.decode(forColumn: "day"),
                    by: try row.decode(forColumn: "doneBy"))
            }
        }
    }

    public func lastDisposalRound() async throws -> CalendarDate? {
        try await read { db in
            try db.list("SELECT day FROM disposalRound") { try $0.decode(CalendarDate.self, atIndex: 0) }.first
        }
    }

    public func noteDisposalRound(on day: CalendarDate) async throws {
        try await write { db in try db.insert(into: "disposalRound", ["id": 1, "day": day], updatingBy: "id") }
    }

    /// Each with an id of its own, made of the kind and the day: the same round finds nothing to do twice.
    private static func erase(
        _ subjects: [Erasure.Subject], on day: CalendarDate, by person: PersonID?, _ journal: ErasureJournal?,
        _ db: Database
    ) throws {
        var rows: [ErasedRow] = []
        for subject in subjects {
            for part in try PersonalRecord.all(with: subject, db) {
                guard let mark = try PersonalRecord(part).mark(db) else { continue }
                guard let id = ErasureID(String(mark.prefix(40))) else { throw PlanError.storeIsCorrupt }
                let erasure = Erasure(id: id, subject: part, ground: .expired, day: day, by: person)
                let row = ErasedRow(erasure, mark: mark)
                try carryOut(row, db)
                rows.append(row)
            }
        }
        try journal?.append(rows)
    }
}

extension RetentionSchedule.Kind: DatabaseValueConvertible {}
