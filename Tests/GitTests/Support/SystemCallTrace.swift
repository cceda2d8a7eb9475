import Foundation

/// What a process did to files, replayed from the output of `strace -f -y`, as far as durability is concerned.
///
/// A directory owes a sync for each name that came into being in it until it is synced; a file owes one from its creation
/// until then. A name that went again before the sync (a lock, a temporary file) is owed no more.
struct SystemCallTrace {
    private(set) var unsyncedNames: [String: Set<String>] = [:]
    private(set) var unsyncedFiles: Set<String> = []
    /// Marked by looking for a file that is never there: the name, with what was unsynced at that moment.
    private(set) var marks: [(name: String, unsynced: [String])] = []
    /// The same for each reference that got its name, by `rename` or `link`, as far as objects are
    /// concerned. A repository that is still being built elsewhere has no name that could be acknowledged.
    private(set) var referenceUpdates: [(name: String, unsynced: [String])] = []

    static let system = [
        "openat", "open", "creat", "mkdir", "rename", "link", "unlink", "rmdir", "fsync", "fdatasync", "access",
    ]

    init(_ lines: [String], below root: String) {
        for line in lines where line.contains(root) && !line.contains(" = -1 ") { replay(line, root) }
    }

    func unsynced(below folder: String) -> [String] {
        let names = unsyncedNames.flatMap { directory, names in names.map { directory + "/" + $0 } }
        return (names + unsyncedFiles.map { "bytes of " + $0 }).filter { $0.contains(folder) }.sorted()
    }

    private mutating func replay(_ line: String, _ root: String) {
        let paths = line.split(separator: "\"").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
        if line.contains(" fsync(") || line.contains(" fdatasync("), let path = Self.descriptor(in: line) {
            unsyncedNames[path] = nil
            unsyncedFiles.remove(path)
        } else if line.contains("O_CREAT"), let path = paths.last {
            if path.hasPrefix(root) { appear(path, isFile: true) }
        } else if line.contains(" mkdir("), let path = paths.first {
            appear(path, isFile: false)
        } else if line.contains(" link("), paths.count == 2 {
            noteReferenceUpdate(paths[1])
            appear(paths[1], isFile: false)
            if unsyncedFiles.contains(paths[0]) { unsyncedFiles.insert(paths[1]) }
        } else if line.contains(" rename("), paths.count == 2 {
            rename(paths[0], to: paths[1])
        } else if line.contains(" unlink(") || line.contains(" rmdir("), let path = paths.first {
            vanish(path)
        } else if line.contains(" access("), let path = paths.first, path.contains("/marks/") {
            marks.append((Self.split(path).name, unsynced(below: root)))
        }
    }

    private mutating func rename(_ old: String, to new: String) {
        noteReferenceUpdate(new)
        let owesBytes = unsyncedFiles.contains(old)
        vanish(old)
        appear(new, isFile: owesBytes)
        for (directory, names) in unsyncedNames where directory == old || directory.hasPrefix(old + "/") {
            unsyncedNames[directory] = nil
            unsyncedNames[new + directory.dropFirst(old.count)] = names
        }
        for file in unsyncedFiles where file.hasPrefix(old + "/") {
            unsyncedFiles.remove(file)
            unsyncedFiles.insert(new + file.dropFirst(old.count))
        }
    }

    private mutating func noteReferenceUpdate(_ path: String) {
        if path.contains("/refs/"), !path.contains(".incoming-") {
            referenceUpdates.append((Self.split(path).name, unsynced(below: "/objects")))
        }
    }

    private mutating func appear(_ path: String, isFile: Bool) {
        let (directory, name) = Self.split(path)
        unsyncedNames[directory, default: []].insert(name)
        if isFile { unsyncedFiles.insert(path) }
    }

    private mutating func vanish(_ path: String) {
        let (directory, name) = Self.split(path)
        unsyncedNames[directory]?.remove(name)
        unsyncedFiles.remove(path)
    }

    private static func split(_ path: String) -> (directory: String, name: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        return ("/" + parts.dropLast().joined(separator: "/"), parts.last.map(String.init) ?? "")
    }

    /// The path that `-y` prints behind a descriptor: `fsync(5</tmp/x>)`.
    private static func descriptor(in line: String) -> String? {
        guard let start = line.firstIndex(of: "<"), let end = line.lastIndex(of: ">"), start < end else { return nil }
        return String(line[line.index(after: start)..<end])
    }
}
