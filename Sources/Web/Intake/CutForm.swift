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
        guard let input = taken.input(&form) else { return nil }
        return WrittenCut(words: words.isEmpty ? nil : words, before: before, input: input)
    }

    private var taken: TakenWords { TakenWords(sections: sections, phrases: phrases) }

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
        [
            FormField(
                "passage", phrases.text("intake.cut.passage"), .textarea(rows: 4),
                hint: phrases.text("intake.cut.passage-hint"), isRequired: false, limit: 20_000),
            FormField("ervoor", "", .hidden, isRequired: false),
        ] + taken.about + [
            FormField(
                "tekst", phrases.text("intake.cut.text"), .textarea(rows: 4),
                hint: phrases.text("intake.cut.text-hint"), isRequired: false, limit: 20_000),
            taken.proposal,
        ]
    }
}
