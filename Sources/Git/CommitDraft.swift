/// A commit that is yet to be written.
public struct CommitDraft: Hashable, Sendable {
    public var tree: ObjectID
    public var parents: [ObjectID]
    public var author: Identity
    public var committer: Identity
    /// The first line is the subject; the rest, if any, the body.
    public var message: String
    /// Stand in a block of their own below the message.
    public var trailers: [Trailer]

    /// - Parameter committer: the author, unless somebody else records the change.
    public init(
        tree: ObjectID, parents: [ObjectID], author: Identity, committer: Identity? = nil, message: String,
        trailers: [Trailer] = []
    ) {
        self.tree = tree
        self.parents = parents
        self.author = author
        self.committer = committer ?? author
        self.message = message
        self.trailers = trailers
    }
}

extension CommitDraft {
    /// The headers, and the message with the empty line before it; a signature goes in between.
    func parts(_ operation: String) throws(GitError) -> (headers: String, message: String) {
        var headers = "tree \(tree)\n"
        for parent in parents { headers += "parent \(parent)\n" }
        headers += "author \(try author.line(operation))\n"
        headers += "committer \(try committer.line(operation))\n"
        return (headers, "\n" + (try CommitMessage.layOut(message, trailers: trailers, operation)))
    }
}
