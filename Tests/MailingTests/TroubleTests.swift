import Foundation
import PlanDomain
import TestSupport
import Testing

@testable import Mailing

/// Servers that cannot or must not be used, told apart for whoever has to mend it.
@Suite struct TroubleTests {
    @Test func aCertificateThatNobodyTrustsIsRefused() async throws {
        let certificate = try Certificate(for: "localhost")
        let stranger = try Certificate(for: "localhost")
        for security in [MailSettings.Security.startTLS, .tls] {
            let server = try RealMailServer(security: security, certificate: certificate)
            for trusted in [nil, stranger] {
                #expect(try await trouble(with: server.settings(trusting: trusted)) == .notTrusted)
            }
            #expect(try await trouble(with: server.settings(trusting: certificate)) == nil)
            #expect(try server.taken().count == 1)
        }
    }

    @Test func aCertificateForAnotherNameIsRefused() async throws {
        let certificate = try Certificate(for: "mail.elders.example")
        let server = try RealMailServer(security: .startTLS, certificate: certificate)
        #expect(try await trouble(with: server.settings(trusting: certificate)) == .notTrusted)
        #expect(try server.taken().isEmpty)
    }

    @Test func aServerThatOffersNoEncryptionGetsNothing() async throws {
        let server = try RealMailServer()
        let settings = try MailSettings(
            host: "localhost", port: server.port, security: .startTLS,
            login: MailSettings.Login(user: "plannen", password: "geheim"),
            sender: #require(MailAddress("plannen@gemeente.example")), senderName: "",
            siteAddress: "https://plannen.gemeente.example")
        #expect(await trouble(with: settings) == .notEncrypted)
        #expect(try server.taken().isEmpty)
    }

    @Test func aFileOfCertificatesThatIsNotThereIsToldApart() async throws {
        let server = try RealMailServer()
        let settings = try MailSettings(
            host: "localhost", port: server.port, security: .tls, authorityFile: "/nergens/eigen.pem",
            sender: #require(MailAddress("plannen@gemeente.example")), senderName: "",
            siteAddress: "https://plannen.gemeente.example")
        #expect(await trouble(with: settings) == .notTrusted)
    }

    @Test func aWrongPasswordIsToldApart() async throws {
        let certificate = try Certificate(for: "localhost")
        let server = try RealMailServer(security: .tls, login: "plannen:geheim", certificate: certificate)
        let wrong = try server.settings(user: "plannen", password: "fout", trusting: certificate)
        #expect(await trouble(with: wrong) == .loginRefused)
        #expect(await trouble(with: try server.settings(trusting: certificate)) == .loginRefused)
    }

    @Test func aSenderThatMaySendNothingIsToldApart() async throws {
        let server = try RealMailServer()
        let settings = try server.settings(sender: "stranger@gemeente.example")
        let outcome = await send(to: "bos", by: settings)
        #expect(outcome == .trouble(.senderRefused, answer: "550 5.7.1 You may send nothing from here"))
    }

    @Test(arguments: ["bestaat-niet.invalid", "127.0.0.1"])
    func aServerThatIsNotThereIsUnreachable(host: String) async throws {
        let server = try RealMailServer()
        let settings = try server.settings(host: host)
        server.stop()
        #expect(await trouble(with: settings) == .unreachable)
    }

    @Test func aServerThatSaysNothingIsNotWaitedForWithoutEnd() async throws {
        let listener = try SilentListener()
        let settings = try MailSettings(
            host: "127.0.0.1", port: listener.port, security: .none,
            sender: #require(MailAddress("plannen@gemeente.example")), senderName: "",
            siteAddress: "https://plannen.gemeente.example")
        let trial = MailTrial(patience: Patience(toConnect: 1, perAnswer: 1, inAll: 2))
        #expect(await send(to: "bos", by: settings, with: trial).troubleKind == .silent)
    }

    @Test func anAnswerToTheMessageThatDoesNotComeLeavesTheMailToBeTriedAgain() async throws {
        let server = try RealMailServer()
        let trial = MailTrial(patience: Patience(toConnect: 1, perAnswer: 1, inAll: 2))
        let outcome = await send(to: "slow", by: try server.settings(), with: trial)
        guard case .deferred = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    private func trouble(with settings: MailSettings) async -> MailTrouble? {
        await send(to: "bos", by: settings).troubleKind
    }

    private func send(
        to reader: String, by settings: MailSettings, with trial: MailTrial = MailTrial()
    ) async -> DeliveryOutcome {
        guard let address = MailAddress("\(reader)@gemeente.example") else { return .interrupted }
        let mail = NewMail(to: address, name: "", subject: "Proef", text: "Dit is een proef.", urgency: .atOnce)
        return await trial.send(mail, by: settings)
    }
}

extension DeliveryOutcome {
    /// Nil when the mail was accepted; any other outcome than trouble counts as `other`.
    fileprivate var troubleKind: MailTrouble? {
        switch self {
        case .accepted: nil
        case .trouble(let kind, _): kind
        default: .other
        }
    }
}

/// Takes connections and never speaks.
private final class SilentListener {
    private let socket: Int32
    let port: Int

    init() throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = socket
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, length) == 0 && listen(socket, 8) == 0
                    && getsockname(socket, address, &length) == 0
            }
        }
        try #require(result)
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    deinit { close(socket) }
}
