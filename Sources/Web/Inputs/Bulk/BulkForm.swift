import Phrases
import PlanDomain

/// What somebody wants to do with many inputs, and what must be filled in for it.
struct BulkForm {
    /// As addresses and forms name it.
    enum Kind: String, CaseIterable {
        case assign = "toewijzen"
        case admit = "toelaten"
        case propose = "afdoen"
        case adopt = "vaststellen"
        case theme = "thema"
    }

    let kind: Kind
    let numbers: [InputNumber]
    let handlers: [InputHandler]
    /// Those that are confirmed.
    var themes: [Theme] = []
    let phrases: Phrases

    func form() -> SiteForm { SiteForm(fields, typed: FormValues(hidden.mapValues { [$0] })) }

    /// What was chosen stays what it was, whatever else was sent.
    func form(typed: FormValues) -> SiteForm { SiteForm(fields, typed: typed) }

    /// Nil where the form is not sound.
    func deed(_ form: inout SiteForm) -> BulkDesk.Deed? {
        switch kind {
        case .admit: return .admit
        case .adopt: return .adopt
        case .theme:
            return ThemeChoice(themes: themes, phrases: phrases).chosen(&form).map { .theme($0) }
        case .assign:
            guard let chosen = form.choice("behandelaar") else { return nil }
            return .assign(handlers.first { $0.person.id.rawValue == chosen }?.person.id)
        case .propose:
            let (outcome, reason) = (form.choice("uitkomst").flatMap(Outcome.init(rawValue:)), form.text("reden"))
            guard form.isSound, let outcome else { return nil }
            return .propose(outcome, reason: reason)
        }
    }

    /// What the form carries out of sight.
    private var hidden: [String: String] {
        ["doe": kind.rawValue, "nummers": NumberRanges.text(of: numbers)]
    }

    private var fields: [FormField] {
        let carried = [FormField("doe", "", .hidden), FormField("nummers", "", .hidden, limit: 120_000)]
        switch kind {
        case .admit, .adopt: return carried
        case .theme: return [ThemeChoice(themes: themes, phrases: phrases).field] + carried
        case .assign:
            let everybody = FormChoice(HandlerForm.everybody, phrases.text("inputs.handler-everybody"))
            let people = handlers.map { FormChoice($0.person.id.rawValue, HandlerForm.name(of: $0, phrases)) }
            let label = phrases.text("bulk.field.handler")
            return [FormField("behandelaar", label, .select([everybody] + people))] + carried
        case .propose:
            let outcomes = Outcome.allCases.filter { $0 != .withdrawn && $0 != .duplicate }.map { outcome in
                let (label, hint) = ("inputs.outcome.\(outcome.rawValue)", "inputs.outcome-hint.\(outcome.rawValue)")
                return FormChoice(outcome.rawValue, phrases.text(label), hint: phrases.text(hint))
            }
            let fields = ReplyText.fields.map { "{\($0)}" }
            return [
                FormField("uitkomst", phrases.text("inputs.field.outcome"), .radios(outcomes)),
                FormField(
                    "reden", phrases.text("inputs.field.reason"), .textarea(rows: 6),
                    hint: phrases.text("bulk.field.reason-hint", ["fields": .text(phrases.list(fields))]),
                    isRequired: false),
            ] + carried
        }
    }
}
