/// A path that may be written into a tree: parts between slashes, from the root.
///
/// Somebody will check the tree out, perhaps on a Mac or under Windows, so beside `.` and `..` every spelling is refused
/// that any of these takes for `.git`: upper case, dots or spaces at the end, a stream (`.git::$INDEX_ALLOCATION`), the
/// short name `git~1`, and invisible characters that HFS+ leaves out (CVE-2014-9390, CVE-2019-1352).
struct TreePath {
    static let longest = 4096
    static let longestPart = 255
    static let deepest = 64

    /// In bytes, as git compares them: Swift takes two spellings of an accented letter for one.
    let parts: [[UInt8]]

    /// Splits at the byte of the slash; a slash with a combining mark behind it is one `Character` to Swift, two to git.
    init(_ path: String) throws(GitError) {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Array.init)
        guard path.utf8.count <= Self.longest, parts.count <= Self.deepest, parts.allSatisfy(Self.isAllowed) else {
            throw .invalid("check path", "\(path.prefix(200).debugDescription) is not allowed in a tree")
        }
        self.parts = parts
    }

    private static func isAllowed(_ part: [UInt8]) -> Bool {
        guard !part.isEmpty, part != Array(".".utf8), part != Array("..".utf8), part.count <= longestPart else {
            return false
        }
        guard !part.contains(where: { $0 < 32 || $0 == 127 || $0 == UInt8(ascii: "\\") }) else { return false }
        return !looksLikeGitDirectory(String(decoding: part, as: UTF8.self))
    }

    private static func looksLikeGitDirectory(_ part: String) -> Bool {
        let visible = part.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }.prefix { $0 != ":" }
        var name = String(String.UnicodeScalarView(visible)).lowercased()
        while let last = name.last, last == "." || last == " " { name.removeLast() }
        return name == ".git" || name.hasPrefix("git~")
    }
}
