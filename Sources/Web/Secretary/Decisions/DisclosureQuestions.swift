import Phrases
import PlanDomain
import Workflow

/// What is asked about becoming public: one of the six options, with what each of them requires.
struct DisclosureQuestions: Sendable {
    let fields: [FormField]
    /// What was chosen before, or else what the nota proposes.
    let known: [String: [String]]
    private let present: Disclosure?

    init(_ view: PlanView, phrases: Phrases) {
        let choices = Disclosure.Choice.allCases.map { choice in
            FormChoice(
                choice.rawValue, phrases.capitalized(phrases.text("disclosure.\(choice.rawValue)")),
                hint: phrases.text("secretary.disclose.\(choice.rawValue)"))
        }
        let sections = view.projected.sections.map { FormChoice("sectie:\($0.id)", $0.printedTitle) }
        let documents = view.definition.documents.map { document in
            FormChoice("stuk:\(document.id)", phrases.capitalized(phrases.text(document.label)))
        }
        fields = [
            FormField("keuze", phrases.text("secretary.disclose.choice"), .radios(choices)),
            FormField(
                "voorwaarde", phrases.text("secretary.disclose.condition"),
                hint: phrases.text("secretary.disclose.condition-hint"), isRequired: false, limit: 300),
            FormField(
                "grond", phrases.text("secretary.disclose.ground"),
                hint: phrases.text("secretary.disclose.ground-hint"), isRequired: false, limit: 200),
            FormField(
                "delen", phrases.text("secretary.disclose.parts"), .checkboxes(sections + documents),
                hint: phrases.text("secretary.disclose.parts-hint"), isRequired: false),
            FormField(
                "titels", phrases.text("secretary.disclose.titles"),
                .checkboxes([FormChoice("ja", phrases.text("secretary.disclose.hide-titles"))]), isRequired: false),
            FormField(
                "tekst-besluit", phrases.text("secretary.disclose.wording"),
                hint: phrases.text("secretary.disclose.wording-hint"), isRequired: false, limit: 500),
            .reason(phrases, isRequired: false),
        ]
        present = view.standing.disclosure
        known = Self.known(present)
    }

    private static func known(_ present: Disclosure?) -> [String: [String]] {
        guard let present else { return [:] }
        return [
            "keuze": [present.choice.rawValue], "voorwaarde": [present.condition].compactMap { $0 },
            "grond": [present.ground].compactMap { $0 }, "tekst-besluit": [present.wording].compactMap { $0 },
            "delen": present.closedParts.map { part in
                switch part.subject {
                case .section(let id): "sectie:\(id)"
                case .document(let name): "stuk:\(name)"
                }
            }, "titels": present.closedParts.contains(where: \.hidesTitle) ? ["ja"] : [],
        ]
    }

    /// What a choice does not need is not kept, so that a ground typed for another option goes no further. Nor does a
    /// sentence that was left standing from another choice: it would say the opposite of what was chosen.
    func read(_ form: inout SiteForm) -> Disclosure? {
        let choice = form.choice("keuze").flatMap(Disclosure.Choice.init)
        let condition = form.optionalText("voorwaarde")
        let ground = form.optionalText("grond")
        let typed = form.optionalText("tekst-besluit")
        let ticked = form.choices("delen")
        let hidesTitles = !form.choices("titels").isEmpty
        guard let choice else { return nil }
        let isLeftOver = choice != present?.choice && typed == present?.wording
        let wording = isLeftOver ? nil : typed
        let parts = ticked.map { ClosedPart(Self.subject($0), hidesTitle: hidesTitles) }
        let disclosure = Disclosure(
            choice, condition: choice.needs.contains(.condition) ? condition : nil,
            ground: choice.needs.contains(.ground) ? ground : nil, wording: wording,
            closedParts: choice.needs.contains(.parts) ? parts : [])
        switch disclosure.lack {
        case .condition: form.refuse("voorwaarde", Reason("desk.disclosure-condition"))
        case .parts: form.refuse("delen", Reason("desk.disclosure-parts"))
        case .ground: form.refuse("grond", Reason("desk.disclosure-ground"))
        case nil: break
        }
        return disclosure
    }

    private static func subject(_ value: String) -> ClosedPart.Subject {
        let name = String(value.drop { $0 != ":" }.dropFirst())
        return value.hasPrefix("sectie:") ? .section(name) : .document(name)
    }
}
