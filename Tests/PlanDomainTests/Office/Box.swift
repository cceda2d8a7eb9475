import PlanDomain
import Synchronization

/// Remembers the last reason that was sealed.
final class Box: Sendable {
    private let text = Mutex<String?>(nil)

    var content: String? { text.withLock { $0 } }

    func fill(with reason: String) -> KeptReason {
        text.withLock { $0 = reason }
        let hash = ReasonHash(rawValue: String(repeating: "a", count: 64))
        return KeptReason(hash: hash, salt: String(repeating: "b", count: 64), text: reason)
    }
}
