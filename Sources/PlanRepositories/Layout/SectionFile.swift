import Foundation
import PlanDomain
import Workflow

/// `secties/<id>.md`: front matter with title, number and owner, then the text.
enum SectionFile {
    static let folder = "secties/"

    static func path(of id: SectionID) -> String { folder + id.rawValue + ".md" }

    /// The section that a path is the file of; nil for any other path.
    static func section(at path: String) -> SectionID? {
        guard path.hasPrefix(folder), path.hasSuffix(".md") else { return nil }
        return SectionID(String(path.dropFirst(folder.count).dropLast(3)))
    }

    static func section(_ id: SectionID, parsing file: String) throws(PlanError) -> Section {
        let path = path(of: id)
        guard file.hasPrefix("---\n"), let end = file.firstRange(of: "\n---\n") else {
            throw PlanError(.invalid, Reason("repository.front-matter", ["file": .text(path)]))
        }
        let fields = try YAMLFields(
            parsing: String(file[..<end.lowerBound].dropFirst(4)) + "\n", file: path, offset: 1)
        try fields.allowOnly(["title", "number", "shows-id", "owner", "heading"])
        let body = file[end.upperBound...].drop { $0 == "\n" }
        return Section(
            id: id, heading: try Heading(from: fields), owner: try fields.text("owner"), body: String(body))
    }

    static func text(of section: Section) throws -> String {
        var fields = YAMLText()
        if let heading = section.heading {
            heading.write(to: &fields)
        } else {
            // A block with no fields at all would not be a mapping.
            fields.add("heading", "none")
        }
        fields.add("owner", section.owner)
        let body = DraftText.withoutOuterBlanks(section.body)
        return "---\n" + (try fields.text()) + "---\n" + (body.isEmpty ? "" : "\n" + body)
    }
}
