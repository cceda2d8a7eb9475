import Foundation
import GRDB
import PlanDomain
import TestSupport

@testable import SQLiteStore
@testable import Web

/// Everything that a server knows: each table row by row, and where each ref of every plan's repository points. How often
/// a ref was moved, the rows that follow from it tell.
struct KnownState: Equatable, CustomStringConvertible {
    /// Of each table and each ref how much there is, and what it is.
    private let parts: [String: Part]

    struct Part: Equatable {
        let count: Int
        let digest: String
    }

    /// No state: who is looking at what right now and who read what, which comes and goes with the pages themselves; and what somebody is
    /// called in a plan's history, which is drawn at random when it is first needed and then stays.
    private static let passing: Set = ["editing", "inputRead", "pseudonym"]
    private static let passingColumns: Set = ["lastSeenAt"]

    init(of world: World, plans: [PlanID], without tables: Set<String> = []) async throws {
        var parts = try await world.store.read { db in
            try Self.tables(in: db).filter { !Self.passing.contains($0) && !tables.contains($0) }
                .reduce(into: [:]) { $0[$1] = try Self.part(of: $1, in: db) }
        }
        for plan in plans { parts.merge(try Self.refs(of: plan, in: world)) { $1 } }
        self.parts = parts
    }

    /// What is not the same: the names of tables and refs.
    func differences(from other: KnownState) -> [String] {
        Set(parts.keys).union(other.parts.keys).filter { parts[$0] != other.parts[$0] }.sorted()
    }

    /// By how much each table and ref grew.
    func growth(since other: KnownState) -> [String: Int] {
        var growth: [String: Int] = [:]
        for name in Set(parts.keys).union(other.parts.keys) {
            let difference = (parts[name]?.count ?? 0) - (other.parts[name]?.count ?? 0)
            if difference != 0 { growth[name] = difference }
        }
        return growth
    }

    var description: String { parts.keys.sorted().joined(separator: ", ") }

    private static func tables(in db: Database) throws -> [String] {
        let names = try String.fetchAll(
            db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
        return names.filter { !$0.hasPrefix("sqlite_") && !$0.hasPrefix("grdb_") }
    }

    /// As files: one for each ref, and one for those that were packed.
    private static func refs(of plan: PlanID, in world: World) throws -> [String: Part] {
        let folder = world.repositories.location(of: plan)
        var refs: [String: Part] = [:]
        let names = FileManager.default.enumerator(atPath: folder.appending(path: "refs").path)?.allObjects ?? []
        for name in ["packed-refs"] + names.compactMap({ $0 as? String }).map({ "refs/" + $0 }) {
            guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else { continue }
            // Counted together: a tag is named after its text, which differs from run to run.
            let place = name.hasPrefix("refs/tags") ? "refs/tags" : name
            let known = refs["\(plan) \(place)"]
            refs["\(plan) \(place)"] = Part(count: (known?.count ?? 0) + 1, digest: (known?.digest ?? "") + name + text)
        }
        return refs
    }

    private static func part(of table: String, in db: Database) throws -> Part {
        let columns = try db.columns(in: table).map(\.name).filter { !passingColumns.contains($0) }
        let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let rows = try Row.fetchAll(db, sql: "SELECT \(names) FROM \"\(table)\"").map { row in
            row.databaseValues.map(\.description).joined(separator: "|")
        }
        let all = rows.sorted().joined(separator: "\n")
        return Part(count: rows.count, digest: Digest.hexadecimal(of: all.utf8, bytes: 16))
    }
}
