import Foundation
import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Reactions of the draft: written, changed, taken away, with their files.
struct DraftItemRoutes: ContributionGroup {
    let services: SiteServices
    let hall: ContributionHall

    init(services: SiteServices) {
        self.services = services
        hall = ContributionHall(services)
    }

    func add(to router: inout SiteRouter) {
        router.on(.newItem, use: newItem)
        router.on(.addItem, use: addItem)
        router.on(.item, use: item)
        router.on(.changeItem, use: changeItem)
        router.on(.removeItem, use: removeItem)
        router.on(.attachFile, use: attachFile)
        router.on(.draftFile, use: draftFile)
        router.on(.detachFile, use: detachFile)
    }

    @Sendable private func newItem(_ request: Request, _ context: SiteContext) async throws -> Response {
        let visit = try await visit(request, context)
        let question = try QueryValues(request.uri.query)["vraag"].flatMap { Int($0) }
        let form = RemarkForm(subject: .plan, phrases: phrases(context)).form(on: nil, question: question)
        return try show(form, asked: question, visit, context)
    }

    @Sendable private func addItem(_ request: Request, _ context: SiteContext) async throws -> Response {
        let visit = try await visit(request, context)
        let remark = RemarkForm(subject: .plan, phrases: phrases(context))
        var form = remark.form(typed: context.form)
        let question = try context.form.value("vraag").flatMap { Int($0) }
        guard let written = remark.written(&form, questions: visit.view.round.questions) else {
            return try show(form, asked: question, visit, context, .unprocessableContent)
        }
        do {
            let added = try await hall.room.add(
                written, in: visit.view.round.id, of: visit.place.plan, by: context.participant)
            return redirect(to: visit.place.item(added.item), context, notice: Notice("partner.kept-with-files"))
        } catch let error as PlanError where error.isAboutForm {
            form.refuse("tekst", error)
            return try show(form, asked: question, visit, context, error.formStatus)
        }
    }

    @Sendable private func item(_ request: Request, _ context: SiteContext) async throws -> Response {
        let visit = try await visit(request, context)
        let item = try visit.item(try item(context))
        let remark = RemarkForm(subject: item.content.subject, phrases: phrases(context))
        return try show(remark.form(holding: item.content), of: item, visit, context)
    }

    @Sendable private func changeItem(_ request: Request, _ context: SiteContext) async throws -> Response {
        let visit = try await visit(request, context)
        let item = try visit.item(try item(context))
        let remark = RemarkForm(subject: item.content.subject, phrases: phrases(context))
        var form = remark.form(typed: context.form)
        guard let written = remark.written(&form) else {
            return try show(form, of: item, visit, context, .unprocessableContent)
        }
        do {
            try await hall.room.change(
                item.id, to: written, in: visit.view.round.id, of: visit.place.plan, by: context.participant)
        } catch let error as PlanError where error.isAboutForm {
            form.refuse(RemarkForm.field(of: error), error)
            return try show(form, of: item, visit, context, error.formStatus)
        }
        return redirect(to: visit.place.overview(fragment: "concept"), context, notice: Notice("partner.kept"))
    }

    @Sendable private func removeItem(_ request: Request, _ context: SiteContext) async throws -> Response {
        let visit = try await visit(request, context)
        try await hall.room.remove(
            try item(context), in: visit.view.round.id, of: visit.place.plan, by: context.participant)
        return redirect(to: visit.place.overview(fragment: "concept"), context, notice: Notice("partner.removed"))
    }

    // MARK: Files

    @Sendable private func attachFile(_ request: Request, _ context: SiteContext) async throws -> Response {
        let visit = try await visit(request, context)
        let item = try visit.item(try item(context))
        var form = attachForm(typed: context.form, phrases(context))
        let remark = RemarkForm(subject: item.content.subject, phrases: phrases(context)).form(holding: item.content)
        guard let file = form.file("bijlage") else {
            return try show(remark, of: item, visit, context, .unprocessableContent, attaching: form)
        }
        do {
            let added = try await hall.room.attach(
                Data(file.bytes), named: file.name, to: item.id, in: visit.view.round.id, of: visit.place.plan,
                by: context.participant)
            return redirect(
                to: visit.place.item(item.id), context, notice: Notice("partner.attached", ["name": added.name]))
        } catch let error as PlanError where error.isAboutForm {
            form.refuse("bijlage", error)
            return try show(remark, of: item, visit, context, error.formStatus, attaching: form)
        }
    }

