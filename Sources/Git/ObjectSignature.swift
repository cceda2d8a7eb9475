import Foundation

/// A signature found on a commit or tag, with exactly the bytes that it covers.
///
/// Whether it is valid, and whether its key may sign, is for the caller to find out; nothing here has checked it.
public struct ObjectSignature: Hashable, Sendable {
    /// The armoured text from `-----BEGIN` to the end of its `-----END` line, without a line break after that.
    public let armored: String
    public let payload: Data

    public init(armored: String, payload: Data) {
        self.armored = armored
        self.payload = payload
    }
}

/// Makes a signature over the bytes of an object and returns it armoured, such as `ssh-keygen -Y sign -n git` prints it;
/// nil leaves the object unsigned.
public typealias Signer = (Data) throws -> String?

extension ObjectSignature {
    /// Trimmed, and refused when it could not be read back from the object.
    static func normalized(_ armored: String, _ operation: String) throws(GitError) -> String {
        let lines = armored.trimmed.split(separator: "\n", omittingEmptySubsequences: false).map(\.trimmed)
        guard let first = lines.first, let last = lines.last, lines.count > 2, first.hasPrefix("-----BEGIN "),
            first.hasSuffix("SIGNATURE-----"), last.hasPrefix("-----END "), last.hasSuffix("SIGNATURE-----"),
            lines.allSatisfy({ $0.utf8.allSatisfy { (32..<127).contains($0) } })
        else { throw .invalid(operation, "the signature is not armoured text") }
        return lines.joined(separator: "\n")
    }
}
