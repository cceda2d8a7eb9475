import Workflow

/// A reply to many inputs, with fields that each fills in for itself: `{nummer}`, `{organisatie}`, `{sectie}`, `{titel}`.
///
/// What stands between braces and is no field is refused, so that nobody is sent a `{organisatei}`. Of who speaks for no
/// organisation the field says "u": a reply never bears the name of a person.
public struct ReplyText: Equatable, Sendable {
    public static let fields = ["nummer", "organisatie", "sectie", "titel"]

    private let text: String
    private let planTitle: String
    private let titles: [SectionID: String]

    init(_ text: String, planTitle: String, titles: [SectionID: String]) throws(PlanError) {
        self.text = try WrittenText.text(text, limit: 5_000)
        self.planTitle = planTitle
        self.titles = titles
        for match in self.text.matches(of: /\{([^{}]*)\}/) where !Self.fields.contains(String(match.1)) {
            throw PlanError(
                .invalid,
                Reason(
                    "bulk.unknown-field",
                    [
                        "field": .text(String(match.1.prefix(40))),
                        "fields": .list(Self.fields.map { .text("{\($0)}") }),
                    ]))
        }
    }

    var isEmpty: Bool { text.isEmpty }

    public func filled(for input: Input) -> String {
        let section = input.content.section.flatMap { titles[$0] ?? $0.rawValue } ?? planTitle
        let values = [
            "nummer": input.number.description, "organisatie": input.submitter.organisation?.name ?? "u",
            "sectie": section, "titel": planTitle,
        ]
        // In one pass: what a value holds is no field.
        return text.replacing(/\{([^{}]*)\}/) { values[String($0.1)] ?? String($0.0) }
    }
}
