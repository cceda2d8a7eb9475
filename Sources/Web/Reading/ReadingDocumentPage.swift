import Phrases
import PlanDomain

/// What was written for the council or the public beside the plan, such as the raadsmededeling: the drafters' texts as
/// they stood, without what officials noted beside them.
struct ReadingDocumentPage: SitePage {
    static let template = "readingdocument"
    let head: ReadingHead
    let parts: [Part]
    let passages: [Markup]

    init(
        _ document: DocumentReading, _ visit: ReadingVisit, passages rendered: ReadingPassages, phrases: Phrases
    ) {
        head = ReadingHead(visit, heading: phrases.capitalized(phrases.text(document.label)), phrases: phrases)
        var passages: [Markup] = []
        parts = document.parts.indices.map { index in
            let markup = rendered.markup(of: document, part: index, in: visit.edition)
            if let markup { passages.append(markup) }
            return Part(heading: document.parts[index].heading, passage: markup == nil ? nil : passages.count - 1)
        }.filter { $0.passage != nil }
        self.passages = passages
    }

    static let fields: PageFields<ReadingDocumentPage> = [
        .part("head") { $0.head },
        .flag("isEmpty") { $0.parts.isEmpty },
        .list("parts") { $0.parts },
    ]

    struct Part: PageContent {
        let heading: String
        let passage: Int?

        static let fields: PageFields<Part> = [
            .text("partHeading") { $0.heading },
            .passage("body") { $0.passage },
        ]
    }
}
