import Crypto
import Foundation

/// A signature in the form that `ssh-keygen -Y sign` makes and `git verify-commit` reads (OpenSSH, PROTOCOL.sshsig).
///
/// What is signed is not the message but a wrapper around its hash with the namespace in it, so that a signature under
/// a commit can never be passed off as one under something else.
struct SSHSignature {
    /// The namespace that git gives to commits and tags.
    static let namespace = "git"

    private static let magic = Data("SSHSIG".utf8)
    private static let armour = SSHArmour(label: "SSH SIGNATURE")
    private static let hash = "sha512"

    let key: PublicKey
    private let signature: Data

    /// Signs `message` with `sign`, which gets the bytes that the signature is over.
    init(of message: Data, by key: PublicKey, sign: (Data) throws -> Data) rethrows {
        self.key = key
        signature = try sign(Self.signedBytes(of: message))
    }

    /// Reads the armoured form; nil when it is not an Ed25519 signature in git's namespace.
    init?(armoured text: String) {
        guard let bytes = Self.armour.unwrap(text) else { return nil }
        var reader = SSHReader(bytes)
        guard reader.read(count: Self.magic.count) == Self.magic, reader.readNumber() == 1,
            let key = reader.readString().flatMap(PublicKey.init(wire:)),
            reader.readText() == Self.namespace, reader.readString() != nil, reader.readText() == Self.hash,
            let inner = reader.readString(), reader.isAtEnd
        else { return nil }
        var innerReader = SSHReader(inner)
        guard innerReader.readText() == PublicKey.algorithm, let signature = innerReader.readString(),
            innerReader.isAtEnd
        else { return nil }
        self.key = key
        self.signature = signature
    }

    var armoured: String {
        var inner = SSHWriter()
        inner.write(text: PublicKey.algorithm)
        inner.write(string: signature)
        var writer = SSHWriter()
        writer.write(raw: Self.magic)
        writer.write(1)
        writer.write(string: key.wire)
        writer.write(text: Self.namespace)
        writer.write(text: "")
        writer.write(text: Self.hash)
        writer.write(string: inner.bytes)
        return Self.armour.wrap(writer.bytes)
    }

    func isValid(for message: Data) -> Bool {
        key.isValid(signature: signature, for: Self.signedBytes(of: message))
    }

    private static func signedBytes(of message: Data) -> Data {
        var writer = SSHWriter()
        writer.write(raw: magic)
        writer.write(text: namespace)
        writer.write(text: "")
        writer.write(text: hash)
        writer.write(string: Data(SHA512.hash(data: message)))
        return writer.bytes
    }
}
