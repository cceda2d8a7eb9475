import Foundation
import Phrases

/// A folder of locale files that lives as long as the test that made it.
final class LocaleFolder {
    let url: URL

    /// Paths such as `nl/web.yml` with what the files hold.
    init(_ files: [String: String]) throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("phrases-\(UUID().uuidString)")
        for (path, text) in files {
            let file = url.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func phrasebook() throws(PhraseFaults) -> Phrasebook {
        try Phrasebook(directory: url)
    }

    /// What is wrong with the folder, as lines; empty for a sound one.
    func complaints() -> [String] {
        do throws(PhraseFaults) {
            _ = try phrasebook()
            return []
        } catch {
            return error.faults.map(\.description)
        }
    }
}
