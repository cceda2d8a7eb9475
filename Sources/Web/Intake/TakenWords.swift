import Phrases
import PlanDomain
import Workflow

/// What the office fills in of an input that it takes in for somebody else: its kind, what it is about, and what it says.
struct TakenWords {
    /// The sections of the text that people react to, by id and printed title.
    let sections: [(SectionID, String)]
    let phrases: Phrases

    /// Nil where something of the form cannot be; that is noted at the form.
    func input(_ form: inout SiteForm) -> WrittenInput? {
        let kind = form.choice("soort").flatMap(InputKind.init(rawValue:))
        let section = form.choice("sectie").flatMap { SectionID($0) }
        let (quote, text, proposal) = (form.text("citaat"), form.text("tekst"), form.text("voorstel"))
        guard form.isSound, let kind else { return nil }
        let isGeneral = kind == .remark && section == nil
        return WrittenInput(
            kind: isGeneral ? .general : kind, section: section,
            passage: quote.isEmpty ? nil : PlanDomain.Passage(quote: quote), text: text, proposal: proposal)
    }

    /// Its kind, and the place that it is about.
    var about: [FormField] {
        let kinds: [InputKind] = [.remark, .replacement, .question]
        return [
            FormField(
                "soort", phrases.text("intake.cut.kind"),
                .radios(kinds.map { FormChoice($0.rawValue, phrases.text("inputs.kind.\($0.rawValue)")) })),
            FormField(
                "sectie", phrases.text("intake.cut.section"),
                .select(sections.map { FormChoice($0.0.rawValue, $0.1) }),
                hint: phrases.text("intake.cut.section-hint"), isRequired: false),
            FormField(
                "citaat", phrases.text("intake.cut.quote"), .textarea(rows: 2),
                hint: phrases.text("intake.cut.quote-hint"), isRequired: false),
        ]
    }

    var proposal: FormField {
        FormField(
            "voorstel", phrases.text("intake.cut.proposal"), .textarea(rows: 3),
            hint: phrases.text("intake.cut.proposal-hint"), isRequired: false, limit: 20_000)
    }
}
