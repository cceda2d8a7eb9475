import Phrases
import QRCode

/// The key of one-time codes, as a picture for the camera, as letters for the fingers, as a link for who reads this on
/// the telephone itself.
struct CodeSetupPage: SitePage {
    static let template = "code-setup"
    let heading: String
    let lead: String
    let groups: String
    let link: String
    let form: FormContent
    let passages: [Markup]

    init(
        _ key: OneTimeKey, account: String, issuer: String, isRequired: Bool, form: FormContent, phrases: Phrases
    ) {
        heading = phrases.text("signin.setup-heading")
        lead = phrases.text(isRequired ? "signin.setup-required" : "signin.setup-free")
        groups = key.groups
        link = key.link(account: account, issuer: issuer)
        self.form = form
        passages = QRCode(link).map { [Self.picture($0, phrases.text("signin.setup-picture"))] } ?? []
    }

    /// Dark on light whatever the colours of the page, because a camera needs it so.
    private static func picture(_ code: QRCode, _ label: String) -> Markup {
        Markup(
            """
            <svg class="qr" role="img" aria-label="\(PageText(label).renderText)" viewBox="0 0 \(code.extent) \
            \(code.extent)" width="240" height="240" shape-rendering="crispEdges"><rect width="\(code.extent)" \
            height="\(code.extent)" fill="#ffffff"/><path fill="#000000" d="\(code.path)"/></svg>
            """)
    }

    static let fields: PageFields<CodeSetupPage> = [
        .text("heading") { $0.heading },
        .text("lead") { $0.lead },
        .passage("picture") { $0.passages.isEmpty ? nil : 0 },
        .text("groups") { $0.groups },
        .text("keyLink") { $0.link },
        .part("form") { $0.form },
    ]
}

/// The codes on paper, shown once.
struct RecoveryCodesPage: SitePage {
    static let template = "recovery-codes"
    let heading: String
    let codes: [TextLine]
    let next: SiteAddress

    init(_ codes: [RecoveryCode], next: SiteAddress, phrases: Phrases) {
        heading = phrases.text("signin.codes-heading")
        self.codes = codes.map { TextLine(line: $0.text) }
        self.next = next
    }

    static let fields: PageFields<RecoveryCodesPage> = [
        .text("heading") { $0.heading },
        .list("codes") { $0.codes },
        .text("next") { $0.next.path },
    ]
}
