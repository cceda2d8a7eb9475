import CLibgit2

/// What came before what.
extension Repository {
    /// Commits from newest to oldest along first parents.
    ///
    /// - Parameters:
    ///   - path: only commits in which this file or directory differs from the first parent; the path is followed as it
    ///     is written, not through renames.
    ///   - limit: the most commits to return.
    public func history(from start: ObjectID, path: String? = nil, limit: Int = .max) throws(GitError) -> [Commit] {
        var commits: [Commit] = []
        var step: Step? = try Step(self, start, path)
        while let current = step, commits.count < limit {
            step = nil
            if let parent = current.commit.parents.first { step = try Step(self, parent, path) }
            if path == nil || current.entry != step?.entry { commits.append(current.commit) }
        }
        return commits
    }

    /// A commit on the way back, with what stands at the path that is being followed.
    private struct Step {
        let commit: Commit
        let entry: TreeEntry?

        init(_ repository: Repository, _ id: ObjectID, _ path: String?) throws(GitError) {
            commit = try repository.commit(id)
            entry = if let path { try repository.entry(at: path, inTree: commit.tree) } else { nil }
        }
    }

    /// Every commit that can be reached from `starts` and not from `hidden`, newest first, a child always before its
    /// parents.
    public func log(
        from starts: [ObjectID], hiding hidden: [ObjectID] = [], limit: Int = .max
    ) throws(GitError) -> [Commit] {
        var commits: [Commit] = []
        let walk = try walk(from: starts, hiding: hidden)
        while commits.count < limit, let id = try next(walk) { commits.append(try commit(id)) }
        return commits
    }

    /// Whether the first commit is the second, or one that the second builds upon.
    public func isAncestor(_ ancestor: ObjectID, of descendant: ObjectID) throws(GitError) -> Bool {
        guard ancestor != descendant else { return try objectKind(ancestor) == .commit }
        var old = ancestor.oid
        var new = descendant.oid
        return try check(
            "compare \(ancestor) with \(descendant)",
            handle.borrow {
                git_graph_descendant_of($0, &new, &old)
            }) == 1
    }

    /// The best common ancestor of two commits; nil when their histories have none.
    public func mergeBase(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> ObjectID? {
        var base = git_oid()
        var left = one.oid
        var right = other.oid
        for id in [one, other] {
            guard try objectKind(id) == .commit else { throw .invalid("find merge base", "\(id) is no commit") }
        }
        let result = handle.borrow { git_merge_base(&base, $0, &left, &right) }
        return try found("find merge base", result) ? ObjectID(base) : nil
    }

    func walk(from starts: [ObjectID], hiding hidden: [ObjectID]) throws(GitError) -> Handle {
        let walk = try Handle("walk history", freedBy: git_revwalk_free) { out in
            handle.borrow { git_revwalk_new(&out, $0) }
        }
        let order = GIT_SORT_TOPOLOGICAL.rawValue | GIT_SORT_TIME.rawValue
        try check("sort history", walk.borrow { git_revwalk_sorting($0, order) })
        for id in starts {
            var oid = id.oid
            try check("walk from \(id)", walk.borrow { git_revwalk_push($0, &oid) })
        }
        for id in hidden {
            var oid = id.oid
            try check("hide \(id)", walk.borrow { git_revwalk_hide($0, &oid) })
        }
        return walk
    }

    func next(_ walk: Handle) throws(GitError) -> ObjectID? {
        var oid = git_oid()
        let result = walk.borrow { git_revwalk_next(&oid, $0) }
        guard result != GIT_ITEROVER.rawValue else { return nil }
        try check("walk history", result)
        return ObjectID(oid)
    }
}
