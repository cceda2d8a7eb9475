import Foundation
import Testing

/// The server as a process sends what lies in its outbox, and goes on where it was killed.
struct MailTests {
    private static let python = Paraaf.home.appending(path: ".venv/bin/python").plain
    private static let mailServer = Paraaf.home.appending(path: "Tests/MailingTests/Python/mail_server.py").plain

    @Test
    func mailThatWasQueuedIsSentByTheServerAlsoAfterItWasKilled() throws {
        let scratch = try Scratch()
        let data = scratch.vacancy()
        _ = try Paraaf.run("plan", "list", data: data)
        let log = try scratch.write("", to: "log")
        let post = try Child(Self.python, [Self.mailServer, "--log", log.plain])
        let port = try #require(try waitFor { Int(post.output.split(separator: " ").last?.dropLast() ?? "") })
        try fill(data, port: port, mails: 3)
        let server = try RunningServer(data: data)
        // Killed before it wrote that down, it would send a mail again.
        try waitFor { server.child.complaint.matches(of: /mail \d+ was sent/).count == 3 ? true : nil }
        server.child.signal(SIGKILL)
        _ = try server.child.end()
        try fill(data, port: port, mails: 2)
        let again = try RunningServer(data: data)
        try waitFor { try taken(log).count == 5 ? true : nil }
        again.child.signal(SIGTERM)
        #expect(try again.child.end().status == 0)
        #expect(try Set(taken(log)).count == 5, "none was sent twice")
        #expect(!server.child.complaint.contains("lezer") && !again.child.complaint.contains("lezer"))
    }

    /// Puts settings and mail into the database of a server that does not run.
    private func fill(_ data: URL, port: Int, mails: Int) throws {
        let script = """
            import sqlite3, sys
            base = sqlite3.connect(sys.argv[1])
            base.execute("INSERT OR REPLACE INTO mailSettings VALUES "
                "(1, 'localhost', ?, 'none', NULL, NULL, NULL, 'a@b.example', 'Paraaf', 'http://localhost')",
                [int(sys.argv[2])])
            for number in range(int(sys.argv[3])):
                base.execute("INSERT INTO mail (recipient, name, language, subject, text, urgency, queuedAt, nextAttempt) "
                    "VALUES ('lezer@b.example', 'Lezer', 'nl', 'Dag', 'Hallo', 'atOnce', 0, 0)")
            base.commit()
            """
        let file = data.appending(path: "paraaf.sqlite").plain
        let command = try Command("python3", ["-c", script, file, String(port), String(mails)])
        try #require(command.status == 0, "\(command.complaint)")
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
