import Foundation
import PlanDomain
import TestSupport
import Testing

/// A mail server as a process beside the test; see `mail_server.py` for how it treats whom.
final class RealMailServer {
    private let process = Process()
    private let folder: TemporaryFolder
    let port: Int
    let security: MailSettings.Security

    struct Taken: Decodable {
        let sender: String
        let readers: [String]
        let greeting: String
        let encrypted: Bool
        let user: String?
        let connection: Int
        let message: Data

        var id: String {
            let lines = String(decoding: message, as: UTF8.self).split(separator: "\r\n")
            return lines.first { $0.hasPrefix("Message-ID: ") }.map(String.init) ?? ""
        }
    }

    init(
        security: MailSettings.Security = .none, login: String? = nil, certificate: Certificate? = nil, port: Int = 0
    ) throws {
        self.security = security
        folder = try TemporaryFolder()
        var arguments = [
            Python.script("mail_server.py"), "--log", folder.file("log").path, "--security", security.rawValue,
            "--port", String(port),
        ]
        if let login { arguments += ["--login", login] }
        if let certificate { arguments += ["--certificate", certificate.file.path, "--key", certificate.key.path] }
        let said = folder.file("said")
        for name in ["log", "said", "errors"] { try Data().write(to: folder.file(name)) }
        process.executableURL = URL(filePath: Python.program)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: said)
        process.standardError = try FileHandle(forWritingTo: folder.file("errors"))
        try process.run()
        var words: [Substring] = []
        while words.count < 2 {
            if !process.isRunning { break }
            usleep(5_000)
            words = try String(contentsOf: said, encoding: .utf8).split(whereSeparator: \.isWhitespace)
        }
        self.port = try #require(
            words.last.flatMap { Int($0) },
            "\((try? String(contentsOf: folder.file("errors"), encoding: .utf8)) ?? "no mail server")")
    }

    deinit { stop() }

    func stop() {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Lets it stand still: connections are taken by the system, nothing answers.
    func pause() throws { try #require(kill(process.processIdentifier, SIGSTOP) == 0) }

    func resume() throws { try #require(kill(process.processIdentifier, SIGCONT) == 0) }

    /// What it has taken until now, in order.
    func taken() throws -> [Taken] {
        try String(contentsOf: folder.file("log"), encoding: .utf8).split(separator: "\n").map {
            try JSONDecoder().decode(Taken.self, from: Data($0.utf8))
        }
    }

    /// The settings of a mail program that uses it.
    func settings(
        host: String = "localhost", user: String? = nil, password: String = "geheim", trusting: Certificate? = nil,
        sender: String = "plannen@gemeente.example"
    ) throws -> MailSettings {
        try MailSettings(
            host: host, port: port, security: security,
            login: user.map { MailSettings.Login(user: $0, password: password) },
            authorityFile: trusting?.file.path, sender: #require(MailAddress(sender)),
            senderName: "Gemeente Voorbeeld", siteAddress: "https://plannen.gemeente.example")
    }
}

/// A certificate that nobody but its maker trusts, made by OpenSSL.
struct Certificate {
    private let folder: TemporaryFolder
    var file: URL { folder.file("certificate.pem") }
    var key: URL { folder.file("key.pem") }

    init(for name: String) throws {
        folder = try TemporaryFolder()
        let command = try Command(
            "openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                "-subj", "/CN=\(name)", "-addext", "subjectAltName=DNS:\(name)", "-keyout", folder.file("key.pem").path,
                "-out", folder.file("certificate.pem").path,
            ])
        try #require(command.succeeded, "\(command.errors)")
    }
}
