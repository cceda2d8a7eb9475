import Foundation

/// Where the reading pages get a plan's produced documents from; whoever makes them stands outside the domain.
public protocol DocumentProviding: Sendable {
    /// The documents of a plan as they can be made now, in the order in which they are shown.
    func documents(of plan: PlanID) async throws -> [DocumentListing]
    /// Makes a document. `notFound` when the plan has none of this name, or the moment does not exist.
    ///
    /// `language` is that of the words around the text (`nl` or `en`); the text itself is as it was written.
    func document(
        _ name: String, of plan: PlanID, at moment: DossierMoment, language: String
    ) async throws -> ProducedDocument
}

/// A document that can be asked for.
public struct DocumentListing: Equatable, Sendable {
    /// Its name in addresses, such as `nota`.
    public let name: String
    public let title: String
    /// What it is for, in a sentence; nil where the title says enough.
    public let summary: String?

    public init(name: String, title: String, summary: String? = nil) {
        self.name = name
        self.title = title
        self.summary = summary
    }
}

/// A document that was made: a page of its own, whole and ready to be saved.
public struct ProducedDocument: Equatable, Sendable {
    /// HTML in UTF-8, with at most embedded styles and nothing that must be fetched.
    public let html: Data
    public let title: String
    /// Under which a reader saves it, such as `nota-2023-572.html`.
    public let fileName: String

    public init(html: Data, title: String, fileName: String) {
        self.html = html
        self.title = title
        self.fileName = fileName
    }
}
