import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Reading inputs: the list and each by itself.
struct InputRoutes: SiteRouteGroup {
    let services: SiteServices
    private let room: InputRoom

    init(services: SiteServices) {
        self.services = services
        room = InputRoom(services.office, store: services.store)
    }

    func add(to router: inout SiteRouter) {
        router.on(.inputs, use: list)
        router.on(.input, use: input)
        router.on(.inputFile, use: file)
    }

    @Sendable private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let inputs = try await room.inputs(of: id, for: context.participant)
        let plan = try await services.reading.plan(id).projected
        let filter = InputFilter(try QueryValues(request.uri.query))
        let phrases = phrases(context)
        let page = InputListPage(
            inputs, filter, titles: plan.sections.map { ($0.id, $0.printedTitle) }, of: id, phrases: phrases)
        return try writer.response(
            page, in: frame(phrases.text("inputs.nav"), .inputs(id), in: plan, route: .inputs, context))
    }

    @Sendable private func input(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (id, number) = (try plan(context), try inputNumber(context))
        let seen = try await room.input(number, of: id, for: context.participant)
        let plan = try await services.reading.plan(id).projected
        let phrases = phrases(context)
        let rounds = try await ConsultationDesk(services.office, store: services.store)
            .rounds(of: id, for: context.participant)
        var pseudonym: String?
        if let person = context.participant.person {
            pseudonym = try await services.store.pseudonym(of: person.id, in: id)
        }
        let page = InputPage(
            seen, versions: try await room.versions(of: number, in: id, for: context.participant), in: plan,
            round: rounds.first { $0.round.id == seen.input.round }, pseudonym: pseudonym, for: context.participant,
            hasEditor: context.routes.route(.get, at: SiteAddress.editorTemplate(id).path) != nil, phrases: phrases)
        let crumbs = [
            Crumb(label: phrases.text("inputs.nav"), address: .inputs(id)), Crumb(label: page.number),
        ]
        return try writer.response(
            page, in: frame(page.number, .input(id, number), in: plan, route: .inputs, context, crumbs: crumbs))
    }

    @Sendable private func file(_ request: Request, _ context: SiteContext) async throws -> Response {
        download(
            try await room.file(
                try attachment(context), of: try inputNumber(context), in: try plan(context),
                for: context.participant))
    }
}

extension SiteAddress {
    /// The shape of the editor's address, to ask whether there is one.
    fileprivate static func editorTemplate(_ plan: PlanID) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "secties", "sectie", "bewerken")
    }
}
