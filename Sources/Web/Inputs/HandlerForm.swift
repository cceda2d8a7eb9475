import Phrases
import PlanDomain

/// Who handles an input (*behandelaar*), to be chosen among those who may.
struct HandlerForm {
    /// For an input that waits for all who may handle it.
    static let everybody = "iedereen"

    let handlers: [InputHandler]
    let phrases: Phrases

    func form(holding handler: InputHandler?) -> SiteForm {
        SiteForm(fields, holding: ["behandelaar": handler?.person.id.rawValue ?? Self.everybody])
    }

    func form(typed: FormValues) -> SiteForm { SiteForm(fields, typed: typed) }

    func content(
        _ form: SiteForm, of number: InputNumber, in plan: PlanID, seal: FormSeal
    ) -> FormContent {
        FormContent(
            form, to: .inputHandler(plan, number), seal: seal, submit: phrases.text("inputs.assign"), phrases: phrases)
    }

    /// "Behandelaar sociaal domein (Hanna Vos)".
    static func name(of handler: InputHandler, _ phrases: Phrases) -> String {
        phrases.text(
            "inputs.handler-name", ["function": .text(handler.function), "name": .text(handler.person.name)])
    }

    private var fields: [FormField] {
        let everybody = FormChoice(Self.everybody, phrases.text("inputs.handler-everybody"))
        let people = handlers.map { FormChoice($0.person.id.rawValue, Self.name(of: $0, phrases)) }
        return [
            FormField(
                "behandelaar", phrases.text("inputs.field.handler"), .select([everybody] + people),
                hint: phrases.text("inputs.field.handler-hint"))
        ]
    }
}
