import PlanDomain
import Workflow

/// Which keys may sign which acts: the first act names its own key, later acts add and withdraw.
///
/// Validity goes by place in the register, not by clock: a clock can be set back, a sequence cannot.
struct KeyRing: Equatable {
    /// `allowed_signers`, the file that every act's commit holds: all keys up to and with that act, as stock
    /// `git verify-commit` reads them.
    static let path = "allowed_signers"
    static let principal = "register@paraaf"

    private(set) var keys: [PublicKey]
    private(set) var current: PublicKey?

    init(first key: PublicKey) {
        keys = [key]
        current = key
    }

    /// Reads the file of the first act, which names exactly one key; nil for anything else.
    init?(firstFile text: String) {
        let lines = text.split(separator: "\n")
        guard lines.count == 1, let key = Self.key(of: lines[0]) else { return nil }
        self.init(first: key)
        guard file == text else { return nil }
    }

    /// Whether an act at the present place may bear a signature of this key.
    func accepts(_ key: PublicKey) -> Bool { key == current }

    /// Takes over what an act says of keys, and whether its file is what must then stand in it. A rotation hands over to
    /// a key that the act's own file adds.
    mutating func apply(_ payload: ActPayload, file text: String) -> Bool {
        apply(payload, next: text.split(separator: "\n").last.flatMap(Self.key(of:))) && text == file
    }

    /// Takes over what an act says of keys; false, and nothing changed, for an act that these keys contradict.
    ///
    /// - Parameter next: the key that a rotation hands over to; other acts have no use for it.
    mutating func apply(_ payload: ActPayload, next: PublicKey?) -> Bool {
        switch payload {
        case .keyRotated(let from, let to):
            guard let next, current?.fingerprint == from, next.fingerprint == to, !keys.contains(next) else {
                return false
            }
            keys.append(next)
            current = next
        case .keyRevoked(let fingerprint):
            guard keys.contains(where: { $0.fingerprint == fingerprint }) else { return false }
            if current?.fingerprint == fingerprint { current = nil }
        default: break
        }
        return true
    }

    var file: String {
        keys.map { "\(Self.principal) namespaces=\"\(SSHSignature.namespace)\" \($0.openSSH)\n" }.joined()
    }

    private static func key(of line: Substring) -> PublicKey? {
        let parts = line.split(separator: " ")
        guard parts.count == 4, parts[0] == principal[...] else { return nil }
        return PublicKey(openSSH: parts.dropFirst(2).joined(separator: " "))
    }
}
