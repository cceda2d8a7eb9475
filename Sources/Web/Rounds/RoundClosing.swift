import Phrases
import PlanDomain
import Workflow

/// The last look at a round before it is closed: who reacted, who did not, and why it is closed if it still runs.
struct RoundClosing {
    let view: RoundView
    let isEarly: Bool
    /// What the page warns of, as a key.
    let warning: String
    let facts: [QuestionPage.Fact]
    /// What is written down already where nobody is left to wait for.
    private let known: String
    private let phrases: Phrases

    init(of view: RoundView, _ group: some RoundGroup, _ context: SiteContext) async throws {
        let services = group.services
        let inputs = try await InputRoom(services.office, store: services.store)
            .inputs(of: view.round.plan, for: context.participant)
        self.init(view, inputs: inputs, on: services.office.time.today, phrases: group.phrases(context))
    }

    init(_ view: RoundView, inputs: [SeenInput], on today: CalendarDate, phrases: Phrases) {
        let page = RoundPage(view, inputs: inputs, today: today, phrases: phrases)
        self.view = view
        self.phrases = phrases
        isEarly = page.closing == .early
        warning =
            switch page.closing {
            case .early: "rounds.close-early-warning"
            case .after where view.round.isStatutory: "rounds.close-statutory"
            default: "rounds.close-warning"
            }
        func names(_ lines: [Line]) -> String { lines.isEmpty ? "–" : phrases.list(lines.map(\.text)) }
        facts = [
            .init(label: phrases.text("rounds.period"), value: RoundPage.period(view, phrases)),
            .init(label: phrases.text("rounds.who-reacted"), value: names(page.reacted)),
            .init(label: phrases.text("rounds.silent"), value: names(page.silent)),
        ]
        let isComplete = !view.round.organisations.isEmpty && page.silent.isEmpty
        known = isComplete ? phrases.text("rounds.all-reacted") : ""
    }

    func form() -> SiteForm { SiteForm(fields, holding: ["reden": known]) }

    func form(typed: FormValues) -> SiteForm { SiteForm(fields, typed: typed) }

    private var fields: [FormField] {
        guard isEarly else { return [] }
        return [
            FormField(
                "reden", phrases.text("rounds.field.early-reason"), .textarea(rows: 3),
                hint: phrases.text("rounds.field.early-reason-hint"), limit: 2_000)
        ]
    }
}
