import Foundation

/// Inputs that come in together, for the store to receive: whole or not at all.
///
/// What somebody sends in comes out of their draft. What the office takes in on behalf of who said it (a letter, a session,
/// an answer to an open question) has no draft, and names its source.
public struct Submission: Equatable, Sendable {
    public let plan: PlanID
    public let round: RoundID
    public let submitter: Submitter
    public let items: [Item]
    /// Names the request, so that sending twice receives once.
    public let requestID: String
    public let receivedAt: Date
    public let channel: Input.Channel
    public let origin: Origin
    /// Whether it was said behind closed doors (*besloten*).
    public let isClosed: Bool
    /// Whether it takes part without anybody judging it first, see ``ModerationRule``.
    public let isAdmittedAtOnce: Bool

    public enum Origin: Equatable, Sendable {
        /// As it was shown on the check page; the store takes it out of the draft.
        case draft(InputDraft)
        /// Taken in by somebody of the office; the bytes of its attachments come along.
        case intake(InputSource, by: PersonID, files: [AttachedFile])
    }

    /// One input to be.
    public struct Item: Equatable, Sendable {
        public let content: InputContent
        public let attachments: [Attachment]
        public let key: InputKey
        /// What others do not get to read of it until somebody looked.
        public let redactions: [Redaction]

        public init(
            content: InputContent, attachments: [Attachment] = [], key: InputKey, redactions: [Redaction] = []
        ) {
            self.content = content
            self.attachments = attachments
            self.key = key
            self.redactions = redactions
        }
    }

    /// - Parameters:
    ///   - keys: one for each item of the draft, in order.
    ///   - names: that are left out of the words wherever they stand, with what else looks like personal data.
    public init(
        draft: InputDraft, requestID: String, receivedAt: Date, channel: Input.Channel = .form, keys: [InputKey],
        isAdmittedAtOnce: Bool = true, names: [String] = []
    ) {
        let personal = PersonalWords(names: names)
        plan = draft.plan
        round = draft.round
        submitter = draft.submitter
        items = zip(draft.items, keys).map { item, key in
            Item(
                content: item.content, attachments: item.attachments, key: key,
                redactions: personal.proposals(in: item.content))
        }
        self.requestID = requestID
        self.receivedAt = receivedAt
        self.channel = channel
        origin = .draft(draft)
        isClosed = false
        self.isAdmittedAtOnce = isAdmittedAtOnce
    }

    /// Somebody judges it before it takes part.
    ///
    /// - Parameters:
    ///   - person: who took it in.
    ///   - receivedAt: when the office had it; for a letter that is its day of arrival, not of keying in.
    public init(
        of items: [Item], in round: RoundID, of plan: PlanID, from submitter: Submitter, by channel: Input.Channel,
        source: InputSource, takenInBy person: PersonID, files: [AttachedFile] = [], isClosed: Bool = false,
        requestID: String, receivedAt: Date
    ) {
        self.plan = plan
        self.round = round
        self.submitter = submitter
        self.items = items
        self.requestID = requestID
        self.receivedAt = receivedAt
        self.channel = channel
        origin = .intake(source, by: person, files: files)
        self.isClosed = isClosed
        isAdmittedAtOnce = false
    }
}

/// Where the office took an input from.
public enum InputSource: Hashable, Codable, Sendable {
    /// A letter, a mail or another document, by its id.
    case document(String)
    /// The report of a session, by its id.
    case session(String)
    /// The answers of somebody who stays unknown, by the id of their sheet and of the question.
    case answer(sheet: String, question: String)
}

/// What who sent something in gets to hear: the numbers, and when it was received.
public struct Receipt: Equatable, Sendable {
    public let plan: PlanID
    public let round: RoundID
    public let submitter: Submitter
    /// In the order of the items.
    public let numbers: [InputNumber]
    public let receivedAt: Date

    public init(plan: PlanID, round: RoundID, submitter: Submitter, numbers: [InputNumber], receivedAt: Date) {
        self.plan = plan
        self.round = round
        self.submitter = submitter
        self.numbers = numbers
        self.receivedAt = receivedAt
    }
}

/// The random key of one input, 32 bytes in hexadecimal: what the register says of the input is an HMAC under it, so that
/// nothing can be found out from the register once the key is gone.
public struct InputKey: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// Makes keys, seals and digests; the domain itself knows no cryptography.
public struct InputSeals: Sendable {
    let newKey: @Sendable () -> InputKey
    /// A key for an input that is about to be taken in.
    public func freshKey() -> InputKey { newKey() }

    /// HMAC-SHA256 in hexadecimal.
    let seal: @Sendable (Data, InputKey) -> String
    /// SHA-256 in hexadecimal.
    let digest: @Sendable (Data) -> String

    public init(
        newKey: @escaping @Sendable () -> InputKey, seal: @escaping @Sendable (Data, InputKey) -> String,
        digest: @escaping @Sendable (Data) -> String
    ) {
        self.newKey = newKey
        self.seal = seal
        self.digest = digest
    }
}
