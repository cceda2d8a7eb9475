import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Reading inputs: the list and each by itself.
struct InputRoutes: SiteRouteGroup {
    let services: SiteServices
    private let room: InputRoom
    private let assignments: AssignmentDesk
    private let desk: HandlingDesk

    init(services: SiteServices) {
        self.services = services
        room = InputRoom(services.office, store: services.store)
        assignments = AssignmentDesk(services.office, store: services.store)
        desk = HandlingDesk(services.office, store: services.store)
    }

    func add(to router: inout SiteRouter) {
        router.on(.inputs, use: list)
        router.on(.input, use: input)
        router.on(.inputFile, use: file)
        router.on(.assignInput, use: assign)
    }

    @Sendable private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let filter = InputFilter(try QueryValues(request.uri.query), person: context.participant.person?.id)
        let view = try await desk.page(filter.page, of: filter.query, in: id, for: context.participant)
        let plan = try await services.reading.plan(id).projected
        let rounds = try await services.store.rounds(of: id)
        let themes = try await services.store.themes(of: id).filter { $0.state != .rejected }
        let phrases = phrases(context)
        let page = InputListPage(
            view, filter, titles: plan.sections.map { ($0.id, $0.printedTitle) },
            rounds: rounds.map { ($0.id, $0.title) }, themes: themes.map { ($0.id, $0.name) }, of: id,
            mayAdopt: context.participant.may(.adoptDispositions, in: id), seal: seal(context), phrases: phrases)
        return try writer.response(
            page, in: frame(phrases.text("inputs.nav"), .inputs(id, filter.pairs), in: plan, route: .inputs, context))
    }

    @Sendable private func input(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (id, number) = (try plan(context), try inputNumber(context))
        let handler = try await handlerForm(number, in: id, context)
        let response = try await show(number, of: id, handler: handler, .ok, context)
        try await desk.noteReading(of: number, in: id, by: context.participant)
        return response
    }

    /// Hands the input to who was chosen; done again it changes nothing.
    @Sendable private func assign(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (id, number) = (try plan(context), try inputNumber(context))
        let handlers = try await assignments.handlers(of: id, for: context.participant)
        let fields = HandlerForm(handlers: handlers, phrases: phrases(context))
        var form = fields.form(typed: context.form)
        let chosen = form.choice("behandelaar")
        guard form.isSound, let chosen else {
            let content = fields.content(form, of: number, in: id, seal: seal(context))
            return try await show(number, of: id, handler: content, .unprocessableContent, context)
        }
        try await assignments.assign(
            number, in: id,
            to: PersonID(chosen).flatMap { person in
                handlers.contains { $0.person.id == person } ? person : nil
            }, by: context.participant)
        return redirect(to: .input(id, number), context, notice: Notice("inputs.assigned"))
    }

    /// Nil for who may not hand inputs out, and for an input that needs nobody any more.
    private func handlerForm(
        _ number: InputNumber, in plan: PlanID, _ context: SiteContext
    ) async throws -> FormContent? {
        guard context.participant.may(.handleInputs, in: plan),
            try await room.input(number, of: plan, for: context.participant).input.isLive
        else { return nil }
        let handlers = try await assignments.handlers(of: plan, for: context.participant)
        let present = try await assignments.assigned(in: plan, for: context.participant)[number]
        let fields = HandlerForm(handlers: handlers, phrases: phrases(context))
        return fields.content(fields.form(holding: present), of: number, in: plan, seal: seal(context))
    }

    private func show(
        _ number: InputNumber, of id: PlanID, handler: FormContent?, _ status: HTTPResponse.Status,
        _ context: SiteContext
    ) async throws -> Response {
        let seen = try await room.input(number, of: id, for: context.participant)
        let plan = try await services.reading.plan(id).projected
        let phrases = phrases(context)
        let rounds = try await ConsultationDesk(services.office, store: services.store)
            .rounds(of: id, for: context.participant)
        var pseudonym: String?
        if let person = context.participant.person {
            pseudonym = try await services.store.pseudonym(of: person.id, in: id)
        }
        let anchor = try await AnchorRoom(services.office, store: services.store)
            .place(of: number, in: id, for: context.participant)
        var brokenBy: Change?
        if let commit = seen.standing.brokenBy, context.participant.may(.readWorking, in: id) {
            brokenBy = try await services.store.changes(of: id, section: nil).first { $0.id == commit }
        }
        let desk = IntakeDesk(
            services.office, store: services.store, reading: services.sources, seals: services.seals)
        let source = try await desk.source(of: seen.input, for: context.participant)
        let seesAll =
            context.participant.may(.handleInputs, in: id) || context.participant.roles(in: id).contains(.auditor)
        let feedback =
            seesAll ? try await services.store.feedback(of: id).filter { $0.input == number } : []
        var page = InputPage(
            seen, versions: try await room.versions(of: number, in: id, for: context.participant), in: plan,
            round: rounds.first { $0.round.id == seen.input.round }, pseudonym: pseudonym, for: context.participant,
            handler: handler, source: source, anchor: anchor, feedback: feedback, brokenBy: brokenBy,
            erasedOn: try await services.store.erasure(of: .input(number, id))?.day,
            hasEditor: context.routes.route(.get, at: SiteAddress.editorTemplate(id).path) != nil, phrases: phrases)
        if context.participant.may(.handleInputs, in: id) {
            let family = try await services.store.family(of: number, in: id)
            let opponents = try await services.store.opponents(of: number, in: id, limit: 5)
            page.likeness = LikenessPart(family, opponents, of: number, in: id, phrases: phrases)
            page.theme = try await themeForm(seen.input, context)
        }
        let crumbs = [
            Crumb(label: phrases.text("inputs.nav"), address: .inputs(id)), Crumb(label: page.number),
        ]
        return try writer.response(
            page, in: frame(page.number, .input(id, number), in: plan, route: .inputs, context, crumbs: crumbs),
            status: status)
    }

    /// Nil where nobody confirmed a theme yet, and for an input that does not take part.
    private func themeForm(_ input: Input, _ context: SiteContext) async throws -> FormContent? {
        let themes = try await services.store.themes(of: input.plan).filter { $0.state == .confirmed }
        guard !themes.isEmpty, input.admission == .admissible, !input.isWithdrawn else { return nil }
        let present = try await services.store.inputThemes(of: input.plan)[input.number]
        let fields = ThemeChoice(themes: themes, phrases: phrases(context))
        return FormContent(
            fields.form(holding: present), to: .inputTheme(input.plan, input.number), seal: seal(context),
            submit: phrases(context).text("theme.put"), phrases: phrases(context))
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
