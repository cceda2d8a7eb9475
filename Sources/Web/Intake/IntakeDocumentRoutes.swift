import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// One document: reading it, cutting inputs from it, saying whether it counts and when it is done.
struct IntakeDocumentRoutes: IntakeGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.intakeDocument, use: show)
        router.on(.cutIntake, use: cut)
        router.on(.decideLate, use: decide)
        router.on(.finishIntake, use: finish)
        router.on(.takeEnclosure, use: takeEnclosure)
        router.on(.intakeOriginal, use: original)
    }

    @Sendable private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let view = try await view(context)
        guard view.document.kind != .sheet else { return redirect(to: .intake(view.document), context) }
        return try await show(view, context)
    }

    @Sendable private func cut(_ request: Request, _ context: SiteContext) async throws -> Response {
        let view = try await view(context)
        let fields = try await cutForm(view, context)
        var form = fields.form(typed: context.form)
        guard let written = fields.written(&form) else {
            return try await show(view, cutting: form, context, .unprocessableContent)
        }
        do {
            let number = try await desk.cut(
                written, from: view.document.id, in: view.document.plan, requestID: context.form.requestID,
                by: context.participant)
            return redirect(
                to: .intake(view.document), context, notice: Notice("intake.cut.done", ["input": number.description]))
        } catch let error as PlanError where error.isAboutForm {
            form.refuse(CutForm.field(of: error), error)
            return try await show(view, cutting: form, context, error.formStatus)
        }
    }

    @Sendable private func decide(_ request: Request, _ context: SiteContext) async throws -> Response {
        let view = try await view(context)
        var form = SiteForm(decisionFields(phrases(context)), typed: context.form)
        let (choice, reason) = (form.choice("telt"), form.text("reden"))
        guard form.isSound, let choice else {
            return try await show(view, deciding: form, context, .unprocessableContent)
        }
        do {
            try await desk.decide(
                isAccepted: choice == "ja", reason: reason, on: view.document.id, in: view.document.plan,
                by: context.participant)
        } catch let error as PlanError where error.code == .invalid {
            form.refuse("reden", error)
            return try await show(view, deciding: form, context, error.formStatus)
        }
        return redirect(to: .intake(view.document), context, notice: Notice("intake.late.decided"))
    }

    @Sendable private func finish(_ request: Request, _ context: SiteContext) async throws -> Response {
        let document = try await view(context).document
        let action = try context.form.choice("actie", among: ["klaar", "heropenen"])
        try await desk.finish(action == "klaar", document.id, in: document.plan, by: context.participant)
        return redirect(
            to: action == "klaar" ? .intake(document.plan) : .intake(document), context,
            notice: Notice(action == "klaar" ? "intake.finished-notice" : "intake.reopened"))
    }

    @Sendable private func takeEnclosure(_ request: Request, _ context: SiteContext) async throws -> Response {
        let text = context.parameters.get("enclosure") ?? ""
        guard let place = Int(text), String(place) == text, place > 0 else {
            throw PlanError(.notFound, Reason("intake.unknown"))
        }
        let taken = try await desk.takeEnclosure(
            place - 1, of: try documentID(context), in: try plan(context), by: context.participant)
        return redirect(to: .intake(taken), context, notice: Notice("intake.taken"))
    }

    @Sendable private func original(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (file, bytes) = try await desk.original(
            try documentID(context), of: try plan(context), for: context.participant)
        return download(bytes, called: file.name, type: file.type.contentType)
    }

    // MARK: Parts

    private func cutForm(_ view: IntakeView, _ context: SiteContext) async throws -> CutForm {
        let text = try await desk.frozenText(of: view.round)
        return CutForm(sections: text.printedTitles, phrases: phrases(context))
    }

    private func decisionFields(_ phrases: Phrases) -> [FormField] {
        let choices = ["ja", "nee"].map { FormChoice($0, phrases.text("intake.late.\($0)")) }
        return [
            FormField("telt", phrases.text("intake.late.question"), .radios(choices)),
            FormField(
                "reden", phrases.text("intake.late.reason"), .textarea(rows: 3),
                hint: phrases.text("intake.late.reason-hint"), limit: 1_000),
        ]
    }

    private func show(
        _ view: IntakeView, cutting typed: SiteForm? = nil, deciding decision: SiteForm? = nil,
        _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (document, phrases) = (view.document, phrases(context))
        let fields = try await cutForm(view, context)
        var forms = IntakeDocumentPage.Forms(
            seal: seal(context), mayErase: context.participant.may(.erase, in: try plan(context)))
        if document.standing.counts, document.finishedAt == nil {
            forms.cut = FormContent(
                typed ?? fields.form(), to: .intake(document, .cut), seal: seal(context),
                submit: phrases.text("intake.cut.submit"), phrases: phrases)
        }
        if document.standing == .late {
            forms.decision = FormContent(
                decision ?? SiteForm(decisionFields(phrases)), to: .intake(document, .decide), seal: seal(context),
                submit: phrases.text("intake.late.submit"), phrases: phrases)
        }
        let numbers = Set(view.cuts.map(\.input))
        let inputs = try await services.store.inputs(of: document.plan).filter { numbers.contains($0.number) }
        let page = IntakeDocumentPage(
            view, inputs: inputs, titles: Dictionary(fields.sections) { first, _ in first }, forms: forms,
            phrases: phrases)
        return try await respond(page, page.title, .intake(document), context, status)
    }
}
