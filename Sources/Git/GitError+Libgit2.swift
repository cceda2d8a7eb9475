import CLibgit2
import Foundation

/// Passes a result of libgit2 through, or throws it together with libgit2's message.
///
/// The call itself is the argument, so nothing comes between the call and the reading of its message, which libgit2
/// keeps per thread and overwrites at the next failure.
@discardableResult
func check(_ operation: String, _ result: Int32) throws(GitError) -> Int32 {
    guard result < 0 else { return result }
    let last = git_error_last()
    let message = last.map { String(cString: $0.pointee.message) } ?? "no message from libgit2"
    let category = last.map { git_error_t(rawValue: UInt32(bitPattern: $0.pointee.klass)) }
    git_error_clear()
    throw GitError(
        code: .init(result: result, category: category, message: message), operation: operation, message: message)
}

/// As `check`, for a lookup in which "not there" is an answer and not a failure.
func found(_ operation: String, _ result: Int32) throws(GitError) -> Bool {
    if result == GIT_ENOTFOUND.rawValue {
        git_error_clear()
        return false
    }
    try check(operation, result)
    return true
}

extension GitError.Code {
    /// libgit2 answers -1 for most failures of zlib, of the object parsers and of the file system; the category of the
    /// message tells those apart. A full disk is recognised by the system's own sentence, since `errno` is gone by then.
    init(result: Int32, category: git_error_t?, message: String) {
        switch git_error_code(rawValue: result) {
        case GIT_ENOTFOUND, GIT_EUNBORNBRANCH: self = .notFound
        case GIT_EEXISTS: self = .exists
        case GIT_EMODIFIED, GIT_ELOCKED: self = .lostRace
        case GIT_EINVALIDSPEC, GIT_EINVALID, GIT_EAMBIGUOUS, GIT_EPEEL, GIT_EDIRECTORY: self = .invalid
        case GIT_EMISMATCH, GIT_EEOF: self = .corrupt
        case GIT_EUSER: self = .tooLarge  // our own callbacks stop for no other reason
        default: self = Self.ofGenericFailure(category: category, message: message)
        }
    }

    private static func ofGenericFailure(category: git_error_t?, message: String) -> Self {
        if [ENOSPC, EDQUOT].contains(where: { message.contains(String(cString: strerror($0))) }) { return .diskFull }
        return switch category {
        case GIT_ERROR_OS, GIT_ERROR_FILESYSTEM: .io
        case GIT_ERROR_ZLIB, GIT_ERROR_ODB, GIT_ERROR_OBJECT, GIT_ERROR_TREE, GIT_ERROR_TAG, GIT_ERROR_INDEXER: .corrupt
        default: .other
        }
    }
}

extension GitError {
    /// The failure of a system call, from `errno`; call it directly after the system call.
    static func system(_ operation: String, path: String, errno number: Int32 = errno) -> GitError {
        let code: Code =
            switch number {
            case ENOENT: .notFound
            case EEXIST, ENOTEMPTY: .exists
            case ENOSPC, EDQUOT: .diskFull
            default: .io
            }
        return GitError(code: code, operation: operation, message: "\(path): \(String(cString: strerror(number)))")
    }

    static func invalid(_ operation: String, _ message: String) -> GitError {
        GitError(code: .invalid, operation: operation, message: message)
    }

    static func corrupt(_ operation: String, _ message: String) -> GitError {
        GitError(code: .corrupt, operation: operation, message: message)
    }

    static func tooLarge(_ operation: String, _ message: String) -> GitError {
        GitError(code: .tooLarge, operation: operation, message: message)
    }
}
