import Foundation
import Workflow

/// Inputs that say the same, or nearly: found by their words, confirmed by a person.
///
/// An input is in one family at most. The first of them speaks for all: the others are held against it.
public struct InputFamily: Equatable, Sendable {
    public let plan: PlanID
    /// Two or more, by number.
    public let members: [Member]

    public init(plan: PlanID, members: [Member]) {
        self.plan = plan
        self.members = members.sorted { $0.number < $1.number }
    }

    public struct Member: Equatable, Sendable {
        public let number: InputNumber
        /// How like the first it is by its words, from 0 to 1; 1 for the first itself.
        public let likeness: Double
        /// Who said that it belongs with the first; nil while the program thinks so.
        public let confirmedBy: PersonID?

        public init(number: InputNumber, likeness: Double, confirmedBy: PersonID?) {
            self.number = number
            self.likeness = likeness
            self.confirmedBy = confirmedBy
        }

        public var isConfirmed: Bool { confirmedBy != nil }
    }

    public var first: InputNumber? { members.first?.number }
    /// Those that a person said to belong with the first.
    public var confirmed: [Member] { members.dropFirst().filter(\.isConfirmed) }
    public var proposed: [Member] { members.dropFirst().filter { !$0.isConfirmed } }
}

/// A family as a list of them shows it.
public struct InputFamilyLine: Equatable, Sendable {
    public let first: InputNumber
    public let count: Int
    /// How many of them nobody looked at yet.
    public let proposed: Int
    /// How many of them wait for something.
    public let open: Int

    public init(first: InputNumber, count: Int, proposed: Int, open: Int) {
        self.first = first
        self.count = count
        self.proposed = proposed
        self.open = open
    }
}

/// An input that says the same as another, or asks for the same change, and gets an opposite answer.
public struct OpposedInput: Equatable, Sendable {
    public let number: InputNumber
    public let outcome: Outcome
    public let ground: Ground

    public init(number: InputNumber, outcome: Outcome, ground: Ground) {
        self.number = number
        self.outcome = outcome
        self.ground = ground
    }

    public enum Ground: String, Sendable {
        /// They say the same, or nearly.
        case words
        /// They want the same text in the same place.
        case change
    }
}

extension Outcome {
    /// Which way an answer goes, as far as it goes one; what is taken over in part stands with what is taken over.
    public var leaning: Leaning? {
        switch self {
        case .takenOver, .takenOverInPart, .presentAlready: .favourable
        case .notTakenOver, .outOfScope: .unfavourable
        case .noted, .referred, .duplicate, .withdrawn: nil
        }
    }

    public enum Leaning: Sendable { case favourable, unfavourable }
}
