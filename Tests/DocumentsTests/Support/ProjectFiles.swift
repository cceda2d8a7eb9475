import Foundation
import Phrases

@testable import Documents

/// Where the project's own files are, seen from this source file.
enum ProjectFiles {
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let golden = root.appendingPathComponent("Tests/DocumentsTests/Golden")
    static let templateFolder = root.appendingPathComponent("web/templates/documents")
    /// The first real case; it stands beside the project, and not everybody has it.
    static let realCase = root.deletingLastPathComponent().appendingPathComponent("shared/cases/deventer-2023")

    static var hasRealCase: Bool {
        FileManager.default.fileExists(atPath: realCase.appendingPathComponent("nota.md").path)
    }

    static func phrasebook() throws -> Phrasebook { try readPhrasebook.get() }

    static func templates() throws -> DocumentTemplates { try readTemplates.get() }

    private static let readTemplates = Result { try DocumentTemplates(directory: templateFolder) }

    /// The locale files that documents take their words from, and none of those of the pages.
    private static let readPhrasebook = Result {
        let files = FileManager.default
        let folder = files.temporaryDirectory.appendingPathComponent("locales-\(UUID().uuidString)")
        defer { try? files.removeItem(at: folder) }
        for language in Language.allCases {
            let target = folder.appendingPathComponent(language.rawValue)
            try files.createDirectory(at: target, withIntermediateDirectories: true)
            for name in ["documents.yml", "domain.yml", "workflow.yml"] {
                let source = root.appendingPathComponent("web/locales/\(language.rawValue)/\(name)")
                try files.copyItem(at: source, to: target.appendingPathComponent(name))
            }
        }
        return try Phrasebook(directory: folder)
    }

    static func words(_ language: Language = .nl) throws -> DocumentWords {
        DocumentWords(phrases: try phrasebook().phrases(in: language), fieldDates: .numeric)
    }
}
