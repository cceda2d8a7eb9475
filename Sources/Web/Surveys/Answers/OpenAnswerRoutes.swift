import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Survey
import Workflow

/// Reading what people wrote on a questionnaire, and making inputs of it.
struct OpenAnswerRoutes: SurveyBuilding {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.openAnswers, use: list)
        router.on(.takeAnswers, use: take)
    }

    private var desk: OpenAnswerDesk {
        OpenAnswerDesk(services.office, store: services.store, seals: services.seals)
    }

    @Sendable private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let visit = try await visit(context)
        let page = try QueryValues(request.uri.query)["pagina"].flatMap { Int($0) } ?? 1
        return try await show(visit, page: page, context)
    }

    @Sendable private func take(_ request: Request, _ context: SiteContext) async throws -> Response {
        let visit = try await visit(context)
        let fields = try await fields(visit.answers, visit, context)
        var form = fields.form(typed: context.form)
        guard let wish = fields.wish(&form) else {
            return try await show(visit, page: 1, typed: context.form, context, .unprocessableContent)
        }
        let chosen: Set<ResponseID>? =
            switch wish.answers {
            case .all: nil
            case .chosen(let ids): ids
            }
        let taken = try await desk.take(
            chosen, of: visit.question.id, in: visit.results, about: wish.section, by: context.participant)
        return redirect(
            to: visit.place.answers(to: visit.question.id), context,
            notice: Notice(
                taken.left > 0 ? "survey.answers.took-some" : "survey.answers.took",
                ["count": String(taken.numbers.count), "left": String(taken.left)]))
    }

    /// The question of the address, with every answer to it.
    private struct Visit {
        let results: SurveyResults
        let question: Question
        let answers: [OpenAnswer]

        var open: [OpenAnswer] { answers.filter { $0.input == nil } }
        var place: BuilderPlace { BuilderPlace(plan: results.survey.plan, round: results.survey.round) }
    }

    private func visit(_ context: SiteContext) async throws -> Visit {
        let results = try await results(context)
        let id = context.parameters.get("question") ?? ""
        let answers = try await desk.answers(to: id, in: results, for: context.participant)
        guard let question = results.survey.questionnaire.question(id) else {
            throw PlanError(.notFound, Reason("survey.unknown"))
        }
        return Visit(results: results, question: question, answers: answers)
    }

    private func fields(
        _ answers: [OpenAnswer], _ visit: Visit, _ context: SiteContext
    ) async throws -> OpenAnswerForm {
        var sections: [(SectionID, String)] = []
        if let frozen = visit.results.view.frozen {
            let text = try await services.office.repositories.repository(of: visit.place.plan).text(at: frozen)
            sections = text.printedTitles
        }
        return OpenAnswerForm(
            answers: answers, open: visit.open.count, sections: sections, phrases: phrases(context))
    }

    private func show(
        _ visit: Visit, page number: Int, typed: FormValues? = nil, _ context: SiteContext,
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (phrases, place, open, size) = (phrases(context), visit.place, visit.open, OpenAnswerForm.pageSize)
        let pages = max(1, (open.count + size - 1) / size)
        let number = min(max(1, number), pages)
        let shown = Array(open.dropFirst((number - 1) * size).prefix(size))
        let fields = try await fields(shown, visit, context)
        var form = fields.form(typed: typed)
        if typed != nil { _ = fields.wish(&form) }
        let address = place.answers(to: visit.question.id, page: number)
        let content = FormContent(
            form, to: place.answers(to: visit.question.id),
            seal: seal(context), submit: phrases.text("survey.answers.take"), phrases: phrases)
        let taken = visit.answers.count - open.count
        let page = OpenAnswerPage(
            question: visit.question.text,
            state: phrases.text(
                "survey.answers.state", ["count": .number(visit.answers.count), "taken": .number(taken)]),
            form: open.isEmpty ? nil : content,
            turning: PageTurning((number, pages), phrases) { place.answers(to: visit.question.id, page: $0) },
            inputs: taken > 0 ? .inputs(place.plan) : nil, back: place.results)
        return try await respond(
            page, phrases.text("survey.answers.heading"), address, of: visit.results, context, status)
    }
}
