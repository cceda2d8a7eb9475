import Foundation
import Hummingbird
import Logging
import Synchronization
import Web

/// The site as it is served: a real listening server on a free port, for as long as `body` runs.
struct RunningSite: Sendable {
    let port: Int
    let log: LogLines

    static func with(
        _ world: LittleWorld, settings: SiteSettings = SiteSettings(municipality: "Gemeente Deventer"),
        _ body: @Sendable @escaping (RunningSite) async throws -> Void
    ) async throws {
        let log = LogLines()
        let services = SiteServices(
            reading: LittleReading(world: world), documents: LittleDocuments(),
            phrasebook: try ProjectFiles.phrasebook(), templates: try ProjectFiles.templates(),
            files: try ProjectFiles.staticFiles(), settings: settings, clock: { LittleWorld.now },
            logger: Logger(label: "test") { _ in RecordingHandler(lines: log) })
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            router: SiteRouter.make(services),
            configuration: .init(address: .hostname("127.0.0.1", port: 0), serverName: nil),
            onServerRunning: { port.yield($0.localAddress?.port ?? 0) }, logger: services.logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            group.addTask {
                for await port in ports {
                    try await body(RunningSite(port: port, log: log))
                    return
                }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    /// One request on a connection of its own, as it stands on the wire.
    func send(
        _ method: String = "GET", _ target: String, headers: [String: String] = [:], body: String = ""
    ) async throws -> WireResponse {
        var head = "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if !body.isEmpty { head += "Content-Length: \(body.utf8.count)\r\n" }
        let bytes = Array((head + "\r\n" + body).utf8)
        let port = port
        return try await withCheckedThrowingContinuation { continuation in
            // A thread of its own: waiting on a shared pool would keep the server from answering.
            Thread.detachNewThread {
                continuation.resume(with: Result { try WireResponse(WireClient.exchange(bytes, port: port)) })
            }
        }
    }

    func get(_ target: String, headers: [String: String] = [:]) async throws -> WireResponse {
        try await send("GET", target, headers: headers)
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
