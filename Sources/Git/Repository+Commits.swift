import Foundation

extension Repository {
    /// Writes the commit object and moves no reference: until one names it, git may throw it away.
    ///
    /// - Parameter signer: gets the unsigned commit; what it returns is kept in the `gpgsig` header.
    /// - Throws: `GitError`, `invalid` for a draft that names no tree or no commits or whose identity or message cannot
    ///   be written; and whatever the signer throws.
    @discardableResult
    public func write(_ draft: CommitDraft, signer: Signer = { _ in nil }) throws -> ObjectID {
        let operation = "write commit"
        try require(draft.tree, .tree, operation)
        for parent in draft.parents { try require(parent, .commit, operation) }
        let (headers, message) = try draft.parts(operation)
        guard let armored = try signer(Data((headers + message).utf8)) else {
            return try write(.commit, Array((headers + message).utf8))
        }
        let signature = try ObjectSignature.normalized(armored, operation).replacing("\n", with: "\n ")
        return try write(.commit, Array((headers + "gpgsig \(signature)\n" + message).utf8))
    }

    /// Throws `notFound` when there is no such object, `invalid` when it is not a commit.
    public func commit(_ id: ObjectID) throws(GitError) -> Commit {
        let bytes = try read(id, expecting: .commit) { Array($0) }
        return try Commit(id: id, bytes: bytes)
    }
}
