import PlanDomain

/// The raadsmededeling as its template reads it.
struct CouncilNoticePage: TemplateFields {
    let frame: DocumentFrame
    let label: String
    let caption: String
    let subject: FieldRow
    let number: FieldRow
    let portfolioHolder: FieldRow
    let team: FieldRow
    let date: FieldRow
    let texts: [TextBlock]

    init(_ content: CouncilNoticeContent, words: DocumentWords, style: StyleSheet) {
        frame = DocumentFrame(
            title: content.label + " – " + content.subject, municipality: content.municipality,
            emptyHeadings: content.emptyHeadings, provenance: content.provenance, words: words, style: style)
        label = content.label
        caption = words("notice.caption")
        subject = FieldRow(label: words("notice.subject"), value: .filled(content.subject))
        number = FieldRow(label: words("notice.number"), value: FieldText(content.number, words: words))
        portfolioHolder = FieldRow(
            label: words("notice.portfolio-holder"), value: FieldText(content.portfolioHolder, words: words))
        team = FieldRow(label: words("notice.team"), value: FieldText(content.team, words: words))
        date = FieldRow(
            label: words("notice.date"), value: FieldText(content.date.map(words.field), words: words))
        texts = TextBlock.blocks(of: content.texts, words: words)
    }

    static let fields: [String: @Sendable (CouncilNoticePage) -> Any?] = [
        "frame": { $0.frame }, "label": { $0.label }, "caption": { $0.caption }, "subject": { $0.subject },
        "number": { $0.number },
        "portfolioHolder": { $0.portfolioHolder }, "team": { $0.team }, "date": { $0.date }, "texts": { $0.texts },
    ]
}
