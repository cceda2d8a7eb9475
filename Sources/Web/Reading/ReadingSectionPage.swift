import Phrases
import PlanDomain
import Workflow

/// One section of a version under its own address.
struct ReadingSectionPage: SitePage {
    static let template = "readingsection"
    let head: ReadingHead
    let body: Markup?
    let closed: String?
    let permalink: SiteAddress
    let inText: SiteAddress
    let wish: SiteAddress?
    let previous: Neighbour?
    let next: Neighbour?
    let appearances: [Appearance]

    var passages: [Markup] { body.map { [$0] } ?? [] }

    init(_ section: SectionEdition, id: SectionID, _ visit: ReadingVisit, body: Markup?, phrases: Phrases) {
        self.body = body
        let place = visit.place
        switch section.section {
        case .open(let text):
            head = ReadingHead(visit, heading: text.printedTitle, phrases: phrases)
            closed = nil
        case .closed(let closedPlace):
            head = ReadingHead(visit, heading: closedPlace.label(phrases), phrases: phrases)
            closed = phrases.closed(closedPlace.ground)
        }
        permalink = place.at(section.version.text).section(id)
        inText = place.wholeText(at: id.rawValue)
        wish = visit.wishesUntil != nil ? section.wishes.map(SiteAddress.wish) : nil
        previous = section.previous.map { Neighbour($0, place) }
        next = section.next.map { Neighbour($0, place) }
        appearances =
            section.appearances.filter { $0.version.text != section.version.text }
            .map { Appearance($0, of: id, beside: section, place, phrases) }
    }

    static let fields: PageFields<ReadingSectionPage> = [
        .part("head") { $0.head },
        .flag("hasText") { $0.body != nil },
        .passage("body") { $0.body == nil ? nil : 0 },
        .text("closed") { $0.closed },
        .text("permalink") { $0.permalink.path },
        .text("inText") { $0.inText.path },
        .text("wish") { $0.wish?.path },
        .part("previous") { $0.previous },
        .part("next") { $0.next },
        .flag("hasAppearances") { !$0.appearances.isEmpty },
        .list("appearances") { $0.appearances },
    ]

    struct Neighbour: PageContent {
        let title: String
        let address: SiteAddress

        init(_ neighbour: SectionEdition.Neighbour, _ place: ReadingPlace) {
            title = [neighbour.number, neighbour.title].compactMap { $0 }.joined(separator: " ")
            address = place.section(neighbour.id)
        }

        static let fields: PageFields<Neighbour> = [
            .text("title") { $0.title },
            .text("address") { $0.address.path },
        ]
    }

    /// The section in another version.
    struct Appearance: PageContent {
        let status: String
        let since: String
        let address: SiteAddress
        /// Nil where the words are the same, or are closed here.
        let difference: SiteAddress?
        let isSameText: Bool

        init(
            _ appearance: SectionEdition.Appearance, of id: SectionID, beside shown: SectionEdition,
            _ place: ReadingPlace, _ phrases: Phrases
        ) {
            let version = appearance.version
            status = phrases.status(of: version)
            since = phrases.writtenDate(version.settledOn)
            address = place.at(version.text).section(id)
            isSameText = appearance.isSameText
            difference =
                appearance.isSameText || shown.section.text == nil
                ? nil : place.comparison(of: id, from: version.text, to: shown.version.text)
        }

        static let fields: PageFields<Appearance> = [
            .text("versionStatus") { $0.status },
            .text("versionSince") { $0.since },
            .text("versionAddress") { $0.address.path },
            .text("difference") { $0.difference?.path },
            .flag("isSameText") { $0.isSameText },
        ]
    }
}
