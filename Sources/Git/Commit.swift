import Foundation

/// A commit as it is stored.
public struct Commit: Hashable, Sendable, Identifiable {
    public let id: ObjectID
    public let tree: ObjectID
    public let parents: [ObjectID]
    public let author: Identity
    public let committer: Identity
    /// Everything after the headers, decoded; what is not text shows as replacement characters.
    public let message: String
    /// The first paragraph, on one line.
    public let subject: String
    /// What follows the first paragraph, trailers included.
    public let body: String
    public let trailers: [Trailer]
    public let signature: ObjectSignature?

    /// The values of all trailers of this key; git compares keys without regard to case.
    public func trailers(_ key: String) -> [String] {
        trailers.filter { $0.key.lowercased() == key.lowercased() }.map(\.value)
    }
}

extension Commit {
    init(id: ObjectID, bytes: [UInt8]) throws(GitError) {
        let operation = "read commit \(id)"
        let text = try ObjectText(bytes, operation)
        self.id = id
        self.tree = try text.id("tree", operation)
        var parents: [ObjectID] = []
        for header in text.headers where header.key == "parent" {
            parents.append(try ObjectText.id(of: header, operation))
        }
        self.parents = parents
        self.author = try text.identity("author", operation)
        self.committer = try text.identity("committer", operation)
        self.message = text.decode(text.message)
        (self.subject, self.body) = CommitMessage.split(message)
        self.trailers = TrailerBlock(of: message).trailers
        self.signature = text.header("gpgsig").map { Self.signature($0, in: text) }
    }

    /// A commit is signed as it would be without the header that holds the signature.
    private static func signature(_ header: ObjectText.Header, in text: ObjectText) -> ObjectSignature {
        ObjectSignature(
            armored: String(decoding: header.value, as: UTF8.self).trimmed,
            payload: Data(text.bytes[..<header.range.lowerBound] + text.bytes[header.range.upperBound...]))
    }
}
