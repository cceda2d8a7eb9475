import Foundation
import Workflow

/// A remark on a plan that must be answered before the plan moves on (*inbreng*).
///
/// It is never removed and its number is never given out again. What was written can be corrected until the round
/// closes: that makes a new version, and the older ones are kept.
public struct Input: Identifiable, Equatable, Sendable {
    public var id: InputNumber { number }
    public let plan: PlanID
    public let number: InputNumber
    public let receivedAt: Date
    public let channel: Channel
    public let round: RoundID
    public let submitter: Submitter
    /// As it reads now.
    public let content: InputContent
    /// From 1; one more with every correction.
    public let version: Int
    public let attachments: [Attachment]
    public let withdrawnAt: Date?
    /// Whether it was said behind closed doors (*besloten*): who works on the plan may know it, nobody else.
    public let isClosed: Bool
    /// Whether what was written is gone for good (AVG, article 17); that there was an input, and what was done with it,
    /// stays.
    public let isErased: Bool
    /// What the office took it from; nil for what was sent in.
    public let source: InputSource?
    public let admission: Admission
    /// What others do not get to read of this version.
    public let redactions: [Redaction]

    public init(
        plan: PlanID, number: InputNumber, receivedAt: Date, channel: Channel, round: RoundID, submitter: Submitter,
        content: InputContent, version: Int = 1, attachments: [Attachment] = [], withdrawnAt: Date? = nil,
        isClosed: Bool = false, isErased: Bool = false, source: InputSource? = nil,
        admission: Admission = .toBeJudged, redactions: [Redaction] = []
    ) {
        self.plan = plan
        self.number = number
        self.receivedAt = receivedAt
        self.channel = channel
        self.round = round
        self.submitter = submitter
        self.content = content
        self.version = version
        self.attachments = attachments
        self.withdrawnAt = withdrawnAt
        self.isClosed = isClosed
        self.isErased = isErased
        self.source = source
        self.admission = admission
        self.redactions = redactions
    }

    public var isWithdrawn: Bool { withdrawnAt != nil }
    /// Whether there is something to be answered: neither taken back nor erased.
    public var isLive: Bool { !isWithdrawn && !isErased }

    /// The way by which it came in.
    public enum Channel: String, CaseIterable, Codable, Sendable {
        /// The form on the site, by who was asked.
        case form
        /// An open answer of the questionnaire on the site.
        case survey
        /// An open answer of a panel that was asked elsewhere, such as a *digipanel*.
        case panel
        /// A statement in a session.
        case session
        case letter
        case mail
    }
}

/// The number of an input within its plan, such as `INB-0042`: counted without gaps and never given out twice.
public struct InputNumber: RawRepresentable, Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    public let rawValue: Int

    /// Nil for anything that counts nothing.
    public init?(rawValue: Int) {
        guard (1...999_999_999).contains(rawValue) else { return nil }
        self.rawValue = rawValue
    }

    /// Reads `INB-0042` as it is printed; nil for anything else.
    public init?(_ text: String) {
        guard let digits = text.wholeMatch(of: /INB-([0-9]{4,9})/)?.1, let value = Int(digits) else { return nil }
        self.init(rawValue: value)
        guard description == text else { return nil }
    }

    public var description: String {
        let digits = String(rawValue)
        return "INB-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    public static func < (left: InputNumber, right: InputNumber) -> Bool { left.rawValue < right.rawValue }
}

/// What somebody wrote, and about what.
public struct InputContent: Hashable, Codable, Sendable {
    public let kind: InputKind
    /// Nil for what is about the plan as a whole.
    public let section: SectionID?
    /// The passage that it is about; nil for what is about a section or the plan as a whole.
    public let anchor: Anchor?
    public let text: String
    /// What should stand there instead; empty to have the passage struck out. Only of a replacement.
    public let proposal: String?

    public init(
        kind: InputKind, section: SectionID? = nil, anchor: Anchor? = nil, text: String, proposal: String? = nil
    ) {
        self.kind = kind
        self.section = section
        self.anchor = anchor
        self.text = text
        self.proposal = proposal
    }
}

public enum InputKind: String, CaseIterable, Codable, Sendable {
    /// On a section, or on a passage of it.
    case remark
    /// Another text for a passage.
    case replacement
    /// On the plan as a whole.
    case general
    case question
}

/// A passage of the frozen text that people react to, by its words and what stands around them (*anker*), as the Web
/// Annotation Data Model has it (W3C 2017, 4.2.4, text quote selector).
public struct Anchor: Hashable, Codable, Sendable {
    public let commit: CommitID
    /// As a reader reads it: without marks, with single spaces.
    public let quote: String
    public let prefix: String
    public let suffix: String

    public init(commit: CommitID, quote: String, prefix: String, suffix: String) {
        self.commit = commit
        self.quote = quote
        self.prefix = prefix
        self.suffix = suffix
    }
}

/// One version of what was written.
public struct InputVersion: Equatable, Sendable {
    public let number: Int
    public let content: InputContent
    public let writtenAt: Date

    public init(number: Int, content: InputContent, writtenAt: Date) {
        self.number = number
        self.content = content
        self.writtenAt = writtenAt
    }
}
