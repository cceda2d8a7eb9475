import CLibgit2
import Foundation

/// Reading directories.
extension Repository {
    /// The entries of one directory, in git's order.
    public func entries(ofTree id: ObjectID) throws(GitError) -> [TreeEntry] {
        try stored(id).map(\.entry)
    }

    /// What stands at a path below a tree; nil when nothing does.
    public func entry(at path: String, inTree id: ObjectID) throws(GitError) -> TreeEntry? {
        let tree = try tree(id)
        guard !path.isEmpty, !path.utf8.contains(0) else { return nil }
        var entry: OpaquePointer?
        guard try found("read \(path)", tree.borrow { git_tree_entry_bypath(&entry, $0, path) }), let entry else {
            return nil
        }
        defer { git_tree_entry_free(entry) }
        return try StoredEntry(entry).entry
    }

    /// All files below a tree, or below one directory of it, in order of path. Links are listed as what they are.
    ///
    /// - Parameters:
    ///   - prefix: a directory such as `secties`, or empty for the whole tree.
    ///   - limit: the most entries to look at, directories included. A tree of a dozen objects can stand for more paths
    ///     than memory holds, so there is no way to ask for no limit.
    /// - Throws: `tooLarge` past the limit, or when directories are nested unreasonably deep.
    public func files(
        inTree id: ObjectID, under prefix: String = "", limit: Int = 100_000
    ) throws(GitError) -> [TreeFile] {
        let directory = prefix.split(separator: "/").joined(separator: "/")
        var root = id
        if !directory.isEmpty {
            guard let entry = try entry(at: directory, inTree: id), entry.mode == .directory else { return [] }
            root = entry.id
        }
        var files: [TreeFile] = []
        var left = limit
        try collect(root, at: directory, depth: 0, into: &files, left: &left)
        return files
    }

    private func collect(
        _ id: ObjectID, at path: String, depth: Int, into files: inout [TreeFile], left: inout Int
    ) throws(GitError) {
        guard depth <= TreePath.deepest else { throw .tooLarge("list files", "directories are nested too deep") }
        for entry in try entries(ofTree: id) {
            left -= 1
            guard left >= 0 else { throw .tooLarge("list files", "there are too many entries below \(id)") }
            let place = path.isEmpty ? entry.name : path + "/" + entry.name
            if entry.mode == .directory {
                try collect(entry.id, at: place, depth: depth + 1, into: &files, left: &left)
            } else {
                files.append(TreeFile(path: place, mode: entry.mode, id: entry.id))
            }
        }
    }

    /// The entries of one directory with their names as they are stored.
    func stored(_ id: ObjectID) throws(GitError) -> [StoredEntry] {
        try tree(id).borrow { (tree) throws(GitError) in
            let count = git_tree_entrycount(tree)
            var entries: [StoredEntry] = []
            entries.reserveCapacity(count)
            for index in 0..<count {
                guard let entry = git_tree_entry_byindex(tree, index) else { continue }
                entries.append(try StoredEntry(entry))
            }
            return entries
        }
    }

    func tree(_ id: ObjectID) throws(GitError) -> Handle {
        try requireReadable(id, as: .tree)
        var oid = id.oid
        return try Handle("read tree \(id)", freedBy: git_tree_free) { out in
            handle.borrow { git_tree_lookup(&out, $0, &oid) }
        }
    }
}

/// An entry with its name in bytes, so that a name that is not UTF-8 survives the rewriting of its directory.
struct StoredEntry {
    let name: [UInt8]
    let mode: FileMode
    let id: ObjectID

    var entry: TreeEntry { TreeEntry(name: String(decoding: name, as: UTF8.self), mode: mode, id: id) }

    init(name: [UInt8], mode: FileMode, id: ObjectID) {
        self.name = name
        self.mode = mode
        self.id = id
    }

    /// From a borrowed `git_tree_entry`.
    init(_ pointer: OpaquePointer) throws(GitError) {
        guard let mode = FileMode(git_tree_entry_filemode(pointer)), let name = git_tree_entry_name(pointer),
            let oid = git_tree_entry_id(pointer)
        else { throw .corrupt("read tree", "an entry has no known mode") }
        self.init(
            name: UnsafeRawBufferPointer(start: name, count: strlen(name)).map(\.self), mode: mode,
            id: ObjectID(oid.pointee))
    }
}
