import Synchronization

/// The address at which the site listens. Which port that is shows only once the server runs, where it was to take a
/// free one: a link that is made before then would lead nowhere.
final class Doorplate: Sendable {
    private let place = Mutex("http://localhost:8080")

    var address: String { place.withLock { $0 } }

    func settle(host: String, port: Int) {
        place.withLock { $0 = "http://\(host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host):\(port)" }
    }
}
