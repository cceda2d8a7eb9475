import CLibgit2
import Foundation

/// The object database: bytes in, name out. All writing of objects passes through `write(_:_:)`.
extension Repository {
    public func contains(_ id: ObjectID) -> Bool {
        var oid = id.oid
        return objects.borrow { git_odb_exists($0, &oid) } == 1
    }

    /// Throws `notFound` when there is no such object.
    public func objectKind(_ id: ObjectID) throws(GitError) -> ObjectKind {
        try header(of: id).kind
    }

    /// The size in bytes that the object will take in memory, known without reading it.
    public func objectSize(_ id: ObjectID) throws(GitError) -> Int {
        try header(of: id).size
    }

    @discardableResult
    public func writeBlob(_ bytes: some Sequence<UInt8>) throws(GitError) -> ObjectID {
        try write(.blob, Array(bytes))
    }

    /// - Parameter limit: the most bytes to accept; a larger blob throws `tooLarge` before anything of it is read.
    public func blob(_ id: ObjectID, limit: Int? = nil) throws(GitError) -> Data {
        if let limit {
            let size = try header(of: id).size
            guard size <= limit else { throw .tooLarge("read blob", "\(id) has \(size) bytes, the limit is \(limit)") }
        }
        return try read(id, expecting: .blob) { Data($0) }
    }

    func header(of id: ObjectID) throws(GitError) -> (kind: ObjectKind, size: Int) {
        var oid = id.oid
        var size = 0
        var type = GIT_OBJECT_INVALID
        try check("read header of \(id)", objects.borrow { git_odb_read_header(&size, &type, $0, &oid) })
        guard let kind = ObjectKind(type) else { throw .corrupt("read header of \(id)", "unknown kind of object") }
        return (kind, size)
    }

    /// Commits, trees and tags are read whole, so a hostile one of gigabytes (a few megabytes when packed) is refused.
    private static let longestStructure = 1 << 24

    /// libgit2 reports an object of another kind as not found; here it is `invalid`.
    func requireReadable(_ id: ObjectID, as kind: ObjectKind) throws(GitError) {
        let header = try header(of: id)
        guard header.kind == kind else { throw .invalid("read \(kind) \(id)", "it is a \(header.kind)") }
        guard kind == .blob || header.size <= Self.longestStructure else {
            throw .tooLarge("read \(kind) \(id)", "\(header.size) bytes is more than any sane one has")
        }
    }

    /// Lends the bytes of an object whose hash libgit2 has verified; an object of another kind is `invalid`.
    func read<Result>(
        _ id: ObjectID, expecting kind: ObjectKind, _ body: (UnsafeRawBufferPointer) throws(GitError) -> Result
    ) throws(GitError) -> Result {
        try requireReadable(id, as: kind)
        var oid = id.oid
        let object = try Handle("read \(kind) \(id)", freedBy: git_odb_object_free) { out in
            objects.borrow { git_odb_read(&out, $0, &oid) }
        }
        return try object.borrow { (pointer) throws(GitError) in
            let bytes = UnsafeRawBufferPointer(start: git_odb_object_data(pointer), count: git_odb_object_size(pointer))
            return try body(bytes)
        }
    }

    /// Stores an object unless it is there, and notes what must be synced before a reference may name it.
    func write(_ kind: ObjectKind, _ bytes: [UInt8]) throws(GitError) -> ObjectID {
        var oid = git_oid()
        try check("hash \(kind)", bytes.withUnsafeBytes { git_odb_hash(&oid, $0.baseAddress, $0.count, kind.type) })
        let existed = objects.borrow { git_odb_exists($0, &oid) } == 1
        try check(
            "write \(kind)",
            objects.borrow { database in
                bytes.withUnsafeBytes { git_odb_write(&oid, database, $0.baseAddress, $0.count, kind.type) }
            })
        let id = ObjectID(oid)
        if existed { ledger.noteExisting(id) } else { ledger.noteWritten(id) }
        return id
    }

    /// Refuses to build upon an object that is missing or of another kind.
    func require(_ id: ObjectID, _ kind: ObjectKind, _ operation: String) throws(GitError) {
        guard try header(of: id).kind == kind else { throw .invalid(operation, "\(id) is not a \(kind)") }
        ledger.noteExisting(id)
    }
}
