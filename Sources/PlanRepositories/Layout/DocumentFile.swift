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
            name: name, parts: cut.pieces.map { .init(heading: $0.title, body: DraftText.withoutOuterBlanks($0.body)) })
    }

    /// Throws `invalid` where a part does not end where the next begins: a block of code or a comment that is not
    /// closed, or a heading of level 2 of its own, would move text from one heading to another.
    static func text(of document: DocumentText) throws(PlanError) -> String {
        let parts = document.parts.map {
            DocumentText.Part(heading: $0.heading, body: DraftText.withoutOuterBlanks($0.body))
        }
        let file = parts.map { "## \($0.heading)\n" + ($0.body.isEmpty ? "" : "\n" + $0.body) }.joined(separator: "\n")
        let read = try Self.document(document.name, parsing: file).parts
        if read == parts { return file }
        let first = zip(parts, read).first { $0 != $1 }?.0 ?? parts.last
        throw PlanError(
            .invalid,
            Reason(
                "text.part-runs-on",
                ["file": .text(path(of: document.name)), "heading": .text(first?.heading ?? "")]))
    }
}
