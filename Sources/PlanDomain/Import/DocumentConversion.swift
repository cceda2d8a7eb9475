import Foundation

/// Turns a document of an office program into Markdown; whoever does it stands outside the domain.
public protocol DocumentConversion: Sendable {
    /// Throws `invalid` for a document that cannot be read or takes more than it may, `unavailable` where the program that
    /// reads it is not there.
    ///
    /// - Parameter kind: `docx` or `odt`, told by the content.
    func markdown(of document: Data, _ kind: FileKind) async throws -> ConvertedDocument
}

/// A document as Markdown, with what stood beside its text.
public struct ConvertedDocument: Equatable, Sendable {
    /// Among the properties of the document; nil where it has none.
    public let title: String?
    public let markdown: String
    /// By the path that the Markdown refers to them by.
    public let images: [AnnexFile]

    public init(title: String?, markdown: String, images: [AnnexFile]) {
        self.title = title
        self.markdown = markdown
        self.images = images
    }
}
