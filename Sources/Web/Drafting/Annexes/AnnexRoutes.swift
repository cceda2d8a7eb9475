import Foundation
import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Images and annexes of a plan: added, described, taken out, and fetched by those who work on it.
struct AnnexRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.annexes, use: list)
        router.on(.addAnnex, use: add)
        router.on(.annex, use: show)
        router.on(.changeAnnex, use: change)
        router.on(.annexFile, use: file)
    }

    private var desk: DraftingDesk { DraftingDesk(services) }

    @Sendable private func file(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let commit = try QueryValues(request.uri.query).commit("versie") else {
            throw PlanError(.invalid, Reason("web.query.not-a-version", ["name": .text("versie")]))
        }
        let (annex, bytes) = try await desk.annex(name(context), of: try plan(context), at: commit)
        return AnnexAnswer.response(annex, bytes, to: request)
    }

    // MARK: All of them

    @Sendable private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let present = try await PlanAtHand(try plan(context), services)
        let section = try origin(of: request)
        return try listPage(present, SiteForm(fields(phrases(context))), from: section, context)
    }

    @Sendable private func add(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let phrases = phrases(context)
        let section = try origin(of: request)
        var form = SiteForm(fields(phrases), typed: context.form)
        let (file, said) = (form.file("bestand"), Self.said(in: &form))
        if form.isSound, let file, let said {
            do {
                let annex = try await desk.attach(
                    NewAnnex(
                        plan: id, fileName: file.name, bytes: Data(file.bytes), description: said.description,
                        isDecorative: said.isDecorative, summary: phrases.text("annexes.reason.added"),
                        requestID: context.form.requestID),
                    by: context.participant)
                return redirect(
                    to: .annexes(id, from: section), context,
                    notice: Notice("annexes.added", ["name": annex.label]))
            } catch let error as PlanError where [.invalid, .conflict].contains(error.code) {
                form.refuse(Self.field(of: error), error)
            }
        }
        return try listPage(
            try await PlanAtHand(id, services), form, from: section, context, status: .unprocessableContent)
    }

    /// The section whose editor the page was opened from.
    private func origin(of request: Request) throws -> SectionID? {
        try QueryValues(request.uri.query)["sectie"].flatMap { SectionID($0) }
    }

    private static func field(of error: PlanError) -> String {
        if error.reason.key.hasPrefix("file.") { return "bestand" }
        if error.reason.key == "annex.not-decorative" { return "sier" }
        return error.reason.key.hasPrefix("annex.") ? "beschrijving" : ""
    }

    /// What a form says of a file; nil where it says nothing and does not say that there is nothing to say.
    private static func said(in form: inout SiteForm) -> (description: String, isDecorative: Bool)? {
        let isDecorative = form.choices("sier") == ["ja"]
        if isDecorative, form.values.all("beschrijving").allSatisfy({ $0.allSatisfy(\.isWhitespace) }) {
            return ("", true)
        }
        let description = form.text("beschrijving")
        return form.isSound ? (description, isDecorative) : nil
    }

    private func fields(_ phrases: Phrases) -> [FormField] {
        [
            FormField(
                "bestand", phrases.text("annexes.file"),
                .file(accept: ".png,.jpg,.jpeg,.pdf,.docx,.odt", megabytes: FileKind.sizeLimit >> 20),
                hint: phrases.text("annexes.file-hint", ["limit": .number(FileKind.sizeLimit >> 20)]))
        ] + said(phrases)
    }

    /// What is asked of a file; of a document it is no question whether it is decoration.
    private func said(_ phrases: Phrases, isImage: Bool = true) -> [FormField] {
        let description = FormField(
            "beschrijving", phrases.text("annexes.description"), .textarea(rows: 3),
            hint: phrases.text("annexes.description-hint"), limit: 500)
        let decorative = FormField(
            "sier", phrases.text("annexes.decorative-label"),
            .checkboxes([
                FormChoice("ja", phrases.text("annexes.decorative"), hint: phrases.text("annexes.decorative-hint"))
            ]), isRequired: false)
        return isImage ? [description, decorative] : [description]
    }

    private func listPage(
        _ present: PlanAtHand, _ form: SiteForm, from section: SectionID?, _ context: SiteContext,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let (phrases, plan) = (phrases(context), present.plan.id)
        let address = SiteAddress.annexes(plan, from: section)
        let page = AnnexListPage(
            heading: phrases.text("annexes.heading"), rows: rows(present, phrases),
            form: FormContent(
                form, to: address, seal: seal(context), submit: phrases.text("annexes.add"), phrases: phrases),
            back: section.flatMap { present.text.section($0) }.map { .sectionEditor(plan, $0.id) })
        let frame = frame(page.heading, address, in: present.plan, route: .structure, context)
        return try writer.response(page, in: frame, status: status)
    }

    private func rows(_ present: PlanAtHand, _ phrases: Phrases) -> [AnnexRow] {
        present.text.annexes.map {
            AnnexRow($0, of: present.plan.id, at: present.plan.heads.text, in: present.text, phrases: phrases)
        }
    }

    // MARK: One of them

    @Sendable private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let present = try await PlanAtHand(try plan(context), services)
        return try page(present, try annex(context, in: present), forms(context), context)
    }

    @Sendable private func change(_ request: Request, _ context: SiteContext) async throws -> Response {
        let plan = try plan(context)
        var forms = forms(context, typed: context.form)
        let removes = try context.form.value("weghalen") == "1"
        do {
            let done = removes ? try await remove(&forms.remove, context) : try await describe(&forms.describe, context)
            if let done { return redirect(to: .annexes(plan), context, notice: done) }
        } catch let error as PlanError where [.invalid, .conflict].contains(error.code) {
            if removes { forms.remove.refuse("", error) } else { forms.describe.refuse("beschrijving", error) }
        }
        let present = try await PlanAtHand(plan, services)
        return try page(present, try annex(context, in: present), forms, context, status: .unprocessableContent)
    }

    /// Nil where the form says something that cannot be.
    private func remove(_ form: inout SiteForm, _ context: SiteContext) async throws -> Notice? {
        _ = form.choices("zeker")
        guard form.isSound else { return nil }
        try await desk.detach(
            name(context), from: try plan(context), summary: phrases(context).text("annexes.reason.removed"),
            requestID: context.form.requestID, by: context.participant)
        return Notice("annexes.removed")
    }

    /// Nil where the form says something that cannot be.
    private func describe(_ form: inout SiteForm, _ context: SiteContext) async throws -> Notice? {
        guard let said = Self.said(in: &form) else { return nil }
        try await desk.describe(
            name(context), of: try plan(context), as: said.description, isDecorative: said.isDecorative,
            summary: phrases(context).text("annexes.reason.described"), requestID: context.form.requestID,
            by: context.participant)
        return Notice("annexes.described")
    }

    private struct Forms {
        var describe: SiteForm
        var remove: SiteForm
    }

    /// - Parameter values: what was typed; nil for a page that is opened.
    private func forms(_ context: SiteContext, typed values: FormValues? = nil) -> Forms {
        let phrases = phrases(context)
        let sure = FormField(
            "zeker", phrases.text("annexes.sure"), .checkboxes([FormChoice("ja", phrases.text("annexes.yes"))]))
        return Forms(
            describe: SiteForm(
                said(phrases, isImage: Annex.kind(ofName: name(context))?.isImage == true),
                typed: values ?? FormValues()),
            remove: SiteForm(
                [sure, FormField("weghalen", "", .hidden)],
                typed: (values ?? FormValues()).replacing("weghalen", with: "1")))
    }

    private func page(
        _ present: PlanAtHand, _ annex: Annex, _ forms: Forms, _ context: SiteContext,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let (phrases, plan) = (phrases(context), present.plan.id)
        let address = SiteAddress.annex(plan, annex.name)
        let isTyped = context.form.has("beschrijving")
        let held = ["beschrijving": annex.description, "sier": annex.isDecorative ? "ja" : ""]
        let describe =
            isTyped ? forms.describe : SiteForm(said(phrases, isImage: annex.kind.isImage), holding: held)
        let page = AnnexPage(
            heading: annex.label,
            row: AnnexRow(annex, of: plan, at: present.plan.heads.text, in: present.text, phrases: phrases),
            describe: FormContent(
                describe, to: address, seal: seal(context), submit: phrases.text("annexes.save"), phrases: phrases),
            remove: FormContent(
                forms.remove, to: address, seal: seal(context), submit: phrases.text("annexes.remove"),
                phrases: phrases
            ).grave(), list: .annexes(plan))
        let crumbs = [
            Crumb(label: phrases.text("annexes.heading"), address: .annexes(plan)), Crumb(label: page.heading),
        ]
        let frame = frame(page.heading, address, in: present.plan, route: .structure, context, crumbs: crumbs)
        return try writer.response(page, in: frame, status: status)
    }

    private func name(_ context: SiteContext) -> String { context.parameters.get("annex") ?? "" }

    private func annex(_ context: SiteContext, in present: PlanAtHand) throws(PlanError) -> Annex {
        guard let annex = present.text.annex(name(context)) else {
            throw PlanError(.notFound, Reason("annex.unknown", ["name": .text(name(context))]))
        }
        return annex
    }
}
