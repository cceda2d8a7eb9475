import Crypto
import Foundation

/// The public half of a key that signs acts: Ed25519, in the form that OpenSSH writes (RFC 8709).
public struct PublicKey: Hashable, Sendable {
    static let algorithm = "ssh-ed25519"

    /// The 32 bytes of the point.
    let point: Data

    /// The key as SSH sends it: its algorithm and its point.
    var wire: Data {
        var writer = SSHWriter()
        writer.write(text: Self.algorithm)
        writer.write(string: point)
        return writer.bytes
    }

    /// `SHA256:` and the hash without padding, as `ssh-keygen -l` prints it.
    public var fingerprint: String {
        let hash = Data(SHA256.hash(data: wire)).base64EncodedString()
        return "SHA256:" + hash.prefix { $0 != "=" }
    }

    /// `ssh-ed25519 AAAA…`, the form of a `.pub` file without its comment.
    public var openSSH: String { Self.algorithm + " " + wire.base64EncodedString() }

    init(point: Data) { self.point = point }

    /// Reads the wire form; nil for another algorithm or bytes that are not a key.
    init?(wire: Data) {
        var reader = SSHReader(wire)
        guard reader.readText() == Self.algorithm, let point = reader.readString(), point.count == 32, reader.isAtEnd
        else { return nil }
        self.point = point
    }

    /// Reads `ssh-ed25519 AAAA…`, with or without a comment behind it.
    public init?(openSSH line: String) {
        let parts = line.split(separator: " ")
        guard parts.count >= 2, parts[0] == Self.algorithm, let wire = Data(base64Encoded: String(parts[1]))
        else { return nil }
        self.init(wire: wire)
    }

    func isValid(signature: Data, for message: Data) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: point) else { return false }
        return key.isValidSignature(signature, for: message)
    }
}
