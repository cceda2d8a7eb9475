import Foundation

/// An annotated tag: a name given to an object by somebody, with a message and usually a signature.
public struct Tag: Hashable, Sendable, Identifiable {
    public let id: ObjectID
    /// The name inside the object, without `refs/tags/`. Only the reference says where it is found; a verifier must
    /// compare the two, or an old signed tag can be passed off under a new name.
    public let name: String
    public let target: ObjectID
    public let targetKind: ObjectKind
    /// Nil on tags older than git 0.99.
    public let tagger: Identity?
    /// Without the signature.
    public let message: String
    public let signature: ObjectSignature?
}

extension Tag {
    init(id: ObjectID, bytes: [UInt8]) throws(GitError) {
        let operation = "read tag \(id)"
        let text = try ObjectText(bytes, operation)
        let kind = text.header("type").map { String(decoding: $0.value, as: UTF8.self) } ?? ""
        guard let targetKind = ObjectKind(rawValue: kind), let name = text.header("tag") else {
            throw .corrupt(operation, "it names no known kind of object, or has no name")
        }
        self.id = id
        self.name = text.decode(name.value)
        self.target = try text.id("object", operation)
        self.targetKind = targetKind
        self.tagger = text.header("tagger") == nil ? nil : try text.identity("tagger", operation)
        let signatureStart = Self.signatureStart(in: text)
        self.message = text.decode(bytes[text.messageStart..<(signatureStart ?? bytes.endIndex)])
        self.signature = signatureStart.map { start in
            ObjectSignature(
                armored: String(decoding: bytes[start...], as: UTF8.self).trimmed, payload: Data(bytes[..<start]))
        }
    }

    /// The last line that begins a signature, as git looks for it; the bytes before it are what was signed.
    private static func signatureStart(in text: ObjectText) -> Int? {
        var start: Int?
        var position = text.messageStart
        while position < text.bytes.endIndex {
            let line = text.bytes[position...]
            if beginnings.contains(where: line.starts(with:)) { start = position }
            position = (line.firstIndex(of: UInt8(ascii: "\n")) ?? line.endIndex - 1) + 1
        }
        return start
    }

    private static let beginnings = ["SSH SIGNATURE", "PGP SIGNATURE", "PGP MESSAGE", "SIGNED MESSAGE"].map {
        Array("-----BEGIN \($0)-----".utf8)
    }
}