    @Sendable private func draftFile(_ request: Request, _ context: SiteContext) async throws -> Response {
        let visit = try await visit(request, context)
        _ = try visit.item(try item(context))
        return download(
            try await hall.room.file(
                try attachment(context), in: visit.view.round.id, of: visit.place.plan, for: context.participant))
    }

    @Sendable private func detachFile(_ request: Request, _ context: SiteContext) async throws -> Response {
        let visit = try await visit(request, context)
        let item = try item(context)
        try await hall.room.detach(
            try attachment(context), from: item, in: visit.view.round.id, of: visit.place.plan,
            by: context.participant)
        return redirect(to: visit.place.item(item), context, notice: Notice("partner.detached"))
    }

    private func attachForm(typed: FormValues, _ phrases: Phrases) -> SiteForm {
        SiteForm(
            [
                FormField(
                    "bijlage", phrases.text("partner.field.attachment"),
                    .file(accept: ".pdf,.docx,.odt,.png,.jpg,.jpeg", megabytes: 10),
                    hint: phrases.text("partner.field.attachment-hint"))
            ], typed: typed)
    }

    // MARK: Pages

    private func show(
        _ form: SiteForm, asked question: Int?, _ visit: ContributionVisit, _ context: SiteContext,
        _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let phrases = phrases(context)
        let questions = visit.view.round.questions
        let asked = question.flatMap { questions.indices.contains($0 - 1) ? questions[$0 - 1] : nil }
        let heading = phrases.text(asked == nil ? "partner.general.heading" : "partner.answer-page.heading")
        if status == .ok { try visit.view.requireOpen() }
        let content = FormContent(
            form, to: visit.place.newItem(), seal: seal(context), submit: phrases.text("partner.keep"),
            phrases: phrases
        ).cancel(phrases.text("partner.back"), visit.place.overview()).closed(visit.isOver)
        let page = QuestionPage(heading: heading, lead: asked, form: content)
        return try writer.response(
            page, in: frame(heading, visit.place.newItem(question: question), of: visit, context), status: status)
    }

    private func show(
        _ form: SiteForm, of item: InputDraft.Item, _ visit: ContributionVisit, _ context: SiteContext,
        _ status: HTTPResponse.Status = .ok, attaching files: SiteForm? = nil
    ) throws -> Response {
        let phrases = phrases(context)
        let seal = seal(context)
        let isShown = visit.isOpen || status != .ok
        let content = FormContent(
            form, to: visit.place.item(item.id), seal: seal, submit: phrases.text("partner.keep"), phrases: phrases
        ).cancel(phrases.text("partner.back"), visit.place.overview()).closed(visit.isOver)
        let attach = FormContent(
            files ?? attachForm(typed: FormValues(), phrases), to: visit.place.attachments(of: item.id), seal: seal,
            submit: phrases.text("partner.attach"), phrases: phrases)
        let title = item.content.section.flatMap { visit.text?.title(of: $0) }
        let page = ItemPage(
            heading: phrases.text("partner.item.heading"), about: title, form: isShown ? content : nil,
            files: item.attachments.map { file in
                FileLine(
                    file, at: visit.place.file(file.id, of: item.id),
                    removal: visit.isOpen ? visit.place.removal(of: file.id, from: item.id) : nil, seal: seal,
                    phrases: phrases)
            }, attach: visit.isOpen ? attach : nil, isOver: visit.isOver,
            written: isShown ? nil : WrittenLine(item.content, title: title, phrases: phrases),
            check: visit.place.check, overview: visit.place.overview())
        return try writer.response(
            page, in: frame(page.heading, visit.place.item(item.id), of: visit, context), status: status)
    }
}
