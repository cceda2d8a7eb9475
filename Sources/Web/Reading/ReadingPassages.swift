import Phrases
import PlanDomain

/// Open sections and documents as HTML, rendered once per version.
struct ReadingPassages {
    let cache: ByteCache
    let phrases: Phrases

    /// - Parameters:
    ///   - topLevel: of heading in the page that the outermost heading of the text gets.
    ///   - prefix: keeps ids apart where several texts stand on one page.
    func markup(
        of section: SectionText, in edition: PlanEdition, topLevel: Int, prefix: String = ""
    ) -> Markup? {
        let key = "section/\(edition.plan)/\(edition.version.text)/\(section.id)/\(topLevel)/\(prefix)"
        return markup(of: section.body, in: edition, key: key, topLevel: topLevel, prefix: prefix)
    }

    func markup(of document: DocumentReading, part: Int, in edition: PlanEdition) -> Markup? {
        let key = "document/\(edition.plan)/\(edition.version.text)/\(document.name)/\(part)"
        return markup(
            of: document.parts[part].body, in: edition, key: key, topLevel: 3, prefix: "deel-\(part + 1)-")
    }

    /// Nil where nothing is written.
    private func markup(
        of body: String, in edition: PlanEdition, key: String, topLevel: Int, prefix: String
    ) -> Markup? {
        guard DraftText.isFilled(body) else { return nil }
        let key = "reading/\(edition.audience)/\(key)/\(phrases.language.rawValue)"
        if let bytes = cache.bytes(for: key) { return Markup(bytes: bytes) }
        let markup = SectionMarkup(
            body, topLevel: topLevel, prefix: prefix, annexes: .reading(edition), phrases: phrases
        ).render()
        cache.keep(markup.bytes, for: key)
        return markup
    }
}
