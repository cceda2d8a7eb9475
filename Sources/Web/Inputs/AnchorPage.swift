import Phrases
import PlanDomain

/// A passage as it was read beside what the program thinks it became.
struct AnchorPage: SitePage {
    static let template = "anchor"
    let heading: String
    let lead: String
    let was: Sight?
    let now: Sight?
    let change: PageLink?
    let form: FormContent

    init(_ sight: AnchorSight, number: InputNumber, of plan: ProjectedPlan, form: FormContent, phrases: Phrases) {
        heading = phrases.text("inputs.place.heading", ["input": .text(number.description)])
        lead = phrases.text("inputs.place.lead.\(sight.place.state.rawValue)")
        was = sight.was.map(Sight.init)
        now = sight.now.map(Sight.init)
        change = sight.change.flatMap { change in
            guard let parent = change.parent,
                let section = change.sections.first(where: { $0.section == sight.was?.section })?.section
                    ?? change.sections.first?.section
            else { return nil }
            let told: [String: PhraseArgument] = [
                "summary": .text(change.summary), "moment": .text(phrases.moment(change.madeAt)),
                "function": .text(change.author.function),
            ]
            return PageLink(
                label: phrases.text("inputs.place.change", told),
                address: .comparison(plan.id, section, from: parent, to: change.id))
        }
        self.form = form
    }

    static let fields: PageFields<AnchorPage> = [
        .text("heading") { $0.heading },
        .text("lead") { $0.lead },
        .part("was") { $0.was },
        .part("now") { $0.now },
        .part("change") { $0.change },
        .part("form") { $0.form },
    ]

    struct Sight: PageContent {
        let sight: PassageSight

        init(_ sight: PassageSight) { self.sight = sight }

        static let fields: PageFields<Sight> = [
            .text("title") { $0.sight.title },
            .text("before") { $0.sight.before },
            .text("quoted") { $0.sight.quote },
            .text("after") { $0.sight.after },
        ]
    }
}
