import Foundation

extension Repository {
    /// Writes an annotated tag object and no reference to it.
    ///
    /// - Parameter signer: gets the unsigned tag; what it returns is appended to the message, where git looks for it.
    /// - Throws: `GitError`, and whatever the signer throws.
    public func writeTag(
        name: String, target: ObjectID, tagger: Identity, message: String, signer: Signer = { _ in nil }
    ) throws -> ObjectID {
        let operation = "write tag \(name)"
        try ReferenceName.check("refs/tags/" + name)
        let kind = try objectKind(target)
        try require(target, kind, operation)
        let text = try CommitMessage.layOut(message, trailers: [], operation)
        guard !text.split(separator: "\n").contains(where: { $0.hasPrefix("-----BEGIN ") }) else {
            throw GitError.invalid(operation, "a line of the message would be taken for a signature")
        }
        let unsigned = """
            object \(target)
            type \(kind.rawValue)
            tag \(name)
            tagger \(try tagger.line(operation))

            \(text)
            """
        guard let armored = try signer(Data(unsigned.utf8)) else { return try write(.tag, Array(unsigned.utf8)) }
        return try write(.tag, Array((unsigned + ObjectSignature.normalized(armored, operation) + "\n").utf8))
    }

    /// Writes an annotated tag object and the reference `refs/tags/<name>`, which must not exist yet (`lostRace`).
    @discardableResult
    public func createTag(
        name: String, target: ObjectID, tagger: Identity, message: String, signer: Signer = { _ in nil }
    ) throws -> ObjectID {
        let id = try writeTag(name: name, target: target, tagger: tagger, message: message, signer: signer)
        try updateReference("refs/tags/" + name, to: id, expecting: nil)
        return id
    }

    /// The annotated tag under `refs/tags/<name>`; nil when there is none. A tag without an object is `invalid`.
    public func tag(named name: String) throws(GitError) -> Tag? {
        guard let id = try reference("refs/tags/" + name) else { return nil }
        return try tag(id)
    }

    public func tag(_ id: ObjectID) throws(GitError) -> Tag {
        let bytes = try read(id, expecting: .tag) { Array($0) }
        return try Tag(id: id, bytes: bytes)
    }
}
