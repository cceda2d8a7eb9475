import Foundation
import Synchronization

/// How often something may be tried that can be guessed: after some failures the next try must wait, each time longer,
/// never for good.
///
/// Kept in memory: a restart forgets it, which gains an attacker less than writing each failure to disk would cost. A try
/// counts as a failure from its start and is taken back when it succeeds, so that a thousand at once are not a thousand
/// free ones.
final class AttemptLimits: Sendable {
    struct Rule: Sendable {
        /// Failures without any waiting.
        let free: Int
        /// In seconds; twice as long with each failure after that.
        let first: TimeInterval
        let longest: TimeInterval

        /// One account, one person's codes.
        static let account = Rule(free: 5, first: 5, longest: 300)
        /// One address on the network, behind which a whole town hall may sit.
        static let source = Rule(free: 100, first: 2, longest: 60)
    }

    struct Key: Hashable, Sendable {
        let rule: Name
        let of: String

        enum Name: Hashable, Sendable { case account, code, request, source }

        var limits: Rule { rule == .source ? .source : .account }
    }

    private struct Record {
        var failures = 0
        var last: Date
        var closedUntil: Date
    }

    /// Failures of longer ago are forgotten.
    private static let memory: TimeInterval = 3_600
    private static let most = 20_000
    private let records = Mutex<[Key: Record]>([:])

    /// Notes a try under all keys. Answers how many seconds it must wait instead, and then notes nothing.
    func begin(_ keys: [Key], at now: Date) -> Int? {
        records.withLock { records in
            if records.count > Self.most { records = records.filter { Self.isFresh($0.value, now) } }
            let waits = keys.compactMap { key in records[key].map { $0.closedUntil.timeIntervalSince(now) } }
            if let wait = waits.max(), wait > 0 { return Int(wait.rounded(.up)) }
            for key in keys {
                var record =
                    records[key].flatMap { Self.isFresh($0, now) ? $0 : nil }
                    ?? Record(last: now, closedUntil: now)
                record.failures += 1
                record.last = now
                record.closedUntil = now.addingTimeInterval(Self.delay(after: record.failures, key.limits))
                records[key] = record
            }
            return nil
        }
    }

    /// Takes a try back that succeeded: what it was about starts anew, where it came from has one failure less.
    func succeed(_ keys: [Key]) {
        records.withLock { records in
            for key in keys {
                guard key.rule == .source, var record = records[key], record.failures > 1 else {
                    records[key] = nil
                    continue
                }
                record.failures -= 1
                record.closedUntil = min(
                    record.closedUntil, record.last.addingTimeInterval(Self.delay(after: record.failures, key.limits)))
                records[key] = record
            }
        }
    }

    private static func isFresh(_ record: Record, _ now: Date) -> Bool {
        now.timeIntervalSince(record.last) < memory || record.closedUntil > now
    }

    private static func delay(after failures: Int, _ rule: Rule) -> TimeInterval {
        guard failures >= rule.free else { return 0 }
        let doublings = min(failures - rule.free, 20)
        return min(rule.longest, rule.first * TimeInterval(1 << doublings))
    }
}
