import Foundation
import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Survey
import Workflow

/// Finding a questionnaire, looking the answers over, sending them in, coming back. Its pages: ``SurveyPageRoutes``.
struct SurveyRoutes: SurveyGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.survey, use: intro)
        router.on(.surveyCheck, use: check)
        router.on(.sendSheet, use: send)
        router.on(.surveyReceipt, use: receipt)
        router.on(.surveyKept, use: kept)
        router.on(.surveyReturn, use: comeBack)
        router.on(.surveyPaper, use: paper)
    }

    @Sendable private func intro(_ request: Request, _ context: SiteContext) async throws -> Response {
        let stay = try await stay(request, context)
        let page = SurveyIntroPage(stay, phrases: phrases(context))
        return try respond(page, page.title, stay.place.intro, context)
    }

    @Sendable private func check(_ request: Request, _ context: SiteContext) async throws -> Response {
        let stay = try await stay(request, context)
        guard stay.visit.isOpen, stay.sheet != nil else { return redirect(to: stay.place.intro, context) }
        return try show(stay, context)
    }

    @Sendable private func send(_ request: Request, _ context: SiteContext) async throws -> Response {
        let stay = try await stay(request, context)
        guard let secret = stay.secret else {
            return redirect(to: stay.place.intro, context, notice: Notice("survey.nothing-kept"))
        }
        // The double of what was sent in is answered alike, whatever the clock says.
        if try await room.receipt(secret.key.receipt, at: stay.visit) != nil { return received(secret, stay, context) }
        guard stay.sheet != nil else {
            return redirect(to: stay.place.intro, context, notice: Notice("survey.nothing-kept"))
        }
        if stay.visit.isOpen,
            let refusal = try SurveyPageRoutes(services: services).refusal(stay, isLast: true, context)
        {
            return try show(stay, refusal: refusal.reason, context, refusal.status)
        }
        guard let id = ResponseID(rawValue: RandomName.make(services.random)) else {
            throw PlanError(.unavailable, Reason("survey.unknown"))
        }
        do {
            try await room.send(secret.key, as: id, at: stay.visit)
            return received(secret, stay, context)
        } catch let error as PlanError where error.isAboutForm {
            return try show(stay, refusal: error.reason, context, error.formStatus)
        }
    }

    private func received(_ secret: SheetSecret, _ stay: SurveyStay, _ context: SiteContext) -> Response {
        var response = redirect(to: stay.place.receipt(secret.code), context)
        response.setCookie(SheetCookie(services, stay.visit).removal)
        return response
    }

    @Sendable private func receipt(_ request: Request, _ context: SiteContext) async throws -> Response {
        let visit = try await visit(context)
        guard let code = ReceiptCode.typed(context.parameters.get("code") ?? ""),
            let response = try await room.receipt(ReceiptCode.hash(code), at: visit)
        else { throw PlanError(.notFound, Reason("survey.code-unknown")) }
        let phrases = phrases(context)
        let page = SurveyReceiptPage(response, code: code, of: visit, phrases: phrases)
        return try respond(
            page, phrases.text("survey.receipt.heading"), SurveyPlace(visit.plan, visit.round).receipt(code), context)
    }

    @Sendable private func kept(_ request: Request, _ context: SiteContext) async throws -> Response {
        let stay = try await stay(request, context)
        guard let secret = stay.secret, stay.sheet != nil, stay.visit.isOpen else {
            return redirect(to: stay.place.intro, context)
        }
        let phrases = phrases(context)
        let site = try await LinkMail.site(services)
        let page = SurveyKeptPage(
            title: stay.visit.questionnaire.title, link: site + stay.place.comingBack(secret.secret).path,
            until: phrases.text("survey.kept.until", ["until": .text(phrases.writtenDate(stay.visit.view.until))]),
            resume: stay.next)
        return try respond(page, phrases.text("survey.kept.heading"), stay.place.kept, context)
    }

    /// Gives a browser the key that stands in the link, and leads on from an address that does not show it.
    @Sendable private func comeBack(_ request: Request, _ context: SiteContext) async throws -> Response {
        let visit = try await visit(context)
        let place = SurveyPlace(visit.plan, visit.round)
        guard let secret = SheetSecret(context.parameters.get("secret")) else {
            throw PlanError(.notFound, Reason("survey.code-unknown"))
        }
        if try await room.receipt(secret.key.receipt, at: visit) != nil {
            return redirect(to: place.receipt(secret.code), context)
        }
        guard try await room.sheet(secret.key, at: visit) != nil else {
            return redirect(to: place.intro, context, notice: Notice("survey.nothing-kept"))
        }
        var response = redirect(to: place.intro, context, notice: Notice("survey.welcome-back"))
        let stamp = services.surveyGate.stamp(for: place.name, begun: nil, at: services.clock())
        response.setCookie(SheetCookie(services, visit).make(secret, stamp: stamp))
        return response
    }

    @Sendable private func paper(_ request: Request, _ context: SiteContext) async throws -> Response {
        let visit = try await visit(context)
        let page = SurveyPaperPage(visit, phrases: phrases(context))
        return try respond(page, page.title, SurveyPlace(visit.plan, visit.round).paper, context)
    }

    private func show(
        _ stay: SurveyStay, refusal: Reason? = nil, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let phrases = phrases(context)
        let stamp = services.surveyGate.stamp(for: stay.place.name, begun: stay.begun, at: services.clock())
        let page = SurveyCheckPage(
            stay, refusal: refusal, isLate: refusal != nil && !stay.visit.isOpen, seal: seal(context), stamp: stamp,
            phrases: phrases)
        return try respond(page, phrases.text("survey.check.heading"), stay.place.check, context, status)
    }
}

/// A name by chance, of letters and digits that an id may be made of.
enum RandomName {
    static func make(_ random: RandomBytes) -> String { Digest.hexadecimal(of: random(32), bytes: 16) }
}
