import Phrases
import PlanDomain
import Workflow

/// The front page of a version for whoever reads it: what it is, what was decided, what it holds, and where else to go.
struct ReadingPage: SitePage {
    static let template = "reading"
    let head: ReadingHead
    let facts: [Fact]
    let decisions: [DecisionBlock]
    let documents: [DocumentLine]
    let contents: ReadingContents
    let search: ReadingSearchForm
    let versions: [VersionLine]
    let text: SiteAddress
    let origin: SiteAddress?
    let permalink: SiteAddress
    let words: String
    /// What its status means, where that needs saying.
    let about: String?
    /// That this reader is asked for wishes.
    let asked: String?
    let wishes: SiteAddress

    init(_ visit: ReadingVisit, phrases: Phrases) {
        let edition = visit.edition
        head = ReadingHead(visit, phrases: phrases)
        facts = Fact.all(of: edition, phrases)
        decisions = edition.decisions.map { DecisionBlock($0, phrases: phrases) }
        documents = edition.documents.map { DocumentLine($0, visit.place, phrases) }
        contents = ReadingContents(visit, phrases: phrases)
        search = ReadingSearchForm(place: visit.place)
        versions = edition.versions.map { VersionLine($0, visit, phrases) }
        text = visit.place.wholeText()
        origin = visit.hasOrigin ? visit.place.origin : nil
        permalink = visit.place.at(edition.version.text).overview
        words = phrases.text("reading.words", ["count": .number(edition.words)])
        // The council also gets plans to know of them alone; the public reads a proposal only where the council decides.
        let isProposal = edition.version.kind == .offered && edition.audience == .everyone
        about =
            isProposal && edition.decisions.allSatisfy { $0.body != .raad }
            ? phrases.text("reading.status.offered-about") : nil
        asked = visit.wishesUntil.map { phrases.text("reading.asked", ["until": phrases.day($0)]) }
        wishes = .wishes(about: edition.version.text, of: edition.plan)
    }

    static let fields: PageFields<ReadingPage> = [
        .part("head") { $0.head },
        .list("facts") { $0.facts },
        .flag("hasDecisions") { !$0.decisions.isEmpty },
        .list("decisions") { $0.decisions },
        .flag("hasDocuments") { !$0.documents.isEmpty },
        .list("documents") { $0.documents },
        .part("contents") { $0.contents },
        .part("search") { $0.search },
        .list("versions") { $0.versions },
        .text("text") { $0.text.path },
        .text("origin") { $0.origin?.path },
        .text("permalink") { $0.permalink.path },
        .text("words") { $0.words },
        .text("about") { $0.about },
        .text("asked") { $0.asked },
        .text("wishes") { $0.wishes.path },
    ]

    struct Fact: PageContent {
        let label: String
        let value: String

        static func all(of edition: PlanEdition, _ phrases: Phrases) -> [Fact] {
            let facts: [(String, String?)] = [
                (phrases.text("web.plan.type"), phrases.text(edition.typeLabel)),
                (phrases.text("web.plan.municipality"), edition.municipality),
                (phrases.text("web.plan.period"), edition.period),
                (phrases.text("web.plan.programme"), edition.programme),
                (phrases.text("web.plan.portfolio-holder"), edition.portfolioHolder),
                (phrases.text("web.plan.number"), edition.number),
            ]
            return facts.compactMap { label, value in value.map { Fact(label: label, value: $0) } }
        }

        static let fields: PageFields<Fact> = [
            .text("label") { $0.label },
            .text("value") { $0.value },
        ]
    }

    /// Nota or raadsmededeling; one that is closed says so.
    struct DocumentLine: PageContent {
        let label: String
        let address: SiteAddress?
        let closed: String?

        init(_ document: PlanEdition.Document, _ place: ReadingPlace, _ phrases: Phrases) {
            switch document {
            case .open(let reading):
                label = phrases.capitalized(phrases.text(reading.label))
                address = place.document(reading.name)
                closed = nil
            case .closed(let closedPlace):
                label = phrases.capitalized(closedPlace.title ?? phrases.text("reading.closed.document"))
                address = nil
                closed = phrases.closed(closedPlace.ground)
            }
        }

        static let fields: PageFields<DocumentLine> = [
            .text("documentLabel") { $0.label },
            .text("documentAddress") { $0.address?.path },
            .text("documentClosed") { $0.closed },
        ]
    }

    struct VersionLine: PageContent {
        let status: String
        let since: String
        let standing: String?
        let address: SiteAddress
        let isShown: Bool

        init(_ version: ReadableVersion, _ visit: ReadingVisit, _ phrases: Phrases) {
            status = phrases.status(of: version)
            since = phrases.since(version)
            standing = phrases.shortStanding(of: version)
            address = visit.place.at(version.text).overview
            isShown = version.text == visit.edition.version.text
        }

        static let fields: PageFields<VersionLine> = [
            .text("versionStatus") { $0.status },
            .text("versionSince") { $0.since },
            .text("versionStanding") { $0.standing },
            .text("versionAddress") { $0.address.path },
            .flag("isShown") { $0.isShown },
        ]
    }
}

/// What a body decided, point by point.
struct DecisionBlock: PageContent {
    let sentence: String
    let points: [Point]

    init(_ decision: PlanEdition.Decision, phrases: Phrases) {
        sentence = phrases.sentence(
            "reading.decision.sentence",
            ["body": .text(phrases.text(decision.body)), "date": phrases.day(decision.date)])
        points = decision.points.map { Point($0, isOnly: decision.points.count == 1, phrases) }
    }

    static let fields: PageFields<DecisionBlock> = [
        .text("decisionSentence") { $0.sentence },
        .flag("hasPoints") { !$0.points.isEmpty },
        .list("points") { $0.points },
    ]

    struct Point: PageContent {
        let text: String
        let outcome: String

        init(_ point: PlanEdition.Decision.Point, isOnly: Bool, _ phrases: Phrases) {
            text = phrases.text(of: point, isOnly: isOnly)
            outcome = phrases.text("outcome.\(point.outcome.rawValue)")
        }

        static let fields: PageFields<Point> = [
            .text("pointText") { $0.text },
            .text("pointOutcome") { $0.outcome },
        ]
    }
}
