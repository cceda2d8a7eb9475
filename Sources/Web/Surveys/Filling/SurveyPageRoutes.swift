import Foundation
import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Survey
import Workflow

/// Answering page by page: what was typed is kept with every step, forwards and back.
struct SurveyPageRoutes: SurveyGroup {
    let services: SiteServices

    static let stampName = "stempel"
    /// Names the questions that the form showed.
    static let shownName = "getoond"
    /// A field that nobody sees, and so nobody fills in but a robot.
    static let trapName = "website"
    static let actionName = "actie"

    enum Action: String, CaseIterable {
        case forward = "verder"
        case back = "terug"
        case keep = "bewaar"
    }

    func add(to router: inout SiteRouter) {
        router.on(.surveyPage, use: page)
        router.on(.answerPage, use: answer)
    }

    @Sendable private func page(_ request: Request, _ context: SiteContext) async throws -> Response {
        let stay = try await stay(request, context)
        let sheet = stay.sheet ?? AnswerSheet()
        let walk = Walk(stay.visit.questionnaire, sheet)
        guard stay.visit.isOpen, let page = walk.pages.first(where: { $0.id == context.parameters.get("page") }) else {
            return redirect(to: stay.place.intro, context)
        }
        return try show(page, walk, stay, values: SheetForm.values(of: sheet), context)
    }

    @Sendable private func answer(_ request: Request, _ context: SiteContext) async throws -> Response {
        var stay = try await stay(request, context)
        let typed = try typed(at: stay, context)
        let (page, action, reading) = (typed.page, typed.action, typed.reading)
        func again(_ refusal: Reason?, _ status: HTTPResponse.Status) throws -> Response {
            try show(
                page, typed.walk, stay, values: context.form, faults: reading.faults, refusal: refusal, context,
                status)
        }
        if stay.visit.isOpen, let refusal = try refusal(stay, isLast: false, context) {
            return try again(refusal.reason, refusal.status)
        }
        guard
            let secret = stay.secret
                ?? SheetSecret(
                    beginning: stay.place.name, requestID: context.form.requestID, in: context.formSecret)
        else { throw PlanError(.unavailable, Reason("survey.unknown")) }
        do {
            stay.sheet = try await room.keep(typed.sheet, under: secret.key, at: stay.visit)
        } catch let error as PlanError where error.isAboutForm {
            return try again(error.reason, error.formStatus)
        }
        var response =
            try reading.faults.isEmpty
            ? lead(on: action, from: page, shown: typed.asked, stay, context) : again(nil, .unprocessableContent)
        let begun = stay.begun ?? services.surveyGate.begun(context.form.only(Self.stampName), for: stay.place.name)
        let stamp = services.surveyGate.stamp(for: stay.place.name, begun: begun, at: services.clock())
        response.setCookie(SheetCookie(services, stay.visit).make(secret, stamp: stamp))
        return response
    }

    /// What a form says about one page.
    private struct Typed {
        let action: Action
        /// By the answers of the form.
        let walk: Walk
        let page: Questionnaire.Page
        /// What the form showed of what is asked by now.
        let asked: [Question]
        let reading: SheetForm.Reading
        /// With the answers of the other pages.
        let sheet: AnswerSheet
    }

    /// Reads a form twice: which questions are asked depends on the answers themselves.
    private func typed(at stay: SurveyStay, _ context: SiteContext) throws(PlanError) -> Typed {
        let questionnaire = stay.visit.questionnaire
        guard let whole = questionnaire.pages.first(where: { $0.id == context.parameters.get("page") }) else {
            throw PlanError(.notFound, Reason("survey.unknown"))
        }
        let name = try context.form.value(Self.actionName) ?? Action.forward.rawValue
        guard let action = Action(rawValue: name) else { throw PlanError(.invalid, Reason("web.form.choice")) }
        let shown = context.form.all(Self.shownName)
        let offered = whole.questions.filter { shown.isEmpty || shown.contains($0.id) }
        func merged(_ reading: SheetForm.Reading) -> AnswerSheet {
            var sheet = stay.sheet ?? AnswerSheet()
            for question in offered { sheet[question.id] = reading.sheet[question.id] }
            return sheet
        }
        let first = SheetForm(questions: offered, isLenient: true).reading(of: context.form)
        let walk = Walk(questionnaire, merged(first))
        guard let page = walk.pages.first(where: { $0.id == whole.id }) else {
            throw PlanError(.notFound, Reason("survey.unknown"))
        }
        let asked = page.questions.filter { question in offered.contains { $0.id == question.id } }
        let reading = SheetForm(questions: asked, isLenient: action != .forward).reading(of: context.form)
        return Typed(
            action: action, walk: walk, page: page, asked: asked, reading: reading, sheet: merged(reading))
    }

    /// Where somebody goes after their answers were kept. Questions that an answer brought onto the same page come first.
    private func lead(
        on action: Action, from page: Questionnaire.Page, shown: [Question], _ stay: SurveyStay, _ context: SiteContext
    ) -> Response {
        let walk = Walk(stay.visit.questionnaire, stay.sheet ?? AnswerSheet())
        switch action {
        case .keep: return redirect(to: stay.place.kept, context)
        case .back:
            return redirect(
                to: walk.page(before: page.id).map { stay.place.page($0.id) } ?? stay.place.intro, context)
        case .forward:
            let now = walk.pages.first { $0.id == page.id }?.questions ?? []
            if let new = now.first(where: { question in !shown.contains { $0.id == question.id } }) {
                return redirect(
                    to: stay.place.page(page.id, question: new.id), context, notice: Notice("survey.more-questions"))
            }
            return redirect(
                to: walk.page(after: page.id).map { stay.place.page($0.id) } ?? stay.place.check, context)
        }
    }

    /// What a form is sent back for before anything of it is kept; nil for one that a person may have filled in.
    func refusal(
        _ stay: SurveyStay, isLast: Bool, _ context: SiteContext
    ) throws(PlanError) -> (reason: Reason, status: HTTPResponse.Status)? {
        let (gate, now, form) = (services.surveyGate, services.clock(), context.form)
        if try form.value(Self.trapName)?.isEmpty == false {
            return (Reason("survey.refused.trap"), .unprocessableContent)
        }
        switch gate.verdict(on: try form.value(Self.stampName), for: stay.place.name, isLast: isLast, at: now) {
        case .stale: return (Reason("survey.refused.stale"), .unprocessableContent)
        case .hasty: return (Reason("survey.refused.hasty"), .unprocessableContent)
        case .fine: break
        }
        guard gate.admits(from: context.sender, to: stay.place.name, isLast: isLast, at: now) else {
            return (Reason("survey.refused.busy"), .tooManyRequests)
        }
        return nil
    }

    private func show(
        _ page: Questionnaire.Page, _ walk: Walk, _ stay: SurveyStay, values: FormValues,
        faults: [Question.ID: Reason] = [:], refusal: Reason? = nil, _ context: SiteContext,
        _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let begun = stay.begun ?? services.surveyGate.begun(context.form.only(Self.stampName), for: stay.place.name)
        let content = SurveyFillPage(
            page, of: stay.visit.questionnaire, step: walk.step(of: page.id), values: values, faults: faults,
            refusal: refusal, isLate: !stay.visit.isOpen, to: stay.place.page(page.id), seal: seal(context),
            stamp: services.surveyGate.stamp(for: stay.place.name, begun: begun, at: services.clock()),
            phrases: phrases(context))
        let title = [content.step, content.heading].compactMap { $0 }.joined(separator: ": ")
        return try respond(content, title, stay.place.page(page.id), context, status)
    }
}
