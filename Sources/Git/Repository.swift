import CLibgit2
import Foundation

/// A bare git repository on disk.
///
/// Every call blocks, and one handle may be used by one thread at a time: the class is deliberately not `Sendable`. Give
/// each handle to one actor that runs on a thread of its own; several handles on one repository may coexist with each
/// other and with stock git.
///
/// Nothing here moves a reference except `updateReference`, `createTag` and `deleteReference`, and when these return, the
/// reference and every object written before are on disk, names included.
public final class Repository {
    /// Declared above `handle` since it points into it: properties are released in this order.
    let objects: Handle
    let handle: Handle
    var ledger: SyncLedger
    private(set) var alternates: [URL] = []

    /// The git directory: the folder that holds `HEAD`, `objects` and `refs`.
    public let location: URL

    /// Opens the bare repository in exactly this folder; nothing is searched for above it.
    public static func open(bareAt location: URL) throws(GitError) -> Repository {
        try Repository(location: location)
    }

    private init(location: URL) throws(GitError) {
        try Library.require()
        let path = location.systemPath
        let handle = try Handle("open repository", freedBy: git_repository_free) { git_repository_open_bare(&$0, path) }
        self.objects = try Handle("open object database", freedBy: git_odb_free) { out in
            handle.borrow { git_repository_odb(&out, $0) }
        }
        try LooseObjectBackend.add(path + "/objects", to: objects)
        self.handle = handle
        self.ledger = SyncLedger(gitDirectory: path)
        self.location = location
    }

    var path: String { location.systemPath }

    /// Reads objects from this `objects` folder as well; they are not written to.
    ///
    /// While `git receive-pack` asks its hook for an opinion, the pushed objects stand in a quarantine folder
    /// (`GIT_QUARANTINE_PATH`) and nowhere else.
    public func readAlso(objectsAt folder: URL) throws(GitError) {
        try LooseObjectBackend.add(folder.systemPath, to: objects, isAlternate: true)
        try check("add quarantine", objects.borrow { git_odb_add_disk_alternate($0, folder.systemPath) })
        alternates.append(folder)
    }

    /// Makes durable what another process, such as `git receive-pack`, wrote here: stock git syncs files (with
    /// `core.fsync=all`, which `createBare` sets) but never directories.
    public func syncDirectories() throws(GitError) {
        try ledger.syncAll()
    }
}
