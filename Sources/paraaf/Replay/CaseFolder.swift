import Foundation
import PlanDomain
import Workflow

/// A case on disk: the plan, the drafters' prose of its documents, and the facts.
struct CaseFolder {
    let facts: CaseFacts
    let document: PlanImport
    /// The draft that the plan grew from, where the case has it (`plan.eerder.md`): then there is a was and a becomes.
    let earlierDraft: PlanImport?
    let nota: DocumentText
    let notice: DocumentText

    /// Throws `invalid` for a missing or faulty file, with its name and line.
    init(_ folder: URL) throws {
        func read(_ name: String) throws -> String {
            let file = folder.appending(path: name)
            guard FileManager.default.fileExists(atPath: file.path) else {
                throw PlanError(.invalid, Reason("case.file-missing", ["file": .text(file.path)]))
            }
            return try MarkdownInput.read(file)
        }
        facts = try CaseFacts(parsing: try read(CaseFacts.file))
        document = try PlanImport(try read("plan.md"))
        let earlier = "plan.eerder.md"
        let hasEarlier = FileManager.default.fileExists(atPath: folder.appending(path: earlier).path)
        earlierDraft = hasEarlier ? try PlanImport(try read(earlier)) : nil
        nota = try Self.prose("nota", in: try read("nota.md"), headings: facts.notaHeadings)
        notice = try Self.prose("raadsmededeling", in: try read("raadsmededeling.md"), headings: facts.noticeHeadings)
    }

    /// The texts under the headings that drafters write. What else the file holds are fields, which come from the facts.
    private static func prose(_ name: String, in markdown: String, headings: [String]) throws -> DocumentText {
        let pieces = try MarkdownCut(markdown, at: 2).pieces
        return DocumentText(
            name: name,
            parts: try headings.map { heading in
                guard let piece = pieces.first(where: { $0.title == heading }) else {
                    throw PlanError(
                        .invalid,
                        Reason("case.heading-missing", ["file": .text(name + ".md"), "heading": .text(heading)]))
                }
                return .init(heading: heading, body: piece.body)
            })
    }
}
