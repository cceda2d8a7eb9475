import Foundation
import GRDB
import PlanDomain
import Workflow

/// Rows of `inputSignature`, `inputBand` and `inputLikeness`: written with the words of an input, against the few that share
/// a band with it.
struct LikenessRecord {
    /// Of a bucket no more are looked at: in one with many they are all of one family, which its first speaks for.
    private static let candidatesPerBucket = 12

    /// After inputs came in, were corrected, withdrawn or judged.
    static func refresh(_ inputs: [Input], of plan: PlanID, _ db: Database) throws {
        for input in inputs.sorted(by: { $0.number < $1.number }) {
            guard let words = LikenessWords(input) else {
                try forget(input.number, in: plan, db)
                continue
            }
            let buckets = try write(words, of: input.number, in: plan, db)
            if try stays(input.number, words, in: plan, db) { continue }
            try place(input.number, words, buckets, in: plan, db)
        }
    }

    /// Writes the rows of inputs that take part and have none, such as those that came in before equals were looked for.
    static func fillGaps(_ db: Database) throws {
        let sql = """
            SELECT d.plan, d.input FROM inputDesk AS d
            LEFT JOIN inputSignature AS s ON s.plan = d.plan AND s.input = d.input
            WHERE s.input IS NULL AND d.isAdmitted AND d.state <> 'withdrawn'
                AND EXISTS (SELECT 1 FROM input WHERE plan = d.plan AND number = d.input AND recordKey IS NOT NULL)
            """
        let missing = try db.list(sql) { row in
            (try row.decode(PlanID.self, atIndex: 0), try row.decode(InputNumber.self, atIndex: 1))
        }
        for (plan, numbers) in Dictionary(grouping: missing, by: \.0) {
            try refresh(try InputRecord.all(of: plan, numbers: numbers.map(\.1), db), of: plan, db)
        }
    }

    private static func forget(_ number: InputNumber, in plan: PlanID, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM inputSignature WHERE plan = ? AND input = ?", arguments: [plan, number])
    }

    private static func write(
        _ words: LikenessWords, of number: InputNumber, in plan: PlanID, _ db: Database
    ) throws -> [Int64] {
        let change = try words.change.flatMap { try db.blindIndex($0) }
        try db.insert(
            into: "inputSignature", ["plan": plan, "input": number, "change": change], updatingBy: "plan, input")
        try db.cachedStatement(sql: "DELETE FROM inputBand WHERE plan = ? AND input = ?")
            .execute(arguments: [plan, number])
        let buckets = try words.signature.bands.compactMap { band -> Int64? in
            // Sixty bits of the index are enough to tell buckets apart.
            try db.blindIndex("band \(band)").flatMap { Int64($0.prefix(15), radix: 16) }
        }
        for bucket in Set(buckets) {
            try db.cachedStatement(sql: "INSERT INTO inputBand (plan, bucket, input) VALUES (?, ?, ?)")
                .execute(arguments: [plan, bucket, number])
        }
        return buckets
    }

    /// Whether it still is like the others of its family; if not it leaves.
    private static func stays(
        _ number: InputNumber, _ words: LikenessWords, in plan: PlanID, _ db: Database
    ) throws -> Bool {
        let sql = """
            SELECT min(other.input) FROM inputLikeness AS own
            JOIN inputLikeness AS other ON other.plan = own.plan AND other.family = own.family
                AND other.input <> own.input
            WHERE own.plan = ? AND own.input = ?
            """
        let other = try db.list(sql, [plan, number]) { try $0.decode(InputNumber?.self, atIndex: 0) }.first ?? nil
        if let other, let present = try self.words(of: [other], in: plan, db)[other],
            let likeness = words.likeness(to: present)
        {
            try db.execute(
                sql: "UPDATE inputLikeness SET likeness = ? WHERE plan = ? AND input = ?",
                arguments: [likeness, plan, number])
            return true
        }
        try db.execute(sql: "DELETE FROM inputLikeness WHERE plan = ? AND input = ?", arguments: [plan, number])
        return false
    }

    /// Puts it in the family of the one that it is most like, if there is one.
    private static func place(
        _ number: InputNumber, _ words: LikenessWords, _ buckets: [Int64], in plan: PlanID, _ db: Database
    ) throws {
        let firsts = try firsts(in: buckets, for: number, plan, db)
        let known = try self.words(of: firsts.map(\.number), in: plan, db)
        let rated = firsts.compactMap { first in
            known[first.number].flatMap { words.likeness(to: $0) }.map { (first: first, likeness: $0) }
        }
        guard let best = rated.max(by: { ($0.likeness, $1.first.number) < ($1.likeness, $0.first.number) }) else {
            return
        }
        var family = best.first.family
        if family == nil {
            let last = "SELECT coalesce(max(family), 0) + 1 FROM inputLikeness WHERE plan = ?"
            family = try Int.fetchOne(db, sql: last, arguments: [plan])
            try join(best.first.number, family, 1, in: plan, db)
        }
        try join(number, family, best.likeness, in: plan, db)
    }

    private static func join(
        _ number: InputNumber, _ family: Int?, _ likeness: Double, in plan: PlanID, _ db: Database
    ) throws {
        try db.insert(
            into: "inputLikeness",
            ["plan": plan, "input": number, "family": family, "likeness": likeness], updatingBy: "plan, input")
    }

    /// Who speaks for each family, or for itself, in some buckets; without those of which a person said that they are not
    /// like it.
    private static func firsts(
        in buckets: [Int64], for number: InputNumber, _ plan: PlanID, _ db: Database
    ) throws -> [(number: InputNumber, family: Int?)] {
        var found: Set<InputNumber> = []
        for bucket in Set(buckets) {
            let sql = """
                SELECT input FROM inputBand WHERE plan = ? AND bucket = ? AND input <> ?
                ORDER BY input LIMIT \(candidatesPerBucket)
                """
            let rows = try InputNumber.fetchAll(
                db.cachedStatement(sql: sql), arguments: [plan, bucket, number])
            found.formUnion(rows)
        }
        guard !found.isEmpty else { return [] }
        let sql = """
            SELECT coalesce(min(f.input), n.value) AS first, own.family FROM json_each(:numbers) AS n
            LEFT JOIN inputLikeness AS own ON own.plan = :plan AND own.input = n.value
            LEFT JOIN inputLikeness AS f ON f.plan = own.plan AND f.family = own.family
            WHERE NOT EXISTS (
                SELECT 1 FROM inputUnlike AS u WHERE u.plan = :plan AND (
                    (u.input = :number AND (u.other = n.value OR u.other IN (
                        SELECT input FROM inputLikeness WHERE plan = :plan AND family = own.family)))
                    OR (u.other = :number AND (u.input = n.value OR u.input IN (
                        SELECT input FROM inputLikeness WHERE plan = :plan AND family = own.family)))))
            GROUP BY coalesce(own.family, -n.value)
            """
        let arguments: StatementArguments = [
            "plan": plan, "number": number, "numbers": try JSONText(found.sorted()),
        ]
        return try db.list(sql, arguments) { row in
            (try row.decode(InputNumber.self, forColumn: "first"), try row.decode(Int?.self, forColumn: "family"))
        }.filter { $0.number != number }
    }

    private static func words(
        of numbers: [InputNumber], in plan: PlanID, _ db: Database
    ) throws -> [InputNumber: LikenessWords] {
        guard !numbers.isEmpty else { return [:] }
        let inputs = try InputRecord.all(of: plan, numbers: numbers, db)
        return Dictionary(inputs.compactMap { input in LikenessWords(input).map { (input.number, $0) } }) { first, _ in
            first
        }
    }
}
