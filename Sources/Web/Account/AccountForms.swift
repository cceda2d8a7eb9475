import Phrases
import PlanDomain

/// The forms of the account page.
enum AccountForms {
    static func details(_ phrases: Phrases) -> [FormField] {
        [
            FormField("naam", phrases.text("account.name"), autocomplete: "name"),
            FormField(
                "taal", phrases.text("account.language"),
                .radios(
                    Language.allCases.map { FormChoice($0.rawValue, phrases.text("account.languages.\($0.rawValue)")) })
            ),
            FormField(
                "post", phrases.text("account.mail-when"),
                .radios(
                    MailPreference.allCases.map { preference in
                        FormChoice(preference.rawValue, phrases.text(label(preference)))
                    }), hint: phrases.text("account.mail-when-hint")),
        ]
    }

    static func password(_ phrases: Phrases) -> [FormField] {
        [SignInForms.presentPassword(phrases), SignInForms.newPassword(phrases)]
    }

    private static func label(_ preference: MailPreference) -> String {
        switch preference {
        case .daily: "account.mail-daily"
        case .atOnce: "account.mail-at-once"
        }
    }
}
