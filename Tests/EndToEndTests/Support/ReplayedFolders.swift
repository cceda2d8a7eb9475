import Foundation
import Synchronization

/// Each case replayed once; tests work on copies.
final class ReplayedFolders: Sendable {
    static let shared = ReplayedFolders()

    private let folders = Mutex<[URL: URL]>([:])

    func folder(of published: PublishedCase) throws -> URL {
        try folders.withLock { folders in
            if let folder = folders[published.folder] { return folder }
            let folder = Scratch.root.appending(path: "replayed-\(published.testDescription)")
            let answer = try Paraaf.run("replay", published.folder.plain, data: folder)
            guard answer.status == 0 else { throw Command.Failure(answer.complaint) }
            folders[published.folder] = folder
            return folder
        }
    }
}
