import CLibgit2
import Foundation

extension Repository {
    /// Writes these references and everything they reach to one file that stock git can clone from.
    ///
    /// The file is streamed, synced and then given its name in one step; a file of that name is replaced. `HEAD` goes
    /// along when its branch is among the references, so that a clone knows what to check out.
    /// - Throws: `notFound` when one of the references is not there.
    public func writeBundle(refs names: [String], to file: URL) throws(GitError) {
        var references: [Reference] = []
        for name in names {
            guard let id = try reference(name) else {
                throw GitError(code: .notFound, operation: "write bundle", message: "there is no reference \(name)")
            }
            references.append(Reference(name: name, id: id))
        }
        try writeBundle(of: references, to: file)
    }

    /// Writes a bundle in which these names stand for these objects, whatever the references point at by now: the
    /// repository as it was when the names were read.
    /// - Throws: `notFound` when an object is not there, `invalid` without any reference.
    public func writeBundle(of references: [Reference], to file: URL) throws(GitError) {
        guard !references.isEmpty else { throw .invalid("write bundle", "a bundle needs a reference") }
        var references = references
        let head = try headTarget()
        let builder = try pack(references.map(\.id))
        if let branch = references.first(where: { $0.name == head }) {
            references.insert(Reference(name: "HEAD", id: branch.id), at: 0)
        }
        let sink = try FileSink(replacing: file.systemPath)
        try sink.write(Array(BundleHeader(references: references).text.utf8))
        try stream(builder, to: sink)
        try sink.finish()
    }

    /// The branch that `HEAD` points at, born or not.
    private func headTarget() throws(GitError) -> String? {
        let head = try Handle("read HEAD", freedBy: git_reference_free) { out in
            handle.borrow { git_reference_lookup(&out, $0, "HEAD") }
        }
        return head.borrow { git_reference_symbolic_target($0).map { String(cString: $0) } }
    }

    private func pack(_ ids: [ObjectID]) throws(GitError) -> Handle {
        let builder = try Handle("build pack", freedBy: git_packbuilder_free) { out in
            handle.borrow { git_packbuilder_new(&out, $0) }
        }
        var commits: [ObjectID] = []
        for id in ids {
            var id = id
            while try objectKind(id) == .tag {
                try insert(id, into: builder)
                id = try tag(id).target
            }
            if try objectKind(id) == .commit { commits.append(id) } else { try insert(id, into: builder) }
        }
        let walk = try walk(from: commits, hiding: [])
        try check("build pack", builder.borrow { builder in walk.borrow { git_packbuilder_insert_walk(builder, $0) } })
        return builder
    }

    private func insert(_ id: ObjectID, into builder: Handle) throws(GitError) {
        var oid = id.oid
        let isTag = try objectKind(id) == .tag
        try check(
            "build pack",
            builder.borrow { builder in
                isTag ? git_packbuilder_insert(builder, &oid, nil) : git_packbuilder_insert_recur(builder, &oid, nil)
            })
    }

    private func stream(_ builder: Handle, to sink: FileSink) throws(GitError) {
        let result = builder.borrow { builder in
            git_packbuilder_foreach(
                builder,
                { bytes, count, sink in
                    guard let sink else { return GIT_EUSER.rawValue }
                    let taken = Unmanaged<FileSink>.fromOpaque(sink).takeUnretainedValue()
                        .accept(UnsafeRawBufferPointer(start: bytes, count: count))
                    return taken ? 0 : GIT_EUSER.rawValue
                }, Unmanaged.passUnretained(sink).toOpaque())
        }
        if let failure = sink.failure { throw failure }
        try check("build pack", result)
    }
}
