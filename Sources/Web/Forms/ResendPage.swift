import Phrases

/// A form that could not be taken in because its sender was signed out meanwhile or its token had grown old: everything
/// that was typed, and a button that sends it again.
struct ResendPage: SitePage {
    static let template = "resend"
    let heading: String
    let explanation: String
    let action: String
    let seal: FormSeal
    /// What somebody typed, to be read.
    let fields: [Field]
    /// Choices, marks and empty boxes, which say nothing to a reader and go along.
    let carried: [Field]
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
        let kept = form.fields.filter { !Self.isSecret($0.name) && !$0.name.hasPrefix("_") }.map { field in
            Field(name: field.name, value: field.value)
        }
        fields = kept.filter(\.isTyped)
        carried = kept.filter { !$0.isTyped }
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
        .list("carried") { $0.carried },
        .flag("hasKept") { !$0.fields.isEmpty || !$0.carried.isEmpty },
        .flag("needsSignIn") { $0.needsSignIn },
        .flag("hadFiles") { $0.hadFiles },
        .text("signIn") { _ in SiteAddress.signIn.path },
        .text("newLink") { _ in SiteAddress.newLink.path },
    ]

    struct Field: PageContent {
        let name: String
        let value: String

        /// Whether a reader knows it for theirs: choices and numbers are marks in small letters, and what stands around
        /// a passage was typed by nobody.
        var isTyped: Bool {
            let isMark = value.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || "-_.:".contains($0)) }
            return !isMark && !["ervoor", "erna"].contains(name)
        }

        static let fields: PageFields<Field> = [
            .text("keptName") { $0.name },
            .text("keptValue") { $0.value },
        ]
    }
}
