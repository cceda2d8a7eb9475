import Phrases
import PlanDomain
import Workflow

/// The questions of the filter, each answer with how many inputs it would leave. An answer that would leave none is not
/// offered, unless it is the one that was given.
struct FilterFields {
    let view: DeskView
    let filter: InputFilter
    let titles: [(SectionID, String)]
    let rounds: [(RoundID, String)]
    let themes: [(ThemeID, String)]
    let phrases: Phrases

    var fields: [FieldContent] {
        let values = FormValues(Dictionary(filter.pairs.map { ($0.0, [$0.1]) }) { first, _ in first })
        return (counted + (view.mayHandle ? handling : []) + [words, order]).map {
            FieldContent($0, values: values, fault: nil, phrases: phrases)
        }
    }

    private var counted: [FormField] {
        let (query, facets) = (filter.query, view.facets)
        let submitters = Set(facets.submitters.keys).union([query.submitter].compactMap { $0 }).sorted()
        return [
            select(
                "sectie", "inputs.filter.section", titles.map { ($0.0, $0.0.rawValue, $0.1) }, facets.sections,
                query.section),
            select(
                "organisatie", "inputs.filter.organisation", submitters.map { ($0, $0, $0) }, facets.submitters,
                query.submitter),
            select(
                "stand", "inputs.filter.state",
                InputStanding.State.allCases.map { state in
                    let key = "inputs.state.\(state.rawValue)"
                    return (state, state.rawValue, phrases.text(key))
                }, facets.states, query.state),
            select(
                "uitkomst", "inputs.filter.outcome",
                Outcome.allCases.map { outcome in
                    let key = "inputs.outcome.\(outcome.rawValue)"
                    return (outcome, outcome.rawValue, phrases.text(key))
                }, facets.outcomes, query.outcome),
            select(
                "kanaal", "inputs.channel-label",
                Input.Channel.allCases.map { channel in
                    let key = "inputs.channel.\(channel.rawValue)"
                    return (channel, channel.rawValue, phrases.text(key))
                }, facets.channels, query.channel),
            select("ronde", "inputs.round", rounds.map { ($0.0, $0.0.rawValue, $0.1) }, facets.rounds, query.round),
        ]
            + (themes.isEmpty
                ? []
                : [
                    select(
                        "thema", "theme.label", themes.map { ($0.0, $0.0.rawValue, $0.1) }, facets.themes, query.theme)
                ])
    }

    private var handling: [FormField] {
        let (query, facets) = (filter.query, view.facets)
        let people = view.handlers.map { handler -> (DeskQuery.Handling, String, String) in
            let handling = DeskQuery.Handling.person(handler.person.id)
            return (handling, filter.name(handling), HandlerForm.name(of: handler, phrases))
        }
        let nobody: [(DeskQuery.Handling, String, String)] = [
            (.nobody, InputFilter.nobody, phrases.text("handling.nobody"))
        ]
        // Oneself first, as it is asked most.
        let own = people.filter { $0.1 == InputFilter.me }.map { ($0.0, $0.1, phrases.text("handling.me")) }
        let others = people.filter { $0.1 != InputFilter.me }
        let readings = InputFilter.readings.sorted { $0.key < $1.key }.map { name, reading in
            let key = "handling.reading.\(reading.rawValue)"
            return (reading, name, phrases.text(key))
        }
        return [
            select("behandelaar", "inputs.field.handler", own + nobody + others, facets.handlers, query.handler),
            select("gelezen", "handling.reading.label", readings, facets.readings, query.reading),
        ] + (facets.opposed > 0 || query.isOpposed == true ? [opposed] : [])
    }

    private var opposed: FormField {
        select(
            "antwoord", "likeness.opposed.filter",
            [(true, InputFilter.opposed, phrases.text("likeness.opposed.only"))],
            [true: view.facets.opposed], filter.query.isOpposed)
    }

    private var words: FormField {
        FormField(
            "zoek", phrases.text("inputs.filter.words"), hint: phrases.text("handling.words-hint"), isRequired: false,
            isMarkedOptional: false)
    }

    private var order: FormField {
        let choices = DeskQuery.Order.allCases.map { order in
            let key = "handling.order.\(order.rawValue)"
            return FormChoice(order.rawValue, phrases.text(key))
        }
        return FormField(
            "volgorde", phrases.text("handling.order.label"), .select(choices), isRequired: false,
            isMarkedOptional: false)
    }

    private func select<Value: Hashable>(
        _ name: String, _ label: String, _ answers: [(Value, String, String)], _ counts: [Value: Int], _ given: Value?
    ) -> FormField {
        let choices = answers.filter { counts[$0.0] != nil || $0.0 == given }.map { value, text, label in
            let words: [String: PhraseArgument] = ["answer": .text(label), "count": .number(counts[value] ?? 0)]
            return FormChoice(text, phrases.text("handling.counted", words))
        }
        return FormField(name, phrases.text(label), .select(choices), isRequired: false, isMarkedOptional: false)
    }
}
