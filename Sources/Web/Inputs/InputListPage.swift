import Phrases
import PlanDomain

/// The inputs of a plan, with a filter over them.
struct InputListPage: SitePage {
    static let template = "inputs"
    let plan: PlanID
    let filters: [FieldContent]
    let rows: [Row]
    let count: String
    let isFiltered: Bool

    init(_ inputs: [SeenInput], _ filter: InputFilter, titles: [(SectionID, String)], of plan: PlanID, phrases: Phrases)
    {
        self.plan = plan
        isFiltered = !filter.isEmpty
        let shown = inputs.filter(filter.accepts)
        let known = Dictionary(titles.map { ($0.0, $0.1) }) { first, _ in first }
        rows = shown.map { Row($0, title: $0.input.content.section.flatMap { known[$0] }, phrases: phrases) }
        count = phrases.text(
            "inputs.count", ["count": .number(shown.count), "total": .number(inputs.count)])
        filters = Self.filters(inputs, filter, titles, phrases)
    }

    private static func filters(
        _ inputs: [SeenInput], _ filter: InputFilter, _ titles: [(SectionID, String)], _ phrases: Phrases
    ) -> [FieldContent] {
        let submitters = Set(inputs.map(\.input.submitter.label)).sorted()
        let fields = [
            FormField(
                "sectie", phrases.text("inputs.filter.section"),
                .select(titles.map { FormChoice($0.0.rawValue, $0.1) })),
            FormField(
                "organisatie", phrases.text("inputs.filter.organisation"),
                .select(submitters.map { FormChoice($0, $0) })),
            FormField(
                "stand", phrases.text("inputs.filter.state"),
                .select(
                    InputStanding.State.allCases.map {
                        FormChoice($0.rawValue, phrases.text("inputs.state.\($0.rawValue)"))
                    })),
            FormField(
                "uitkomst", phrases.text("inputs.filter.outcome"),
                .select(
                    Outcome.allCases.map { FormChoice($0.rawValue, phrases.text("inputs.outcome.\($0.rawValue)")) })),
            FormField("zoek", phrases.text("inputs.filter.words")),
        ]
        let values = [
            "sectie": filter.section, "organisatie": filter.organisation, "stand": filter.state,
            "uitkomst": filter.outcome, "zoek": filter.words,
        ].compactMapValues { $0.map { [$0] } }
        return fields.map { FieldContent($0, values: FormValues(values), fault: nil, phrases: phrases) }
    }

    static let fields: PageFields<InputListPage> = [
        .text("address") { SiteAddress.inputs($0.plan).path },
        .list("filters") { $0.filters },
        .flag("hasRows") { !$0.rows.isEmpty },
        .list("rows") { $0.rows },
        .text("count") { $0.count },
        .flag("isFiltered") { $0.isFiltered },
    ]

    struct Row: PageContent {
        let line: SentLine
        let submitter: String
        let outcome: String?

        init(_ seen: SeenInput, title: String?, phrases: Phrases) {
            line = SentLine(
                seen, at: .input(seen.input.plan, seen.input.number), title: title, phrases: phrases)
            submitter = seen.input.submitter.label
            outcome = seen.standing.shownOutcome.map { phrases.text("inputs.outcome.\($0.rawValue)") }
        }

        static let fields: PageFields<Row> = [
            .part("line") { $0.line },
            .text("submitter") { $0.submitter },
            .text("outcome") { $0.outcome },
        ]
    }
}
