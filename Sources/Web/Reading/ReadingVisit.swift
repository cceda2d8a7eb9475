import Phrases
import PlanDomain
import Workflow

/// Somebody before one version of a plan, which is theirs to read.
struct ReadingVisit: Sendable {
    /// As the address named it; who works on the plan always reads along as somebody.
    let place: ReadingPlace
    let edition: PlanEdition
    let access: PlanAccess
    let participant: Participant
    /// The last day on which wishes about this text are asked of them; nil while none are.
    let wishesUntil: CalendarDate?

    /// Whether this is somebody who works on the plan and sees what others see.
    var isReadingAlong: Bool { access.level == .working }

    /// Who was consulted was given a text and not its history.
    var hasOrigin: Bool { edition.audience != .partners }

    func wish(about section: SectionID) -> SiteAddress? {
        wishesUntil != nil ? edition.wishPlace(of: section, for: participant).map(SiteAddress.wish) : nil
    }

    /// The pages of the version, for the navigation.
    func links(current: SiteAddress?, _ phrases: Phrases) -> [PageLink] {
        var links = [
            PageLink(label: phrases.text("web.nav.overview"), address: place.overview),
            PageLink(label: phrases.text("reading.nav.text"), address: place.wholeText()),
            PageLink(label: phrases.text("reading.nav.search"), address: place.search(nil)),
        ]
        if hasOrigin { links.append(PageLink(label: phrases.text("reading.nav.origin"), address: place.origin)) }
        return links.map { PageLink(label: $0.label, address: $0.address, isCurrent: $0.address == current) }
    }

    /// Everything that its pages are made from: the text of a version never changes, what is closed in it may.
    var version: [String] {
        let closed =
            edition.closedSections.map { "\($0.id ?? "-") \($0.ground ?? "")" }
            + edition.documents.map { document in
                switch document {
                case .open(let text): text.name
                case .closed(let place): "\(place.id ?? "-") \(place.ground ?? "")"
                }
            }
        let versions = edition.versions.map { "\($0.text) \($0.act) \($0.lastAct) \($0.kind) \($0.standing)" }
        return [edition.plan.rawValue, "\(edition.audience)", edition.version.text.rawValue] + versions + closed
            + edition.decisions.map { "\($0.act)" } + access.audiences.map(\.rawValue) + [
                "\(wishesUntil.map { "\($0)" } ?? "-")"
            ]
    }
}
