import Phrases

/// A form that could not be taken in because its sender was signed out meanwhile or its token had grown old: everything
/// that was typed, and a button that sends it again.
struct ResendPage: SitePage {
    static let template = "resend"
    let heading: String
    let explanation: String
    let action: String
    let seal: FormSeal
    let fields: [Field]
    let needsSignIn: Bool
    let hadFiles: Bool

    enum Cause: String {
        /// Nobody is signed in any more.
        case session
        /// Another session, another browser, or a page that was open for very long.
        case token
    }

    init(_ form: FormValues, cause: Cause, action: String, seal: FormSeal, phrases: Phrases) {
        heading = phrases.text("web.resend.\(cause.rawValue).heading")
        explanation = phrases.text("web.resend.\(cause.rawValue).explanation")
        self.action = action
        self.seal = seal
        fields = form.fields.filter { !Self.isSecret($0.name) && !$0.name.hasPrefix("_") }.map { field in
            Field(name: field.name, value: field.value)
        }
        needsSignIn = cause == .session
        hadFiles = !form.uploads.isEmpty
    }

    /// Passwords and codes are typed anew.
    private static func isSecret(_ name: String) -> Bool {
        ["wachtwoord", "code"].contains { name.contains($0) }
    }

    static let fields: PageFields<ResendPage> = [
        .text("heading") { $0.heading },
        .text("explanation") { $0.explanation },
        .text("formAction") { $0.action },
        .text("formToken") { $0.seal.token },
        .text("requestID") { $0.seal.requestID },
        .list("kept") { $0.fields },
        .flag("hasKept") { !$0.fields.isEmpty },
        .flag("needsSignIn") { $0.needsSignIn },
        .flag("hadFiles") { $0.hadFiles },
        .text("signIn") { _ in SiteAddress.signIn.path },
    ]

    struct Field: PageContent {
        let name: String
        let value: String

        static let fields: PageFields<Field> = [
            .text("keptName") { $0.name },
            .text("keptValue") { $0.value },
        ]
    }
}
