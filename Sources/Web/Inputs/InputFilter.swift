import Phrases
import PlanDomain

/// Which inputs of a list somebody wants to see. What the address holds and nobody knows matches nothing.
struct InputFilter: Equatable, Sendable {
    var section: String?
    var organisation: String?
    var state: String?
    var outcome: String?
    /// The person who handles it.
    var handler: String?
    /// In any letter case, in what was written, proposed or quoted.
    var words: String?

    init(_ query: QueryValues) {
        section = Self.value("sectie", query)
        organisation = Self.value("organisatie", query)
        state = Self.value("stand", query)
        outcome = Self.value("uitkomst", query)
        handler = Self.value("behandelaar", query)
        words = Self.value("zoek", query)
    }

    private static func value(_ name: String, _ query: QueryValues) -> String? {
        query[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    var isEmpty: Bool { [section, organisation, state, outcome, handler, words].allSatisfy { $0 == nil } }

    func accepts(_ seen: SeenInput, handledBy person: PersonID? = nil) -> Bool {
        let content = seen.input.content
        let texts = [
            content.text, content.proposal ?? "", content.anchor?.quote ?? "", seen.input.number.description,
        ]
        return (section == nil || content.section?.rawValue == section)
            && (organisation == nil || seen.input.submitter.publicName == organisation)
            && (state == nil || seen.standing.state.rawValue == state)
            && (outcome == nil || seen.standing.shownOutcome?.rawValue == outcome)
            && (handler == nil || person?.rawValue == handler)
            && (words.map { wanted in texts.contains { $0.lowercased().contains(wanted.lowercased()) } } ?? true)
    }
}

extension Submitter {
    /// An organisation, or a function of the municipality; never a person. Nil for anybody else.
    var publicName: String? { organisation?.name ?? function }

    /// As lists show it: whoever speaks for no organisation is a resident.
    func label(_ phrases: Phrases) -> String { publicName ?? phrases.text("inputs.resident") }
}

extension InputStanding {
    /// What was adopted, else what is proposed.
    var shownOutcome: Outcome? { (adopted?.disposition ?? proposal)?.outcome }
}
