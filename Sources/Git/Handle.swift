/// One C object of libgit2, freed when the last Swift reference to it goes.
///
/// The pointer is lent, never handed out: `borrow` keeps the handle alive for the whole of the C call. Reading a pointer
/// from a temporary and passing it on would free the object before the call, which is why there is no `pointer` to read.
/// An object that points into another must be released first; Swift releases stored properties in the order in which
/// they are declared, so declare children above the repository they belong to.
final class Handle {
    private let pointer: OpaquePointer
    private let release: (OpaquePointer?) -> Void

    /// `make` stores the new object in its argument and returns libgit2's result.
    init(
        _ operation: String, freedBy release: @escaping (OpaquePointer?) -> Void,
        make: (inout OpaquePointer?) -> Int32
    ) throws(GitError) {
        var made: OpaquePointer?
        try check(operation, make(&made))
        guard let made else { throw GitError(code: .other, operation: operation, message: "libgit2 returned nothing") }
        self.pointer = made
        self.release = release
    }

    deinit { release(pointer) }

    func borrow<Result, Failure: Error>(
        _ body: (OpaquePointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { withExtendedLifetime(self) {} }
        return try body(pointer)
    }
}
