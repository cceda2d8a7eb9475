import Phrases
import PlanDomain

/// The themes of a plan's inputs: those that the program proposes, those that people confirmed, and where more come from.
struct ThemesPage: SitePage {
    static let template = "themes"
    let plan: PlanID
    let lead: String
    let proposed: [Card]
    let confirmed: [Card]
    let suggestions: [Suggestion]
    let form: FormContent
    let withoutTheme: String
    let seal: FormSeal

    init(_ view: ThemesView, of plan: PlanID, adding form: FormContent, seal: FormSeal, phrases: Phrases) {
        self.plan = plan
        self.form = form
        self.seal = seal
        lead = phrases.text("theme.lead", ["count": .number(view.total)])
        withoutTheme = phrases.text("theme.without", ["count": .number(view.withoutTheme)])
        let open = view.lines.filter { $0.theme.state != .rejected }.map(\.theme)
        func cards(_ state: Theme.State) -> [Card] {
            view.lines(state).map { line in
                Card(line, others: open.filter { $0.id != line.theme.id }, seal: seal, phrases: phrases)
            }
        }
        proposed = cards(.proposed)
        confirmed = cards(.confirmed)
        suggestions = view.suggestions.map { Suggestion(name: $0, plan: plan, seal: seal) }
    }

    static let fields: PageFields<ThemesPage> = [
        .text("lead") { $0.lead },
        .text("withoutTheme") { $0.withoutTheme },
        .text("propose") { SiteAddress.themeProposals($0.plan).path },
        .flag("hasProposed") { !$0.proposed.isEmpty },
        .list("proposed") { $0.proposed },
        .flag("hasConfirmed") { !$0.confirmed.isEmpty },
        .list("confirmed") { $0.confirmed },
        .flag("hasSuggestions") { !$0.suggestions.isEmpty },
        .list("suggestions") { $0.suggestions },
        .part("form") { $0.form },
        .text("all") { SiteAddress.inputs($0.plan).path },
        .text("formToken") { $0.seal.token },
        .text("requestID") { $0.seal.requestID },
    ]

    /// A theme with what it is told by, and what can be done with it.
    struct Card: PageContent {
        let theme: Theme
        let words: String?
        let count: String
        let samples: [PageLink]
        let others: [Other]
        let withInputs: String?
        let seal: FormSeal

        init(_ line: ThemesView.Line, others: [Theme], seal: FormSeal, phrases: Phrases) {
            theme = line.theme
            self.seal = seal
            let words = line.theme.words.split(separator: " ").map { "‘\($0)’" }
            self.words =
                words.isEmpty ? nil : phrases.text("theme.words", ["words": .text(phrases.list(words))])
            let isProposed = line.theme.state == .proposed
            let key = isProposed || line.count.proposed == 0 ? "theme.count" : "theme.count-split"
            let counted: [String: PhraseArgument] = [
                "count": .number(line.count.all), "proposed": .number(line.count.proposed),
            ]
            count = phrases.text(key, counted)
            samples = line.samples.map { input in
                let excerpt = SentLine(
                    input, .received, at: .input(input.plan, input.number), title: nil, phrases: phrases
                ).excerpt
                return PageLink(label: "\(input.number): \(excerpt)", address: .input(input.plan, input.number))
            }
            self.others = others.map(Other.init)
            withInputs =
                line.count.proposed > 0
                ? phrases.text("theme.with-inputs", ["count": .number(line.count.proposed)]) : nil
        }

        static let fields: PageFields<Card> = [
            .text("themeName") { $0.theme.name },
            .text("themeID") { $0.theme.id.rawValue },
            .text("words") { $0.words },
            .text("count") { $0.count },
            .text("list") { SiteAddress.inputs($0.theme.plan, [("thema", $0.theme.id.rawValue)]).path },
            .flag("hasSamples") { !$0.samples.isEmpty },
            .list("samples") { $0.samples },
            .text("action") { SiteAddress.theme($0.theme.plan, $0.theme.id).path },
            .text("withInputs") { $0.withInputs },
            .flag("isProposed") { $0.theme.state == .proposed },
            .flag("hasOthers") { !$0.others.isEmpty },
            .list("others") { $0.others },
            .text("formToken") { $0.seal.token },
            .text("requestID") { $0.seal.requestID },
        ]
    }

    struct Other: PageContent {
        let theme: Theme

        static let fields: PageFields<Other> = [
            .text("otherID") { $0.theme.id.rawValue },
            .text("otherName") { $0.theme.name },
        ]
    }

    /// A name that the plan or a questionnaire uses.
    struct Suggestion: PageContent {
        let name: String
        let plan: PlanID
        let seal: FormSeal

        static let fields: PageFields<Suggestion> = [
            .text("suggested") { $0.name },
            .text("action") { SiteAddress.themes($0.plan).path },
            .text("formToken") { $0.seal.token },
            .text("requestID") { $0.seal.requestID },
        ]
    }
}
