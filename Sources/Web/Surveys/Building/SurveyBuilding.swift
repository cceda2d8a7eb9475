import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Survey
import Workflow

/// Where a questionnaire stands for the office.
struct BuilderPlace: Hashable, Sendable {
    let plan: PlanID
    let round: RoundID
    /// In the place of an id, for what is still to be made.
    static let new = "nieuw"

    var overview: SiteAddress { at() }
    func overview(at id: String) -> SiteAddress { at(fragment: "deel-\(id)") }
    var order: SiteAddress { at("volgorde") }
    var texts: SiteAddress { at("teksten") }
    var trial: SiteAddress { at("proef") }
    var keyIn: SiteAddress { at("invoeren") }
    func page(_ id: String) -> SiteAddress { at("pagina", id) }
    func question(_ id: String) -> SiteAddress { at("vraag", id) }

    func newQuestion(_ sort: QuestionSort, on page: String) -> SiteAddress {
        SiteAddress(
            "plannen", plan.rawValue, "rondes", round.rawValue, "enquete", "vraag", Self.new,
            query: [("pagina", page), ("soort", sort.rawValue)])
    }

    private func at(_ first: String? = nil, _ second: String? = nil, fragment: String? = nil) -> SiteAddress {
        let base = SiteAddress("plannen", plan.rawValue, "rondes", round.rawValue, "enquete").path
        let parts = [first, second].compactMap { $0 }.map { SiteAddress($0).path }
        return SiteAddress(own: base + parts.joined() + (fragment.map { "#" + $0 } ?? ""))
    }
}

/// What the routes of the builder have in common.
protocol SurveyBuilding: RoundGroup {}

extension SurveyBuilding {
    var surveys: SurveyDesk { SurveyDesk(services.office, store: services.store) }

    /// The questionnaire of the round in the address.
    func survey(_ context: SiteContext) async throws -> SurveyView {
        guard let round = RoundID(context.parameters.get("round") ?? "") else {
            throw PlanError(.notFound, Reason("round.unknown"))
        }
        return try await surveys.survey(of: round, in: try plan(context), for: context.participant)
    }

    func place(_ survey: SurveyView) -> BuilderPlace {
        BuilderPlace(plan: survey.view.round.plan, round: survey.view.round.id)
    }

    /// Writes a change down on top of the version that the form was made from.
    func save(_ questionnaire: Questionnaire, _ version: String, of survey: SurveyView, _ context: SiteContext)
        async throws
    {
        let round = survey.view.round
        try await surveys.save(
            questionnaire, after: Int(version) ?? -1, of: round.id, in: round.plan, by: context.participant)
    }

    func respond(
        _ page: some SitePage, _ title: String, _ address: SiteAddress, of survey: SurveyView, _ context: SiteContext,
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let round = survey.view.round
        let plan = try await services.reading.plan(round.plan).projected
        let phrases = phrases(context)
        let place = place(survey)
        let own = Crumb(
            label: phrases.text("survey.builder.crumb"), address: address == place.overview ? nil : place.overview)
        let crumbs = [
            Crumb(label: phrases.text("rounds.nav"), address: .rounds(plan.id)),
            Crumb(label: round.title, address: .round(plan.id, round.id)), own,
        ]
        return try writer.response(
            page,
            in: frame(
                title, address, in: plan, route: .rounds, context,
                crumbs: crumbs + (address == place.overview ? [] : [Crumb(label: title)])), status: status)
    }
}
