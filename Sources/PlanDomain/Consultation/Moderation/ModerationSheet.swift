import Foundation
import Workflow

/// An input to be judged, with what is or might be left out of it.
public struct ModerationSheet: Equatable, Sendable {
    /// With every word of it.
    public let input: Input
    /// What is left out now, confirmed or not, and what the program proposes.
    public let redactions: [Redaction]
    /// Who hears it when it does not take part; nil where nobody can be reached.
    public let addressee: Addressee?
}

/// Somebody to write to.
public struct Addressee: Hashable, Sendable {
    public let name: String
    public let mail: MailAddress
}

/// What somebody fills in to judge an input.
public struct WrittenJudgement: Equatable, Sendable {
    public let isAdmissible: Bool
    public let reason: String
    /// Places that were ticked.
    public let places: [Redaction]
    /// Other passages; each is left out wherever it stands.
    public let passages: [Words]

    /// A passage as somebody copied it out of the input.
    public struct Words: Equatable, Sendable {
        public let quote: String
        public let ground: Redaction.Ground

        public init(quote: String, ground: Redaction.Ground) {
            self.quote = quote
            self.ground = ground
        }
    }

    public init(
        isAdmissible: Bool, reason: String = "", places: [Redaction] = [],
        passages: [Words] = []
    ) {
        self.isAdmissible = isAdmissible
        self.reason = reason
        self.places = places
        self.passages = passages
    }

    func verdict() throws(PlanError) -> Moderation.Verdict {
        guard !isAdmissible else { return .admissible }
        let reason = try WrittenText.text(reason, limit: 2_000)
        guard !reason.isEmpty else { throw PlanError(.invalid, Reason("moderation.reason-empty")) }
        return .inadmissible(reason: reason)
    }

    /// In their order, each place once and confirmed.
    func redactions(in content: InputContent) throws(PlanError) -> [Redaction] {
        var all: [Redaction] = []
        func add(_ redaction: Redaction) {
            let isKnown = all.contains {
                $0.part == redaction.part && $0.start == redaction.start && $0.quote == redaction.quote
            }
            if !isKnown { all.append(redaction.confirmed) }
        }
        for place in places {
            guard content.holds(place) else { throw PlanError(.invalid, Reason("moderation.passage-missing")) }
            add(place)
        }
        for passage in passages {
            let quote = passage.quote.replacing("\r\n", with: "\n").trimmed
            guard !quote.isEmpty else { continue }
            let found = content.redactions(of: quote, ground: passage.ground, isConfirmed: true)
            guard !found.isEmpty else { throw PlanError(.invalid, Reason("moderation.passage-missing")) }
            found.forEach(add)
        }
        return all.sorted {
            ($0.part == .text ? 0 : 1, $0.start, $0.quote) < ($1.part == .text ? 0 : 1, $1.start, $1.quote)
        }
    }
}
