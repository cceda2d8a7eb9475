import Foundation
import PlanDomain
import SQLiteStore
import TestSupport
import Testing

@testable import Mailing

/// A postman who walks by himself, is stopped, killed, and comes back.
@Suite struct RestartTests {
    @Test func aPostmanWhoRunsTakesNewMailByHimself() async throws {
        let server = try RealMailServer()
        let post = try await Post(try server.settings())
        try await post.queue("eerst")
        try await post.running { try server.taken().count == 1 }
        try await post.queue("tussen")
        try await post.running { try server.taken().count == 2 }
        #expect(try await post.store.outboxCounts() == [.sent: 2])
    }

    @Test func newMailIsTakenAtOnceAndNotAtTheNextLook() async throws {
        let server = try RealMailServer()
        let post = try await Post(try server.settings())
        let postman = Post.postman(post.store, post.clock)
        let run = Task { await postman.run(lookingEvery: .seconds(600)) }
        try await post.queue("een")
        try await wait { try server.taken().count == 1 }
        try await post.queue("twee")
        try await wait { try server.taken().count == 2 }
        run.cancel()
        await run.value
    }

    @Test func mailThatIsStoppedHalfwayIsDeliveredAfterTheRestartEachOnce() async throws {
        let server = try RealMailServer()
        let post = try await Post(try server.settings())
        for number in 1...60 { try await post.queue("lezer-\(number)") }
        try await post.running { try server.taken().count >= 5 }
        let first = try server.taken().count
        #expect(try await post.store.outboxCounts()[.sent] == first)
        try await post.running { try await post.store.outboxCounts() == [.sent: 60] }
        let readers = try server.taken().flatMap(\.readers)
        #expect(readers == (1...60).map { "lezer-\($0)@gemeente.example" })
    }

    @Test func aPostmanStopsAtOnceWhileAServerIsSilent() async throws {
        let server = try RealMailServer()
        let post = try await Post(try server.settings())
        // The server is there but stands still, so that nothing answers.
        try server.pause()
        try await post.queue("bos")
        let postman = Post.postman(post.store, post.clock)
        let run = Task { await postman.run() }
        try await Task.sleep(for: .milliseconds(300))
        run.cancel()
        await run.value
        let waiting = try await post.mail(to: "bos")
        #expect(waiting.state == .waiting && waiting.attempts == 0)
        try server.resume()
        try await post.running { try server.taken().count == 1 }
    }

    /// Killed between the server's yes and its note: the one window in which a mail goes out twice, under one id.
    @Test func aMailThatWasTakenButNotNotedGoesOutAgainUnderTheSameId() async throws {
        let server = try RealMailServer()
        let post = try await Post(try server.settings())
        try await post.queue("bos")
        let mail = try await post.mail(to: "bos")
        let letter = try #require(MailMessage.Letter(mail))
        let beforeTheKill = SMTPServer(try server.settings(), patience: Patience(), time: post.clock.office)
        guard case .accepted = await beforeTheKill.send(letter) else {
            Issue.record("not taken")
            return
        }
        try await post.postman.deliver()
        let taken = try server.taken()
        #expect(taken.count == 2 && Set(taken.map(\.id)).count == 1)
        #expect(Set(taken.map(\.message)).count == 1)
    }

    private func wait(until condition: () async throws -> Bool) async throws {
        let deadline = Date.now + 30
        while !(try await condition()) {
            try #require(Date.now < deadline, "it takes too long")
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
