import Foundation

/// A draft that is sent in, for the store to receive: whole or not at all.
public struct Submission: Equatable, Sendable {
    /// As it was shown on the check page.
    public let draft: InputDraft
    /// Names the request, so that sending twice receives once.
    public let requestID: String
    public let receivedAt: Date
    public let channel: Input.Channel
    /// A key for each item, in order.
    public let keys: [InputKey]

    public init(
        draft: InputDraft, requestID: String, receivedAt: Date, channel: Input.Channel = .form, keys: [InputKey]
    ) {
        self.draft = draft
        self.requestID = requestID
        self.receivedAt = receivedAt
        self.channel = channel
        self.keys = keys
    }
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
