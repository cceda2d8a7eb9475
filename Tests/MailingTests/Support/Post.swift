import Foundation
import Mailing
import PlanDomain
import SQLiteStore
import Synchronization
import TestSupport
import Testing

/// An outbox in a file with a postman who walks when the test says so, on a clock that the test moves.
struct Post {
    let store: SQLiteStore
    let clock = SettableClock(Date(timeIntervalSince1970: 1_685_952_000))
    let postman: Postman
    private let folder: TemporaryFolder

    /// - Parameter file: another post's, as after a restart.
    init(_ settings: MailSettings?, patience: Patience = Patience(toConnect: 5, perAnswer: 20, inAll: 30)) async throws
    {
        folder = try TemporaryFolder()
        store = try SQLiteStore.open(at: folder.file("post.sqlite"), masterKey: .random())
        try await store.save(settings)
        postman = Self.postman(store, clock, patience)
    }

    static func postman(_ store: SQLiteStore, _ clock: SettableClock, _ patience: Patience = Patience()) -> Postman {
        let room = PostRoom(
            store, time: clock.office,
            writeDigest: { mail in ("\(mail.count) berichten", mail.map { $0.text ?? "" }.joined(separator: "\n")) })
        return Postman(room, patience: patience, time: clock.office)
    }

    func queue(
        _ readers: String..., subject: String = "Dag", text: String = "Hallo", urgency: NewMail.Urgency = .atOnce
    ) async throws {
        let mail = try readers.map { reader in
            NewMail(
                to: try #require(MailAddress("\(reader)@gemeente.example")), name: reader, subject: subject, text: text,
                urgency: urgency)
        }
        try await store.queue(mail, at: clock.now)
    }

    func mail(to reader: String) async throws -> QueuedMail {
        let all = try await store.outbox(nil, before: nil, limit: 999)
        return try #require(all.first { $0.to.rawValue == "\(reader)@gemeente.example" })
    }

    /// Lets a postman run beside the test until `condition` holds.
    func running(until condition: () async throws -> Bool) async throws {
        let postman = Self.postman(store, clock)
        let run = Task { await postman.run(lookingEvery: .milliseconds(50)) }
        defer { run.cancel() }
        let deadline = Date.now + 30
        while !(try await condition()) {
            try #require(Date.now < deadline, "it takes too long")
            try await Task.sleep(for: .milliseconds(5))
        }
        run.cancel()
        await run.value
    }
}
