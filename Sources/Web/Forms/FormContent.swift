import Phrases
import PlanDomain

/// A whole form as it stands on a page: the summary of its errors on top, its fields, its buttons.
///
/// `{{#form}}{{>form}}{{/form}}` prints all of it. A page that puts its fields elsewhere opens the form itself and
/// prints `{{>errors}}`, `{{>seal}}` and its own `FieldContent`s by `{{>field}}`.
struct FormContent: PageContent {
    let action: String
    let seal: FormSeal
    let errors: [ErrorLink]
    let fields: [FieldContent]
    let hasFiles: Bool
    let submit: String
    /// "Stap 2 van 4".
    var step: String?
    /// Where somebody goes who does not want to send it.
    var cancel: PageLink?
    /// Whether it does what cannot be undone.
    var isGrave = false
    /// Whether it came too late: what was typed is there to be copied, and cannot be sent.
    var isClosed = false

    init(_ form: SiteForm, to action: SiteAddress, seal: FormSeal, submit: String, phrases: Phrases) {
        self.action = action.path
        self.seal = seal
        self.submit = submit
        errors = form.errors.map { fault in
            ErrorLink(
                text: phrases.sentence(fault.reason), anchor: form.field(fault.field)?.anchor,
                label: form.field(fault.field)?.label)
        }
        fields = form.fields.map { field in
            FieldContent(
                field, values: form.values, fault: form.errors.first { $0.field == field.name }, phrases: phrases)
        }
        hasFiles = form.fields.contains { $0.kind.shape == .file }
    }

    /// The field of that name, for a page that puts it in a place of its own.
    func field(_ name: String) -> FieldContent? { fields.first { $0.field.name == name } }

    /// As one of so many steps.
    func step(_ number: Int, of count: Int, _ phrases: Phrases) -> FormContent {
        var form = self
        form.step = phrases.text("web.form.step", ["number": .number(number), "total": .number(count)])
        return form
    }

    func cancel(_ label: String, _ address: SiteAddress) -> FormContent {
        var form = self
        form.cancel = PageLink(label: label, address: address)
        return form
    }

    func grave() -> FormContent {
        var form = self
        form.isGrave = true
        return form
    }

    func closed(_ isClosed: Bool) -> FormContent {
        var form = self
        form.isClosed = isClosed
        return form
    }

    static let fields: PageFields<FormContent> = [
        .text("formAction") { $0.action },
        .text("formToken") { $0.seal.token },
        .text("requestID") { $0.seal.requestID },
        .flag("hasErrors") { !$0.errors.isEmpty },
        .list("errors") { $0.errors },
        .list("formFields") { $0.fields },
        .flag("hasFiles") { $0.hasFiles },
        .text("submit") { $0.submit },
        .text("step") { $0.step },
        .part("cancel") { $0.cancel },
        .flag("isGrave") { $0.isGrave },
        .flag("isClosed") { $0.isClosed },
    ]

    /// A line of the summary; it leads to the field, where there is one.
    struct ErrorLink: PageContent {
        let text: String
        let anchor: String?
        let label: String?

        /// What it is about, before what is wrong: "Naam:", or the whole sentence where the label is one.
        private var opening: String? {
            label.map { label in label.last.map { ".?!:".contains($0) } == true ? label : label + ":" }
        }

        static let fields: PageFields<ErrorLink> = [
            .text("errorText") { $0.text },
            .text("errorAnchor") { $0.anchor },
            // A question needs no colon after it.
            .text("errorLabel") { $0.opening },
        ]
    }
}
