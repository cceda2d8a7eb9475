import CLibgit2

/// Which names a reference may be given: git's own rules (git-check-ref-format(1)) and three of ours.
///
/// It must stand below `refs/`, since everything else in the folder (`HEAD`, `config`) is not a reference that callers
/// may move. No part of it may begin with a dash: stock git accepts `refs/heads/-h` and later takes it for an option.
/// And it is printable text without spaces: git lets a right-to-left mark through.
enum ReferenceName {
    static func check(_ name: String) throws(GitError) {
        guard isValid(name) else { throw .invalid("check reference name", "\(name.debugDescription) is not allowed") }
    }

    /// May be the first call of all, so it sees to it that libgit2 has been started: before that even a mere question
    /// about a name reads memory that is not there.
    static func isValid(_ name: String) -> Bool {
        guard (try? Library.require()) != nil else { return false }
        guard name.hasPrefix("refs/"), name.utf8.count <= 255, name.unicodeScalars.allSatisfy(isPrintable) else {
            return false
        }
        let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard !parts.contains(where: { $0.first == UInt8(ascii: "-") }) else { return false }
        var valid: Int32 = 0
        return git_reference_name_is_valid(&valid, name) == 0 && valid == 1
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned: false
        case .lineSeparator, .paragraphSeparator, .spaceSeparator: false
        default: true
        }
    }
}
