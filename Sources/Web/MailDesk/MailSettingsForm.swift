import Phrases
import PlanDomain
import Workflow

/// The form in which the administrator says by which server mail leaves.
enum MailSettingsForm {
    static func fields(_ phrases: Phrases, hasPassword: Bool) -> [FormField] {
        [
            FormField(
                "server", phrases.text("maildesk.settings.host"), hint: phrases.text("maildesk.settings.host-hint"),
                limit: 253, autocomplete: "off"),
            FormField("poort", phrases.text("maildesk.settings.port"), .number(1...65_535)),
            FormField(
                "beveiliging", phrases.text("maildesk.settings.security"),
                .radios(
                    MailSettings.Security.allCases.map { security in
                        FormChoice(security.rawValue, phrases.text(label(security)))
                    })),
            FormField(
                "gebruiker", phrases.text("maildesk.settings.user"),
                hint: phrases.text("maildesk.settings.user-hint"),
                isRequired: false, autocomplete: "off"),
            FormField(
                "wachtwoord", phrases.text("maildesk.settings.password"), .password,
                hint: hasPassword ? phrases.text("maildesk.settings.password-kept") : nil, isRequired: false,
                limit: 500, autocomplete: "off"),
            FormField(
                "afzender", phrases.text("maildesk.settings.sender"), .mail,
                hint: phrases.text("maildesk.settings.sender-hint")),
            FormField("naam", phrases.text("maildesk.settings.sender-name"), isRequired: false, limit: 100),
            FormField(
                "site", phrases.text("maildesk.settings.site"), hint: phrases.text("maildesk.settings.site-hint"),
                limit: 300),
            FormField(
                "certificaten", phrases.text("maildesk.settings.authority"),
                hint: phrases.text("maildesk.settings.authority-hint"), isRequired: false, limit: 500),
        ]
    }

    /// What the fields hold of settings: everything but the password.
    static func values(_ settings: MailSettings) -> [String: String] {
        [
            "server": settings.host, "poort": String(settings.port), "beveiliging": settings.security.rawValue,
            "gebruiker": settings.login?.user ?? "", "afzender": settings.sender.rawValue,
            "naam": settings.senderName, "site": settings.siteAddress, "certificaten": settings.authorityFile ?? "",
        ]
    }

    /// Before there are any: what suits most servers.
    static func usual(site: String, municipality: String) -> [String: String] {
        [
            "poort": "587", "beveiliging": MailSettings.Security.startTLS.rawValue, "site": site, "naam": municipality,
        ]
    }

    static func trial(_ phrases: Phrases) -> [FormField] {
        [FormField("proefadres", phrases.text("maildesk.trial.to"), .mail, autocomplete: "email")]
    }

    private static func label(_ security: MailSettings.Security) -> String {
        switch security {
        case .startTLS: "maildesk.settings.starttls"
        case .tls: "maildesk.settings.tls"
        case .none: "maildesk.settings.plain"
        }
    }
}

extension SiteForm {
    /// The settings that were typed; nil where something is wrong, which is then noted at its field.
    ///
    /// A password that is left out stays the one that is known, but only for the same user at the same server: whoever
    /// could point it elsewhere could have it sent to a server of their own.
    mutating func mailSettings(known: MailSettings?) -> MailSettings? {
        let (host, port, security) = (text("server"), number("poort"), choice("beveiliging"))
        let (user, password) = (text("gebruiker"), secret("wachtwoord"))
        let (sender, senderName) = (mail("afzender"), text("naam"))
        let (site, authority) = (text("site"), optionalText("certificaten"))
        guard isSound, let port, let sender,
            let security = security.flatMap({ MailSettings.Security(rawValue: $0) })
        else { return nil }
        var login = user.isEmpty && password.isEmpty ? nil : MailSettings.Login(user: user, password: password)
        if let old = known?.login, password.isEmpty, !user.isEmpty {
            let isSame =
                known?.host == host && known?.port == port && known?.security == security && old.user == user
                && known?.authorityFile == authority
            guard isSame else {
                refuse("wachtwoord", Reason("maildesk.settings.password-again"))
                return nil
            }
            login = old
        }
        do {
            return try MailSettings(
                host: host, port: port, security: security, login: login, authorityFile: authority, sender: sender,
                senderName: senderName, siteAddress: site)
        } catch {
            refuse(Self.field(of: error.reason), error)
            return nil
        }
    }

    private static func field(of reason: Reason) -> String {
        switch reason.key {
        case "mail.host-invalid": "server"
        case "mail.port-invalid": "poort"
        case "mail.login-invalid": "gebruiker"
        case "mail.login-in-the-clear": "beveiliging"
        case "mail.authority-file-invalid": "certificaten"
        case "mail.sender-name-invalid": "naam"
        default: "site"
        }
    }
}
