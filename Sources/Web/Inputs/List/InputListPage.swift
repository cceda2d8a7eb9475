import Phrases
import PlanDomain
import Workflow

/// The inputs of a plan, fifty to a page, with a filter over them; for who handles them also what can be done with many at
/// once, their own filters, and who has how much to do.
struct InputListPage: SitePage {
    static let template = "inputs"
    static let scripts = ["desk.js"]
    let plan: PlanID
    let view: DeskView
    let filter: InputFilter
    let filters: [FieldContent]
    let rows: [InputRow]
    let count: String
    let turning: PageTurning
    let kept: [KeptFilterLine]
    let workload: [WorkloadLine]
    let deeds: [FieldContent]
    let everything: String
    let seal: FormSeal

    init(
        _ view: DeskView, _ filter: InputFilter, titles: [(SectionID, String)], rounds: [(RoundID, String)],
        themes: [(ThemeID, String)], of plan: PlanID, mayAdopt: Bool, seal: FormSeal, phrases: Phrases
    ) {
        self.plan = plan
        self.view = view
        self.filter = filter
        self.seal = seal
        let known = Dictionary(titles.map { ($0.0, $0.1) }) { first, _ in first }
        let lines = filter.isNonsense ? [] : view.lines
        rows = lines.map { line in
            InputRow(
                line, title: line.input.content.section.flatMap { known[$0] },
                theme: themes.first { $0.0 == line.theme?.theme }?.1, isForHandling: view.mayHandle, phrases: phrases)
        }
        let total = filter.isNonsense ? 0 : view.total
        count = phrases.text("inputs.count", ["count": .number(total), "total": .number(view.all)])
        filters =
            FilterFields(view: view, filter: filter, titles: titles, rounds: rounds, themes: themes, phrases: phrases)
            .fields
        turning = PageTurning(filter.isNonsense ? (1, 1) : (view.page, view.pages), phrases) {
            .inputs(plan, filter.pairs + [("pagina", String($0))])
        }
        kept = view.filters.map { KeptFilterLine($0, person: filter, plan: plan, seal: seal, phrases: phrases) }
        workload = view.workload.map { WorkloadLine($0, view.handlers, filter, plan, phrases) }
        everything = phrases.text("handling.everything", ["count": .number(total)])
        deeds = Self.deeds(mayAdopt: mayAdopt, phrases)
    }

    /// The filter as an address holds it, for the form that keeps it.
    private var filterText: String {
        let parts = SiteAddress.inputs(plan, filter.pairs).path.split(separator: "?", maxSplits: 1)
        return parts.count > 1 ? String(parts[1]) : ""
    }

    private static func deeds(mayAdopt: Bool, _ phrases: Phrases) -> [FieldContent] {
        let choices = BulkForm.Kind.allCases.filter { $0 != .adopt || mayAdopt }.map {
            FormChoice($0.rawValue, phrases.text("bulk.deed.\($0.rawValue)"))
        }
        let field = FormField("doe", phrases.text("handling.deed"), .select(choices))
        return [FieldContent(field, values: FormValues(), fault: nil, phrases: phrases)]
    }

    static let fields: PageFields<InputListPage> = [
        .text("address") { SiteAddress.inputs($0.plan).path },
        .list("filters") { $0.filters },
        .flag("hasRows") { !$0.rows.isEmpty },
        .list("rows") { $0.rows },
        .text("count") { $0.count },
        .flag("isFiltered") { !$0.filter.isEmpty },
        .part("turning") { $0.turning },
        .flag("mayHandle") { $0.view.mayHandle },
        .text("bulk") { SiteAddress.bulk($0.plan).path },
        .list("hidden") { $0.filter.pairs.map { HiddenValue(name: $0.0, value: $0.1) } },
        .list("deeds") { $0.deeds },
        .text("everything") { $0.everything },
        .flag("hasKept") { !$0.kept.isEmpty },
        .list("kept") { $0.kept },
        .text("keep") { $0.filter.isEmpty ? nil : SiteAddress.keptFilters($0.plan).path },
        .text("filterText") { $0.filterText },
        .flag("hasWorkload") { !$0.workload.isEmpty },
        .list("workload") { $0.workload },
        .text("families") { $0.view.mayHandle ? SiteAddress.families($0.plan).path : nil },
        .text("themes") { $0.view.mayHandle ? SiteAddress.themes($0.plan).path : nil },
        .text("rule") { $0.view.mayHandle ? SiteAddress.moderationRule($0.plan).path : nil },
        .text("formToken") { $0.seal.token },
        .text("requestID") { $0.seal.requestID },
    ]
}

