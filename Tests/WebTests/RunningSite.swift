import Foundation
import Hummingbird
import Logging
import PlanDomain
import SQLiteStore
import Synchronization
import TestSupport
import Workflow

@testable import Web

/// The site as it is served: a real listening server on a free port, for as long as `body` runs. Pages are read by
/// somebody who is signed in and may read every plan, unless a test says who reads.
struct RunningSite: Sendable {
    let port: Int
    let log: LogLines
    let services: SiteServices
    let world: World
    /// Who reads where a test does not say.
    let reader: Reader
    var store: SQLiteStore { world.store }

    /// - Parameters:
    ///   - extra: routes besides those of the site.
    ///   - replacement: stands in for every handler.
    ///   - known: a world with plans of its own, to be read instead of the little one, by its own clock.
    ///   - knownReader: who reads in place of the one who may read every plan.
    static func with(
        _ little: LittleWorld, settings: SiteSettings = SiteSettings(municipality: "Gemeente Deventer"),
        clock: (@Sendable () -> Date)? = nil, mailTrial: (any MailTrying)? = nil,
        extra: [(SiteRoute, SiteRouter.Handler)] = [],
        replacement: SiteRouter.Handler? = nil, world known: World? = nil,
        reader knownReader: Reader? = nil,
        _ body: @Sendable @escaping (RunningSite) async throws -> Void
    ) async throws {
        let log = LogLines()
        let world = try known ?? World()
        let isLittle = known == nil
        let clock = clock ?? { isLittle ? LittleWorld.now : world.clock.now }
        let reading: any PlanReading =
            isLittle ? LittleReading(world: little) : PlanReadingRoom(world.office, keyFingerprint: "SHA256:proef")
        let services = SiteServices(
            office: world.office, store: world.store, reading: reading,
            documents: LittleDocuments(), conversion: LittleConversion(), sources: LittleSources(),
            seals: world.seals,
            phrasebook: try ProjectFiles.phrasebook(),
            templates: try ProjectFiles.templates(), files: try ProjectFiles.staticFiles(), settings: settings,
            clock: clock, mailTrial: mailTrial, logger: Logger(label: "test") { _ in RecordingHandler(lines: log) })
        let reader: Reader
        if let knownReader {
            reader = knownReader
        } else {
            reader = try await .person("Sanne de Wit", [(.editor, "Projectleider")], in: world.store, at: clock())
        }
        var site = SiteRouter.site(services)
        for (route, handler) in extra { site.on(route, use: handler) }
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            router: site.router(services, replacement: replacement),
            configuration: .init(address: .hostname("127.0.0.1", port: 0), serverName: nil),
            onServerRunning: { port.yield($0.localAddress?.port ?? 0) }, logger: services.logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            group.addTask {
                for await port in ports {
                    try await body(
                        RunningSite(port: port, log: log, services: services, world: world, reader: reader))
                    return
                }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    /// One request on a connection of its own, as it stands on the wire.
    func send(
        _ method: String = "GET", _ target: String, headers: [String: String] = [:], body: [UInt8],
        as reader: Reader? = nil
    ) async throws -> WireResponse {
        var headers = headers
        headers["Cookie"] = (reader ?? self.reader).cookies(headers["Cookie"])
        var head = "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if !body.isEmpty { head += "Content-Length: \(body.count)\r\n" }
        let bytes = Array((head + "\r\n").utf8) + body
        let port = port
        return try await withCheckedThrowingContinuation { continuation in
            // A thread of its own: waiting on a shared pool would keep the server from answering.
            Thread.detachNewThread {
                continuation.resume(with: Result { try WireResponse(WireClient.exchange(bytes, port: port)) })
            }
        }
    }

    func send(
        _ method: String = "GET", _ target: String, headers: [String: String] = [:], body: String = "",
        as reader: Reader? = nil
    ) async throws -> WireResponse {
        try await send(method, target, headers: headers, body: Array(body.utf8), as: reader)
    }

    func get(_ target: String, headers: [String: String] = [:], as reader: Reader? = nil) async throws -> WireResponse {
        try await send("GET", target, headers: headers, as: reader)
    }

    /// Sends a form as a page of this site does, with its token.
    func post(
        _ target: String, _ values: [(String, String)], headers: [String: String] = [:], as reader: Reader? = nil
    ) async throws -> WireResponse {
        let pairs = [("_token", (reader ?? self.reader).token)] + values
        let body = pairs.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        let origin = ["Origin": "http://127.0.0.1:\(port)", "Content-Type": "application/x-www-form-urlencoded"]
        return try await send("POST", target, headers: origin.merging(headers) { $1 }, body: body, as: reader)
    }

    /// A handler that says that it was reached.
    static let reached: SiteRouter.Handler = { _, _ in Response(status: .ok) }

    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

/// What was logged, for tests that look for it.
final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])

    func add(_ line: String) { lines.withLock { $0.append(line) } }
    var all: [String] { lines.withLock { $0 } }
}

private struct RecordingHandler: LogHandler {
    let lines: LogLines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let details = (event.metadata ?? [:]).map { "\($0.key)=\($0.value)" }.sorted().joined(separator: " ")
        lines.add("\(event.level) \(event.message) \(details)")
    }
}
