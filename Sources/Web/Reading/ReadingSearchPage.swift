import Phrases
import PlanDomain

/// What was found in a version, section by section.
struct ReadingSearchPage: SitePage {
    static let template = "readingsearchpage"
    let head: ReadingHead
    let form: ReadingSearchForm
    /// How many were found, or why nothing was looked for; nil before anything was asked.
    let answer: String?
    let hits: [Hit]

    init(_ words: String, _ hits: [SearchHit], _ visit: ReadingVisit, phrases: Phrases) {
        let asked = words.trimmingPrefix(while: \.isWhitespace)
        head = ReadingHead(
            visit, heading: phrases.text("reading.search.heading", ["title": .text(visit.edition.title)]),
            phrases: phrases)
        form = ReadingSearchForm(place: visit.place, words: String(asked))
        self.hits = hits.map { Hit($0, visit.place, phrases) }
        answer =
            switch Question(String(asked)) {
            case .none: nil
            case .tooShort: phrases.text("reading.search.too-short", ["count": .number(Question.shortest)])
            case .words where hits.isEmpty: phrases.text("reading.search.nothing", ["words": .text(String(asked))])
            case .words:
                phrases.text(
                    "reading.search.found", ["count": .number(hits.count), "words": .text(String(asked))])
            }
    }

    /// What somebody typed into the box.
    enum Question: Equatable {
        case none
        /// A letter alone is the beginning of half of all words.
        case tooShort
        case words

        static let shortest = 2

        init(_ text: String) {
            let letters = text.count { $0.isLetter || $0.isNumber }
            self = text.allSatisfy(\.isWhitespace) ? .none : letters < Self.shortest ? .tooShort : .words
        }
    }

    static let fields: PageFields<ReadingSearchPage> = [
        .part("head") { $0.head },
        .part("search") { $0.form },
        .text("answer") { $0.answer },
        .flag("hasHits") { !$0.hits.isEmpty },
        .list("hits") { $0.hits },
    ]

    struct Hit: PageContent {
        let number: String?
        let title: [Piece]
        let address: SiteAddress
        let passage: [Piece]
        let isCutBefore: Bool
        let isCutAfter: Bool
        let count: String?

        init(_ hit: SearchHit, _ place: ReadingPlace, _ phrases: Phrases) {
            number = hit.number
            title = hit.title.pieces.map(Piece.init)
            address = place.section(hit.section)
            passage = hit.passage.pieces.map(Piece.init)
            isCutBefore = hit.passage.isCutBefore
            isCutAfter = hit.passage.isCutAfter
            count = hit.count > 0 ? phrases.text("reading.search.places", ["count": .number(hit.count)]) : nil
        }

        static let fields: PageFields<Hit> = [
            .text("hitNumber") { $0.number },
            .list("hitTitle") { $0.title },
            .text("hitAddress") { $0.address.path },
            .list("hitPassage") { $0.passage },
            .flag("isCutBefore") { $0.isCutBefore },
            .flag("isCutAfter") { $0.isCutAfter },
            .text("hitCount") { $0.count },
        ]
    }

    struct Piece: PageContent {
        let text: String
        let isFound: Bool

        init(_ piece: SearchHit.Passage.Piece) {
            text = piece.text
            isFound = piece.isFound
        }

        static let fields: PageFields<Piece> = [
            .text("pieceText") { $0.text },
            .flag("isFound") { $0.isFound },
        ]
    }
}
