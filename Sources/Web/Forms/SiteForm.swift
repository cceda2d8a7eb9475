import PlanDomain
import Workflow

/// A form with what was typed into it and what is wrong with that.
///
/// A handler reads each answer once. Whatever cannot be taken is noted at its field, and an answer that says nothing
/// comes back in its place, so that a form is read to its end and shows all its errors together:
///
///     var form = PersonForm.form(phrases, typed: context.form)
///     let name = form.text("naam")
///     let mail = form.mail("mail")
///     guard form.isSound, let mail else { return try showAgain(form) }
struct SiteForm: Sendable {
    private(set) var fields: [FormField]
    private(set) var values: FormValues
    private(set) var errors: [FormFault] = []

    /// A form that was not filled in yet, with what is known already.
    init(_ fields: [FormField], holding values: [String: String] = [:]) {
        self.init(fields, typed: FormValues(values.mapValues { [$0] }))
    }

    init(_ fields: [FormField], typed values: FormValues) {
        self.fields = fields
        self.values = values
    }

    var isSound: Bool { errors.isEmpty }

    func field(_ name: String) -> FormField? { fields.first { $0.name == name } }

    /// Asks one thing more, because of what was typed.
    mutating func ask(_ field: FormField) { fields.append(field) }

    /// Notes what is wrong with an answer. Of one field the first error is kept.
    mutating func refuse(_ name: String, _ reason: Reason) {
        guard !errors.contains(where: { $0.field == name }) else { return }
        errors.append(FormFault(field: name, reason: reason))
    }

    /// Notes at a field what a rule of the domain said.
    mutating func refuse(_ name: String, _ error: PlanError) { refuse(name, error.reason) }
}

/// What is wrong with one answer.
struct FormFault: Equatable, Sendable {
    /// The name of a field; one that the form does not have stands for the form as a whole.
    let field: String
    let reason: Reason
}
