import GRDB
import PlanDomain
import Workflow

/// Writing what git says, update by update.
extension SQLiteStore {
    /// Applies an update with its heads, whole or not at all.
    ///
    /// `conflict` when the plan does not stand at `update.after`; `invalid` when the acts do not lead from there to the
    /// update's own head, for then the projection would have a hole that no later update fills.
    public func apply(_ update: ProjectionUpdate) async throws {
        guard update.isComplete else { throw PlanError(.invalid, Reason("projection.incomplete", update.naming)) }
        try await write { db in
            guard try Self.heads(of: update.plan, db) == update.after else {
                throw PlanError(.conflict, Reason("projection.not-at-start", update.naming))
            }
            try PlanRecord.write(update.projected, db)
            try Self.replaceLists(of: update.projected, db)
            try Self.append(update, db)
            // A projection that starts from nothing brings all that was ever adopted and carried out.
            if update.after == nil {
                try DeskRecord.rebuild(update.plan, db)
            } else {
                try DeskRecord.refresh(update.namedInputs, of: update.plan, db)
            }
        }
    }

    /// Forgets the projection of one plan; one that is not projected is left so.
    public func clearProjection(of plan: PlanID) async throws {
        try await write { db in
            try db.execute(sql: "DELETE FROM plan WHERE id = ?", arguments: [plan])
            try DeskRecord.rebuild(plan, db)
        }
    }

    /// Written anew as a whole: a section that moves would for a moment stand on another's place.
    private static func replaceLists(of projected: ProjectedPlan, _ db: Database) throws {
        let plan = projected.id
        for table in ["section", "documentText", "versionTag"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE plan = ?", arguments: [plan])
        }
        try db.insert(projected.sections, into: "section") { $0.rowValues(plan, $1) }
        try db.insert(projected.texts, into: "documentText") { $0.rowValues(plan, $1) }
        try db.insert(projected.versions, into: "versionTag") { $0.rowValues(plan, $1) }
    }

    /// Changes are counted on from those that are there, so that their positions do not depend on how updates were cut.
    private static func append(_ update: ProjectionUpdate, _ db: Database) throws {
        let first = try ChangeRecord.count(of: update.plan, db) + 1
        for (index, change) in update.changes.enumerated() {
            try ChangeRecord.append(change, to: update.plan, at: first + index, db)
        }
        for act in update.acts { try ActRecord.append(act, to: update.plan, db) }
    }
}

extension ProjectionUpdate {
    /// Whether it is about one plan, and its acts run without a gap from the old head of the register to the new.
    fileprivate var isComplete: Bool {
        let start = after?.register
        let end = projected.heads.register
        let next = (start?.sequence ?? 0) + 1
        return projected.id == plan
            && acts.enumerated().allSatisfy { index, act in act.sequence == next + index }
            && (acts.last?.sequence ?? start?.sequence) == end.sequence
            && (acts.last?.id ?? start?.commit) == end.commit
    }

    /// Inputs of which an act or a change says something.
    fileprivate var namedInputs: Set<InputNumber> {
        let adopted = acts.compactMap { act -> String? in
            if case .dispositionAdopted(let input, _) = act.payload { input } else { nil }
        }
        return Set((adopted + changes.flatMap(\.inputs)).compactMap(InputNumber.init(_:)))
    }

    fileprivate var naming: [String: Reason.Argument] { ["plan": .text(plan.rawValue)] }
}
