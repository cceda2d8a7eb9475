import Foundation
import PlanDomain
import Prose
import Workflow

/// `stukken/<name>.md`: the drafters' texts of a document, each under a heading of level 2.
enum DocumentFile {
    static let folder = "stukken/"

    static func path(of name: String) -> String { folder + name + ".md" }

    /// The document that a path is the file of; nil for any other path.
    static func document(at path: String) -> String? {
        guard path.hasPrefix(folder), path.hasSuffix(".md") else { return nil }
        let name = String(path.dropFirst(folder.count).dropLast(3))
        return name.isEmpty || name.contains("/") ? nil : name
    }

    /// Reads the parts. Text before the first heading belongs to none of them and is refused, unless it is guidance.
    static func document(_ name: String, parsing file: String) throws(PlanError) -> DocumentText {
        let cut = try MarkdownCut(file, at: 2)
        guard !DraftText.isFilled(cut.before) else {
            throw PlanError(.invalid, Reason("repository.text-before-heading", ["file": .text(path(of: name))]))
        }
        return DocumentText(
            name: name, parts: cut.pieces.map { .init(heading: $0.title, body: MarkdownFile.tidied($0.body)) })
    }

    static func text(of document: DocumentText) -> String {
        document.parts.map { part in
            let body = MarkdownFile.tidied(part.body)
            return "## \(part.heading)\n" + (body.isEmpty ? "" : "\n" + body)
        }.joined(separator: "\n")
    }
}
