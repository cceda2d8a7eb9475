import Phrases
import PlanDomain
import Workflow

/// What stands above every page of a version: what it is, whether a later one took its place, and as whom it is read.
struct ReadingHead: PageContent {
    let heading: String
    /// Above the heading, on pages that are not about the plan as a whole.
    let planTitle: String?
    let status: String
    let since: String
    let standing: String?
    let successor: PageLink?
    let newest: PageLink?
    /// As whom it is read, for who works on the plan.
    let along: String?
    let working: SiteAddress
    let audiences: [PageLink]

    init(_ visit: ReadingVisit, heading: String? = nil, phrases: Phrases) {
        let edition = visit.edition
        let version = edition.version
        self.heading = heading ?? edition.title
        planTitle = heading == nil ? nil : edition.title
        status = phrases.status(of: version)
        since = phrases.since(version)
        standing = phrases.standing(of: version)
        successor = Self.successor(of: version, visit, phrases)
        newest = Self.newest(visit, phrases)
        along = visit.isReadingAlong ? phrases.text(as: edition.audience) : nil
        working = .plan(edition.plan)
        let others = visit.access.audiences.filter { visit.isReadingAlong || $0 != .partners }
        audiences =
            others.count < 2
            ? []
            : others.map { audience in
                PageLink(
                    label: phrases.text(as: audience),
                    address: ReadingPlace(plan: edition.plan, audience: audience).overview,
                    isCurrent: audience == edition.audience)
            }
    }

    private static func successor(
        of version: ReadableVersion, _ visit: ReadingVisit, _ phrases: Phrases
    ) -> PageLink? {
        guard case .replaced(let commit) = version.standing,
            let later = visit.edition.versions.first(where: { $0.text == commit })
        else { return nil }
        return PageLink(
            label: phrases.text(
                "reading.standing.by",
                ["status": .text(phrases.status(of: later)), "date": phrases.day(later.settledOn)]),
            address: visit.place.at(later.text).overview)
    }

    /// Where the version was replaced more than once.
    private static func newest(_ visit: ReadingVisit, _ phrases: Phrases) -> PageLink? {
        guard case .replaced(let commit) = visit.edition.version.standing,
            let newest = visit.edition.versions.first, newest.text != commit
        else { return nil }
        return PageLink(label: phrases.text("reading.standing.newest"), address: visit.place.at(nil).overview)
    }

    static let fields: PageFields<ReadingHead> = [
        .text("heading") { $0.heading },
        .text("planTitle") { $0.planTitle },
        .text("status") { $0.status },
        .text("since") { $0.since },
        .text("standing") { $0.standing },
        .part("successor") { $0.successor },
        .part("newest") { $0.newest },
        .text("along") { $0.along },
        .text("working") { $0.working.path },
        .flag("hasAudiences") { !$0.audiences.isEmpty },
        .list("audiences") { $0.audiences },
    ]
}
