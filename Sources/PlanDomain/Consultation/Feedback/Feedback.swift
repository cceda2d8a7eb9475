import Foundation
import Workflow

/// What who sent an input in was told of what is done with it, and what they say to that (*terugkoppeling*).
///
/// It belongs to one disposition: another one, also in the same words, is told anew and answered anew.
public struct Feedback: Equatable, Sendable {
    public let plan: PlanID
    public let input: InputNumber
    /// Of the disposition that is told; 0 where it is told that the input does not take part.
    public let ordinal: Int
    /// Nil where nobody was sent anything, and they read it on the site by themselves.
    public var told: Told?
    /// When they first read it on the site.
    public var seenAt: Date?
    public var reply: FeedbackReply?

    public struct Told: Equatable, Sendable {
        public let way: FeedbackWay
        public let at: Date

        public init(by way: FeedbackWay, at moment: Date) {
            self.way = way
            at = moment
        }
    }

    public init(
        plan: PlanID, input: InputNumber, ordinal: Int, told: Told? = nil, seenAt: Date? = nil,
        reply: FeedbackReply? = nil
    ) {
        self.plan = plan
        self.input = input
        self.ordinal = ordinal
        self.told = told
        self.seenAt = seenAt
        self.reply = reply
    }
}

/// How somebody is told.
public enum FeedbackWay: String, CaseIterable, Codable, Sendable {
    case mail
    /// Printed, for who gave a postal address alone.
    case letter
}

/// What somebody says to what was done with their input: *tevreden* or *betwist*. The last word counts.
public struct FeedbackReply: Equatable, Sendable {
    public let verdict: Verdict
    /// Why they dispute it; empty for who is satisfied, and once the input was erased.
    public let reason: String
    public let at: Date

    public enum Verdict: String, CaseIterable, Codable, Sendable {
        case satisfied = "tevreden"
        case disputed = "betwist"
    }

    public init(_ verdict: Verdict, reason: String = "", at moment: Date) {
        self.verdict = verdict
        self.reason = reason
        at = moment
    }
}

/// That who sent an input in disputes what was done with it. It returns to the desk, until a disposition after this one is
/// adopted or they come back on it.
public struct InputDispute: Equatable, Sendable {
    /// Of the disposition that they dispute.
    public let ordinal: Int
    public let at: Date

    public init(ordinal: Int, at moment: Date) {
        self.ordinal = ordinal
        at = moment
    }
}

/// What somebody fills in to answer feedback.
public struct WrittenReply: Equatable, Sendable {
    public let verdict: FeedbackReply.Verdict
    public let reason: String

    public init(_ verdict: FeedbackReply.Verdict, reason: String = "") {
        self.verdict = verdict
        self.reason = reason
    }

    /// Throws `invalid` for a dispute without a reason, and for one that is too long to read.
    func reply(at moment: Date) throws(PlanError) -> FeedbackReply {
        guard verdict == .disputed else { return FeedbackReply(.satisfied, at: moment) }
        let reason = try WrittenText.text(reason, limit: 2_000)
        guard !reason.isEmpty else { throw PlanError(.invalid, Reason("feedback.reason-empty")) }
        return FeedbackReply(.disputed, reason: reason, at: moment)
    }
}
