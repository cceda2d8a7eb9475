import Prose

/// Finds what a text says of an image that it shows.
enum ImageText {
    /// The description in `![description](path)`; empty where there is none.
    static func description(of path: String, in markdown: String) -> String {
        guard let document = try? MarkdownDocument(parsing: markdown) else { return "" }
        return document.images.first { $0.path == path && !$0.description.isEmpty }?.description.onOneLine ?? ""
    }
}
