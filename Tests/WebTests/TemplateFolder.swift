import Foundation
import Web

/// A folder of templates that lives as long as the test that made it.
final class TemplateFolder {
    private let url: URL

    /// Paths such as `pages/plan.mustache` with what the files hold.
    init(_ files: [String: String]) throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("templates-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
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

    func shelf() throws -> TemplateShelf {
        try TemplateShelf(directory: url, phrasebook: ProjectFiles.phrasebook())
    }
}
