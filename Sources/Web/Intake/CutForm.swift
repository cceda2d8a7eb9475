import Phrases
import PlanDomain
import Workflow

/// What becomes of a passage of a document: of what kind it is, what it is about, and what it comes down to.
struct CutForm {
    /// The sections of the text that people react to, by id and printed title.
    let sections: [(SectionID, String)]
    let phrases: Phrases

    func form() -> SiteForm { SiteForm(fields, holding: ["soort": InputKind.remark.rawValue]) }

    func form(typed: FormValues) -> SiteForm { SiteForm(fields, typed: typed) }

    /// Nil where something cannot be; that is noted at the form.
    func written(_ form: inout SiteForm) -> WrittenCut? {
        let (words, before) = (form.text("passage"), form.text("ervoor"))
        let kind = form.choice("soort").flatMap(InputKind.init(rawValue:))
        let section = form.choice("sectie").flatMap { SectionID($0) }
        let (quote, text, proposal) = (form.text("citaat"), form.text("tekst"), form.text("voorstel"))
        guard form.isSound, let kind else { return nil }
        let isGeneral = kind == .remark && section == nil
        return WrittenCut(
            words: words.isEmpty ? nil : words, before: before,
            input: WrittenInput(
                kind: isGeneral ? .general : kind, section: section,
                passage: quote.isEmpty ? nil : PlanDomain.Passage(quote: quote), text: text, proposal: proposal))
    }

    /// The field that a refusal of the domain is about.
    static func field(of error: PlanError) -> String {
        switch error.reason.key {
        case let key where key.hasPrefix("intake.passage"): "passage"
        case let key where key.hasPrefix("input.passage"): "citaat"
        case let key where key.hasPrefix("input.proposal"): "voorstel"
        case "section.unknown", "input.section-missing": "sectie"
        case "input.text-empty": "passage"
        case "consultation.text-long": "tekst"
        default: ""
        }
    }

    private var fields: [FormField] {
        let kinds: [InputKind] = [.remark, .replacement, .question]
        return [
            FormField(
                "passage", phrases.text("intake.cut.passage"), .textarea(rows: 4),
                hint: phrases.text("intake.cut.passage-hint"), isRequired: false, limit: 20_000),
            FormField("ervoor", "", .hidden, isRequired: false),
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
            FormField(
                "tekst", phrases.text("intake.cut.text"), .textarea(rows: 4),
                hint: phrases.text("intake.cut.text-hint"), isRequired: false, limit: 20_000),
            FormField(
                "voorstel", phrases.text("intake.cut.proposal"), .textarea(rows: 3),
                hint: phrases.text("intake.cut.proposal-hint"), isRequired: false, limit: 20_000),
        ]
    }
}
