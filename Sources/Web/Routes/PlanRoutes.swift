import Hummingbird
import PlanDomain
import Workflow

/// The list of plans and the pages of one plan.
struct PlanRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.plans, use: plans)
        router.on(.plan, use: plan)
        router.on(.text, use: text)
        router.on(.acts, use: acts)
        router.on(.workflow, use: method)
    }

    @Sendable private func plans(_ request: Request, _ context: SiteContext) async throws -> Response {
        let plans = try await services.reading.plans().filter { context.participant.may(.readWorking, in: $0.id) }
        let shelf = try await services.readingRoom.plans(for: context.participant).filter { $0.level != .working }
        let phrases = phrases(context)
        let page = PlanListPage(
            plans, shelf, isVisitor: context.participant == .visitor, municipality: services.look.now.municipality,
            phrases: phrases)
        let frame = frame(phrases.text("web.nav.plans"), .plans, context)
        return try writer.response(to: request, version: page.version, frame: frame) { page }
    }

    /// Who works on the plan sees where it stands, everybody else the version that is theirs; and who asks to read
    /// along with others, what those see. It says what is overdue, so it is made anew each day.
    @Sendable private func plan(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let isReading = try QueryValues(request.uri.query)[ReadingPlace.audienceName] != nil
        guard context.participant.may(.readWorking, in: id), !isReading else {
            return try await ReadingRoutes(services: services).overview(request, context)
        }
        let readings = try await readings(of: id, for: context.participant)
        let view = try await services.reading.plan(id)
        let documents = try await services.documents.documents(of: id)
        let register = try await services.reading.register(of: id)
        let phrases = phrases(context)
        let related = [view.predecessor].compactMap { $0 } + view.successors
        let version =
            view.projected.heads.version + [CalendarDate(inTheNetherlands: services.clock()).iso8601]
            + view.organisations.map(\.name) + documents.map { "\($0.name) \($0.title)" }
            + related.map { "\($0.id) \($0.title) \($0.stage)" } + readings.map(\.rawValue)
        let frame = frame(view.projected.metadata.title, .plan(id), in: view.projected, route: .plan, context)
        return try writer.response(to: request, version: version, frame: frame) {
            let acts = register.entries.suffix(5).reversed().map { ActLine($0, in: register, phrases: phrases) }
            return PlanPage(view, documents: documents, acts: acts, readings: readings, phrases: phrases)
        }
    }

    /// As whom somebody who works on the plan can read along; nobody while nothing left the office.
    private func readings(of plan: PlanID, for participant: Participant) async throws -> [ReadingAudience] {
        do {
            return try await services.readingRoom.access(to: plan, for: participant).audiences
        } catch let error as PlanError where error.code == .notFound {
            return []
        }
    }

    @Sendable private func text(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let plan = try await services.reading.plan(id).projected
        let dossier = try await services.reading.dossier(of: id, at: .present)
        let phrases = phrases(context)
        let frame = frame(phrases.text("web.nav.text"), .text(id), in: plan, route: .text, context)
        let passages = SectionPassages(cache: services.passages, phrases: phrases)
        return try writer.response(to: request, version: plan.heads.version, frame: frame) {
            PlanTextPage(dossier, phrases: phrases) {
                passages.markup(
                    of: $0, in: id, at: dossier.commit, asPart: true, annexes: dossier.text.annexes)
            }
        }
    }

    @Sendable private func acts(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let view = try await services.reading.register(of: id)
        let phrases = phrases(context)
        let frame = frame(phrases.text("web.nav.acts"), .acts(id), in: view.plan, route: .acts, context)
        // A reason may be withheld or erased while the register stays as it is.
        let reasons = view.entries.map { $0.reason == .withheld ? "-" : $0.reason == nil ? "" : "+" }
        let version = view.plan.heads.version + reasons
        return try writer.response(to: request, version: version, frame: frame) {
            RegisterPage(view, phrases: phrases)
        }
    }

    @Sendable private func method(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let view = try await services.reading.plan(id)
        let phrases = phrases(context)
        let frame = frame(
            phrases.text("web.nav.workflow"), .workflow(id), in: view.projected, route: .workflow, context)
        return try writer.response(to: request, version: view.projected.heads.version, frame: frame) {
            MethodPage(view, phrases: phrases)
        }
    }
}
