import Foundation
import PlanDomain
import Workflow

/// Where what stands in a plan's repository: the one place that turns a text into files and files into a text.
public enum PlanLayout {
    static let workflowPath = "werkwijze.yml"

    /// The files of a text, by path. The workflow is not among them: it is changed by an act, not by a save.
    static func files(of text: PlanText) throws -> [String: Data] {
        let metadata = MetadataFile(
            metadata: text.metadata,
            chapters: text.chapters.map { .init(id: $0.id, heading: $0.heading, sections: $0.sections.map(\.id)) },
            retired: text.retired, outline: text.outline, lineage: text.lineage,
            annexes: text.annexes)
        var files = [MetadataFile.path: Data(try metadata.yaml().utf8)]
        for section in text.sections {
            let path = SectionFile.path(of: section.id)
            guard files.updateValue(Data(try SectionFile.text(of: section).utf8), forKey: path) == nil else {
                throw PlanError(.invalid, Reason("text.section-id-twice", ["id": .text(section.id.rawValue)]))
            }
        }
        for document in text.documents {
            let path = DocumentFile.path(of: document.name)
            let content = Data(try DocumentFile.text(of: document).utf8)
            guard files.updateValue(content, forKey: path) == nil, DocumentFile.document(at: path) == document.name
            else { throw PlanError(.invalid, Reason("repository.file-invalid", ["file": .text(path)])) }
        }
        return files
    }

    /// Whether a path is one that a text owns; others (annexes, the workflow) are left alone by a save.
    static func isOwned(_ path: String) -> Bool {
        path == MetadataFile.path || SectionFile.section(at: path) != nil || DocumentFile.document(at: path) != nil
    }

    /// The text that files hold. `paths` are all paths there are; `content` reads one of them.
    ///
    /// Throws `invalid` for a file that is not UTF-8 or not in its form, a section that is listed twice or has no
    /// file, and a file that no chapter lists.
    static func text(of paths: [String], content: (String) throws -> Data) throws -> PlanText {
        func read(_ path: String) throws -> String {
            let bytes = try content(path)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw PlanError(.invalid, Reason("repository.not-utf8", ["file": .text(path)]))
            }
            return text
        }
        guard paths.contains(MetadataFile.path) else {
            throw PlanError(.invalid, Reason("repository.file-missing", ["file": .text(MetadataFile.path)]))
        }
        let file = try MetadataFile(parsing: try read(MetadataFile.path))
        var unlisted = Set(paths.compactMap(SectionFile.section(at:)))
        var seen: Set<SectionID> = []
        let chapters = try file.chapters.map { entry in
            Chapter(
                id: entry.id, heading: entry.heading,
                sections: try entry.sections.map { id in
                    guard seen.insert(id).inserted else {
                        throw PlanError(.invalid, Reason("text.section-id-twice", ["id": .text(id.rawValue)]))
                    }
                    let path = SectionFile.path(of: id)
                    guard unlisted.remove(id) != nil else {
                        throw PlanError(.invalid, Reason("repository.file-missing", ["file": .text(path)]))
                    }
                    return try SectionFile.section(id, parsing: try read(path))
                })
        }
        if let stray = unlisted.min() {
            let path = SectionFile.path(of: stray)
            throw PlanError(.invalid, Reason("repository.section-unlisted", ["file": .text(path)]))
        }
        let documents = try paths.compactMap(DocumentFile.document(at:)).sorted().map { name in
            try DocumentFile.document(name, parsing: try read(DocumentFile.path(of: name)))
        }
        return PlanText(
            metadata: file.metadata, chapters: chapters, documents: documents, retired: file.retired,
            outline: file.outline, lineage: file.lineage, annexes: file.annexes)
    }
}
