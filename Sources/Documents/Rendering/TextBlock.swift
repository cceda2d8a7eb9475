/// A heading with the prose under it, set as HTML.
struct TextBlock: TemplateFields {
    let id: String
    let heading: String
    /// Nil where nobody wrote anything yet.
    let html: String?
    let emptyText: String

    static let fields: [String: @Sendable (TextBlock) -> Any?] = [
        "id": { $0.id }, "heading": { $0.heading }, "html": { $0.html }, "emptyText": { $0.emptyText },
    ]

    static func blocks(of texts: [HeadedPassage], words: DocumentWords) -> [TextBlock] {
        let writer = PassageWriter(phrases: words.phrases)
        return texts.enumerated().map { index, text in
            let name = "tekst-\(index + 1)"
            return TextBlock(
                id: name, heading: text.heading,
                html: text.passage.isFilled ? writer.html(of: text.passage, named: name, below: 2) : nil,
                emptyText: words("not-filled-in"))
        }
    }
}
