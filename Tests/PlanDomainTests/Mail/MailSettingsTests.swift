import PlanDomain
import TestSupport
import Testing

@Suite struct MailSettingsTests {
    @Test func soundSettingsAreTaken() throws {
        let settings = try make(site: " https://plannen.gemeente.example:8443/paraaf// ")
        #expect(settings.siteAddress == "https://plannen.gemeente.example:8443/paraaf")
        #expect(settings.siteHost == "plannen.gemeente.example")
        #expect(try make(host: "10.0.0.25", site: "http://localhost:8080").siteHost == "localhost")
    }

    @Test(arguments: [
        "", "mail server", "mail.example.org:25", "http://mail", "-mail", "mail..nl", "::1", "mail.nl\r\nRCPT", "a/b",
        "us@er", String(repeating: "a", count: 64),
    ])
    func aHostThatIsNoneIsRefused(_ host: String) throws {
        #expect(try refusalAtOnce { try make(host: host) }?.reason.key == "mail.host-invalid")
    }

    @Test(arguments: [0, -1, 65_536])
    func aPortThatIsNoneIsRefused(_ port: Int) throws {
        #expect(try refusalAtOnce { try make(port: port) }?.reason.key == "mail.port-invalid")
    }

    @Test(arguments: [("", "x"), ("x", ""), ("a\0b", "x"), ("a", "x\ny")])
    func aLoginThatCannotBeSaidIsRefused(user: String, password: String) throws {
        let login = MailSettings.Login(user: user, password: password)
        #expect(try refusalAtOnce { try make(login: login) }?.reason.key == "mail.login-invalid")
    }

    @Test func aPasswordNeverCrossesTheNetworkInTheClear() throws {
        let login = MailSettings.Login(user: "plannen", password: "geheim")
        #expect(
            try refusalAtOnce { try make(security: .none, login: login) }?.reason.key == "mail.login-in-the-clear")
        for host in ["localhost", "127.0.0.1"] {
            #expect(try make(host: host, security: .none, login: login).login == login)
        }
    }

    @Test(arguments: [
        "", "plannen.example", "ftp://plannen.example", "https://", "https:///pad", "https://a b", "https://a\nb",
        "https://a.nl?x=1", "https://a.nl#x", "https://a.nl:99999", "https://gebruiker@a.nl", "javascript:alert(1)",
    ])
    func aSiteAddressThatIsNoneIsRefused(_ site: String) throws {
        #expect(try refusalAtOnce { try make(site: site) }?.reason.key == "mail.site-invalid")
    }

    @Test func aFileOfCertificatesHasAFullPath() throws {
        #expect(
            try refusalAtOnce { try make(authorityFile: "eigen.pem") }?.reason.key == "mail.authority-file-invalid")
        #expect(try make(authorityFile: "/etc/ssl/eigen.pem").authorityFile == "/etc/ssl/eigen.pem")
    }

    @Test func theSendersNameBeginsNoHeader() throws {
        #expect(
            try refusalAtOnce { try make(name: "Gemeente\r\nBcc: x@y.nl") }?.reason.key == "mail.sender-name-invalid")
    }

    @Test func thePasswordIsNotPrinted() throws {
        let settings = try make(login: MailSettings.Login(user: "plannen", password: "geheim"))
        var dumped = ""
        dump(settings, to: &dumped)
        #expect(dumped.contains("plannen"))
        for text in [dumped, "\(settings)", String(reflecting: settings)] { #expect(!text.contains("geheim")) }
    }

    private func make(
        host: String = "mail.gemeente.example", port: Int = 587, security: MailSettings.Security = .startTLS,
        login: MailSettings.Login? = nil, authorityFile: String? = nil, name: String = "Gemeente",
        site: String = "https://plannen.gemeente.example"
    ) throws -> MailSettings {
        try MailSettings(
            host: host, port: port, security: security, login: login, authorityFile: authorityFile,
            sender: #require(MailAddress("plannen@gemeente.example")), senderName: name, siteAddress: site)
    }
}
