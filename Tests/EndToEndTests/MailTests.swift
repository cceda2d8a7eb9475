import Foundation
import PlanDomain
import SQLiteStore
import Testing

/// The server as a process sends what lies in its outbox, and goes on where it was killed.
struct MailTests {
    private static let python = Paraaf.home.appending(path: ".venv/bin/python").plain
    private static let mailServer = Paraaf.home.appending(path: "Tests/MailingTests/Python/mail_server.py").plain

    @Test
    func mailThatWasQueuedIsSentByTheServerAlsoAfterItWasKilled() async throws {
        let scratch = try Scratch()
        let data = scratch.vacancy()
        _ = try Paraaf.run("plan", "list", data: data)
        let log = try scratch.write("", to: "log")
        let post = try Child(Self.python, [Self.mailServer, "--log", log.plain])
        let port = try #require(try waitFor { Int(post.output.split(separator: " ").last?.dropLast() ?? "") })
        try await fill(data, port: port, mails: 3)
        let server = try RunningServer(data: data)
        // Killed before it wrote that down, it would send a mail again.
        try waitFor { server.child.complaint.matches(of: /mail \d+ was sent/).count == 3 ? true : nil }
        server.child.signal(SIGKILL)
        _ = try server.child.end()
        try await fill(data, port: port, mails: 2)
        let again = try RunningServer(data: data)
        try waitFor { try taken(log).count == 5 ? true : nil }
        again.child.signal(SIGTERM)
        #expect(try again.child.end().status == 0)
        #expect(try Set(taken(log)).count == 5, "none was sent twice")
        #expect(!server.child.complaint.contains("lezer") && !again.child.complaint.contains("lezer"))
    }

    /// Puts settings and mail into the database of a server that does not run.
    private func fill(_ data: URL, port: Int, mails: Int) async throws {
        let home = FileManager.default.homeDirectoryForCurrentUser
        let key = try MasterKey(from: home.appending(path: ".config/paraaf/master.key"))
        let store = try SQLiteStore.open(at: data.appending(path: "paraaf.sqlite"), masterKey: key)
        let sender = try #require(MailAddress("a@b.example"))
        try await store.save(
            MailSettings(
                host: "localhost", port: port, security: .none, login: nil, authorityFile: nil, sender: sender,
                senderName: "Paraaf", siteAddress: "http://localhost"))
        let reader = try #require(MailAddress("lezer@b.example"))
        let mail = NewMail(to: reader, name: "Lezer", subject: "Dag", text: "Hallo", urgency: .atOnce)
        try await store.queue(Array(repeating: mail, count: mails), at: Date(timeIntervalSince1970: 0))
    }

    /// Message-IDs of what the mail server took.
    private func taken(_ log: URL) throws -> [String] {
        struct Taken: Decodable {
            let message: Data
        }
        return try String(contentsOf: log, encoding: .utf8).split(separator: "\n").map { line in
            let message = try JSONDecoder().decode(Taken.self, from: Data(line.utf8)).message
            let lines = String(decoding: message, as: UTF8.self).split(separator: "\r\n")
            return lines.first { $0.hasPrefix("Message-ID:") }.map(String.init) ?? ""
        }
    }

    @discardableResult
    private func waitFor<Value>(_ look: () throws -> Value?) throws -> Value {
        let deadline = Date.now.addingTimeInterval(60)
        while Date.now < deadline {
            if let value = try look() { return value }
            usleep(20_000)
        }
        throw Command.Failure("it takes too long")
    }
}
