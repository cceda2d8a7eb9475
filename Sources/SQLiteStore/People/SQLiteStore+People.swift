import GRDB
import PlanDomain
import Workflow

extension SQLiteStore: PeopleStore {
    public func people() async throws -> [Person] {
        try await read { db in
            try db.list("\(Person.query) ORDER BY opened(name, recordKey, 'name') COLLATE NOCASE, id", [], Person.init)
        }
    }

    public func person(_ id: PersonID) async throws -> Person? {
        try await read { db in try db.list("\(Person.query) AND id = ?", [id], Person.init).first }
    }

    public func person(withMail mail: MailAddress) async throws -> Person? {
        try await read { db in try db.list("\(Person.query) AND mailIndex = blindIndex(?)", [mail], Person.init).first }
    }

    public func save(_ person: Person) async throws {
        try await write { db in
            let other = try db.list(
                "SELECT id FROM person WHERE mailIndex = blindIndex(?) AND id <> ?", [person.mail, person.id]
            ) { try $0.decode(PersonID.self, atIndex: 0) }
            guard other.isEmpty else { throw PlanError(.conflict, Reason("people.mail-taken")) }
            let key = try db.key(of: "person", where: "id = ?", [person.id])
            try db.insert(
                into: "person",
                [
                    "id": person.id, "recordKey": key, "name": try db.sealed(person.name, under: key, as: "name"),
                    "mail": try db.sealed(person.mail.rawValue, under: key, as: "mail"),
                    "mailIndex": try db.blindIndex(person.mail.rawValue), "language": person.language,
                    "isDisabled": person.isDisabled,
                ], updatingBy: "id")
        }
    }

    public func contacts(of organisation: Organisation?) async throws -> [Contact] {
        try await read { db in
            let all = try db.list(
                "\(Contact.query) ORDER BY organisation COLLATE NOCASE, opened(name, recordKey, 'name') COLLATE NOCASE, id",
                [], Contact.init)
            // Swift holds "é" in one code point and in two for equal, SQLite compares bytes: Swift decides.
            return organisation.map { wanted in all.filter { $0.organisation == wanted } } ?? all
        }
    }

    public func contact(_ id: ContactID) async throws -> Contact? {
        try await read { db in try db.list("\(Contact.query) AND id = ?", [id], Contact.init).first }
    }

    public func save(_ contact: Contact) async throws {
        try await write { db in
            let others = try db.list(
                "\(Contact.query) AND mailIndex = blindIndex(?) AND id <> ?", [contact.mail, contact.id], Contact.init)
            guard !others.contains(where: { $0.organisation == contact.organisation }) else {
                throw PlanError(.conflict, Reason("people.contact-taken"))
            }
            let key = try db.key(of: "contact", where: "id = ?", [contact.id])
            try db.insert(
                into: "contact",
                [
                    "id": contact.id, "organisation": contact.organisation.name, "recordKey": key,
                    "name": try db.sealed(contact.name, under: key, as: "name"),
                    "mail": try db.sealed(contact.mail.rawValue, under: key, as: "mail"),
                    "mailIndex": try db.blindIndex(contact.mail.rawValue),
                    "function": try db.sealed(contact.function, under: key, as: "function"),
                    "isDisabled": contact.isDisabled,
                ], updatingBy: "id")
        }
    }

    public func organisations() async throws -> [Organisation] {
        try await read { db in
            let names = try db.list("SELECT name FROM organisation UNION SELECT organisation FROM contact") {
                Organisation(name: try $0.decode(atIndex: 0))
            }
            return Set(names).sorted { ($0.name.lowercased(), $0.name) < ($1.name.lowercased(), $1.name) }
        }
    }

    public func plans(of organisation: Organisation) async throws -> [PlanID] {
        try await read { db in
            let rows = try db.list("SELECT plan, name FROM organisation ORDER BY plan") { row in
                (plan: try row.decode(PlanID.self, atIndex: 0), name: try row.decode(String.self, atIndex: 1))
            }
            return rows.filter { $0.name == organisation.name }.map(\.plan)
        }
    }

    public func pseudonym(of person: PersonID, in plan: PlanID) async throws -> String {
        if let known = try await read({ db in try Self.pseudonym(of: person, in: plan, db) }) { return known }
        return try await write { db in
            if let known = try Self.pseudonym(of: person, in: plan, db) { return known }
            try Self.requirePerson(person, db)
            let bytes = (0..<6).map { _ in UInt8.random(in: .min ... .max) }
            let made = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            try db.insert(into: "pseudonym", ["plan": plan, "person": person, "pseudonym": made])
            return made
        }
    }

    public func person(behind pseudonym: String, in plan: PlanID) async throws -> PersonID? {
        try await read { db in
            try db.list("SELECT person FROM pseudonym WHERE plan = ? AND pseudonym = ?", [plan, pseudonym]) {
                try $0.decode(PersonID.self, atIndex: 0)
            }.first
        }
    }

    private static func pseudonym(of person: PersonID, in plan: PlanID, _ db: Database) throws -> String? {
        try db.list("SELECT pseudonym FROM pseudonym WHERE plan = ? AND person = ?", [plan, person]) {
            try $0.decode(String.self, atIndex: 0)
        }.first
    }

    static func requirePerson(_ person: PersonID, _ db: Database) throws {
        guard try Bool.fetchOne(db, sql: "SELECT 1 FROM person WHERE id = ?", arguments: [person]) != nil else {
            throw PlanError(.notFound, Reason("people.unknown"))
        }
    }
}

extension Person {
    /// Those that were not erased, opened.
    fileprivate static let query = """
        SELECT id, opened(name, recordKey, 'name') AS name, opened(mail, recordKey, 'mail') AS mail, language, isDisabled
        FROM person WHERE recordKey IS NOT NULL
        """

    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.decode(forColumn: "id"), name: try row.decode(forColumn: "name"),
            mail: try row.decode(forColumn: "mail"), language: try row.decode(forColumn: "language"),
            isDisabled: try row.decode(forColumn: "isDisabled"))
    }
}

extension Contact {
    /// Those that were not erased, opened.
    fileprivate static let query = """
        SELECT id, organisation, opened(name, recordKey, 'name') AS name, opened(mail, recordKey, 'mail') AS mail,
            opened(function, recordKey, 'function') AS function, isDisabled
        FROM contact WHERE recordKey IS NOT NULL
        """

    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.decode(forColumn: "id"),
            organisation: Organisation(name: try row.decode(forColumn: "organisation")),
            name: try row.decode(forColumn: "name"), mail: try row.decode(forColumn: "mail"),
            function: try row.decode(forColumn: "function"), isDisabled: try row.decode(forColumn: "isDisabled"))
    }
}
