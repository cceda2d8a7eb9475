import Phrases
import PlanDomain

/// Under which theme an input is put.
struct ThemeChoice {
    static let none = "geen"

    /// Those that are confirmed.
    let themes: [Theme]
    let phrases: Phrases

    func form(holding present: InputTheme?) -> SiteForm {
        SiteForm(fields(present), holding: ["thema": present?.theme.rawValue ?? Self.none])
    }

    func form(typed: FormValues) -> SiteForm { SiteForm(fields(nil), typed: typed) }

    /// What was chosen; nil where nothing sound was.
    func chosen(_ form: inout SiteForm) -> ThemeID?? {
        guard let text = form.choice("thema"), form.isSound else { return nil }
        return .some(themes.first { $0.id.rawValue == text }?.id)
    }

    var field: FormField {
        let choices = themes.map { FormChoice($0.id.rawValue, $0.name) }
        let none = FormChoice(Self.none, phrases.text("theme.none"))
        return FormField("thema", phrases.text("theme.field"), .select(choices + [none]))
    }

    private func fields(_ present: InputTheme?) -> [FormField] {
        var field = field
        if let present, !present.isConfirmed { field.hint = phrases.text("theme.is-proposal") }
        return [field]
    }
}
