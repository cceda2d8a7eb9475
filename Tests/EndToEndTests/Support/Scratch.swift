import Foundation

/// A folder of its own for one test, removed when the test lets go of it.
final class Scratch: Sendable {
    let url: URL

    init() throws {
        url = Self.root.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func place(_ name: String) -> URL { url.appending(path: name) }

    func write(_ text: String, to name: String) throws -> URL { try write(Data(text.utf8), to: name) }

    func write(_ bytes: Data, to name: String) throws -> URL {
        try bytes.write(to: place(name))
        return place(name)
    }

    /// A place under it where nothing is yet.
    func vacancy() -> URL { place(UUID().uuidString) }

    /// What all tests of this run share, removed when the run ends.
    static let root: URL = {
        let root = FileManager.default.temporaryDirectory.appending(
            path: "paraaf-endtoend-\(ProcessInfo.processInfo.processIdentifier)")
        atexit { try? FileManager.default.removeItem(at: Scratch.root) }
        return root
    }()
}

extension URL {
    /// The path as a command line takes it.
    var plain: String { path(percentEncoded: false) }

    var exists: Bool { FileManager.default.fileExists(atPath: plain) }

    /// Names in a folder, hidden ones included; empty for a folder that is not there.
    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: plain)) ?? []).sorted() }

    /// Copies a folder with everything that the names and bits of its files say.
    func copied(to target: URL) throws -> URL {
        let copy = try Command("cp", ["-a", plain, target.plain])
        guard copy.status == 0 else { throw Command.Failure(copy.complaint) }
        return target
    }
}
