import Foundation

/// The system calls beneath durability. `fsync` of a file makes its bytes durable but not its name: for that the
/// directory that holds the name must be synced too, see fsync(2).
enum Disk {
    static func syncDirectory(_ path: String) throws(GitError) {
        try sync(path, flags: O_RDONLY | O_DIRECTORY)
    }

    static func syncFile(_ path: String) throws(GitError) {
        try sync(path, flags: O_RDONLY)
    }

    /// Syncs everything below a directory, then the directory itself; symbolic links are left alone.
    static func syncTree(_ path: String) throws(GitError) {
        for name in try names(in: path) {
            let child = path + "/" + name
            switch try kind(of: child) {
            case .directory: try syncTree(child)
            case .file: try syncFile(child)
            case .other, nil: break
            }
        }
        try syncDirectory(path)
    }

    enum Kind { case file, directory, other }

    /// Nil when nothing is there. A symbolic link is `other`, whatever it points at.
    static func kind(of path: String) throws(GitError) -> Kind? {
        guard let status = try status(of: path) else { return nil }
        return switch status.st_mode & S_IFMT {
        case S_IFDIR: .directory
        case S_IFREG: .file
        default: .other
        }
    }

    static func status(of path: String) throws(GitError) -> stat? {
        var status = stat()
        guard lstat(path, &status) != 0 else { return status }
        if errno == ENOENT || errno == ENOTDIR { return nil }
        throw .system("inspect", path: path)
    }

    static func names(in directory: String) throws(GitError) -> [String] {
        guard let stream = opendir(directory) else { throw .system("list directory", path: directory) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Names a finished file or directory in one step and makes the name durable.
    static func rename(_ source: String, to target: String) throws(GitError) {
        guard Foundation.rename(source, target) == 0 else { throw .system("rename", path: target) }
        try syncDirectory(parent(of: target))
    }

    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func sync(_ path: String, flags: Int32) throws(GitError) {
        let descriptor = open(path, flags | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .system("open to sync", path: path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system("sync", path: path) }
    }
}

extension URL {
    /// The path for a system call: decoded and without a slash at the end.
    var systemPath: String {
        var path = absoluteURL.standardizedFileURL.path(percentEncoded: false)
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }
}
