import Phrases
import PlanDomain

/// Which inputs of the list somebody wants to see, as an address holds it.
struct InputFilter: Equatable, Sendable {
    static let me = "ik"
    static let nobody = "niemand"
    static let opposed = "tegengesteld"

    private(set) var query = DeskQuery()
    /// From 1.
    let page: Int
    /// Whether it asks for what cannot be there, so that nothing is found.
    private(set) var isNonsense = false
    private let person: PersonID?

    init(_ values: QueryValues, person: PersonID?) {
        self.person = person
        page = values["pagina"].flatMap { Int($0) } ?? 1
        query.section = read("sectie", values) { SectionID($0) }
        query.submitter = read("organisatie", values) { $0 }
        query.state = read("stand", values, InputStanding.State.init(rawValue:))
        query.outcome = read("uitkomst", values, Outcome.init(rawValue:))
        query.channel = read("kanaal", values, Input.Channel.init(rawValue:))
        query.round = read("ronde", values) { RoundID($0) }
        query.reading = read("gelezen", values) { Self.readings[$0] }
        query.theme = read("thema", values) { ThemeID($0) }
        query.isOpposed = read("antwoord", values) { $0 == Self.opposed ? true : nil }
        query.words = read("zoek", values) { $0 }
        query.order = read("volgorde", values, DeskQuery.Order.init(rawValue:)) ?? .number
        query.handler = read("behandelaar", values) { text in
            switch text {
            case Self.nobody: .nobody
            case Self.me: person.map(DeskQuery.Handling.person)
            default: PersonID(text).map(DeskQuery.Handling.person)
            }
        }
    }

    /// As a filter was saved.
    init(_ query: DeskQuery, person: PersonID?) {
        self.query = query
        self.person = person
        page = 1
    }

    var isEmpty: Bool { query.isEmpty && !isNonsense }

    /// What an address says after the question mark, in a fixed order.
    var pairs: [(String, String)] {
        let pairs: [(String, String?)] = [
            ("sectie", query.section?.rawValue), ("organisatie", query.submitter), ("stand", query.state?.rawValue),
            ("uitkomst", query.outcome?.rawValue), ("behandelaar", query.handler.map(name)),
            ("kanaal", query.channel?.rawValue), ("ronde", query.round?.rawValue),
            ("gelezen", query.reading.flatMap { reading in Self.readings.first { $0.value == reading }?.key }),
            ("thema", query.theme?.rawValue), ("antwoord", query.isOpposed == true ? Self.opposed : nil),
            ("zoek", query.words), ("volgorde", query.order == .number ? nil : query.order.rawValue),
        ]
        return pairs.compactMap { name, value in value.map { (name, $0) } }
    }

    func name(_ handler: DeskQuery.Handling) -> String {
        switch handler {
        case .nobody: Self.nobody
        case .person(let id): id == person ? Self.me : id.rawValue
        }
    }

    static let readings: [String: DeskQuery.Reading] = ["ja": .read, "nee": .unread]

    private mutating func read<Value>(_ name: String, _ values: QueryValues, _ value: (String) -> Value?) -> Value? {
        guard let text = values[name], !text.isEmpty else { return nil }
        guard let value = value(text) else {
            isNonsense = true
            return nil
        }
        return value
    }
}

extension Submitter {
    /// An organisation, or a function of the municipality; never a person. Nil for anybody else.
    var publicName: String? { organisation?.name ?? function }

    /// As lists show it: whoever speaks for no organisation is a resident.
    func label(_ phrases: Phrases) -> String { publicName ?? phrases.text("inputs.resident") }
}

extension InputFilter {
    /// Another query of the same person.
    func with(_ query: DeskQuery) -> InputFilter { InputFilter(query, person: person) }
}
