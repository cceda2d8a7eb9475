import Foundation

/// A file that goes with an input; its bytes are kept apart and are only ever handed out to be saved.
public struct Attachment: Identifiable, Hashable, Codable, Sendable {
    public let id: AttachmentID
    /// Safe to show and to save under.
    public let name: String
    public let type: FileKind
    /// In bytes.
    public let size: Int
    /// SHA-256 of the bytes, in hexadecimal.
    public let digest: String

    public init(id: AttachmentID, name: String, type: FileKind, size: Int, digest: String) {
        self.id = id
        self.name = name
        self.type = type
        self.size = size
        self.digest = digest
    }
}

/// Names an attachment for good; made by chance.
public typealias AttachmentID = Identifier<Attachment>

extension Attachment: Identified {}

/// An attachment with its bytes.
public struct AttachedFile: Equatable, Sendable {
    public let attachment: Attachment
    public let bytes: Data

    public init(attachment: Attachment, bytes: Data) {
        self.attachment = attachment
        self.bytes = bytes
    }
}
