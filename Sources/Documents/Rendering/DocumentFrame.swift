import Phrases
import Prose

/// What surrounds every document: language, title, style, the banner of a draft and the footer with its origin.
struct DocumentFrame: TemplateFields {
    /// Of the words around the text; the drafters' own stand in Dutch whatever it is.
    let language: String
    /// What a browser's tab and a mail's attachment show.
    let title: String
    let municipality: String
    /// The style sheet itself: it passed ``StyleSheet`` and goes in unescaped.
    let style: String
    /// Content security policy of the file itself: nothing is loaded, nothing runs, only the one style sheet applies.
    let policy: String
    /// Nil for a document without gaps.
    let draft: DraftBanner?
    let origin: OriginPage

    init(
        title: String, municipality: String, emptyHeadings: [String], provenance: Provenance, words: DocumentWords,
        style: StyleSheet
    ) {
        language = words.phrases.language.rawValue
        self.title = title
        self.municipality = words.municipality(municipality)
        self.style = style.text
        policy = style.policy
        draft = emptyHeadings.isEmpty ? nil : DraftBanner(emptyHeadings, words: words)
        origin = OriginPage(provenance, words: words)
    }

    static let fields: [String: @Sendable (DocumentFrame) -> Any?] = [
        "language": { $0.language }, "title": { $0.title }, "municipality": { $0.municipality }, "style": { $0.style },
        "policy": { $0.policy }, "draft": { $0.draft }, "origin": { $0.origin },
    ]
}

/// "Concept", and which texts are still empty.
struct DraftBanner: TemplateFields {
    let label: String
    let explanation: String

    init(_ headings: [String], words: DocumentWords) {
        label = words("draft.label")
        explanation = words(
            "draft.explanation",
            ["count": .number(headings.count), "headings": .list(headings.map { .text($0) })])
    }

    static let fields: [String: @Sendable (DraftBanner) -> Any?] = [
        "label": { $0.label }, "explanation": { $0.explanation },
    ]
}

/// The footer: what to check this document against and how to make it again.
struct OriginPage: TemplateFields {
    let heading: String
    let explanation: String
    let rows: [FieldRow]

    init(_ provenance: Provenance, words: DocumentWords) {
        heading = words("origin.heading")
        explanation = words("origin.explanation")
        let values = [
            ("plan", provenance.plan.rawValue), ("document", provenance.document),
            ("language", words.phrases.language.rawValue), ("text", provenance.text.rawValue),
            (
                "act",
                words(
                    "origin.act-value",
                    [
                        "number": .text(String(provenance.act.sequence)),
                        "commit": .text(provenance.act.commit.rawValue),
                    ])
            ),
            ("key", provenance.keyFingerprint), ("store", provenance.storeDigest),
            ("house-style", provenance.houseStyleDigest),
            ("renderer", String(provenance.rendererVersion)), ("reference", "--at " + provenance.reference),
        ]
        rows = values.map { key, value in FieldRow(label: words("origin." + key), value: .filled(value)) }
    }

    static let fields: [String: @Sendable (OriginPage) -> Any?] = [
        "heading": { $0.heading }, "explanation": { $0.explanation }, "rows": { $0.rows },
    ]
}
