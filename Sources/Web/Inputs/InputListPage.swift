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

    /// - Parameter assigned: who handles which input, for a reader who may know.
    init(
        _ inputs: [SeenInput], _ filter: InputFilter, titles: [(SectionID, String)],
        assigned: [InputNumber: InputHandler], of plan: PlanID, phrases: Phrases
    ) {
        self.plan = plan
        isFiltered = !filter.isEmpty
        let shown = inputs.filter { filter.accepts($0, handledBy: assigned[$0.input.number]?.person.id) }
        let known = Dictionary(titles.map { ($0.0, $0.1) }) { first, _ in first }
        rows = shown.map { seen in
            Row(
                seen, title: seen.input.content.section.flatMap { known[$0] },
                handler: assigned[seen.input.number].map { HandlerForm.name(of: $0, phrases) }, phrases: phrases)
        }
        count = phrases.text(
            "inputs.count", ["count": .number(shown.count), "total": .number(inputs.count)])
        filters = Self.filters(inputs, filter, titles, Array(assigned.values), phrases)
    }

    private static func filters(
        _ inputs: [SeenInput], _ filter: InputFilter, _ titles: [(SectionID, String)],
        _ handlers: [InputHandler], _ phrases: Phrases
    ) -> [FieldContent] {
        let submitters = Set(inputs.compactMap(\.input.submitter.publicName)).sorted()
        var people: Set<PersonID> = []
        let handlers = handlers.sorted { $0.person.id < $1.person.id }.filter { people.insert($0.person.id).inserted }
        let handling = FormField(
            "behandelaar", phrases.text("inputs.field.handler"),
            .select(handlers.map { FormChoice($0.person.id.rawValue, HandlerForm.name(of: $0, phrases)) }))
        let fields =
            [
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
                        Outcome.allCases.map { FormChoice($0.rawValue, phrases.text("inputs.outcome.\($0.rawValue)")) })
                ),
            ] + (handlers.isEmpty ? [] : [handling]) + [
                FormField("zoek", phrases.text("inputs.filter.words"))
            ]
        let values = [
            "sectie": filter.section, "organisatie": filter.organisation, "stand": filter.state,
            "uitkomst": filter.outcome, "behandelaar": filter.handler, "zoek": filter.words,
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
        let handler: String?

        init(_ seen: SeenInput, title: String?, handler: String?, phrases: Phrases) {
            self.handler = handler
            line = SentLine(
                seen, at: .input(seen.input.plan, seen.input.number), title: title, phrases: phrases)
            submitter = seen.input.submitter.label(phrases)
            outcome = seen.standing.shownOutcome.map { phrases.text("inputs.outcome.\($0.rawValue)") }
        }

        static let fields: PageFields<Row> = [
            .part("line") { $0.line },
            .text("submitter") { $0.submitter },
            .text("outcome") { $0.outcome },
            .text("handledBy") { $0.handler },
        ]
    }
}
