import Prose
import Workflow

/// Where the passage that an input is about stands in the present text (*anker*).
///
/// What somebody wrote keeps its anchor on the text that they read; this is where that passage went since, change by
/// change. Where there is doubt a person decides, and until then the gate stays closed: no anchor is lost, and none lands
/// on another passage unmarked.
public struct AnchorPlace: Equatable, Sendable {
    public let input: InputNumber
    /// The version of the input that it belongs to.
    public let inputVersion: Int
    /// The section in which it stands, or stood last.
    public var section: SectionID
    /// Its words there, or its last ones.
    public var quote: TextQuote
    public var state: State
    /// The change that gave it this state; nil where none touched it.
    public var changedBy: CommitID?
    /// Why nobody need look, where there is doubt.
    public var settled: Settlement?

    public enum State: String, CaseIterable, Sendable {
        /// Where it always stood, in the same words or nearly so.
        case placed
        /// Its words, all of them, in another place.
        case moved
        /// Something like it stands there.
        case uncertain
        /// Nothing like it is left.
        case orphaned
    }

    public enum Settlement: String, CaseIterable, Sendable {
        /// The change that carries the input out took the passage away, or wrote it anew.
        case carriedOut = "carried-out"
        /// Somebody looked.
        case person
    }

    public init(
        input: InputNumber, inputVersion: Int, section: SectionID, quote: TextQuote, state: State = .placed,
        changedBy: CommitID? = nil, settled: Settlement? = nil
    ) {
        self.input = input
        self.inputVersion = inputVersion
        self.section = section
        self.quote = quote
        self.state = state
        self.changedBy = changedBy
        self.settled = settled
    }

    /// Whether a person must say where it stands.
    public var isAdrift: Bool { (state == .uncertain || state == .orphaned) && settled == nil }
}

/// What somebody said of a place that was in doubt; work data of the store, and carried on from when the rest is worked out
/// again.
public struct AnchorDecision: Equatable, Sendable {
    public let input: InputNumber
    public let inputVersion: Int
    /// The text that they looked at.
    public let text: CommitID
    /// Where the passage stands; nil where it is there no more.
    public let place: Place?
    public let decidedBy: Author

    public struct Place: Equatable, Sendable {
        public let section: SectionID
        public let quote: TextQuote

        public init(section: SectionID, quote: TextQuote) {
            self.section = section
            self.quote = quote
        }
    }

    public init(input: InputNumber, inputVersion: Int, text: CommitID, place: Place?, decidedBy: Author) {
        self.input = input
        self.inputVersion = inputVersion
        self.text = text
        self.place = place
        self.decidedBy = decidedBy
    }

    /// The place as it stands from then on.
    public func applied(to place: AnchorPlace) -> AnchorPlace {
        var decided = place
        decided.settled = .person
        decided.changedBy = text
        if let chosen = self.place {
            (decided.section, decided.quote) = (chosen.section, chosen.quote)
            decided.state = .moved
        } else {
            decided.state = .orphaned
        }
        return decided
    }
}

/// An input whose passage is to be followed.
public struct AnchoredInput: Equatable, Sendable {
    public let number: InputNumber
    public let version: Int
    public let section: SectionID
    public let anchor: Anchor

    public init(number: InputNumber, version: Int, section: SectionID, anchor: Anchor) {
        self.number = number
        self.version = version
        self.section = section
        self.anchor = anchor
    }

    /// In the text that they reacted to.
    var place: AnchorPlace {
        AnchorPlace(
            input: number, inputVersion: version, section: section,
            quote: TextQuote(exact: anchor.quote, prefix: anchor.prefix, suffix: anchor.suffix))
    }
}
