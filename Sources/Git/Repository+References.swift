import CLibgit2

/// A reference as it stood when it was read.
public struct Reference: Hashable, Sendable {
    /// In full, such as `refs/heads/main`.
    public let name: String
    /// What it points at: for an annotated tag the tag object, not what was tagged.
    public let id: ObjectID

    public init(name: String, id: ObjectID) {
        self.name = name
        self.id = id
    }
}

/// Names that move. A write says which value it expects to replace, and loses if another was there.
extension Repository {
    /// The id that a reference (or `HEAD`) stands for, through symbolic references; nil when it is not there.
    public func reference(_ name: String) throws(GitError) -> ObjectID? {
        guard name == "HEAD" || ReferenceName.isValid(name) else { return nil }
        var oid = git_oid()
        let result = handle.borrow { git_reference_name_to_id(&oid, $0, name) }
        return try found("read reference \(name)", result) ? ObjectID(oid) : nil
    }

    /// All references whose name begins with the prefix, in order of name; symbolic ones are passed over.
    public func references(prefix: String = "refs/") throws(GitError) -> [Reference] {
        let iterator = try Handle("list references", freedBy: git_reference_iterator_free) { out in
            handle.borrow { git_reference_iterator_new(&out, $0) }
        }
        var references: [Reference] = []
        while let reference = try nextReference(iterator) {
            let (name, target) = reference.borrow { pointer in
                (String(cString: git_reference_name(pointer)), git_reference_target(pointer)?.pointee)
            }
            if let target, name.hasPrefix(prefix) { references.append(Reference(name: name, id: ObjectID(target))) }
        }
        return references.sorted { $0.name < $1.name }
    }

    private func nextReference(_ iterator: Handle) throws(GitError) -> Handle? {
        do throws(GitError) {
            return try Handle("list references", freedBy: git_reference_free) { out in
                let result = iterator.borrow { git_reference_next(&out, $0) }
                return result == GIT_ITEROVER.rawValue ? GIT_ENOTFOUND.rawValue : result
            }
        } catch  where error.code == .notFound {
            return nil
        }
    }

    /// Points a reference at an object, if it still has the value that the caller has seen.
    ///
    /// When this returns, the reference and all objects written through this handle are durable.
    /// - Parameters:
    ///   - expected: the value to replace; nil when the reference must not exist.
    ///   - message: for the reflog, where the repository keeps one.
    /// - Throws: `lostRace` when the reference has another value or is being written; `notFound` when the object is not
    ///   there; `invalid` for a name that is not allowed.
    public func updateReference(
        _ name: String, to id: ObjectID, expecting expected: ObjectID?, message: String = ""
    ) throws(GitError) {
        try ReferenceName.check(name)
        ledger.noteExisting(id)
        guard contains(id) else {
            throw GitError(code: .notFound, operation: "update reference \(name)", message: "there is no object \(id)")
        }
        try ledger.syncObjects()
        try swap(name, to: id, expecting: expected ?? .zero, message: message)
        try ledger.syncPath(ofReference: name)
    }

    /// An expected id of zero means "must not exist" to libgit2; a missing one would mean "whatever it is".
    private func swap(
        _ name: String, to id: ObjectID, expecting expected: ObjectID, message: String
    ) throws(GitError) {
        var new = id.oid
        var old = expected.oid
        do throws(GitError) {
            _ = try Handle("update reference \(name)", freedBy: git_reference_free) { out in
                handle.borrow { git_reference_create_matching(&out, $0, name, &new, 1, &old, message) }
            }
        } catch  where error.code == .exists || error.code == .notFound {
            throw GitError(code: .lostRace, operation: error.operation, message: error.message)
        }
    }

    /// Removes a reference, if it still has the value that the caller has seen.
    /// - Throws: `lostRace` when it has another value, is gone or is being written.
    public func deleteReference(_ name: String, expecting expected: ObjectID) throws(GitError) {
        try ReferenceName.check(name)
        let operation = "delete reference \(name)"
        do throws(GitError) {
            let reference = try Handle(operation, freedBy: git_reference_free) { out in
                handle.borrow { git_reference_lookup(&out, $0, name) }
            }
            try reference.borrow { (pointer) throws(GitError) in
                guard git_reference_target(pointer).map({ ObjectID($0.pointee) }) == expected else {
                    throw GitError(code: .lostRace, operation: operation, message: "it has another value")
                }
                try check(operation, git_reference_delete(pointer))
            }
        } catch  where error.code == .notFound {
            throw GitError(code: .lostRace, operation: operation, message: error.message)
        }
        try ledger.syncPath(ofDeleted: name)
    }
}
