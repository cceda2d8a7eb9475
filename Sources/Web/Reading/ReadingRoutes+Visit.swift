import Hummingbird
import PlanDomain
import Workflow

/// Coming in, and the frame around the pages.
extension ReadingRoutes {
    typealias Reading = @Sendable (ReadingVisit, Request, SiteContext) async throws -> Response

    /// Loads the version that the address names for this reader, before anything else is looked at.
    func visiting(_ request: Request, _ context: SiteContext, _ reading: Reading) async throws -> Response {
        let place = try ReadingPlace(try plan(context), try QueryValues(request.uri.query))
        let visit: ReadingVisit
        do {
            visit = try await self.visit(place, context)
        } catch let error as PlanError where error.code == .notFound && context.participant == .visitor {
            return redirect(to: .signIn(returningTo: request.uri.string), context)
        }
        return try await reading(visit, request, context)
    }

    private func visit(_ place: ReadingPlace, _ context: SiteContext) async throws -> ReadingVisit {
        let (room, reader) = (services.readingRoom, context.participant)
        let access = try await room.access(to: place.plan, for: reader)
        let edition = try await room.edition(of: place.plan, at: place.text, for: reader, as: place.audience)
        var place = place
        // Without it the address of the plan leads those who work on it to the working text.
        if access.level == .working { place.audience = edition.audience }
        return ReadingVisit(
            place: place, edition: edition, access: access, participant: reader,
            wishesUntil: try await wishesUntil(about: edition, from: reader))
    }

    /// The last day of the round in which this reader is asked about this very text: without one a wish goes nowhere.
    private func wishesUntil(about edition: PlanEdition, from reader: Participant) async throws -> CalendarDate? {
        guard edition.audience == .council, reader.may(.contribute, in: edition.plan) else { return nil }
        let room = ContributionRoom(services.office, store: services.store, seals: services.seals)
        return try await room.rounds(of: edition.plan, for: reader)
            .last { $0.state == .open && $0.frozen == edition.version.text }?.until
    }

    /// Everything in it is as of the version: who may not read the working text does not learn its title either.
    ///
    /// - Parameter current: the page in the navigation, where it goes by another address than the page itself.
    func frame(
        _ title: String, _ address: SiteAddress, _ visit: ReadingVisit, _ context: SiteContext,
        current: SiteAddress? = nil, isOverview: Bool = false
    ) -> PageFrame {
        let phrases = phrases(context)
        let edition = visit.edition
        let plan = Crumb(label: edition.title, address: isOverview ? nil : visit.place.overview)
        return PageFrame(
            title: isOverview ? title : "\(title) – \(edition.title)", address: address,
            crumbs: [Crumb(label: phrases.text("web.nav.plans"), address: .plans), plan]
                + (isOverview ? [] : [Crumb(label: title)]),
            plan: PlanLinks(
                edition.plan, title: edition.title, reading: visit.links(current: current ?? address, phrases),
                isReadingAlong: visit.isReadingAlong, context: context, phrases: phrases),
            services: services, context: context)
    }
}
