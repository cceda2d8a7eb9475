import Crypto
import CryptoExtras
import Foundation

/// What it costs to try one password with scrypt (RFC 7914): memory of `128 · rounds · blockSize` bytes, and the time to
/// go through it.
public struct PasswordCost: Hashable, Sendable {
    /// N as a power of two.
    public let logRounds: Int
    public let blockSize: Int
    public let parallelism: Int

    /// Nil outside what this program is ready to spend: at most 1 GiB.
    public init?(logRounds: Int, blockSize: Int = 8, parallelism: Int = 1) {
        guard (1...20).contains(logRounds), (1...8).contains(blockSize), (1...4).contains(parallelism) else {
            return nil
        }
        self.init(logRounds, blockSize, parallelism)
    }

    private init(_ logRounds: Int, _ blockSize: Int, _ parallelism: Int) {
        self.logRounds = logRounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// 128 MiB: what OWASP's *Password Storage Cheat Sheet* asks of scrypt.
    public static let usual = PasswordCost(17, 8, 1)
    /// For tests, which try thousands.
    public static let slight = PasswordCost(4, 8, 1)
}

/// A password as it is kept: `scrypt$logN$r$p$salt$key`, so that a higher cost later leaves the old ones readable.
struct PasswordHash: Equatable, Sendable {
    let cost: PasswordCost
    let salt: [UInt8]
    let key: SymmetricKey

    var text: String {
        let key = key.withUnsafeBytes { Base64URL.text(of: $0) }
        return "scrypt$\(cost.logRounds)$\(cost.blockSize)$\(cost.parallelism)$\(Base64URL.text(of: salt))$\(key)"
    }

    init(_ password: String, salt: [UInt8], cost: PasswordCost) throws {
        self.cost = cost
        self.salt = salt
        key = try Self.derive(password, salt, cost)
    }

    /// Nil for a text that this program did not write.
    init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt", let logRounds = Int(parts[1]), let blockSize = Int(parts[2]),
            let parallelism = Int(parts[3]),
            let cost = PasswordCost(logRounds: logRounds, blockSize: blockSize, parallelism: parallelism),
            let salt = Base64URL.bytes(of: parts[4]), let key = Base64URL.bytes(of: parts[5]), key.count == Self.length
        else { return nil }
        self.cost = cost
        self.salt = salt
        self.key = SymmetricKey(data: Data(key))
    }

    /// In constant time: keys of swift-crypto compare so.
    func matches(_ password: String) throws -> Bool { try Self.derive(password, salt, cost) == key }

    static let length = 32

    /// A password is the same however the keyboard composed its letters (NIST SP 800-63B-4, 3.1.1.2: NFKC).
    private static func derive(_ password: String, _ salt: [UInt8], _ cost: PasswordCost) throws -> SymmetricKey {
        try KDF.Scrypt.deriveKey(
            from: Data(password.precomposedStringWithCompatibilityMapping.utf8), salt: Data(salt),
            outputByteCount: length, rounds: 1 << cost.logRounds, blockSize: cost.blockSize,
            parallelism: cost.parallelism)
    }
}

/// Makes and tries password hashes on threads of its own, two at once: each takes a core and 128 MiB for a quarter of a
/// second, and neither may be taken from the requests of others.
public final class PasswordHasher: Sendable {
    let cost: PasswordCost
    private let random: RandomBytes
    private let queue = OperationQueue()

    public init(cost: PasswordCost, random: @escaping RandomBytes) {
        self.cost = cost
        self.random = random
        queue.maxConcurrentOperationCount = 2
        queue.name = "paraaf.passwords"
    }

    func hash(_ password: String) async throws -> String {
        let (salt, cost) = (random(16), cost)
        return try await perform { try PasswordHash(password, salt: salt, cost: cost).text }
    }

    /// The same work whether there is something to hold the password against or not, so that the time of the answer
    /// does not tell whether an address has an account.
    func matches(_ password: String, _ known: String?) async throws -> Bool {
        guard let hash = known.flatMap({ PasswordHash($0) }) else {
            _ = try await hash(password)
            return false
        }
        return try await perform { try hash.matches(password) }
    }

    private func perform<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Result(catching: work)) }
        }
    }
}
