import PlanDomain

/// By which server mail leaves, and what became of it.
extension SiteRoute {
    static let mailSettings = SiteRoute(.get, "/beheer/mail", access: .administrators)
    static let saveMailSettings = SiteRoute(.post, "/beheer/mail", access: .administrators)
    static let tryMail = SiteRoute(.post, "/beheer/mail/proef", access: .administrators)
    static let removeMailSettings = SiteRoute(.post, "/beheer/mail/verwijderen", access: .administrators)
    static let outbox = SiteRoute(.get, "/beheer/post", access: .administrators)
    static let retryMail = SiteRoute(.post, "/beheer/post/:mail/opnieuw", access: .administrators)
    static let withdrawMail = SiteRoute(.post, "/beheer/post/:mail/intrekken", access: .administrators)
}

extension SiteAddress {
    static let mailSettings = SiteAddress("beheer", "mail")
    static let mailTrial = SiteAddress("beheer", "mail", "proef")
    static let mailRemoval = SiteAddress("beheer", "mail", "verwijderen")
    static let outbox = SiteAddress("beheer", "post")

    /// Mail of one state, from a number down.
    static func outbox(_ state: OutboxState?, before: MailNumber? = nil) -> SiteAddress {
        SiteAddress("beheer", "post", query: [("stand", state?.rawValue), ("voor", before?.description)])
    }

    /// What is done with one mail.
    static func mail(_ number: MailNumber, _ deed: String) -> SiteAddress {
        SiteAddress("beheer", "post", number.description, deed)
    }
}
