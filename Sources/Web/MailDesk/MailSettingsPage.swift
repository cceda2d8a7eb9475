import Phrases

/// The mail settings, with what tries them out and what removes them.
struct MailSettingsPage: SitePage {
    static let template = "mail-settings"
    let heading: String
    let outbox: PageLink
    let settings: FormContent
    /// Nil while there are no settings to try.
    let trial: FormContent?
    /// Nil while there is nothing to remove.
    let removal: FormContent?

    static let fields: PageFields<MailSettingsPage> = [
        .text("heading") { $0.heading },
        .flag("hasSettings") { $0.removal != nil },
        .part("outbox") { $0.outbox },
        .part("settings") { $0.settings },
        .part("trial") { $0.trial },
        .part("removal") { $0.removal },
    ]
}
