import HTTPTypes
import Hummingbird
import PlanDomain
import Workflow

/// What the pages about the results of a questionnaire have in common.
extension SurveyBuilding {
    var resultRoom: SurveyResultRoom { SurveyResultRoom(services.office, store: services.store) }

    /// What the questionnaire of the address brought.
    func results(_ context: SiteContext) async throws -> SurveyResults {
        guard let round = RoundID(context.parameters.get("round") ?? "") else {
            throw PlanError(.notFound, Reason("round.unknown"))
        }
        let plan = try plan(context)
        let kept = services.responses
        return try await resultRoom.results(of: round, in: plan, for: context.participant) { revision, read in
            try await kept.responses(of: SurveyPlace(plan, round), revision: revision, read)
        }
    }

    func place(_ results: SurveyResults) -> BuilderPlace {
        BuilderPlace(plan: results.survey.plan, round: results.survey.round)
    }

    func respond(
        _ page: some SitePage, _ title: String, _ address: SiteAddress, of results: SurveyResults,
        _ context: SiteContext,
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let plan = try await services.reading.plan(results.survey.plan).projected
        let own = place(results).results
        let name = phrases(context).text("survey.results.heading")
        let crumbs =
            address == own
            ? [Crumb(label: name)] : [Crumb(label: name, address: own), Crumb(label: title)]
        return try writer.response(
            page, in: frame(title, address, in: plan, route: .rounds, context, crumbs: crumbs), status: status)
    }
}
