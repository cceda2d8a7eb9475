import Foundation
import PlanDomain
import SQLiteStore
import TestSupport
import Testing

@testable import Mailing

/// Mail that goes to a real mail server, and what becomes of it.
@Suite struct DeliveryTests {
    static let certificate = Result { try Certificate(for: "localhost") }

    @Test func aMailIsDeliveredOverAnEncryptedConnectionUnderItsName() async throws {
        let certificate = try Self.certificate.get()
        for security in [MailSettings.Security.startTLS, .tls] {
            let server = try RealMailServer(security: security, login: "plannen:geheim", certificate: certificate)
            let post = try await Post(try server.settings(user: "plannen", trusting: certificate))
            try await post.queue("bos", subject: "Café", text: "Regel één\n.\n..twee")
            try await post.postman.deliver()
            let taken = try #require(try server.taken().first)
            #expect(taken.encrypted && taken.user == "plannen")
            #expect(taken.sender == "plannen@gemeente.example" && taken.readers == ["bos@gemeente.example"])
            #expect(taken.greeting == "plannen.gemeente.example")
            let mail = try #require(try Python.read(mail: [Array(taken.message)]).first)
            #expect(mail.subject == "Café" && mail.text == "Regel één\n.\n..twee\n" && mail.defects == [])
            let sent = try await post.mail(to: "bos")
            #expect(sent.state == .sent && sent.text == nil && sent.attempts == 1)
            #expect(sent.answer?.hasPrefix("250 2.0.0 Taken") == true)
        }
    }

    @Test func withoutEncryptionAServerNearbyCanBeUsed() async throws {
        let server = try RealMailServer()
        let post = try await Post(try server.settings())
        try await post.queue("bos")
        try await post.postman.deliver()
        #expect(try server.taken().map(\.encrypted) == [false])
    }

    @Test func aMailThatIsDeferredIsDeliveredAMinuteLater() async throws {
        let server = try RealMailServer()
        let post = try await Post(try server.settings())
        try await post.queue("later", "bos")
        try await post.postman.deliver()
        #expect(try server.taken().map(\.readers) == [["bos@gemeente.example"]])
        let waiting = try await post.mail(to: "later")
        #expect(waiting.state == .waiting && waiting.answer == "451 4.7.1 Greylisted, come back later")
        #expect(waiting.nextAttempt == post.clock.now + 60)
        post.clock.advance(seconds: 59)
        try await post.postman.deliver()
        #expect(try server.taken().count == 1)
        post.clock.advance(seconds: 1)
        try await post.postman.deliver()
        #expect(try server.taken().count == 2)
        #expect(try await post.mail(to: "later").state == .sent)
    }

    @Test(arguments: [("nobody", "550 5.1.1 No such reader here"), ("large", "552 5.3.4 Too large")])
    func aRefusalIsFinalWithTheServersWords(reader: String, words: String) async throws {
        let server = try RealMailServer()
        let post = try await Post(try server.settings())
        try await post.queue(reader, "bos")
        try await post.postman.deliver()
        let failed = try await post.mail(to: reader)
        #expect(failed.state == .failed && failed.answer == words && failed.text == "Hallo")
        #expect(try await post.mail(to: "bos").state == .sent)
        try await post.store.retry(failed.id, at: post.clock.now)
        try await post.postman.deliver()
        #expect(try await post.mail(to: reader).state == .failed)
    }

    /// One mail that a server chokes on does not stand in the way of the others.
    @Test(arguments: ["cut", "busy"])
    func aConnectionThatIsCutIsAboutThisMailAlone(reader: String) async throws {
        let server = try RealMailServer()
        let post = try await Post(try server.settings())
        try await post.queue(reader, "bos", "vos")
        try await post.postman.deliver()
        #expect(try server.taken().map(\.readers) == [["bos@gemeente.example"], ["vos@gemeente.example"]])
        let waiting = try await post.mail(to: reader)
        #expect(waiting.state == .waiting && waiting.attempts == 1 && waiting.answer?.isEmpty == false)
    }

    @Test func aServerThatIsGoneIsTriedAgainForAll() async throws {
        let server = try RealMailServer()
        let post = try await Post(try server.settings())
        server.stop()
        try await post.queue("bos", "vos")
        try await post.postman.deliver()
        for reader in ["bos", "vos"] {
            let waiting = try await post.mail(to: reader)
            #expect(waiting.state == .waiting && waiting.attempts == 1 && waiting.answer?.isEmpty == false)
        }
        let back = try RealMailServer(port: server.port)
        post.clock.advance(seconds: 60)
        try await post.postman.deliver()
        #expect(try back.taken().count == 2)
    }

    @Test func aWrongPasswordHoldsMailUntilItIsMended() async throws {
        let certificate = try Self.certificate.get()
        let server = try RealMailServer(security: .startTLS, login: "plannen:geheim", certificate: certificate)
        let post = try await Post(try server.settings(user: "plannen", password: "fout", trusting: certificate))
        try await post.queue("bos", "vos")
        try await post.postman.deliver()
        let waiting = try await post.mail(to: "bos")
        #expect(waiting.state == .waiting && waiting.answer?.hasPrefix("535") == true)
        try await post.store.save(try server.settings(user: "plannen", trusting: certificate))
        try await post.store.retryWaitingMail(at: post.clock.now)
        try await post.postman.deliver()
        #expect(try server.taken().count == 2)
    }

    @Test func withoutSettingsMailWaitsUntried() async throws {
        let post = try await Post(nil)
        try await post.queue("bos")
        try await post.postman.deliver()
        let waiting = try await post.mail(to: "bos")
        #expect(waiting.state == .waiting && waiting.attempts == 0)
    }

    @Test func aDigestArrivesAsOneMail() async throws {
        let server = try RealMailServer()
        let post = try await Post(try server.settings())
        for number in 1...3 { try await post.queue("bos", "vos", text: "Bericht \(number)", urgency: .digest) }
        try await post.postman.deliver()
        #expect(try server.taken().isEmpty)
        post.clock.advance(days: 1)
        try await post.postman.deliver()
        let mail = try Python.read(mail: server.taken().map { Array($0.message) })
        #expect(mail.map(\.subject) == ["3 berichten", "3 berichten"])
        #expect(mail.allSatisfy { $0.text == "Bericht 1\nBericht 2\nBericht 3\n" })
        try await post.postman.deliver()
        #expect(try server.taken().count == 2)
        #expect(try await post.store.outboxCounts() == [.gathered: 6, .sent: 2])
    }

    @Test func aHundredMailsArriveInOrderOverOneConnection() async throws {
        let server = try RealMailServer()
        let post = try await Post(try server.settings())
        for number in 1...100 { try await post.queue("lezer-\(number)") }
        try await post.postman.deliver()
        let taken = try server.taken()
        #expect(taken.flatMap(\.readers) == (1...100).map { "lezer-\($0)@gemeente.example" })
        #expect(Set(taken.map(\.connection)).count == 1)
        #expect(Set(taken.map(\.id)).count == 100)
    }
}
