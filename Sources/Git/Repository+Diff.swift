import CLibgit2
import Foundation

extension Repository {
    /// The files that differ between two trees, in order of path. A change of mode alone is a modification with the
    /// same blob on both sides; a file that became a link is removed and added.
    ///
    /// - Parameters:
    ///   - old: nil compares with nothing, so that every file is an addition.
    ///   - renames: whether to pair a removed file with an added one that is at least half the same.
    ///   - limit: the most differences; past it `tooLarge` is thrown, before the comparison has run away.
    public func diff(
        fromTree old: ObjectID?, toTree new: ObjectID, renames: Bool = false, limit: Int = 100_000
    ) throws(GitError) -> [FileChange] {
        let diff = try compare(old, new, limit: limit)
        if renames {
            var options = git_diff_find_options()
            try check("find renames", git_diff_find_options_init(&options, UInt32(GIT_DIFF_FIND_OPTIONS_VERSION)))
            options.flags = GIT_DIFF_FIND_RENAMES.rawValue
            try check("find renames", diff.borrow { git_diff_find_similar($0, &options) })
        }
        let changes = diff.borrow { diff in
            (0..<git_diff_num_deltas(diff)).compactMap { git_diff_get_delta(diff, $0).map { FileChange($0.pointee) } }
        }
        return changes.sorted { ($0.path, $0.kind == .removed ? 0 : 1) < ($1.path, $1.kind == .removed ? 0 : 1) }
    }

    private func compare(_ old: ObjectID?, _ new: ObjectID, limit: Int) throws(GitError) -> Handle {
        var oldTree: Handle?
        if let old { oldTree = try tree(old) }
        let newTree = try tree(new)
        var options = git_diff_options()
        try check("compare trees", git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION)))
        options.notify_cb = { diff, _, _, limit in
            guard let diff, let limit = limit?.load(as: Int.self) else { return 0 }
            return git_diff_num_deltas(diff) < limit ? 0 : GIT_EUSER.rawValue
        }
        var bound = limit
        do throws(GitError) {
            return try Handle("compare trees", freedBy: git_diff_free) { out in
                withUnsafeMutablePointer(to: &bound) { bound in
                    options.payload = UnsafeMutableRawPointer(bound)
                    return handle.borrow { repository in
                        newTree.borrow { new in
                            oldTree.borrowed { git_diff_tree_to_tree(&out, repository, $0, new, &options) }
                        }
                    }
                }
            }
        } catch  where error.code == .tooLarge {
            throw .tooLarge("compare trees", "there are more than \(limit) differences")
        }
    }
}

extension Handle? {
    /// Lends the pointer, or nil when there is no handle.
    func borrowed<Result>(_ body: (OpaquePointer?) -> Result) -> Result {
        guard let self else { return body(nil) }
        return self.borrow { body($0) }
    }
}

extension FileChange {
    fileprivate init(_ delta: git_diff_delta) {
        let newPath = delta.new_file.path.map { String(cString: $0) } ?? ""
        let oldPath = delta.old_file.path.map { String(cString: $0) } ?? ""
        let kind: Kind =
            switch delta.status {
            case GIT_DELTA_ADDED: .added
            case GIT_DELTA_DELETED: .removed
            case GIT_DELTA_RENAMED: .renamed
            default: .modified
            }
        self.init(
            kind: kind, path: kind == .removed ? oldPath : newPath, oldPath: kind == .renamed ? oldPath : nil,
            oldBlob: kind == .added ? nil : ObjectID(delta.old_file.id),
            newBlob: kind == .removed ? nil : ObjectID(delta.new_file.id))
    }
}
