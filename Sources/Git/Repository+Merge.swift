import CLibgit2
import Foundation

extension Repository {
    /// Merges what was done to `ancestor` on either side, file by file and within a file line by line. Renames are not
    /// followed: paths are names that others refer to.
    ///
    /// The merged tree is written, but no commit and no reference.
    /// - Parameter ancestor: nil when the two sides have nothing in common.
    public func mergeTrees(
        ancestor: ObjectID?, ours: ObjectID, theirs: ObjectID
    ) throws(GitError) -> TreeMerge {
        var ancestorTree: Handle?
        if let ancestor { ancestorTree = try tree(ancestor) }
        let (ourTree, theirTree) = (try tree(ours), try tree(theirs))
        var options = git_merge_options()
        try check("merge trees", git_merge_options_init(&options, UInt32(GIT_MERGE_OPTIONS_VERSION)))
        options.flags = 0
        let index = try Handle("merge trees", freedBy: git_index_free) { out in
            handle.borrow { repository in
                ourTree.borrow { our in
                    theirTree.borrow { their in
                        ancestorTree.borrowed { git_merge_trees(&out, repository, $0, our, their, &options) }
                    }
                }
            }
        }
        guard index.borrow({ git_index_has_conflicts($0) }) == 0 else { return .conflicts(try conflicts(in: index)) }
        return .clean(try write(index))
    }

    private func conflicts(in index: Handle) throws(GitError) -> [TreeMerge.Conflict] {
        let iterator = try Handle("list conflicts", freedBy: git_index_conflict_iterator_free) { out in
            index.borrow { git_index_conflict_iterator_new(&out, $0) }
        }
        var conflicts: [TreeMerge.Conflict] = []
        while true {
            var (base, ours, theirs): (IndexEntry?, IndexEntry?, IndexEntry?) = (nil, nil, nil)
            let result = iterator.borrow { git_index_conflict_next(&base, &ours, &theirs, $0) }
            if result == GIT_ITEROVER.rawValue { return conflicts }
            try check("list conflicts", result)
            guard let path = (ours ?? theirs ?? base)?.pointee.path else { continue }
            conflicts.append(
                .init(
                    path: String(cString: path), base: base.map { ObjectID($0.pointee.id) },
                    ours: ours.map { ObjectID($0.pointee.id) }, theirs: theirs.map { ObjectID($0.pointee.id) }))
        }
    }

    private typealias IndexEntry = UnsafePointer<git_index_entry>

    /// Writes the directories of a merged index from the bottom up.
    private func write(_ index: Handle) throws(GitError) -> ObjectID {
        var oid = git_oid()
        try check(
            "write merged tree",
            index.borrow { index in
                handle.borrow { git_index_write_tree_to(&oid, index, $0) }
            })
        ledger.noteUnknownWrites()
        return ObjectID(oid)
    }
}
