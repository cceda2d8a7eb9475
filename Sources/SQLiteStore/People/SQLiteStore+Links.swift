import Foundation
import GRDB
import PlanDomain

/// Links that let somebody in once.
extension SQLiteStore {
    public func make(_ link: AccessLink) async throws {
        let holder = HolderColumns(link.purpose)
        try await write { db in
            try db.insert(
                into: "accessLink",
                [
                    "id": link.id, "person": holder.person, "contact": holder.contact, "plan": holder.plan,
                    "madeAt": Moment(link.madeAt), "expiresAt": Moment(link.expiresAt),
                    "usedAt": link.usedAt.map(Moment.init), "withdrawnAt": link.withdrawnAt.map(Moment.init),
                ])
        }
    }

    public func link(_ id: TokenHash) async throws -> AccessLink? {
        try await read { db in try Self.link(id, db) }
    }

    public func use(_ id: TokenHash, at moment: Date) async throws -> AccessLink? {
        try await write { db in
            guard let link = try Self.link(id, db), link.isOpen(at: moment) else { return nil }
            try db.execute(sql: "UPDATE accessLink SET usedAt = ? WHERE id = ?", arguments: [Moment(moment), id])
            return try Self.link(id, db)
        }
    }

    public func links(for purpose: AccessLink.Purpose) async throws -> [AccessLink] {
        let holder = HolderColumns(purpose)
        return try await read { db in
            try db.list(
                "SELECT * FROM accessLink WHERE person IS ? AND contact IS ? AND plan IS ? ORDER BY position DESC",
                [holder.person, holder.contact, holder.plan], AccessLink.init)
        }
    }

    public func withdrawLinks(for purpose: AccessLink.Purpose, at moment: Date) async throws {
        let holder = HolderColumns(purpose)
        try await write { db in
            try db.execute(
                sql: """
                    UPDATE accessLink SET withdrawnAt = ? WHERE person IS ? AND contact IS ? AND plan IS ?
                    AND usedAt IS NULL AND withdrawnAt IS NULL
                    """, arguments: [Moment(moment), holder.person, holder.contact, holder.plan])
        }
    }

    private static func link(_ id: TokenHash, _ db: Database) throws -> AccessLink? {
        try db.list("SELECT * FROM accessLink WHERE id = ?", [id], AccessLink.init).first
    }
}

extension AccessLink {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.decode(forColumn: "id"),
            purpose: try HolderColumns(row).value(person: Purpose.choosePassword) { Purpose.contribute($0, plan: $1) },
            madeAt: try row.decode(Moment.self, forColumn: "madeAt").date,
            expiresAt: try row.decode(Moment.self, forColumn: "expiresAt").date,
            usedAt: try row.decode(Moment?.self, forColumn: "usedAt")?.date,
            withdrawnAt: try row.decode(Moment?.self, forColumn: "withdrawnAt")?.date)
    }
}
