import Foundation
import GRDB
import PlanDomain
import Workflow

/// Rows of `inputDesk` and `inputWords`: written whenever something changes that they are computed from.
struct DeskRecord {
    /// Writes where inputs stand, after a disposition, an act or a change.
    static func refresh(_ numbers: some Sequence<InputNumber>, of plan: PlanID, _ db: Database) throws {
        for number in Set(numbers) {
            let acts = try ActRecord.adoptions(of: number, in: plan, db)
            let broken = try BrokenPromise.all(of: plan, number: number, db)
            let others = acts.map(\.text) + broken.map(\.brokenBy)
            let standings = DeskStandings(
                acts: acts, changes: try ChangeRecord.naming(number, or: others, in: plan, db), broken: broken)
            for (line, facts) in try lines(of: plan, number: number, db) {
                try write(standings.standing(of: line, receivedAt: facts.receivedAt), of: line, facts, plan, db)
            }
        }
    }

    /// As ``refresh(_:of:_:)``, with what they say: after they came in, were corrected, withdrawn or judged.
    static func refreshWords(_ numbers: some Sequence<InputNumber>, of plan: PlanID, _ db: Database) throws {
        let numbers = Set(numbers)
        try refresh(numbers, of: plan, db)
        for number in numbers.sorted() {
            let inputs = try InputRecord.all(of: plan, numbers: [number], db)
            try writeWords(inputs, plan, db)
            try LikenessRecord.refresh(inputs, of: plan, db)
        }
    }

    /// Writes all rows of a plan anew.
    static func rebuild(_ plan: PlanID, _ db: Database) throws {
        let rows = "SELECT id FROM inputDesk WHERE plan = ?"
        try db.execute(sql: "DELETE FROM inputWords WHERE rowid IN (\(rows))", arguments: [plan])
        try db.execute(sql: "DELETE FROM inputDesk WHERE plan = ?", arguments: [plan])
        let standings = DeskStandings(
            acts: try ActRecord.adoptions(of: nil, in: plan, db),
            changes: try ChangeRecord.newestFirst(of: plan, section: nil, db).reversed(),
            broken: try BrokenPromise.all(of: plan, number: nil, db))
        for (line, facts) in try lines(of: plan, number: nil, db) {
            try write(standings.standing(of: line, receivedAt: facts.receivedAt), of: line, facts, plan, db)
        }
        try writeWords(try InputRecord.all(of: plan, db), plan, db)
    }

    /// Writes the rows of plans of which inputs have none, such as those that came in before there was a desk.
    static func fillGaps(_ db: Database) throws {
        let sql = """
            SELECT DISTINCT input.plan FROM input
            LEFT JOIN inputDesk ON inputDesk.plan = input.plan AND inputDesk.input = number
            WHERE inputDesk.id IS NULL
            """
        for plan in try db.list(sql, [], { try $0.decode(PlanID.self, atIndex: 0) }) { try rebuild(plan, db) }
    }

    private static func write(
        _ standing: DeskStanding, of line: InputLine, _ facts: Facts, _ plan: PlanID, _ db: Database
    ) throws {
        try db.insert(
            into: "inputDesk",
            [
                "plan": plan, "input": line.number, "round": facts.round, "channel": facts.channel,
                "section": facts.section, "submitter": facts.organisation ?? facts.function,
                "organisation": facts.organisation, "person": facts.person, "version": line.version,
                "receivedAt": Moment(facts.receivedAt), "isAdmitted": line.admission == .admissible,
                "state": standing.state, "outcome": standing.outcome, "isOpen": standing.isOpen,
                "since": Moment(standing.since),
            ], updatingBy: "plan, input")
    }

    /// What others may read of inputs that take part, and nothing of any other.
    private static func writeWords(_ inputs: [Input], _ plan: PlanID, _ db: Database) throws {
        for input in inputs {
            let row = "SELECT id FROM inputDesk WHERE plan = ? AND input = ?"
            guard let id = try Int64.fetchOne(db, sql: row, arguments: [plan, input.number]) else { continue }
            try db.cachedStatement(sql: "DELETE FROM inputWords WHERE rowid = ?").execute(arguments: [id])
            guard InputWords.maySearch(input) else { continue }
            let words = InputWords(input)
            try db.cachedStatement(sql: "INSERT INTO inputWords (rowid, stems, forms) VALUES (?, ?, ?)").execute(
                arguments: [
                    id, words.stems.joined(separator: " "), words.forms.joined(separator: " "),
                ])
        }
    }

    /// What never changes of an input, and where it stands in the plan.
    private struct Facts {
        let round: RoundID
        let channel: Input.Channel
        let section: SectionID?
        let organisation: String?
        let function: String?
        let person: PersonID?
        let receivedAt: Date

        init(row: Row) throws {
            round = try row.decode(forColumn: "round")
            channel = try row.decode(forColumn: "channel")
            section = try row.decode(forColumn: "section")
            organisation = try row.decode(forColumn: "organisation")
            function = try row.decode(forColumn: "function")
            person = try row.decode(forColumn: "person")
            receivedAt = try row.decode(Moment.self, forColumn: "receivedAt").date
        }
    }

    private static func lines(
        of plan: PlanID, number: InputNumber?, _ db: Database
    ) throws -> [(InputLine, Facts)] {
        let sql = """
            SELECT number, round, channel, section, organisation, function, person, receivedAt FROM input
            JOIN submission ON submission.plan = input.plan AND requestID = submission
            JOIN inputVersion ON inputVersion.plan = input.plan AND inputVersion.input = input.number
                AND inputVersion.version = input.version
            WHERE input.plan = :plan \(number == nil ? "" : "AND input.number = :number")
            """
        var arguments: StatementArguments = ["plan": plan]
        if let number { _ = arguments.append(contentsOf: ["number": number]) }
        let facts = Dictionary(
            try db.list(sql, arguments) { (try $0.decode(InputNumber.self, forColumn: "number"), try Facts(row: $0)) }
        ) { first, _ in first }
        return try InputLine.all(of: plan, number: number, db).compactMap { line in
            facts[line.number].map { (line, $0) }
        }
    }
}
