import Foundation
import GRDB
import PlanDomain
import Workflow

extension SQLiteStore: DeedStore {
    public func note(_ deed: OfficeDeed) async throws {
        try await write { db in
            var (person, contact): (PersonID?, ContactID?)
            switch deed.about {
            case .person(let id): person = id
            case .contact(let id): contact = id
            case nil: break
            }
            for person in [deed.by, person].compactMap({ $0 }) { try Self.requirePerson(person, db) }
            if let contact {
                let sql = "SELECT 1 FROM contact WHERE id = ?"
                guard try Bool.fetchOne(db, sql: sql, arguments: [contact]) != nil else {
                    throw PlanError(.notFound, Reason("people.contact-unknown"))
                }
            }
            try db.insert(
                into: "officeDeed",
                [
                    "kind": deed.kind, "doneAt": Moment(deed.doneAt), "doneBy": deed.by, "person": person,
                    "contact": contact, "plan": deed.plan, "function": deed.office?.function,
                    "role": deed.office?.role, "fromDay": deed.office?.period.from,
                    "untilDay": deed.office?.period.until, "ground": deed.office?.ground,
                ])
        }
    }

    public func deeds() async throws -> [OfficeDeed] {
        try await read { db in
            try db.list("SELECT * FROM officeDeed ORDER BY position DESC", [], OfficeDeed.init)
        }
    }
}

extension OfficeDeed.Kind: DatabaseValueConvertible {}

extension OfficeDeed {
    fileprivate init(_ row: Row) throws {
        let moment: Moment = try row.decode(forColumn: "doneAt")
        let person: PersonID? = try row.decode(forColumn: "person")
        let contact: ContactID? = try row.decode(forColumn: "contact")
        self.init(
            try row.decode(forColumn: "kind"), at: moment.date, by: try row.decode(forColumn: "doneBy") as PersonID?,
            about: person.map { .person($0) } ?? contact.map { .contact($0) },
            plan: try row.decode(forColumn: "plan"), office: try Office(row))
    }
}

extension OfficeDeed.Office {
    /// Nil for a deed that is about no function.
    fileprivate init?(_ row: Row) throws {
        let (function, role): (String?, Role?) = (
            try row.decode(forColumn: "function"), try row.decode(forColumn: "role")
        )
        guard let function, let role else { return nil }
        self.init(
            function: function, role: role,
            period: try Period(from: row.decode(forColumn: "fromDay"), until: row.decode(forColumn: "untilDay")),
            ground: try row.decode(forColumn: "ground"))
    }
}
