import Foundation
import Hummingbird
import Logging
import NIOCore
import PlanDomain
import Workflow

/// The web server: the routes on an address.
public struct Site: Sendable {
    private let services: SiteServices

    public init(_ services: SiteServices) { self.services = services }

    /// Serves until the process is told to stop (SIGTERM, SIGINT); requests that run are finished first.
    ///
    /// `whenRunning` is told the port that was taken, which links in mails carry from then on. Throws `unavailable` when the address is in use.
    public func serve(
        host: String, port: Int, whenRunning: @escaping @Sendable (Int) async -> Void
    ) async throws {
        let application = Application(
            router: SiteRouter.make(services),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? port
                services.doorplate.settle(host: host, port: port)
                await whenRunning(port)
            }, logger: services.logger)
        do {
            try await application.runService()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            let place: [String: Reason.Argument] = ["host": .text(host), "port": .text(String(port))]
            throw PlanError(.unavailable, Reason("serve.port-in-use", place))
        }
    }
}
