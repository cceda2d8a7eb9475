import Foundation
import Phrases
import PlanDomain
import Workflow

/// What is written down of a letter, a mail or another document before it is cut into inputs.
struct IntakeForm {
    /// Those that take letters or mail.
    let rounds: [RoundView]
    /// Those that take part in the plan.
    let organisations: [Organisation]
    let phrases: Phrases

    static let textLimit = 500_000

    /// - Parameter today: the likely day of arrival of what lies on the desk.
    func form(on today: CalendarDate) -> SiteForm {
        var values = rounds.count == 1 ? ["ronde": rounds[0].round.id.rawValue] : [:]
        for (part, number) in zip(FormField.dateParts(of: "dag"), [today.day, today.month, today.year]) {
            values[part] = String(number)
        }
        return SiteForm(fields, holding: values)
    }

    func form(typed: FormValues) -> SiteForm { SiteForm(fields, typed: typed) }

    /// Nil where something is missing or cannot be; that is noted at the form.
    func written(_ form: inout SiteForm) -> WrittenIntake? {
        let round = form.choice("ronde").flatMap { RoundID($0) }
        let kind = form.choice("soort").flatMap(IntakeDocument.Kind.init(rawValue:))
        let day = form.date("dag")
        let organisation = form.choice("organisatie")
        let (name, mail, address) = (form.text("naam"), form.mail("mail"), form.text("adres"))
        let (title, text) = (form.text("titel"), form.text("tekst"))
        let file = form.file("bestand")
        if organisation != nil, !name.isEmpty || mail != nil || !address.isEmpty {
            form.refuse("organisatie", Reason("intake.two-senders"))
        }
        if file == nil, text.isEmpty, form.isSound { form.refuse("bestand", Reason("intake.nothing")) }
        guard form.isSound, let round, let kind, let day else { return nil }
        var written = WrittenIntake(round: round, kind: kind, arrivedOn: day)
        written.organisation = organisation.map(Organisation.init(name:))
        (written.name, written.mail, written.address) = (name, mail, address)
        (written.title, written.text) = (title, text)
        written.file = file.map { ReadDocument.Enclosure(name: $0.name, bytes: Data($0.bytes)) }
        return written
    }

    /// The field that a refusal of the domain is about.
    static func field(of error: PlanError) -> String {
        switch error.reason.key {
        case "intake.day-to-come": "dag"
        case "intake.organisation-unknown": "organisatie"
        case let key where key.hasPrefix("intake.no-channel") || key.hasPrefix("round."): "ronde"
        case "consultation.text-long": "tekst"
        default: "bestand"
        }
    }

    var round: FormField {
        FormField(
            "ronde", phrases.text("intake.field.round"),
            .radios(
                rounds.map { view in
                    FormChoice(view.round.id.rawValue, view.round.title, hint: RoundPage.period(view, phrases))
                }))
    }

    var arrival: FormField {
        FormField("dag", phrases.text("intake.field.day"), .date, hint: phrases.text("intake.field.day-hint"))
    }

    private var fields: [FormField] {
        let kinds: [IntakeDocument.Kind] = [.letter, .mail, .document]
        return [
            round,
            FormField(
                "soort", phrases.text("intake.field.kind"),
                .radios(kinds.map { FormChoice($0.rawValue, phrases.text("intake.kind.\($0.rawValue)")) })),
            FormField(
                "bestand", phrases.text("intake.field.file"),
                .file(accept: ".pdf,.docx,.odt,.eml,.txt", megabytes: SourceType.sizeLimit >> 20),
                hint: phrases.text("intake.field.file-hint", ["limit": .number(SourceType.sizeLimit >> 20)]),
                isRequired: false),
            FormField(
                "tekst", phrases.text("intake.field.text"), .textarea(rows: 8),
                hint: phrases.text("intake.field.text-hint"), isRequired: false, limit: Self.textLimit),
            arrival,
            FormField(
                "organisatie", phrases.text("intake.field.organisation"),
                .select(organisations.map { FormChoice($0.name, $0.name) }),
                hint: phrases.text("intake.field.organisation-hint"), isRequired: false),
            FormField(
                "naam", phrases.text("intake.field.name"), hint: phrases.text("intake.field.name-hint"),
                isRequired: false, autocomplete: "off"),
            FormField(
                "mail", phrases.text("intake.field.mail"), .mail, hint: phrases.text("intake.field.mail-hint"),
                isRequired: false, autocomplete: "off"),
            FormField(
                "adres", phrases.text("intake.field.address"), .textarea(rows: 3), isRequired: false, limit: 500),
            FormField(
                "titel", phrases.text("intake.field.title"), hint: phrases.text("intake.field.title-hint"),
                isRequired: false),
        ]
    }
}
