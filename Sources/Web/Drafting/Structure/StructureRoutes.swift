import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Dividing a plan otherwise: each change is a form of its own, and a change of its own in the history.
struct StructureRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.structure, use: show)
        router.on(.addToStructure, use: change)
        router.on(.sectionStructure, use: show)
        router.on(.changeSectionStructure, use: change)
        router.on(.chapterStructure, use: show)
        router.on(.changeChapterStructure, use: change)
    }

    @Sendable private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let present = try await PlanAtHand(try plan(context), services)
        let subject = try Subject(context, in: present.text)
        return try await page(subject, present, forms(subject, present, context), context)
    }

    @Sendable private func change(_ request: Request, _ context: SiteContext) async throws -> Response {
        let present = try await PlanAtHand(try plan(context), services)
        let subject = try Subject(context, in: present.text, isGoneFine: true)
        var forms = forms(subject, present, context)
        let action = try context.form.value("actie")
        guard let index = forms.firstIndex(where: { $0.action == action }) else {
            guard subject.isGone else { throw PlanError(.invalid, Reason("web.form.choice")) }
            // The form was sent before and did away with what it is about.
            return redirect(to: .structure(present.plan.id), context)
        }
        forms[index] = forms[index].typed(context.form)
        let edit = forms[index].edit(&forms[index].form)
        let summary = forms[index].form.text(StructureForm.reasonName(forms[index].action))
        let shown = try await shown(context, in: present)
        if shown == nil { forms[index].form.refuse("", Reason("editor.base-missing")) }
        guard let edit, let shown, forms[index].form.isSound else {
            return try await page(subject, present, forms, context, status: .unprocessableContent)
        }
        do {
            let work = StructureSave(
                plan: present.plan.id, edit: edit, shown: shown, summary: summary,
                requestID: context.form.requestID)
            try await DraftingDesk(services).restructure(work, by: context.participant)
        } catch let error as PlanError where [.invalid, .conflict].contains(error.code) {
            forms[index].form.refuse(forms[index].form.fields.first?.name ?? "", error)
            return try await page(subject, present, forms, context, status: .unprocessableContent)
        }
        return redirect(
            to: .structure(present.plan.id), context,
            notice: Notice("editor.structure.done.\(forms[index].action)"))
    }

    /// The version that was shown, if it is one of this plan.
    private func shown(_ context: SiteContext, in present: PlanAtHand) async throws -> CommitID? {
        guard let commit = try context.form.value("versie").flatMap({ CommitID($0) }) else { return nil }
        do {
            _ = try await services.office.repositories.repository(of: present.plan.id).text(at: commit)
            return commit
        } catch let error as PlanError where error.code != .unavailable {
            return nil
        }
    }

    private func forms(_ subject: Subject, _ present: PlanAtHand, _ context: SiteContext) -> [StructureForm] {
        let forms = StructureForms(present: present, phrases: phrases(context))
        return switch subject {
        case .plan: forms.additions
        case .gone: []
        case .section(let section): forms.section(section)
        case .chapter(let chapter): forms.chapter(chapter)
        }
    }

    private func page(
        _ subject: Subject, _ present: PlanAtHand, _ forms: [StructureForm], _ context: SiteContext,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let phrases = phrases(context)
        let refusal = try await DraftingDesk(services).open(
            .fields, of: present.plan.id, by: context.participant
        ).refusal
        try await DraftingDesk(services).leave(.fields, of: present.plan.id, by: context.participant)
        guard let (title, address) = subject.title(in: present.plan, phrases) else {
            let page = StructurePage(
                present, forms: forms, refusal: refusal, seal: { seal(context) }, phrases: phrases)
            let frame = frame(
                page.heading, .structure(present.plan.id), in: present.plan, route: .structure, context)
            return try writer.response(page, in: frame, status: status)
        }
        let contents = forms.map {
            StructureFormContent(
                $0, to: address, version: present.plan.heads.text, seal: seal(context), phrases: phrases)
        }
        let page = StructureItemPage(
            heading: title, refusal: refusal.map { phrases.sentence($0) }, forms: contents, plan: present.plan.id)
        let crumbs = [
            Crumb(label: phrases.text("editor.structure.heading"), address: .structure(present.plan.id)),
            Crumb(label: title),
        ]
        let frame = frame(title, address, in: present.plan, route: .structure, context, crumbs: crumbs)
        return try writer.response(page, in: frame, status: status)
    }

    /// What the page is about.
    private enum Subject {
        case plan
        /// What the address names was there and is not any more.
        case gone
        case section(Section)
        case chapter(Chapter)

        /// - Parameter isGoneFine: a section that is gone is no error.
        init(_ context: SiteContext, in text: PlanText, isGoneFine: Bool = false) throws(PlanError) {
            if let name = context.parameters.get("section") {
                guard let section = SectionID(name).flatMap({ text.section($0) }) else {
                    if isGoneFine, let id = SectionID(name), text.retired.contains(id) {
                        self = .gone
                        return
                    }
                    throw PlanError(.notFound, Reason("web.not-found.section"))
                }
                self = .section(section)
            } else if let name = context.parameters.get("chapter") {
                guard let chapter = text.chapters.first(where: { $0.id == name }) else {
                    throw PlanError(.notFound, Reason("structure.unknown-chapter", ["chapter": .text(name)]))
                }
                self = .chapter(chapter)
            } else {
                self = .plan
            }
        }

        var isGone: Bool { if case .gone = self { true } else { false } }

        func title(in plan: ProjectedPlan, _ phrases: Phrases) -> (String, SiteAddress)? {
            switch self {
            case .plan, .gone: return nil
            case .section(let section):
                let printed = plan.sections.first { $0.id == section.id }?.printedTitle
                return (printed ?? section.id.rawValue, .sectionStructure(plan.id, section.id))
            case .chapter(let chapter):
                let title = chapter.heading?.plainTitle ?? phrases.text("editor.structure.untitled")
                return (title, .chapterStructure(plan.id, chapter.id))
            }
        }
    }
}
