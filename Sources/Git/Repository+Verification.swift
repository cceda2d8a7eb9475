import Foundation

/// An object that is not as it should be.
public struct ObjectProblem: Hashable, Sendable {
    public enum Kind: Sendable, Hashable {
        case missing
        /// The bytes do not match the id, or are no object of the kind that is referred to.
        case corrupt
    }

    public let id: ObjectID
    public let kind: Kind
    /// The object that refers to it; nil when the caller named it.
    public let referrer: ObjectID?
    public let message: String
}

extension Repository {
    /// Reads everything that can be reached from these objects from disk, compares each with its hash, and reports what
    /// is missing or damaged; empty when all is well. It takes as long as reading the whole repository does.
    public func verifyObjects(reachableFrom ids: [ObjectID]) throws(GitError) -> [ObjectProblem] {
        // A handle of its own: this one may hold an object in memory that is no longer sound on disk.
        let disk = try Repository.open(bareAt: location)
        for folder in alternates { try disk.readAlso(objectsAt: folder) }
        var seen: Set<ObjectID> = []
        var problems: [ObjectProblem] = []
        var waiting = ids.reversed().map { Link(id: $0, kind: nil, referrer: nil) }
        while let link = waiting.popLast() {
            guard seen.insert(link.id).inserted else { continue }
            do throws(GitError) {
                waiting += try disk.links(from: link)
            } catch {
                let kind: ObjectProblem.Kind = error.code == .notFound ? .missing : .corrupt
                problems.append(.init(id: link.id, kind: kind, referrer: link.referrer, message: error.message))
            }
        }
        return problems
    }

    /// One object pointing at another, and what it says the other is.
    private struct Link {
        let id: ObjectID
        let kind: ObjectKind?
        let referrer: ObjectID?
    }

    private func links(from link: Link) throws(GitError) -> [Link] {
        let kind = if let kind = link.kind { kind } else { try objectKind(link.id) }
        func to(_ id: ObjectID, _ kind: ObjectKind) -> Link { Link(id: id, kind: kind, referrer: link.id) }
        switch kind {
        case .blob:
            try read(link.id, expecting: .blob) { _ in }
            return []
        case .commit:
            let commit = try commit(link.id)
            return [to(commit.tree, .tree)] + commit.parents.map { to($0, .commit) }
        case .tag:
            let tag = try tag(link.id)
            return [to(tag.target, tag.targetKind)]
        case .tree:
            return try entries(ofTree: link.id).compactMap { entry in
                switch entry.mode {
                case .directory: to(entry.id, .tree)
                case .file, .executable, .symlink: to(entry.id, .blob)
                case .gitlink: nil
                }
            }
        }
    }
}
