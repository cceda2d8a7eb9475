import Foundation

/// What still has to be synced before a reference may name new objects.
///
/// libgit2 1.5 syncs each loose object it writes and the directory that holds it. Three things it leaves out, and they
/// are this ledger's work: `objects/` itself when a fan-out directory appears in it; the directory of an object that was
/// there already, for stock git does not sync directories and may have written it a moment ago; and the parents of a
/// new directory below `refs/` or `logs/`.
///
/// A directory is synced again only when its change time says that something happened since the last sync. The kernel
/// keeps that time in ticks of a few milliseconds, so a stamp as young as the current tick is not trusted.
struct SyncLedger {
    private struct Stamp: Equatable {
        let inode: UInt
        let seconds: Int
        let nanoseconds: Int
    }

    private let gitDirectory: String
    private var stamps: [String: Stamp] = [:]
    private var written: Set<ObjectID> = []
    private var reliedUpon: Set<String> = []
    private var hasUnknownWrites = false

    init(gitDirectory: String) {
        self.gitDirectory = gitDirectory
    }

    private var objects: String { gitDirectory + "/objects" }

    /// An object that libgit2 has just written and synced through this handle.
    mutating func noteWritten(_ id: ObjectID) { written.insert(id) }

    /// An object that somebody wrote, perhaps without syncing the directory it is in.
    mutating func noteExisting(_ id: ObjectID) {
        if !written.contains(id) { reliedUpon.insert(objects + "/" + id.description.prefix(2)) }
    }

    /// libgit2 wrote objects of its own accord, and may have found some of them there already.
    mutating func noteUnknownWrites() { hasUnknownWrites = true }

    /// Makes every object noted so far durable; to be called before a reference moves.
    mutating func syncObjects() throws(GitError) {
        if hasUnknownWrites { try syncChanged(below: objects) }
        for directory in reliedUpon.sorted() { try syncIfChanged(directory) }
        if !reliedUpon.isEmpty { try syncIfChanged(objects + "/pack") }
        if !reliedUpon.isEmpty || !written.isEmpty { try syncIfChanged(objects) }
        forget()
    }

    private mutating func forget() {
        reliedUpon.removeAll()
        written.removeAll()
        hasUnknownWrites = false
    }

    /// Makes the place of a reference durable: the directories above the one that libgit2 has just synced.
    mutating func syncPath(ofReference name: String) throws(GitError) {
        for root in ["", "logs/"] {
            let path = gitDirectory + "/" + root + name
            var directory = Disk.parent(of: Disk.parent(of: path))
            while directory.count >= gitDirectory.count {
                try syncIfChanged(directory)
                directory = Disk.parent(of: directory)
            }
        }
    }

    /// After a reference was deleted: its directory too, which libgit2 does not sync and may have removed.
    mutating func syncPath(ofDeleted name: String) throws(GitError) {
        for root in ["", "logs/"] { try syncIfChanged(Disk.parent(of: gitDirectory + "/" + root + name)) }
        try syncPath(ofReference: name)
    }

    /// Syncs every directory of objects and references in which anything changed since this handle last looked.
    mutating func syncAll() throws(GitError) {
        for root in ["objects", "refs", "logs"] { try syncChanged(below: gitDirectory + "/" + root) }
        try syncIfChanged(gitDirectory)
        forget()
    }

    private mutating func syncChanged(below directory: String) throws(GitError) {
        guard try Disk.kind(of: directory) == .directory else { return }
        for name in try Disk.names(in: directory) { try syncChanged(below: directory + "/" + name) }
        try syncIfChanged(directory)
    }

    private mutating func syncIfChanged(_ directory: String) throws(GitError) {
        guard let status = try Disk.status(of: directory) else { return }
        let changed = status.st_ctim
        let stamp = Stamp(inode: status.st_ino, seconds: changed.tv_sec, nanoseconds: changed.tv_nsec)
        guard stamps[directory] != stamp else { return }
        var tick = timespec()
        clock_gettime(CLOCK_REALTIME_COARSE, &tick)
        try Disk.syncDirectory(directory)
        let isOlder = (stamp.seconds, stamp.nanoseconds) < (tick.tv_sec, tick.tv_nsec)
        stamps[directory] = isOlder ? stamp : nil
    }
}
