import GRDB
import PlanDomain
import Prose
import Workflow

/// What hangs on the words of a plan.
extension SQLiteStore: FollowingStore {
    public func followed(of plan: PlanID) async throws -> FollowedPlan {
        try await read { db in
            let anchors = try db.list("SELECT * FROM anchorPlace WHERE plan = ?", [plan], AnchorPlace.init(row:))
            return FollowedPlan(
                at: try Self.followedUpTo(plan, db),
                anchors: Dictionary(anchors.map { ($0.input, $0) }) { first, _ in first },
                promises: try db.list(
                    """
                    SELECT promise.* FROM promise JOIN change ON change.plan = promise.plan AND change.id = promise.change
                    WHERE promise.plan = ? ORDER BY change.position, section, input
                    """, [plan], Promise.init(row:)))
        }
    }

    public func keep(_ update: FollowingUpdate, of plan: PlanID) async throws {
        try await write { db in
            guard try Self.followedUpTo(plan, db) == update.after else {
                throw PlanError(.conflict, Reason("projection.not-at-start", ["plan": .text(plan.rawValue)]))
            }
            for place in update.anchors {
                try db.insert(into: "anchorPlace", place.rowValues(of: plan), updatingBy: "plan, input")
            }
            for promise in update.promises {
                try db.insert(
                    into: "promise",
                    [
                        "plan": plan, "input": promise.input, "change": promise.change, "section": promise.section,
                        "home": promise.home, "words": try JSONText(promise.words), "brokenBy": promise.brokenBy,
                    ], updatingBy: "plan, input, change, section")
            }
            try DeskRecord.refresh(update.promises.map(\.input), of: plan, db)
            try db.insert(into: "followedText", ["plan": plan, "upTo": update.upTo], updatingBy: "plan")
        }
    }

    public func following(of plan: PlanID) async throws -> Following {
        try await read { db in
            Following(
                at: try Self.followedUpTo(plan, db),
                broken: try BrokenPromise.all(of: plan, number: nil, db),
                adrift: try db.list(
                    """
                    SELECT input FROM anchorPlace
                    WHERE plan = ? AND state IN ('uncertain', 'orphaned') AND settled IS NULL ORDER BY input
                    """, [plan]
                ) { try $0.decode(atIndex: 0) })
        }
    }

    public func anchoredInputs(of plan: PlanID) async throws -> [AnchoredInput] {
        try await read { db in
            try db.list("SELECT v.* \(Self.anchored) ORDER BY number", [plan]) { row in
                AnchoredInput(
                    number: try row.decode(forColumn: "input"), version: try row.decode(forColumn: "version"),
                    section: try row.decode(forColumn: "section"),
                    anchor: Anchor(
                        commit: try row.decode(forColumn: "anchorCommit"), quote: try row.decode(forColumn: "quote"),
                        prefix: try row.decode(forColumn: "prefix"), suffix: try row.decode(forColumn: "suffix")))
            }
        }
    }

    public func hasUnplacedAnchors(in plan: PlanID) async throws -> Bool {
        try await read { db in
            let sql = """
                SELECT EXISTS (
                    SELECT 1 \(Self.anchored)
                    AND NOT EXISTS (SELECT 1 FROM anchorPlace AS p
                        WHERE p.plan = v.plan AND p.input = v.input AND p.inputVersion = v.version))
                """
            return try Bool.fetchOne(db, sql: sql, arguments: [plan]) ?? false
        }
    }

    private static let anchored = """
        FROM input JOIN inputVersion AS v ON v.plan = input.plan AND v.input = number AND v.version = input.version
        WHERE input.plan = ? AND withdrawnAt IS NULL AND anchorCommit IS NOT NULL AND section IS NOT NULL
        """

    private static func followedUpTo(_ plan: PlanID, _ db: Database) throws -> CommitID? {
        try db.list("SELECT upTo FROM followedText WHERE plan = ?", [plan]) {
            try $0.decode(CommitID.self, atIndex: 0)
        }.first
    }
}

