import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// What is asked of somebody, and the text to react to.
struct ContributionRoutes: ContributionGroup {
    let services: SiteServices
    let hall: ContributionHall

    init(services: SiteServices) {
        self.services = services
        hall = ContributionHall(services)
    }

    func add(to router: inout SiteRouter) {
        router.on(.contribute, use: overview)
        router.on(.contributeSection, use: section)
        router.on(.addRemark, use: addRemark)
    }

    @Sendable private func overview(_ request: Request, _ context: SiteContext) async throws -> Response {
        let phrases = phrases(context)
        guard let visit = try await anyVisit(request, context) else {
            let title = phrases.text("partner.nothing.heading")
            return try writer.response(NothingAskedPage(), in: frame(title, .plans, context))
        }
        if let wanted = try QueryValues(request.uri.query)[ContributionPlace.sectionName] {
            return try toSection(wanted, visit, request, context)
        }
        let sent = try await InputRoom(services.office, store: services.store)
            .inputs(of: visit.place.plan, for: context.participant)
            .filter { $0.isOwn && $0.input.round == visit.view.round.id }
        let page = ContributePage(visit, sent: sent, seal: seal(context), phrases: phrases)
        return try writer.response(page, in: frame(page.title, visit.place.overview(), of: visit, context))
    }

    /// From the page where somebody read a section to the form about that section in that version: that is where wishes
    /// of the council come from. Where no round is about those words, it says so instead of taking them for others.
    private func toSection(
        _ wanted: String, _ visit: ContributionVisit, _ request: Request, _ context: SiteContext
    ) throws -> Response {
        let version = try QueryValues(request.uri.query).commit(ContributionPlace.versionName)
        guard let section = visit.text?.sections.first(where: { $0.id.rawValue == wanted }),
            version == nil || version == visit.view.frozen
        else { return redirect(to: visit.place.overview(), context, notice: Notice("partner.other-text")) }
        return redirect(to: visit.place.section(section.id, fragment: "reageren"), context)
    }

    @Sendable private func section(_ request: Request, _ context: SiteContext) async throws -> Response {
        let visit = try await visit(request, context)
        let section = try visit.section(try section(context))
        let query = try QueryValues(request.uri.query)
        let text = TextPassages(section, topLevel: 2, phrases: phrases(context))
        let number = query["passage"].flatMap { Int($0) }
        let passage = number.flatMap { text.passage($0, part: query["deel"].flatMap { Int($0) }) }
        let form = RemarkForm(subject: .section(section.id), standsUnderText: true, phrases: phrases(context)).form(
            on: passage)
        return try show(form, on: section, text, chosen: passage == nil ? nil : number, visit, context)
    }

    @Sendable private func addRemark(_ request: Request, _ context: SiteContext) async throws -> Response {
        let visit = try await visit(request, context)
        let section = try visit.section(try section(context))
        let remark = RemarkForm(subject: .section(section.id), standsUnderText: true, phrases: phrases(context))
        var form = remark.form(typed: context.form)
        let text = TextPassages(section, topLevel: 2, phrases: phrases(context))
        guard let written = remark.written(&form) else {
            return try show(form, on: section, text, chosen: nil, visit, context, .unprocessableContent)
        }
        do {
            _ = try await hall.room.add(
                written, in: visit.view.round.id, of: visit.place.plan, by: context.participant)
        } catch let error as PlanError where error.isAboutForm {
            form.refuse(RemarkForm.field(of: error), error)
            return try show(form, on: section, text, chosen: nil, visit, context, error.formStatus)
        }
        return redirect(
            to: visit.place.section(section.id, fragment: "uw-reacties"), context, notice: Notice("partner.kept"))
    }

    /// Words that come too late stay in the form, so that they can be copied.
    private func show(
        _ form: SiteForm, on section: ContributionText.Section, _ text: TextPassages, chosen: Int?,
        _ visit: ContributionVisit, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let phrases = phrases(context)
        let seal = seal(context)
        let content = FormContent(
            form, to: visit.place.section(section.id), seal: seal, submit: phrases.text("partner.keep"),
            phrases: phrases
        ).closed(visit.isOver)
        let page = ContributeSectionPage(
            section, in: visit, text: text, form: visit.isOpen || status != .ok ? content : nil, chosen: chosen,
            seal: seal, phrases: phrases)
        let frame = frame(page.title, visit.place.section(section.id), of: visit, context)
        return try writer.response(page, in: frame, status: status)
    }
}
