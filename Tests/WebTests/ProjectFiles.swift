import Foundation
import Phrases
import Web
import Workflow

/// The real templates, locale files, style sheet and workflows of the project: what is tested is what is shipped.
enum ProjectFiles {
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let web = root.appendingPathComponent("web")

    static func phrasebook() throws -> Phrasebook { try sharedPhrasebook.get() }

    static func templates() throws -> TemplateShelf { try sharedTemplates.get() }

    // Read once for all tests, as the program does.
    private static let sharedPhrasebook = Result { try Phrasebook(directory: web.appendingPathComponent("locales")) }
    private static let sharedTemplates = Result {
        try TemplateShelf(directory: web.appendingPathComponent("templates"), phrasebook: phrasebook())
    }

    static func staticFiles() throws -> StaticFiles {
        try StaticFiles(directory: web.appendingPathComponent("static"))
    }

    static func workflow(_ name: String) throws -> WorkflowDefinition {
        let url = root.appendingPathComponent("workflows/\(name).yml")
        return try WorkflowDefinition.read(yaml: String(contentsOf: url, encoding: .utf8), file: url.lastPathComponent)
    }
}
