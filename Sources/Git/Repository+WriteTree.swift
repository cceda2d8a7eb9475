/// Writing directories: a change of one file writes the directories above it and no others.
extension Repository {
    /// Writes the tree that comes of making all changes to `base`, in any order; nil is the empty tree.
    ///
    /// - Throws: `invalid` for a path that is not allowed, two changes that exclude each other, or a mode that is not
    ///   that of a file: links are never written, since a reader of the checked-out text would follow them.
    ///   `notFound` when a blob does not exist, or a path to remove.
    public func writeTree(base: ObjectID?, changes: [TreeChange]) throws(GitError) -> ObjectID {
        let root = ChangeNode()
        for change in changes {
            if case .put(let path, let blob, let mode) = change {
                guard mode == .file || mode == .executable else {
                    throw .invalid("write tree", "\(path) is not a file")
                }
                try require(blob, .blob, "write tree")
            }
            let path = try TreePath(change.path)
            try root.add(change, at: path.parts[...])
        }
        if let id = try rewrite(base, root, at: "") { return id }
        return try write(.tree, [])
    }

    /// Nil when the directory would be empty.
    private func rewrite(_ base: ObjectID?, _ node: ChangeNode, at path: String) throws(GitError) -> ObjectID? {
        var entries: [[UInt8]: StoredEntry] = [:]
        if let base {
            for entry in try stored(base) { entries[entry.name] = entry }
        }
        for (name, child) in node.children {
            let place = path + String(decoding: name, as: UTF8.self)
            entries[name] = try replacement(for: entries[name], child, name: name, at: place)
        }
        guard !entries.isEmpty else { return nil }
        return try write(.tree, StoredEntry.serialize(entries.values))
    }

    private func replacement(
        for old: StoredEntry?, _ node: ChangeNode, name: [UInt8], at path: String
    ) throws(GitError) -> StoredEntry? {
        switch node.change {
        case .put(_, let blob, let mode):
            return StoredEntry(name: name, mode: mode, id: blob)
        case .remove:
            guard old != nil else {
                throw GitError(code: .notFound, operation: "write tree", message: "there is no \(path) to remove")
            }
            return nil
        case nil:
            let below = old?.mode == .directory ? old?.id : nil
            return try rewrite(below, node, at: path + "/").map { StoredEntry(name: name, mode: .directory, id: $0) }
        }
    }
}

/// The changes as a tree of names: a leaf holds a change, any other node has children.
private final class ChangeNode {
    private(set) var children: [[UInt8]: ChangeNode] = [:]
    private(set) var change: TreeChange?

    func add(_ change: TreeChange, at parts: ArraySlice<[UInt8]>) throws(GitError) {
        guard let name = parts.first else {
            guard self.change == nil, children.isEmpty else { throw Self.contradiction(change) }
            self.change = change
            return
        }
        guard self.change == nil else { throw Self.contradiction(change) }
        let child = children[name] ?? ChangeNode()
        children[name] = child
        try child.add(change, at: parts.dropFirst())
    }

    private static func contradiction(_ change: TreeChange) -> GitError {
        .invalid("write tree", "another change excludes the one to \(change.path.debugDescription)")
    }
}

extension StoredEntry {
    /// A tree object: mode, space, name, null, twenty bytes; in order of name, a directory as if it ended in a slash.
    static func serialize(_ entries: some Sequence<StoredEntry>) -> [UInt8] {
        let sorted = entries.map { ($0.sortKey, $0) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }
        return sorted.flatMap { Array("\($1.mode.stored) ".utf8) + $1.name + [0] + $1.id.bytes }
    }

    private var sortKey: [UInt8] { mode == .directory ? name + [UInt8(ascii: "/")] : name }
}
