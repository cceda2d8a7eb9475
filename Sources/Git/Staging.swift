import Foundation

/// A new repository in the making, in a folder of its own beside its place.
enum Staging {
    /// Has `build` fill a fresh folder, syncs all of it and renames it to `target`; on failure nothing is left.
    static func fill(
        _ target: String, build: (String) throws(GitError) -> Void
    ) throws(GitError) -> Repository {
        try requireFree(target)
        try makeParents(of: target)
        let folder = try temporaryFolder(beside: target)
        do {
            try build(folder)
            try Disk.syncTree(folder)
            try Disk.rename(folder, to: target)
        } catch {
            try? FileManager.default.removeItem(atPath: folder)
            throw error
        }
        return try Repository.open(bareAt: URL(filePath: target, directoryHint: .isDirectory))
    }

    private static func requireFree(_ target: String) throws(GitError) {
        guard let kind = try Disk.kind(of: target) else { return }
        if kind == .directory, try Disk.names(in: target).isEmpty { return }
        throw GitError(code: .exists, operation: "create repository", message: "\(target) is taken")
    }

    /// Creates what is missing above the target, and syncs each folder that got a new entry.
    private static func makeParents(of target: String) throws(GitError) {
        let parent = Disk.parent(of: target)
        guard try Disk.kind(of: parent) == nil else { return }
        try makeParents(of: parent)
        guard mkdir(parent, 0o777) == 0 || errno == EEXIST else { throw .system("create folder", path: parent) }
        try Disk.syncDirectory(Disk.parent(of: parent))
    }

    /// Hidden, so that a listing of repositories passes over what a crash may leave.
    private static func temporaryFolder(beside target: String) throws(GitError) -> String {
        let name = target.split(separator: "/").last.map(String.init) ?? "repository"
        var template = Array((Disk.parent(of: target) + "/." + name + ".incoming-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw .system("create folder", path: target) }
        chmod(&template, 0o755)
        return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
