import Workflow

/// What of a plan somebody writes at: each has its own draft, its own editors and its own merge.
public enum DraftSubject: Hashable, Sendable {
    case section(SectionID)
    /// A mandatory text of the nota, the raadsmededeling or their like, by its heading.
    case part(document: String, heading: String)
    /// The fields that the nota and the raadsmededeling print, see ``PlanField``.
    case fields
}

extension DraftSubject: RawRepresentable, Codable {
    /// Nil for a text that is none.
    public init?(rawValue: String) {
        let parts = rawValue.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        switch (parts[0], parts.count) {
        case ("section", 2):
            guard let id = SectionID(parts[1]) else { return nil }
            self = .section(id)
        case ("part", 3) where !parts[1].isEmpty && !parts[2].isEmpty:
            self = .part(document: parts[1], heading: parts[2])
        case ("fields", 1): self = .fields
        default: return nil
        }
    }

    public var rawValue: String {
        switch self {
        case .section(let id): "section/\(id)"
        case .part(let document, let heading): "part/\(document)/\(heading)"
        case .fields: "fields"
        }
    }
}

extension PlanText {
    /// The text of a subject as an editor shows it; nil when there is no such subject.
    public func text(of subject: DraftSubject) -> String? {
        switch subject {
        case .section(let id): section(id)?.body
        case .part(let name, let heading): document(name)?.parts.first { $0.heading == heading }?.body
        case .fields: PlanFields(of: self).encoded
        }
    }

    /// Writes the text of a subject. Throws `notFound` when there is no such subject, `invalid` for fields that are none.
    mutating func write(_ text: String, to subject: DraftSubject) throws(PlanError) {
        switch subject {
        case .section(let id):
            let place = try place(of: id)
            chapters[place.chapter].sections[place.section].body = text
        case .part(let name, let heading):
            guard let document = documents.firstIndex(where: { $0.name == name }),
                let part = documents[document].parts.firstIndex(where: { $0.heading == heading })
            else { throw PlanError(.notFound, Reason("draft.unknown-part", ["heading": .text(heading)])) }
            documents[document].parts[part].body = text
        case .fields: try PlanFields(encoded: text).write(to: &self)
        }
    }
}
