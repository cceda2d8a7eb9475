import Foundation
import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Survey
import Workflow

/// Taking in answers from elsewhere, such as a panel: upload, settle the columns, look, take over, undo.
struct SheetFileRoutes: SurveyBuilding {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.sheetFiles, use: list)
        router.on(.uploadSheets, use: upload)
        router.on(.sheetFile, use: file)
        router.on(.settleColumns, use: settle)
        router.on(.takeSheets, use: take)
        router.on(.removeSheets, use: remove)
    }

    private var desk: SheetFileDesk {
        SheetFileDesk(services.office, store: services.store) { Digest.hexadecimal(of: $0, bytes: 32) }
    }

    @Sendable private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await show(uploadForm(context), context)
    }

    @Sendable private func upload(_ request: Request, _ context: SiteContext) async throws -> Response {
        let survey = try await survey(context)
        let round = survey.view.round
        var form = SiteForm(uploadForm(context).fields, typed: context.form)
        guard let file = form.file("bestand"), let id = SheetFileID(RandomName.make(services.random)) else {
            return try await show(form, context, .unprocessableContent)
        }
        do {
            let kept = try await desk.upload(
                Data(file.bytes), called: file.name, as: id, of: round.id, in: round.plan, by: context.participant)
            return redirect(
                to: place(survey).file(kept.id.rawValue), context,
                notice: kept.id == id ? nil : Notice("survey.file.known"))
        } catch let error as PlanError where error.isAboutForm {
            form.refuse("bestand", error)
            return try await show(form, context, error.formStatus)
        }
    }

    private func uploadForm(_ context: SiteContext) -> SiteForm {
        let phrases = phrases(context)
        return SiteForm([
            FormField(
                "bestand", phrases.text("survey.file.field"), .file(accept: ".csv,text/csv", megabytes: 20),
                hint: phrases.text("survey.file.hint"))
        ])
    }

    private func show(
        _ form: SiteForm, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let survey = try await survey(context)
        let (round, phrases, place) = (survey.view.round, phrases(context), place(survey))
        let files = try await desk.files(of: round.id, in: round.plan, for: context.participant)
        let content = FormContent(
            form, to: place.files, seal: seal(context), submit: phrases.text("survey.file.upload"), phrases: phrases)
        let page = SheetFileListPage(files, form: content, place: place, phrases: phrases)
        return try await respond(page, phrases.text("survey.file.heading"), place.files, of: survey, context, status)
    }

    // MARK: One file

    private func open(_ survey: SurveyView, _ context: SiteContext) async throws -> OpenSheetFile {
        guard let id = SheetFileID(context.parameters.get("file") ?? "") else {
            throw PlanError(.notFound, Reason("survey.file.unknown"))
        }
        let round = survey.view.round
        return try await desk.file(id, of: round.id, in: round.plan, for: context.participant)
    }

    @Sendable private func file(_ request: Request, _ context: SiteContext) async throws -> Response {
        let survey = try await survey(context)
        let open = try await open(survey, context)
        return try await show(columns(of: open, context)?.form(holding: open.file.columns), open, survey, context)
    }

    @Sendable private func settle(_ request: Request, _ context: SiteContext) async throws -> Response {
        let survey = try await survey(context)
        let open = try await open(survey, context)
        guard let columns = columns(of: open, context) else {
            throw PlanError(.conflict, Reason("survey.file.taken"))
        }
        var form = columns.form(typed: context.form)
        let settled = columns.columns(&form)
        guard form.isSound else {
            return try await show(form, open, survey, context, .unprocessableContent)
        }
        do {
            try await desk.settle(settled, of: open, by: context.participant)
        } catch let error as PlanError where error.isAboutForm {
            form.refuse("kolom-1", error)
            return try await show(form, open, survey, context, error.formStatus)
        }
        return redirect(
            to: place(survey).file(open.file.id.rawValue), context, notice: Notice("survey.file.settled"))
    }

    @Sendable private func take(_ request: Request, _ context: SiteContext) async throws -> Response {
        let survey = try await survey(context)
        let open = try await open(survey, context)
        let random = services.random
        let count = try await desk.take(open, by: context.participant) { ResponseID(RandomName.make(random)) }
        return redirect(
            to: place(survey).files, context, notice: Notice("survey.file.took", ["count": String(count)]))
    }

    @Sendable private func remove(_ request: Request, _ context: SiteContext) async throws -> Response {
        let survey = try await survey(context)
        let round = survey.view.round
        let open = try await open(survey, context)
        try await desk.remove(open.file.id, of: round.id, in: round.plan, by: context.participant)
        return redirect(to: place(survey).files, context, notice: Notice("survey.file.removed"))
    }

    private func columns(of open: OpenSheetFile, _ context: SiteContext) -> ColumnForm? {
        open.table.map {
            ColumnForm(header: $0.header, questionnaire: open.questionnaire, phrases: phrases(context))
        }
    }

    private func show(
        _ form: SiteForm?, _ open: OpenSheetFile, _ survey: SurveyView, _ context: SiteContext,
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (phrases, place) = (phrases(context), place(survey))
        let address = place.file(open.file.id.rawValue)
        let content = form.map {
            FormContent(
                $0, to: address, seal: seal(context), submit: phrases.text("survey.file.settle"), phrases: phrases)
        }
        let page = SheetFilePage(open, form: content, place: place, seal: seal(context), phrases: phrases)
        return try await respond(page, open.file.name, address, of: survey, context, status)
    }
}
