import Foundation
import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Survey
import Workflow

/// Somebody at a questionnaire: the key of their sheet where they hold one, and what is kept under it.
struct SurveyStay: Sendable {
    let visit: SurveyVisit
    let secret: SheetSecret?
    /// When the sheet was begun, as far as its cookie says.
    let begun: Date?
    var sheet: AnswerSheet?

    var place: SurveyPlace { SurveyPlace(visit.plan, visit.round) }

    /// The first page on which something is still to be answered, or where everything is looked over.
    var next: SiteAddress {
        let sheet = sheet ?? AnswerSheet()
        let open = Walk(visit.questionnaire, sheet).pages.first { page in
            page.questions.contains { sheet[$0.id] == nil }
        }
        return open.map { place.page($0.id) } ?? place.check
    }
}

/// What the routes of a questionnaire have in common.
protocol SurveyGroup: SiteRouteGroup {}

extension SurveyGroup {
    var room: SurveyRoom { SurveyRoom(services.office, store: services.store) }

    /// The questionnaire in the address, and whoever stands before it.
    func stay(_ request: Request, _ context: SiteContext) async throws -> SurveyStay {
        let visit = try await visit(context)
        let cookie = request.cookies[SheetCookie(services, visit).name]?.value ?? ""
        let parts = cookie.split(separator: "~", maxSplits: 1).map(String.init)
        guard let secret = SheetSecret(parts.first) else {
            return SurveyStay(visit: visit, secret: nil, begun: nil, sheet: nil)
        }
        let sheet = try await room.sheet(secret.key, at: visit)
        let begun = services.surveyGate.begun(
            parts.count > 1 ? parts[1] : nil, for: SurveyPlace(visit.plan, visit.round).name)
        return SurveyStay(visit: visit, secret: secret, begun: begun, sheet: sheet)
    }

    func visit(_ context: SiteContext) async throws -> SurveyVisit {
        guard let plan = PlanID(context.parameters.get("plan") ?? ""),
            let round = RoundID(context.parameters.get("round") ?? "")
        else { throw PlanError(.notFound, Reason("survey.unknown")) }
        return try await room.visit(round, of: plan)
    }

    /// A page that holds answers of somebody is kept nowhere.
    func respond(
        _ page: some SitePage, _ title: String, _ address: SiteAddress, _ context: SiteContext,
        _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var response = try writer.response(page, in: frame(title, address, context), status: status)
        response.headers[.cacheControl] = "no-store"
        if status == .tooManyRequests { response.headers[.retryAfter] = "30" }
        return response
    }
}

/// The cookie of one questionnaire: the key of the sheet, for its own addresses alone, gone with the browser's session.
struct SheetCookie {
    let name: String
    private let path: String
    private let isSecure: Bool

    init(_ services: SiteServices, _ visit: SurveyVisit) {
        isSecure = services.settings.isBehindTLS
        name = (isSecure ? "__Secure-" : "") + "enquete"
        path = SurveyPlace(visit.plan, visit.round).intro.path
    }

    func make(_ secret: SheetSecret, stamp: String) -> Cookie {
        Cookie(
            name: name, value: secret.secret.text + "~" + stamp, path: path, secure: isSecure, httpOnly: true,
            sameSite: .lax)
    }

    var removal: Cookie {
        Cookie(name: name, value: "", maxAge: 0, path: path, secure: isSecure, httpOnly: true, sameSite: .lax)
    }
}
