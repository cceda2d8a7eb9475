import Foundation

/// A file that goes with an input; its bytes are kept apart and are only ever handed out to be saved.
public struct Attachment: Identifiable, Hashable, Codable, Sendable {
    public let id: AttachmentID
    /// Safe to show and to save under.
    public let name: String
    public let type: AttachmentType
    /// In bytes.
    public let size: Int
    /// SHA-256 of the bytes, in hexadecimal.
    public let digest: String

    public init(id: AttachmentID, name: String, type: AttachmentType, size: Int, digest: String) {
        self.id = id
        self.name = name
        self.type = type
        self.size = size
        self.digest = digest
    }
}

/// Names an attachment for good; made by chance.
public struct AttachmentID: RawRepresentable, Hashable, Codable, Sendable, CustomStringConvertible {
    public let rawValue: String

    /// Nil for a text that is not an id: `a-z`, `0-9` and single hyphens.
    public init?(rawValue: String) {
        guard IdentifierRule.accepts(rawValue, limit: 64) else { return nil }
        self.rawValue = rawValue
    }

    public init?(_ text: String) { self.init(rawValue: text) }

    public var description: String { rawValue }
}

/// What may be sent along.
public enum AttachmentType: String, CaseIterable, Codable, Sendable {
    case pdf, docx, odt, png, jpeg

    /// As the header of an answer names it (IANA media types).
    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        }
    }

    public var fileExtension: String { self == .jpeg ? "jpg" : rawValue }
}

/// An attachment with its bytes.
public struct AttachedFile: Equatable, Sendable {
    public let attachment: Attachment
    public let bytes: Data

    public init(attachment: Attachment, bytes: Data) {
        self.attachment = attachment
        self.bytes = bytes
    }
}