extension BrokenPromise {
    /// Those of one input, or of all.
    static func all(of plan: PlanID, number: InputNumber?, _ db: Database) throws -> [BrokenPromise] {
        let sql = """
            SELECT * FROM promise WHERE plan = :plan AND brokenBy IS NOT NULL \(number == nil ? "" : "AND input = :number")
            """
        var arguments: StatementArguments = ["plan": plan]
        if let number { _ = arguments.append(contentsOf: ["number": number]) }
        return try db.list(sql, arguments) { row in
            BrokenPromise(
                input: try row.decode(forColumn: "input"), change: try row.decode(forColumn: "change"),
                section: try row.decode(forColumn: "section"), brokenBy: try row.decode(forColumn: "brokenBy"))
        }
    }
}

/// What people said of places that were in doubt.
extension SQLiteStore {
    public func anchorDecisions(of plan: PlanID) async throws -> [AnchorDecision] {
        try await read { db in
            try db.list("SELECT * FROM anchorDecision WHERE plan = ? ORDER BY position", [plan]) { row in
                try AnchorDecision(row: row)
            }
        }
    }

    public func decide(_ decision: AnchorDecision, over place: AnchorPlace, in plan: PlanID) async throws {
        try await write { db in
            let known = try db.list(
                "SELECT * FROM anchorPlace WHERE plan = ? AND input = ?", [plan, place.input], AnchorPlace.init(row:)
            ).first
            guard known == place else {
                throw PlanError(.conflict, Reason("anchor.moved-on", ["input": .text(place.input.description)]))
            }
            let chosen = decision.place
            try db.insert(
                into: "anchorDecision",
                [
                    "plan": plan, "input": decision.input, "inputVersion": decision.inputVersion,
                    "text": decision.text, "section": chosen?.section, "quote": chosen?.quote.exact,
                    "prefix": chosen?.quote.prefix, "suffix": chosen?.quote.suffix,
                    "function": decision.decidedBy.function, "role": decision.decidedBy.role,
                    "pseudonym": decision.decidedBy.pseudonym,
                ])
            try db.insert(
                into: "anchorPlace", decision.applied(to: place).rowValues(of: plan), updatingBy: "plan, input")
        }
    }
}

extension AnchorPlace {
    fileprivate init(row: Row) throws {
        self.init(
            input: try row.decode(forColumn: "input"), inputVersion: try row.decode(forColumn: "inputVersion"),
            section: try row.decode(forColumn: "section"), quote: try TextQuote(row: row),
            state: try row.decode(forColumn: "state"), changedBy: try row.decode(forColumn: "changedBy"),
            settled: try row.decode(forColumn: "settled"))
    }

    fileprivate func rowValues(of plan: PlanID) -> RowValues {
        [
            "plan": plan, "input": input, "inputVersion": inputVersion, "section": section, "quote": quote.exact,
            "prefix": quote.prefix, "suffix": quote.suffix, "state": state, "changedBy": changedBy, "settled": settled,
        ]
    }
}

extension Promise {
    fileprivate init(row: Row) throws {
        self.init(
            input: try row.decode(forColumn: "input"), change: try row.decode(forColumn: "change"),
            section: try row.decode(forColumn: "section"), home: try row.decode(forColumn: "home"),
            words: try row.decode(JSONText<CarryingWords>.self, forColumn: "words").value,
            brokenBy: try row.decode(forColumn: "brokenBy"))
    }
}

extension AnchorDecision {
    fileprivate init(row: Row) throws {
        var place: Place?
        if let section = try row.decode(SectionID?.self, forColumn: "section") {
            place = Place(section: section, quote: try TextQuote(row: row))
        }
        self.init(
            input: try row.decode(forColumn: "input"), inputVersion: try row.decode(forColumn: "inputVersion"),
            text: try row.decode(forColumn: "text"), place: place, decidedBy: try Author(row: row))
    }
}

extension TextQuote {
    fileprivate init(row: Row) throws {
        self.init(
            exact: try row.decode(forColumn: "quote"), prefix: try row.decode(forColumn: "prefix"),
            suffix: try row.decode(forColumn: "suffix"))
    }
}

extension AnchorPlace.State: DatabaseValueConvertible {}
extension AnchorPlace.Settlement: DatabaseValueConvertible {}
