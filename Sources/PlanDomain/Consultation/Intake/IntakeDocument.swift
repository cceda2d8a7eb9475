import Foundation
import Workflow

/// A letter, a mail, another document or a list of reactions that reached the office beside the form of the site
/// (*ingekomen stuk*), as it was taken in.
///
/// What it says and what it came in as never change once it is there: inputs are cut from it, and whoever asks where an
/// input comes from must find it as it was. Title, text, names and the file are personal data.
public struct IntakeDocument: Identifiable, Equatable, Sendable {
    public let id: IntakeDocumentID
    public let plan: PlanID
    public let round: RoundID
    public let kind: Kind
    /// The day on which the office had it, not that on which it was keyed in.
    public let arrivedOn: CalendarDate
    /// In whose name it speaks; nil for who wrote for themselves.
    public let organisation: Organisation?
    /// Who wrote it; nil for an organisation, and for who did not say.
    public let correspondent: CorrespondentID?
    /// What it calls itself, such as the subject of a mail.
    public let title: String
    /// Its words, with plain line ends; empty for a list, whose rows stand in its file.
    public let text: String
    /// The file that it came in as; nil for what was keyed in from paper.
    public let file: KeptFile?
    /// What a mail says of where it comes from; nil for what is no mail.
    public let mail: MailOrigin?
    /// Names of what was sent along, which can be taken in by itself.
    public let enclosures: [String]
    /// The mail that it was sent along with.
    public let partOf: IntakeDocumentID?
    public let takenInBy: PersonID
    public let takenInAt: Date
    public var standing: Standing
    /// Why it is taken in although it came too late, or why not.
    public var lateReason: String?
    /// When somebody said that nothing is left to cut.
    public var finishedAt: Date?
    /// From 1; one more with every change of its standing.
    public var version: Int

    public init(
        id: IntakeDocumentID, plan: PlanID, round: RoundID, kind: Kind, arrivedOn: CalendarDate,
        organisation: Organisation? = nil, correspondent: CorrespondentID? = nil, title: String, text: String,
        file: KeptFile? = nil, mail: MailOrigin? = nil, enclosures: [String] = [], partOf: IntakeDocumentID? = nil,
        takenInBy: PersonID, takenInAt: Date, standing: Standing = .inTime, lateReason: String? = nil,
        finishedAt: Date? = nil, version: Int = 1
    ) {
        self.id = id
        self.plan = plan
        self.round = round
        self.kind = kind
        self.arrivedOn = arrivedOn
        self.organisation = organisation
        self.correspondent = correspondent
        self.title = title
        self.text = text
        self.file = file
        self.mail = mail
        self.enclosures = enclosures
        self.partOf = partOf
        self.takenInBy = takenInBy
        self.takenInAt = takenInAt
        self.standing = standing
        self.lateReason = lateReason
        self.finishedAt = finishedAt
        self.version = version
    }
}

/// Names a document that came in for good; made by chance.
public typealias IntakeDocumentID = Identifier<IntakeDocument>

extension IntakeDocument: Identified {}

extension IntakeDocument {
    public enum Kind: String, CaseIterable, Codable, Sendable {
        case letter
        case mail
        /// A note, a petition, the report of somebody else.
        case document
        /// Many reactions in the rows of one file (CSV).
        case sheet

        /// The way by which its inputs came in: what is no mail came by post, or over the counter.
        public var channel: Input.Channel { self == .mail ? .mail : .letter }
    }

    /// Whether it counts, by when it came.
    public enum Standing: String, CaseIterable, Codable, Sendable {
        case inTime
        /// After the last day of its round; somebody has to say whether it counts all the same.
        case late
        /// Late, and taken in all the same, with a reason.
        case lateAccepted
        /// Late, and left aside, with a reason. It is kept.
        case lateRefused

        /// Whether inputs may be cut from it.
        public var counts: Bool { self == .inTime || self == .lateAccepted }
    }

    /// Whether it came after the last day of its round, whatever was said of that.
    public var isLate: Bool { standing != .inTime }

    /// Whom inputs are from that are cut from it.
    var submitter: Submitter {
        if let organisation { return Submitter(organisation) }
        return correspondent.map(Submitter.init(_:)) ?? .unknown
    }
}

/// The file that a document came in as, without its bytes.
public struct KeptFile: Equatable, Codable, Sendable {
    /// Safe to show and to save under.
    public let name: String
    public let type: SourceType
    /// In bytes.
    public let size: Int
    /// SHA-256 of the bytes, in hexadecimal.
    public let digest: String

    public init(name: String, type: SourceType, size: Int, digest: String) {
        self.name = name
        self.type = type
        self.size = size
        self.digest = digest
    }
}

/// What a mail says of where it comes from.
///
/// Nothing of it is proven: whoever sends a mail fills in its sender (RFC 5322, 3.6.2). It is shown to who takes the mail
/// in, beside a warning, and lets nobody in anywhere.
public struct MailOrigin: Equatable, Codable, Sendable {
    public let name: String
    public let address: String
    /// Where answers should go, where it says another place than its sender.
    public let replyTo: String?
    /// Whom the last server returns it to, where that is another than its sender (RFC 5321, 4.4).
    public let returnPath: String?
    public let sentAt: Date?

    public init(name: String, address: String, replyTo: String? = nil, returnPath: String? = nil, sentAt: Date? = nil) {
        func other(_ mailbox: String?) -> String? {
            mailbox.flatMap { $0.lowercased() == address.lowercased() ? nil : $0 }
        }
        self.name = name
        self.address = address
        self.replyTo = other(replyTo)
        self.returnPath = other(returnPath)
        self.sentAt = sentAt
    }
}
