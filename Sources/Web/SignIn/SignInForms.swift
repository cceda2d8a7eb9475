import Phrases
import PlanDomain

/// The forms of signing in.
enum SignInForms {
    static func signIn(_ phrases: Phrases, back: String?) -> [FormField] {
        [
            FormField("mail", phrases.text("signin.mail"), .mail, autocomplete: "username"),
            FormField(
                "wachtwoord", phrases.text("signin.password"), .password, limit: PasswordRule.longest,
                autocomplete: "current-password"),
        ] + self.back(back)
    }

    static func code(_ phrases: Phrases, back: String?, hint: String = "signin.code-hint") -> [FormField] {
        [
            FormField(
                "code", phrases.text("signin.code"), .code, hint: phrases.text(hint), limit: 20,
                autocomplete: "one-time-code")
        ] + self.back(back)
    }

    static func recovery(_ phrases: Phrases, back: String?) -> [FormField] {
        [
            FormField(
                "herstelcode", phrases.text("signin.recovery-code"), hint: phrases.text("signin.recovery-hint"),
                limit: 40, autocomplete: "off")
        ] + self.back(back)
    }

    static func newLink(_ phrases: Phrases) -> [FormField] {
        [FormField("mail", phrases.text("signin.mail"), .mail, autocomplete: "email")]
    }

    /// Asked again before codes that were set up are replaced.
    static func presentPassword(_ phrases: Phrases) -> FormField {
        FormField(
            "wachtwoord", phrases.text("signin.present-password"), .password, limit: PasswordRule.longest,
            autocomplete: "current-password")
    }

    static func newPassword(_ phrases: Phrases) -> FormField {
        FormField(
            "nieuw-wachtwoord", phrases.text("signin.new-password"), .password,
            hint: phrases.text("signin.new-password-hint", ["limit": .number(PasswordRule.shortest)]),
            limit: PasswordRule.longest, autocomplete: "new-password")
    }

    /// Where the reader was going, carried along.
    private static func back(_ back: String?) -> [FormField] {
        back == nil ? [] : [FormField("terug", "", .hidden, isRequired: false, limit: 300)]
    }
}
