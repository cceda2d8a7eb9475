import CLibgit2

/// Reads loose objects in libgit2's place, because libgit2 1.5 never returns from reading one that was cut off.
///
/// Its loose backend asks zlib for more until it has as many bytes as the object's header promises; of a file that ends
/// early zlib has no more to give, and the loop goes on for ever. A crash, a full disk or a bad copy is enough to get
/// such a file. This backend stands before it in the database: what it finds it reads, or refuses as corrupt; for what
/// is not there libgit2 looks further. Hashes are compared by libgit2, whichever backend the bytes came from.
final class LooseObjectBackend {
    /// libgit2's loose backend has 1, and the one for packs is put above this: most objects of an old plan are packed.
    static let priority: Int32 = 2

    private let folder: String

    private init(folder: String) {
        self.folder = folder
    }

    /// The database owns the backend from here on.
    static func add(_ folder: String, to objects: Handle, isAlternate: Bool = false) throws(GitError) {
        let memory = UnsafeMutablePointer<git_shim_odb_backend>.allocate(capacity: 1)
        memory.initialize(to: git_shim_odb_backend())
        memory.pointee.owner = Unmanaged.passRetained(LooseObjectBackend(folder: folder)).toOpaque()
        let backend = UnsafeMutableRawPointer(memory).assumingMemoryBound(to: git_odb_backend.self)
        do throws(GitError) {
            try check("add backend", git_odb_init_backend(backend, UInt32(GIT_ODB_BACKEND_VERSION)))
            backend.pointee.read = readCallback
            backend.pointee.free = freeCallback
            try check(
                "add backend",
                objects.borrow {
                    isAlternate
                        ? git_odb_add_alternate($0, backend, priority) : git_odb_add_backend($0, backend, priority)
                })
        } catch {
            freeCallback(backend)
            throw error
        }
    }

    private typealias Backend = UnsafeMutablePointer<git_odb_backend>

    private static func shim(_ backend: Backend) -> UnsafeMutablePointer<git_shim_odb_backend> {
        UnsafeMutableRawPointer(backend).assumingMemoryBound(to: git_shim_odb_backend.self)
    }

    private static let freeCallback: @convention(c) (Backend?) -> Void = { backend in
        guard let backend else { return }
        let memory = shim(backend)
        Unmanaged<LooseObjectBackend>.fromOpaque(memory.pointee.owner).release()
        memory.deinitialize(count: 1)
        memory.deallocate()
    }

    /// Hands libgit2 the content in memory that libgit2 will free, with a null byte behind it as its parsers expect.
    private static let readCallback:
        @convention(c) (
            UnsafeMutablePointer<UnsafeMutableRawPointer?>?, UnsafeMutablePointer<Int>?,
            UnsafeMutablePointer<git_object_t>?, Backend?, UnsafePointer<git_oid>?
        ) -> Int32 = { out, size, type, backend, id in
            guard let out, let size, let type, let backend, let id else { return GIT_ERROR.rawValue }
            let owner = Unmanaged<LooseObjectBackend>.fromOpaque(shim(backend).pointee.owner).takeUnretainedValue()
            let hex = ObjectID(id.pointee).description
            let path = "\(owner.folder)/\(hex.prefix(2))/\(hex.dropFirst(2))"
            do throws(GitError) {
                let object = try LooseObject(path) { git_odb_backend_data_alloc(backend, $0) }
                (out.pointee, size.pointee, type.pointee) = (object.content, object.size, object.kind.type)
                return 0
            } catch {
                git_error_set_str(Int32(GIT_ERROR_ODB.rawValue), error.message)
                return error.libgit2Code
            }
        }
}

extension GitError {
    fileprivate var libgit2Code: Int32 {
        switch code {
        case .notFound: GIT_ENOTFOUND.rawValue
        case .corrupt: GIT_EMISMATCH.rawValue
        default: GIT_ERROR.rawValue
        }
    }
}
