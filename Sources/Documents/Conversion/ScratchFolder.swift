import Foundation

/// A folder of its own for one task, removed when the task lets go of it.
final class ScratchFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "paraaf-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func file(_ path: String) -> URL { url.appending(path: path) }

    /// In bytes; 0 for a file that is not there.
    func size(of path: String) throws -> Int {
        guard FileManager.default.fileExists(atPath: file(path).path) else { return 0 }
        return (try FileManager.default.attributesOfItem(atPath: file(path).path)[.size] as? Int) ?? 0
    }

    /// Plain files below the named folders, by path; links are passed over.
    func files(below folders: [String]) throws -> [String] {
        try folders.flatMap { folder in
            (FileManager.default.subpaths(atPath: file(folder).path) ?? []).map { "\(folder)/\($0)" }
        }.filter { path in
            try FileManager.default.attributesOfItem(atPath: file(path).path)[.type] as? FileAttributeType
                == .typeRegular
        }.sorted()
    }
}
