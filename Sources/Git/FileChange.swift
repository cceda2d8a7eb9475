/// How one file differs between two trees.
public struct FileChange: Hashable, Sendable {
    public enum Kind: Sendable, Hashable {
        case added, removed, modified, renamed
    }

    public let kind: Kind
    /// Where the file is now, or was when it has been removed.
    public let path: String
    /// Where it was, for a rename only.
    public let oldPath: String?
    public let oldBlob: ObjectID?
    public let newBlob: ObjectID?

    public init(kind: Kind, path: String, oldPath: String? = nil, oldBlob: ObjectID?, newBlob: ObjectID?) {
        self.kind = kind
        self.path = path
        self.oldPath = oldPath
        self.oldBlob = oldBlob
        self.newBlob = newBlob
    }
}
