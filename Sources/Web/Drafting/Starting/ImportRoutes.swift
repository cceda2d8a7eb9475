import Foundation
import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Starting a plan from a document that exists: it is taken in, its cut is looked at and corrected, then it is started.
struct ImportRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.importDocument, use: ask)
        router.on(.takeDocument, use: take)
        router.on(.importCut, use: show)
        router.on(.correctCut, use: correct)
    }

    private var starting: PlanStarting { PlanStarting(office: services.office, people: services.store) }
    private var desk: ImportDesk {
        ImportDesk(
            office: services.office, imports: services.store, people: services.store, conversion: services.conversion)
    }

    // MARK: The document

    @Sendable private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await documentPage(SiteForm(documentFields(phrases(context))), context)
    }

    @Sendable private func take(_ request: Request, _ context: SiteContext) async throws -> Response {
        var form = SiteForm(documentFields(phrases(context)), typed: context.form)
        guard let file = form.file("document") else {
            return try await documentPage(form, context, status: .unprocessableContent)
        }
        do {
            let id = try await desk.take(
                Data(file.bytes), called: file.name, requestID: context.form.requestID, by: context.participant)
            return redirect(to: .importCut(id), context)
        } catch let error as PlanError where [.invalid, .unavailable].contains(error.code) {
            form.refuse("document", error)
            return try await documentPage(form, context, status: .unprocessableContent)
        }
    }

    private func documentFields(_ phrases: Phrases) -> [FormField] {
        [
            FormField(
                "document", phrases.text("starting.document.file"),
                .file(accept: ".docx,.odt,.md,.markdown,.txt", megabytes: FileKind.sizeLimit >> 20),
                hint: phrases.text("starting.document.hint", ["limit": .number(FileKind.sizeLimit >> 20)]))
        ]
    }

    private func documentPage(
        _ form: SiteForm, _ context: SiteContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let phrases = phrases(context)
        let content = FormContent(
            form, to: .importDocument, seal: seal(context), submit: phrases.text("starting.document.submit"),
            phrases: phrases
        ).step(1, of: 2, phrases).cancel(phrases.text("editor.cancel"), .newPlan)
        let page = ImportDocumentPage(
            try await desk.pending(by: context.participant), form: content, phrases: phrases)
        return try writer.response(page, in: frame(page.heading, .importDocument, [], context), status: status)
    }

    // MARK: Its cut

    @Sendable private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let view = try await desk.view(try importID(context), by: context.participant)
        var form = ImportForm(view, types: types(context), typed: nil, phrases: phrases(context))
        if let fault = view.fault { form.refuse("", fault) }
        return try cutPage(form, context, status: .ok)
    }

    @Sendable private func correct(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try importID(context)
        switch try context.form.value("actie") {
        case "weggooien":
            try await desk.discard(id, by: context.participant)
            return redirect(to: .importDocument, context, notice: Notice("starting.discarded"))
        case let action:
            return try await cut(id, startsPlan: action == "beginnen", context)
        }
    }

    private func cut(_ id: ImportID, startsPlan: Bool, _ context: SiteContext) async throws -> Response {
        guard let view = try await viewUnlessStarted(id, context) else {
            guard let plan = try await starting.plan(startedBy: context.form.requestID) else {
                throw PlanError(.notFound, Reason("import.gone"))
            }
            return redirect(to: .structure(plan), context)
        }
        let (types, phrases) = (types(context), phrases(context))
        var form = ImportForm(view, types: types, typed: context.form, phrases: phrases)
        let choices = form.readChoices()
        form.checkTitle()
        guard form.form.isSound else { return try cutPage(form, context, status: .unprocessableContent) }
        let changed = try await desk.correct(
            id, choices, title: form.typedTitle, type: context.form.only("soort"), by: context.participant)
        form = form.following(changed, types: types, phrases: phrases)
        if let fault = changed.fault { form.refuse("", fault) }
        guard startsPlan, changed.fault == nil, let plan = form.readPlan() else {
            return try cutPage(form, context, status: form.form.isSound ? .ok : .unprocessableContent)
        }
        do {
            let made = try await desk.start(
                id, as: plan.type, title: plan.title, summary: phrases.text("starting.first-text"),
                requestID: context.form.requestID, by: context.participant)
            return redirect(to: .structure(made), context, notice: Notice("editor.new.done", ["title": plan.title]))
        } catch let error as PlanError where [.invalid, .conflict].contains(error.code) {
            form.refuse(error.reason.key.hasPrefix("plan.") ? "titel" : "", error.reason)
            return try cutPage(form, context, status: .unprocessableContent)
        }
    }

    /// Nil for a document that is there no more: a form that is sent twice finds it made into a plan.
    private func viewUnlessStarted(_ id: ImportID, _ context: SiteContext) async throws -> ImportView? {
        do {
            return try await desk.view(id, by: context.participant)
        } catch let error as PlanError where error.code == .notFound {
            return nil
        }
    }

    private func cutPage(
        _ form: ImportForm, _ context: SiteContext, status: HTTPResponse.Status
    ) throws -> Response {
        let phrases = phrases(context)
        let page = ImportCutPage(form, seal: seal(context), phrases: phrases)
        let document = Crumb(label: phrases.text("starting.document.heading"), address: .importDocument)
        return try writer.response(
            page, in: frame(page.heading, .importCut(form.view.pending.id), [document], context), status: status)
    }

    // MARK: Both

    private func importID(_ context: SiteContext) throws(PlanError) -> ImportID {
        guard let id = context.parameters.get("import").flatMap({ ImportID($0) }) else {
            throw PlanError(.notFound, Reason("import.gone"))
        }
        return id
    }

    private func types(_ context: SiteContext) -> [FormChoice] {
        NewPlanRoutes.choices(of: starting, phrases(context))
    }

    private func frame(
        _ title: String, _ address: SiteAddress, _ crumbs: [Crumb], _ context: SiteContext
    ) -> PageFrame {
        let phrases = phrases(context)
        let before = [
            Crumb(label: phrases.text("web.nav.plans"), address: .plans),
            Crumb(label: phrases.text("editor.new.heading"), address: .newPlan),
        ]
        return frame(title, address, context, crumbs: before + crumbs + [Crumb(label: title)])
    }
}
