import CLibgit2

/// What git says about an entry of a tree beside its name and content.
public enum FileMode: Sendable, Hashable {
    case file, executable, directory, symlink
    /// A commit of another repository (a submodule).
    case gitlink

    init?(_ mode: git_filemode_t) {
        switch mode {
        case GIT_FILEMODE_BLOB: self = .file
        case GIT_FILEMODE_BLOB_EXECUTABLE: self = .executable
        case GIT_FILEMODE_TREE: self = .directory
        case GIT_FILEMODE_LINK: self = .symlink
        case GIT_FILEMODE_COMMIT: self = .gitlink
        default: return nil
        }
    }

    /// Octal, as it is stored in a tree.
    var stored: String {
        switch self {
        case .file: "100644"
        case .executable: "100755"
        case .directory: "40000"
        case .symlink: "120000"
        case .gitlink: "160000"
        }
    }
}

/// One name in one directory.
public struct TreeEntry: Hashable, Sendable {
    /// A name that is not UTF-8 shows with replacement characters, and is not found under that spelling.
    public let name: String
    public let mode: FileMode
    public let id: ObjectID

    public init(name: String, mode: FileMode, id: ObjectID) {
        self.name = name
        self.mode = mode
        self.id = id
    }
}

/// A file somewhere below a tree.
public struct TreeFile: Hashable, Sendable {
    /// From the root, with slashes.
    public let path: String
    public let mode: FileMode
    public let id: ObjectID

    public init(path: String, mode: FileMode, id: ObjectID) {
        self.path = path
        self.mode = mode
        self.id = id
    }
}

/// A difference to make to a tree.
public enum TreeChange: Hashable, Sendable {
    /// A file of this content, in place of whatever stands there; directories come into being as needed.
    case put(path: String, blob: ObjectID, mode: FileMode = .file)
    /// Takes away a file, or a directory with all in it. A directory that becomes empty goes too.
    case remove(path: String)

    var path: String {
        switch self {
        case .put(let path, _, _), .remove(let path): path
        }
    }
}
