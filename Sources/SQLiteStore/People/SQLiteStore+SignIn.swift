import Foundation
import GRDB
import PlanDomain

extension SQLiteStore: SignInStore {
    public func credentials(of person: PersonID) async throws -> Credentials {
        try await read { db in
            let codes = try db.list(
                "SELECT hash FROM recoveryCode WHERE person = ? ORDER BY position", [person]
            ) { try $0.decode(String.self, atIndex: 0) }
            let row = try Row.fetchOne(db, sql: "SELECT * FROM credentials WHERE person = ?", arguments: [person])
            guard let row else { return Credentials(recoveryCodes: codes) }
            return Credentials(
                passwordHash: try row.decode(forColumn: "passwordHash"),
                oneTimeKey: try row.decode(forColumn: "oneTimeKey"),
                lastTimeStep: try row.decode(forColumn: "lastTimeStep"), recoveryCodes: codes)
        }
    }

    public func save(_ credentials: Credentials, of person: PersonID) async throws {
        try await write { db in
            try Self.requirePerson(person, db)
            try db.insert(
                into: "credentials",
                [
                    "person": person, "passwordHash": credentials.passwordHash, "oneTimeKey": credentials.oneTimeKey,
                    "lastTimeStep": credentials.lastTimeStep,
                ], updatingBy: "person")
            try db.execute(sql: "DELETE FROM recoveryCode WHERE person = ?", arguments: [person])
            try db.insert(credentials.recoveryCodes, into: "recoveryCode") { hash, position in
                ["person": person, "position": position, "hash": hash]
            }
        }
    }

    public func useRecoveryCode(_ hash: String, of person: PersonID) async throws -> Bool {
        try await write { db in
            try db.execute(
                sql: "DELETE FROM recoveryCode WHERE person = ? AND hash = ?", arguments: [person, hash])
            return db.changesCount == 1
        }
    }

    public func useTimeStep(_ step: Int, of person: PersonID) async throws -> Bool {
        try await write { db in
            try db.execute(
                sql: "UPDATE credentials SET lastTimeStep = ? WHERE person = ? AND lastTimeStep < ?",
                arguments: [step, person, step])
            return db.changesCount == 1
        }
    }

    public func begin(_ session: SignInSession) async throws {
        let holder = HolderColumns(session.holder)
        try await write { db in
            try db.insert(
                into: "signInSession",
                [
                    "id": session.id, "person": holder.person, "contact": holder.contact, "plan": holder.plan,
                    "startedAt": Moment(session.startedAt), "lastSeenAt": Moment(session.lastSeenAt),
                    "expiresAt": Moment(session.expiresAt), "device": session.device,
                    "hasSecondFactor": session.hasSecondFactor,
                ])
        }
    }

    public func session(_ id: TokenHash, at moment: Date) async throws -> SignInSession? {
        try await read { db in
            try db.list(
                "SELECT * FROM signInSession WHERE id = ? AND expiresAt > ?", [id, Moment(moment)], SignInSession.init
            ).first
        }
    }

    public func touch(_ id: TokenHash, at moment: Date, hasSecondFactor: Bool) async throws {
        try await write { db in
            try db.execute(
                sql: "UPDATE signInSession SET lastSeenAt = max(lastSeenAt, ?), hasSecondFactor = ? WHERE id = ?",
                arguments: [Moment(moment), hasSecondFactor, id])
        }
    }

    public func sessions(of holder: SignInSession.Holder, at moment: Date) async throws -> [SignInSession] {
        let columns = HolderColumns(holder)
        return try await read { db in
            try db.list(
                """
                SELECT * FROM signInSession WHERE person IS ? AND contact IS ? AND plan IS ? AND expiresAt > ?
                ORDER BY lastSeenAt DESC, id
                """, [columns.person, columns.contact, columns.plan, Moment(moment)], SignInSession.init)
        }
    }

    public func end(_ id: TokenHash) async throws {
        try await write { db in try db.execute(sql: "DELETE FROM signInSession WHERE id = ?", arguments: [id]) }
    }

    public func endAll(of holder: SignInSession.Holder, except: TokenHash?) async throws {
        let columns = HolderColumns(holder)
        try await write { db in
            try db.execute(
                sql: """
                    DELETE FROM signInSession WHERE person IS ? AND contact IS ? AND plan IS ? AND id IS NOT ?
                    """, arguments: [columns.person, columns.contact, columns.plan, except])
        }
    }

    public func sweepSessions(at moment: Date) async throws {
        try await write { db in
            try db.execute(sql: "DELETE FROM signInSession WHERE expiresAt <= ?", arguments: [Moment(moment)])
        }
    }
}

/// Whom a session or a link is for, as columns.
struct HolderColumns {
    var person: PersonID?
    var contact: ContactID?
    var plan: PlanID?

    init(_ holder: SignInSession.Holder) {
        switch holder {
        case .person(let person): self.person = person
        case .contact(let contact, let plan):
            self.contact = contact
            self.plan = plan
        }
    }

    init(_ purpose: AccessLink.Purpose) {
        switch purpose {
        case .choosePassword(let person): self.person = person
        case .contribute(let contact, let plan):
            self.contact = contact
            self.plan = plan
        }
    }

    init(_ row: Row) throws {
        person = try row.decode(forColumn: "person")
        contact = try row.decode(forColumn: "contact")
        plan = try row.decode(forColumn: "plan")
    }

    /// The constraints let nothing else in.
    func value<Value>(
        person ofPerson: (PersonID) -> Value, contact ofContact: (ContactID, PlanID) -> Value
    ) throws -> Value {
        if let person { return ofPerson(person) }
        guard let contact, let plan else { throw PlanError.storeIsCorrupt }
        return ofContact(contact, plan)
    }
}

extension SignInSession {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.decode(forColumn: "id"),
            holder: try HolderColumns(row).value(person: Holder.person) { Holder.contact($0, plan: $1) },
            startedAt: try row.decode(Moment.self, forColumn: "startedAt").date,
            lastSeenAt: try row.decode(Moment.self, forColumn: "lastSeenAt").date,
            expiresAt: try row.decode(Moment.self, forColumn: "expiresAt").date,
            device: try row.decode(forColumn: "device"), hasSecondFactor: try row.decode(forColumn: "hasSecondFactor"))
    }
}
