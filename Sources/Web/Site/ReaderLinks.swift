import Phrases
import PlanDomain

/// Who is signed in, and where they can go from every page.
struct ReaderLinks: PageContent {
    let name: String
    /// Of a contact, their organisation.
    let function: String?
    let links: [PageLink]
    let token: String

    /// Nil for a visitor.
    init?(_ context: SiteContext, phrases: Phrases) {
        switch context.participant.identity {
        case .visitor, .keeper: return nil
        case .person(let person):
            name = person.name
            function = context.participant.appointments.first?.function
        case .contact(let contact, _):
            name = contact.name
            function = contact.organisation.name
        }
        links = Self.pages.compactMap { page in
            guard context.routes.has(page.route), let address = page.address(context.participant),
                page.route.access.admits(context.participant, plan: context.participant.onlyPlan)
            else { return nil }
            return PageLink(label: phrases.text(page.label), address: address, isCurrent: context.route == page.route)
        }
        token = context.formSecret.token()
    }

    struct Page: Sendable {
        let route: SiteRoute
        /// Nil where there is none for this participant.
        let address: @Sendable (Participant) -> SiteAddress?
        /// A key of the locale files.
        let label: String
    }

    static let fields: PageFields<ReaderLinks> = [
        .text("readerName") { $0.name },
        .text("readerFunction") { $0.function },
        .list("readerLinks") { $0.links },
        .text("signOut") { _ in SiteAddress.signOut.path },
        .text("token") { $0.token },
    ]
}

extension ReaderLinks {
    /// In the order in which they stand; a new area is one line here. A page shows for whom its route admits.
    static let pages: [Page] = [
        Page(
            route: .contribute,
            address: { $0.onlyPlan.map { ContributionPlace(plan: $0, round: nil).overview() } }, label: "partner.nav"),
        Page(route: .desk, address: { _ in .desk }, label: "web.nav.desk"),
        Page(route: .newPlan, address: { _ in .newPlan }, label: "editor.nav.new-plan"),
        Page(route: .bulkSignOff, address: { _ in .bulkSignOff }, label: "secretary.nav.bulk"),
        Page(route: .meetings, address: { _ in .meetings() }, label: "secretary.nav.meetings"),
        Page(route: .administration, address: { _ in .administration }, label: "web.nav.administration"),
        Page(route: .account, address: { _ in .account }, label: "web.nav.account"),
    ]
}

extension Participant {
    /// The one plan that a contact came in for.
    var onlyPlan: PlanID? {
        if case .contact(_, let plan) = identity { plan } else { nil }
    }
}
