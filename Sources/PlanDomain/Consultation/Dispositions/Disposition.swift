import Foundation
import Workflow

/// What somebody proposes to do with an input (*afdoening*).
///
/// It is adopted when an act of the register bears its seal, and not before. Of an input that was corrected since, it
/// answers what no longer stands there, and counts for nothing.
public struct Disposition: Equatable, Sendable {
    public let plan: PlanID
    public let input: InputNumber
    /// From 1; a new proposal for the same input is the next.
    public let ordinal: Int
    /// The version of the input that it answers.
    public let inputVersion: Int
    public let outcome: Outcome
    /// Why, in words for who sent it in; may be empty for what is taken over as a whole.
    public let reason: String
    /// The input that says the same; only where the outcome is that it does.
    public let duplicateOf: InputNumber?
    public let proposedBy: Author
    public let proposedAt: Date
    /// HMAC over all of it and the words of the input, under the key of the input.
    public let seal: String

    public init(
        plan: PlanID, input: InputNumber, ordinal: Int, inputVersion: Int, outcome: Outcome, reason: String,
        duplicateOf: InputNumber? = nil, proposedBy: Author, proposedAt: Date, seal: String
    ) {
        self.plan = plan
        self.input = input
        self.ordinal = ordinal
        self.inputVersion = inputVersion
        self.outcome = outcome
        self.reason = reason
        self.duplicateOf = duplicateOf
        self.proposedBy = proposedBy
        self.proposedAt = proposedAt
        self.seal = seal
    }
}

/// What is done with an input (*uitkomst*).
public enum Outcome: String, CaseIterable, Codable, Sendable {
    case takenOver = "overgenomen"
    case takenOverInPart = "deels-overgenomen"
    case notTakenOver = "niet-overgenomen"
    case presentAlready = "al-verwerkt"
    case noted = "voor-kennisgeving"
    case referred = "doorverwezen"
    case outOfScope = "buiten-reikwijdte"
    case duplicate = "dubbel"
    case withdrawn = "ingetrokken"

    /// Whether it is done only once a change of the text carries it out.
    public var needsChange: Bool { self == .takenOver || self == .takenOverInPart }

    /// Whether who sent it in must hear why.
    public var needsReason: Bool { self != .takenOver }
}

/// What the seal of a disposition is made over: the words of the input and what is done with them, in one fixed form.
///
/// Whoever has the key can make it again from the store and hold it against the register. The order of keys is fixed;
/// a field may be added later only where its absence leaves old seals as they are.
struct SealedDisposition: Encodable {
    let plan: PlanID
    let input: String
    let content: InputContent
    let receivedAt: Int
    let ordinal: Int
    let outcome: Outcome
    let reason: String
    let duplicateOf: String?
    let proposedBy: Author
    let proposedAt: Int

    /// UTF-8 JSON with sorted keys.
    func bytes() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}

extension Date {
    /// As stores keep it, so that a moment that was stored gives the same seal.
    var wholeMilliseconds: Int { Int((timeIntervalSince1970 * 1_000).rounded()) }
}