/// A value that a form carries along.
struct HiddenValue: PageContent {
    let name: String
    let value: String

    static let fields: PageFields<HiddenValue> = [
        .text("hiddenName") { $0.name }, .text("hiddenValue") { $0.value },
    ]
}

/// An input in the list.
struct InputRow: PageContent {
    let line: SentLine
    let number: InputNumber
    let submitter: String
    let outcome: String?
    let handler: String?
    let theme: String?
    let isNew: Bool
    let tick: String?

    init(_ desk: DeskLine, title: String?, theme: String?, isForHandling: Bool, phrases: Phrases) {
        let input = desk.input
        number = input.number
        line = SentLine(input, desk.state, at: .input(input.plan, input.number), title: title, phrases: phrases)
        submitter = input.submitter.label(phrases)
        outcome = desk.outcome.map { phrases.text("inputs.outcome.\($0.rawValue)") }
        handler = desk.handler.map { HandlerForm.name(of: $0, phrases) }
        let isProposed = desk.theme.map { !$0.isConfirmed } ?? false
        self.theme = theme.map { isProposed ? phrases.text("theme.proposed-for", ["theme": .text($0)]) : $0 }
        isNew = isForHandling && !desk.isRead
        tick = isForHandling ? phrases.text("handling.choose", ["input": .text(number.description)]) : nil
    }

    static let fields: PageFields<InputRow> = [
        .part("line") { $0.line },
        .text("submitter") { $0.submitter },
        .text("outcome") { $0.outcome },
        .text("handledBy") { $0.handler },
        .text("theme") { $0.theme },
        .flag("isNew") { $0.isNew },
        .text("tick") { $0.tick },
        .text("tickName") { "n\($0.number.rawValue)" },
    ]
}

/// The way to the pages before and after this one.
struct PageTurning: PageContent {
    let place: String?
    let previous: SiteAddress?
    let next: SiteAddress?

    init(_ page: (number: Int, of: Int), _ phrases: Phrases, address: (Int) -> SiteAddress) {
        previous = page.number > 1 ? address(page.number - 1) : nil
        next = page.number < page.of ? address(page.number + 1) : nil
        place =
            page.of > 1
            ? phrases.text("handling.page", ["number": .number(page.number), "total": .number(page.of)]) : nil
    }

    static let fields: PageFields<PageTurning> = [
        .text("place") { $0.place },
        .text("previous") { $0.previous?.path },
        .text("next") { $0.next?.path },
    ]
}

/// A filter that somebody gave a name, with the button that forgets it.
struct KeptFilterLine: PageContent {
    let name: String
    let address: SiteAddress
    let removal: SiteAddress
    let label: String
    let seal: FormSeal

    init(_ filter: SavedFilter, person: InputFilter, plan: PlanID, seal: FormSeal, phrases: Phrases) {
        name = filter.name
        address = .inputs(plan, person.with(filter.query).pairs)
        removal = .forgottenFilter(plan)
        label = phrases.text("handling.forget", ["name": .text(filter.name)])
        self.seal = seal
    }

    static let fields: PageFields<KeptFilterLine> = [
        .text("filterName") { $0.name },
        .text("filterAddress") { $0.address.path },
        .text("removal") { $0.removal.path },
        .text("forget") { $0.label },
        .text("formToken") { $0.seal.token },
        .text("requestID") { $0.seal.requestID },
    ]
}

/// How much somebody has to do, with the way to it.
struct WorkloadLine: PageContent {
    let name: String
    let address: SiteAddress
    let open: String
    let waiting: String
    let oldest: String

    init(_ work: Workload, _ handlers: [InputHandler], _ filter: InputFilter, _ plan: PlanID, _ phrases: Phrases) {
        let handler = handlers.first { $0.person.id == work.handler }
        name = handler.map { HandlerForm.name(of: $0, phrases) } ?? phrases.text("handling.nobody")
        var query = DeskQuery(order: .waiting)
        query.handler = work.handler.map(DeskQuery.Handling.person) ?? .nobody
        address = .inputs(plan, filter.with(query).pairs)
        open = String(work.open)
        waiting = String(work.waiting)
        oldest = phrases.writtenDate(of: work.oldest)
    }

    static let fields: PageFields<WorkloadLine> = [
        .text("handlerName") { $0.name },
        .text("handlerAddress") { $0.address.path },
        .text("open") { $0.open },
        .text("waiting") { $0.waiting },
        .text("oldest") { $0.oldest },
    ]
}
