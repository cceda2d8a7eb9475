import Foundation
import Phrases
import Testing

@testable import Workflow

/// The locale files that this module needs, speaking of reasons as the program does.
struct Wording {
    let phrases: Phrases

    init(_ language: Language) throws {
        phrases = try Self.book.get().phrases(in: language)
    }

    /// Names of the files: its own words, and the names of roles, acts and results.
    static let files = ["workflow.yml", "domain.yml"]

    private static let book = Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "paraaf-wording-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for language in Language.allCases {
            let target = folder.appending(path: language.rawValue)
            try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
            for file in files {
                let source = ShippedWorkflow.root.appending(path: "web/locales/\(language.rawValue)/\(file)")
                try FileManager.default.copyItem(at: source, to: target.appending(path: file))
            }
        }
        return try Phrasebook(directory: folder)
    }

    func text(_ reason: Reason) -> String {
        phrases.text(reason.key, reason.arguments.mapValues(argument))
    }

    /// Fails where a phrase or one of its arguments is missing in either language.
    static func expectWhole(_ reason: Reason) {
        for language in Language.allCases {
            guard let text = try? Wording(language).text(reason) else {
                Issue.record("the locale files cannot be read")
                return
            }
            #expect(!text.isEmpty && !text.contains("⟦"), "\(language): \(text)")
        }
    }

    private func argument(_ argument: Reason.Argument) -> PhraseArgument {
        switch argument {
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .date(let date): .date(year: date.year, month: date.month, day: date.day)
        case .role(let role): .phrase("role." + role.rawValue)
        case .body(let body): .phrase("body." + body.rawValue)
        case .label(let label): .text(label.text(in: phrases.language.rawValue))
        case .phrase(let reason): .text(text(reason))
        case .list(let items): .list(items.map(self.argument))
        }
    }
}
