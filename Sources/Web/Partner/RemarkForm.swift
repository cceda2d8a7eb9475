import Phrases
import PlanDomain

/// The questions of one reaction: about a section and a passage of it, or about the plan as a whole.
///
/// Nothing but the choice of the kind is required here: a reaction may be kept half written, and the check page says
/// what is missing.
struct RemarkForm {
    /// What it is about.
    enum Subject: Equatable {
        case section(SectionID)
        case plan
    }

    let subject: Subject
    /// Whether the text that it is about stands above it, to choose from.
    var standsUnderText = false
    let phrases: Phrases

    func form(typed: FormValues) -> SiteForm { SiteForm(fields, typed: typed) }

    /// With a passage that was chosen, for a reaction that is still to be written.
    func form(on passage: PlanDomain.Passage?, question: Int? = nil) -> SiteForm {
        var values = ["soort": subject == .plan ? InputKind.general.rawValue : InputKind.remark.rawValue]
        if let passage { values.merge(Self.values(passage)) { $1 } }
        if let question { values["vraag"] = String(question) }
        return SiteForm(fields, holding: values)
    }

    /// With what was written before.
    func form(holding content: InputContent) -> SiteForm {
        var values = ["soort": content.kind.rawValue, "tekst": content.text, "voorstel": content.proposal ?? ""]
        if let anchor = content.anchor {
            let passage = PlanDomain.Passage(quote: anchor.quote, prefix: anchor.prefix, suffix: anchor.suffix)
            values.merge(Self.values(passage)) { $1 }
        }
        return SiteForm(fields, holding: values)
    }

    private static func values(_ passage: PlanDomain.Passage) -> [String: String] {
        ["passage": passage.quote, "ervoor": passage.prefix, "erna": passage.suffix]
    }

    /// What was filled in; errors are noted at the form. Nil where it cannot be used.
    ///
    /// - Parameter questions: of the round; an answer is kept together with its question.
    func written(_ form: inout SiteForm, questions: [String] = []) -> WrittenInput? {
        let kind = form.choice("soort").flatMap(InputKind.init(rawValue:))
        var text = form.text("tekst")
        let section: SectionID? = if case .section(let id) = subject { id } else { nil }
        guard section != nil else {
            let number = form.text("vraag")
            if let index = Int(number).map({ $0 - 1 }), questions.indices.contains(index), !text.isEmpty {
                text = questions[index] + "\n\n" + text
            }
            return form.isSound ? kind.map { WrittenInput(kind: $0, text: text) } : nil
        }
        let (quote, before, after) = (form.text("passage"), form.text("ervoor"), form.text("erna"))
        let proposal = form.text("voorstel")
        guard form.isSound, let kind else { return nil }
        return WrittenInput(
            kind: kind, section: section,
            passage: quote.isEmpty ? nil : PlanDomain.Passage(quote: quote, prefix: before, suffix: after), text: text,
            proposal: proposal)
    }

    /// The field that a refusal of the domain is about.
    static func field(of error: PlanError) -> String {
        error.reason.key.hasPrefix("input.passage") ? "passage" : "tekst"
    }

    private var fields: [FormField] {
        switch subject {
        case .section: sectionFields
        case .plan: planFields
        }
    }

    private var sectionFields: [FormField] {
        [
            FormField(
                "passage", phrases.text("partner.field.passage"), .textarea(rows: 4),
                hint: phrases.text(
                    standsUnderText ? "partner.field.passage-hint" : "partner.field.passage-hint-alone"),
                isRequired: false),
            FormField("ervoor", "", .hidden, isRequired: false),
            FormField("erna", "", .hidden, isRequired: false),
            FormField(
                "soort", phrases.text("partner.field.kind"), .radios(choices([.remark, .replacement, .question]))),
            FormField(
                "tekst", phrases.text("partner.field.text"), .textarea(rows: 5),
                hint: phrases.text("partner.field.text-hint"), isRequired: false, isMarkedOptional: false,
                limit: Self.textLimit),
            FormField(
                "voorstel", phrases.text("partner.field.proposal"), .textarea(rows: 5),
                hint: phrases.text("partner.field.proposal-hint"), isRequired: false, isMarkedOptional: false,
                limit: Self.textLimit),
        ]
    }

    private var planFields: [FormField] {
        [
            FormField("vraag", "", .hidden, isRequired: false),
            FormField("soort", phrases.text("partner.field.kind"), .radios(choices([.general, .question]))),
            FormField(
                "tekst", phrases.text("partner.field.text"), .textarea(rows: 8),
                hint: phrases.text("partner.field.text-hint"), isRequired: false, isMarkedOptional: false,
                limit: Self.textLimit),
        ]
    }

    private func choices(_ kinds: [InputKind]) -> [FormChoice] {
        kinds.map { kind in
            FormChoice(
                kind.rawValue, phrases.text("inputs.kind.\(kind.rawValue)"),
                hint: phrases.text("partner.kind-hint.\(kind.rawValue)"))
        }
    }

    /// As the domain takes it, in characters.
    private static let textLimit = 20_000
}

extension InputContent {
    /// What a form that changes it is about.
    var subject: RemarkForm.Subject { section.map(RemarkForm.Subject.section) ?? .plan }
}
