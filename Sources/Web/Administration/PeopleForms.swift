import Phrases
import PlanDomain

/// The forms about people and their functions.
struct PeopleForms {
    let phrases: Phrases
    let roles: [FormChoice]
    let plans: [FormChoice]

    var person: [FormField] {
        [
            FormField("naam", phrases.text("account.name"), autocomplete: "off"),
            FormField(
                "mail", phrases.text("signin.mail"), .mail, hint: phrases.text("admin.people.mail-hint"),
                autocomplete: "off"),
            FormField(
                "taal", phrases.text("account.language"),
                .radios(
                    Language.allCases.map { FormChoice($0.rawValue, phrases.text("account.languages.\($0.rawValue)")) })
            ),
        ]
    }

    /// Without a plan it holds for all of them.
    var appointment: [FormField] {
        [
            FormField("rol", phrases.text("admin.role"), .select(roles)),
            FormField("functie", phrases.text("admin.function"), hint: phrases.text("admin.function-hint")),
            FormField(
                "plan", phrases.text("admin.plan"), .select(plans), hint: phrases.text("admin.plan-hint"),
                isRequired: false),
            FormField(
                "van", phrases.text("admin.first-day"), .date, hint: phrases.text("admin.first-day-hint"),
                isRequired: false),
            FormField(
                "tot", phrases.text("admin.last-day"), .date, hint: phrases.text("admin.last-day-hint"),
                isRequired: false),
        ]
    }

    var newPerson: [FormField] {
        person + appointment + [
            FormField(
                "link", phrases.text("admin.people.link"),
                .radios([
                    FormChoice("mail", phrases.text("admin.people.link-mail")),
                    FormChoice("toon", phrases.text("admin.people.link-show")),
                ]), hint: phrases.text("admin.people.link-hint"))
        ]
    }
}
