import Crypto
import Foundation

/// The key under which this server signs acts and frozen versions.
///
/// Kept in OpenSSH's own file format without a passphrase, so that a municipality can look after it with the tools it
/// has. People are known by the server and named in the act by function; the key vouches for the server alone.
public struct SigningKey: Sendable {
    private static let armour = SSHArmour(label: "OPENSSH PRIVATE KEY")
    private static let magic = Data("openssh-key-v1\0".utf8)

    private let secret: Curve25519.Signing.PrivateKey

    /// Makes a new key.
    public init() { secret = Curve25519.Signing.PrivateKey() }

    public var publicKey: PublicKey { PublicKey(point: secret.publicKey.rawRepresentation) }

    /// The armoured signature over a commit or tag.
    func sign(_ message: Data) throws -> String {
        try SSHSignature(of: message, by: publicKey) { try secret.signature(for: $0) }.armoured
    }

    /// Reads an unencrypted OpenSSH private key; nil for anything else.
    init?(openSSH text: String) {
        guard let bytes = Self.armour.unwrap(text) else { return nil }
        var reader = SSHReader(bytes)
        guard reader.read(count: Self.magic.count) == Self.magic, reader.readText() == "none",
            reader.readText() == "none", reader.readString() != nil, reader.readNumber() == 1,
            reader.readString() != nil, let section = reader.readString()
        else { return nil }
        var inner = SSHReader(section)
        guard let check = inner.readNumber(), inner.readNumber() == check, inner.readText() == PublicKey.algorithm,
            inner.readString() != nil, let pair = inner.readString(), pair.count == 64,
            let secret = try? Curve25519.Signing.PrivateKey(rawRepresentation: pair.prefix(32))
        else { return nil }
        self.secret = secret
    }

    /// The file that OpenSSH would write.
    var openSSH: String {
        var section = SSHWriter()
        let check = UInt32.random(in: .min ... .max)
        section.write(check)
        section.write(check)
        section.write(text: PublicKey.algorithm)
        section.write(string: publicKey.point)
        section.write(string: secret.rawRepresentation + publicKey.point)
        section.write(text: "paraaf")
        // Padded to the cipher's block of eight with 1, 2, 3 …
        section.write(raw: (1...8).prefix((8 - section.bytes.count % 8) % 8).map(UInt8.init))
        var writer = SSHWriter()
        writer.write(raw: Self.magic)
        writer.write(text: "none")
        writer.write(text: "none")
        writer.write(text: "")
        writer.write(1)
        writer.write(string: publicKey.wire)
        writer.write(string: section.bytes)
        return Self.armour.wrap(writer.bytes)
    }
}
