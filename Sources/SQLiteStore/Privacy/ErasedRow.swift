import Foundation
import GRDB
import PlanDomain
import Workflow

/// One record that was thrown away, as a row of `erasure` and a line of the journal: ids and a day.
struct ErasedRow: Equatable, Codable {
    let id: ErasureID
    let kind: Kind
    let plan: PlanID?
    let record: String
    /// Made of the key that was thrown away, see ``RecordVault``.
    let mark: String
    let ground: String
    let day: String
    let by: PersonID?
    let cause: ErasureID?

    /// As they stand in files; never renamed.
    enum Kind: String, Codable, DatabaseValueConvertible {
        case person, contact, correspondent, document, input, response
    }

    init(_ erasure: Erasure, mark: String) {
        id = erasure.id
        (kind, record) = Self.name(of: erasure.subject)
        plan = erasure.subject.plan
        self.mark = mark
        ground = erasure.ground.rawValue
        day = erasure.day.iso8601
        by = erasure.by
        cause = erasure.cause
    }

    init(row: Row) throws {
        id = try row.decode(forColumn: "id")
        kind = try row.decode(forColumn: "kind")
        plan = try row.decode(forColumn: "plan")
        record = try row.decode(forColumn: "record")
        mark = try row.decode(forColumn: "mark")
        ground = try row.decode(forColumn: "ground")
        day = try row.decode(forColumn: "day")
        by = try row.decode(forColumn: "doneBy")
        cause = try row.decode(forColumn: "cause")
    }

    func insert(_ db: Database) throws {
        let last = try Int.fetchOne(db, sql: "SELECT max(position) FROM erasure") ?? 0
        try db.insert(
            into: "erasure",
            [
                "id": id, "position": last + 1, "kind": kind, "plan": plan, "record": record, "mark": mark,
                "ground": ground, "day": day, "doneBy": by, "cause": cause,
            ])
    }

    /// Throws where a file or a row says what no program of this kind writes.
    var erasure: Erasure {
        get throws {
            guard let subject, let ground = Erasure.Ground(rawValue: ground), let day = CalendarDate(iso8601: day)
            else { throw PlanError.storeIsCorrupt }
            return Erasure(id: id, subject: subject, ground: ground, day: day, by: by, cause: cause)
        }
    }

    private var subject: Erasure.Subject? {
        switch kind {
        case .person: PersonID(record).map { .person($0) }
        case .contact: ContactID(record).map { .contact($0) }
        case .correspondent: CorrespondentID(record).flatMap { id in plan.map { .correspondent(id, $0) } }
        case .document: IntakeDocumentID(record).flatMap { id in plan.map { .document(id, $0) } }
        case .input:
            Int(record).flatMap { InputNumber(rawValue: $0) }.flatMap { number in plan.map { .input(number, $0) } }
        case .response: ResponseID(record).flatMap { id in plan.map { .response(id, $0) } }
        }
    }

    static func name(of subject: Erasure.Subject) -> (Kind, String) {
        switch subject {
        case .person(let id): (.person, id.rawValue)
        case .contact(let id): (.contact, id.rawValue)
        case .correspondent(let id, _): (.correspondent, id.rawValue)
        case .document(let id, _): (.document, id.rawValue)
        case .input(let number, _): (.input, String(number.rawValue))
        case .response(let id, _): (.response, id.rawValue)
        }
    }
}
