import Crypto
import Foundation
import PlanDomain
import Synchronization

/// What keeps robots from answering a questionnaire a thousand times, without asking anybody else and without writing
/// down where people come from.
///
/// - A form bears a stamp: when the sheet was begun and when the page was shown, signed. One that was made up, is a day
///   old, or comes back sooner than anybody reads, is shown again with all that was typed.
/// - Of where a request came from it knows a hash under a salt that is made anew each day and stands in memory alone; by
///   that it counts how much came in lately, and forgets all of it at midnight.
/// - A questionnaire as a whole takes in only so much at once, so that a flood slows nobody else down. Whoever is asked to
///   wait loses nothing.
final class SurveyGate: Sendable {
    /// Posts of one sender, posts of one questionnaire: how many at once, and how many more in each second.
    struct Rate: Sendable {
        let most: Double
        let perSecond: Double

        /// One address on the network, behind which a whole library or school may sit.
        static let sender = Rate(most: 240, perSecond: 2)
        /// Sheets that are sent in from one address.
        static let sending = Rate(most: 40, perSecond: 0.1)
        static let survey = Rate(most: 600, perSecond: 60)
    }

    enum Verdict: Equatable, Sendable {
        case fine
        /// Made up, or shown too long ago.
        case stale
        /// Sooner than anybody reads.
        case hasty
    }

    /// In seconds, how long a page may be open.
    static let longest = 86_400

    private struct Bucket {
        var left: Double
        var at: Date
    }

    private struct Known {
        var day = 0
        var salt: [UInt8] = []
        var buckets: [String: Bucket] = [:]
    }

    private static let mostKnown = 50_000
    private let key: SymmetricKey
    /// In seconds, how long a sheet takes at least from its first page to its end.
    private let pace: Int
    private let random: RandomBytes
    private let known = Mutex(Known())

    init(pace: Int, random: @escaping RandomBytes) {
        self.pace = pace
        self.random = random
        key = SymmetricKey(data: random(32))
    }

    // MARK: Stamps

    /// - Parameter begun: when the sheet was begun; nil where that is now.
    func stamp(for survey: String, begun: Date?, at now: Date) -> String {
        let times = "\(Self.seconds(begun ?? now)).\(Self.seconds(now))"
        return times + "." + Base64URL.text(of: code(times, survey))
    }

    /// When the sheet was begun that a form with this stamp belongs to; nil for a stamp that was made up.
    func begun(_ stamp: String?, for survey: String) -> Date? {
        times(stamp, survey).map { Date(timeIntervalSince1970: Double($0.begun)) }
    }

    /// - Parameter isLast: whether the sheet is sent in by it.
    func verdict(on stamp: String?, for survey: String, isLast: Bool, at now: Date) -> Verdict {
        guard let times = times(stamp, survey) else { return .stale }
        let present = Self.seconds(now)
        guard (0...Self.longest).contains(present - times.shown) else { return .stale }
        return isLast && present - times.begun < pace ? .hasty : .fine
    }

    private func times(_ stamp: String?, _ survey: String) -> (begun: Int, shown: Int)? {
        let parts = (stamp ?? "").split(separator: ".", maxSplits: 2)
        guard parts.count == 3, let begun = Int(parts[0]), let shown = Int(parts[1]),
            let sent = Base64URL.bytes(of: parts[2]),
            HMAC<SHA256>.isValidAuthenticationCode(
                sent, authenticating: Self.content("\(parts[0]).\(parts[1])", survey), using: key)
        else { return nil }
        return (begun, shown)
    }

    private func code(_ times: String, _ survey: String) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Self.content(times, survey), using: key)
    }

    private static func content(_ times: String, _ survey: String) -> Data { Data("enquete \(survey) \(times)".utf8) }

    private static func seconds(_ moment: Date) -> Int { Int(moment.timeIntervalSince1970) }

    // MARK: Rates

    /// Notes a post. False where there were too many lately; then nothing is noted.
    func admits(from sender: String, to survey: String, isLast: Bool, at now: Date) -> Bool {
        known.withLock { known in
            renew(&known, at: now)
            let hash = Digest.hexadecimal(of: known.salt + Array(sender.utf8), bytes: 12)
            var wanted: [(String, Rate)] = [("p" + hash, .sender), ("e" + survey, .survey)]
            if isLast { wanted.append(("s" + hash, .sending)) }
            let left = wanted.map { name, rate in
                let bucket = known.buckets[name] ?? Bucket(left: rate.most, at: now)
                return min(rate.most, bucket.left + max(0, now.timeIntervalSince(bucket.at)) * rate.perSecond)
            }
            guard left.allSatisfy({ $0 >= 1 }) else { return false }
            for ((name, _), left) in zip(wanted, left) { known.buckets[name] = Bucket(left: left - 1, at: now) }
            return true
        }
    }

    /// A new day has a new salt, under which nobody of yesterday is known. So has a flood from more places than there are
    /// people.
    private func renew(_ known: inout Known, at now: Date) {
        let day = Self.seconds(now) / 86_400
        guard known.salt.isEmpty || known.day != day || known.buckets.count > Self.mostKnown else { return }
        let surveys = known.day == day ? known.buckets.filter { $0.key.hasPrefix("e") } : [:]
        known = Known(day: day, salt: random(32), buckets: surveys)
    }
}
