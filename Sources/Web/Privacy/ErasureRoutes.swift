import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Erasing a person, a contact, an input, or a letter with who wrote it: each is shown first, with what goes along.
struct ErasureRoutes: SiteRouteGroup {
    let services: SiteServices
    private let desk: ErasureDesk

    init(services: SiteServices) {
        self.services = services
        desk = ErasureDesk(services.store, time: services.time)
    }

    func add(to router: inout SiteRouter) {
        router.on(.personErasure) { _, context in try await show(try await person(context), context) }
        router.on(.erasePerson) { _, context in try await erase(try await person(context), context) }
        router.on(.contactErasure) { _, context in try await show(try await contact(context), context) }
        router.on(.eraseContact) { _, context in try await erase(try await contact(context), context) }
        router.on(.inputErasure) { _, context in try await show(try input(context), context) }
        router.on(.eraseInput) { _, context in try await erase(try input(context), context) }
        router.on(.letterErasure) { _, context in try await show(try await letter(context), context) }
        router.on(.eraseLetter) { _, context in try await erase(try await letter(context), context) }
    }

    /// What may go, what it is called, where it is asked and where one goes from there.
    private struct Target {
        let subject: Erasure.Subject
        let name: String
        let address: SiteAddress
        let back: SiteAddress
        let next: SiteAddress
    }

    private func show(_ target: Target, _ context: SiteContext) async throws -> Response {
        let scope = try await desk.preview(target.subject, for: context.participant)
        let form = SiteForm(ErasureForm(scope: scope, phrases: phrases(context)).fields)
        return try await show(form, scope, target, context, .ok)
    }

    private func erase(_ target: Target, _ context: SiteContext) async throws -> Response {
        let scope = try await desk.preview(target.subject, for: context.participant)
        var form = SiteForm(ErasureForm(scope: scope, phrases: phrases(context)).fields, typed: context.form)
        guard let ground = ErasureForm.ground(of: &form) else {
            return try await show(form, scope, target, context, .unprocessableContent)
        }
        do {
            try await desk.erase(
                target.subject, on: ground, acceptingUnanswered: !scope.unanswered.isEmpty, by: context.participant)
        } catch let error as PlanError where error.code == .conflict {
            form.refuse("zeker", error)
            return try await show(form, scope, target, context, .unprocessableContent)
        }
        return redirect(to: target.next, context, notice: Notice("privacy.erased"))
    }

    private func show(
        _ form: SiteForm, _ scope: ErasureScope, _ target: Target, _ context: SiteContext,
        _ status: HTTPResponse.Status
    ) async throws -> Response {
        let phrases = phrases(context)
        let content = FormContent(
            form, to: target.address, seal: seal(context), submit: phrases.text("privacy.erase"), phrases: phrases
        ).cancel(phrases.text("privacy.back"), target.back).grave()
        let heading = phrases.text("privacy.erase-heading", ["what": .text(target.name)])
        let page = FormPage(
            heading: heading, lead: lead(target.subject, phrases),
            points: ErasureForm(scope: scope, phrases: phrases).points, form: content)
        var response = try await respond(page, heading, target, context, status)
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private func lead(_ subject: Erasure.Subject, _ phrases: Phrases) -> String {
        switch subject {
        case .person: phrases.text("privacy.lead.person")
        case .contact: phrases.text("privacy.lead.contact")
        case .correspondent: phrases.text("privacy.lead.correspondent")
        case .document: phrases.text("privacy.lead.document")
        case .input, .response: phrases.text("privacy.lead.input")
        }
    }

    private func respond(
        _ page: FormPage, _ heading: String, _ target: Target, _ context: SiteContext, _ status: HTTPResponse.Status
    ) async throws -> Response {
        let last = [
            Crumb(label: target.name, address: target.back), Crumb(label: phrases(context).text("privacy.erase")),
        ]
        guard let plan = target.subject.plan else {
            let front = Crumb(label: phrases(context).text("web.nav.administration"), address: .administration)
            return try writer.response(
                page, in: frame(heading, target.address, context, crumbs: [front] + last), status: status)
        }
        let projected = try await services.reading.plan(plan).projected
        return try writer.response(
            page, in: frame(heading, target.address, in: projected, route: .inputs, context, crumbs: last),
            status: status)
    }
}

/// What an address names.
extension ErasureRoutes {
    private func person(_ context: SiteContext) async throws -> Target {
        guard let id = context.parameters.get("person").flatMap({ PersonID($0) }),
            let person = try await services.store.person(id)
        else { throw PlanError(.notFound, Reason("people.unknown")) }
        return Target(
            subject: .person(id), name: person.name, address: .person(id, "wissen"), back: .person(id), next: .people)
    }

    private func contact(_ context: SiteContext) async throws -> Target {
        guard let id = context.parameters.get("contact").flatMap({ ContactID($0) }),
            let contact = try await services.store.contact(id)
        else { throw PlanError(.notFound, Reason("people.contact-unknown")) }
        return Target(
            subject: .contact(id), name: contact.name, address: .contact(id, "wissen"), back: .contact(id),
            next: .contacts)
    }

    private func input(_ context: SiteContext) throws -> Target {
        let (plan, number) = (try plan(context), try inputNumber(context))
        return Target(
            subject: .input(number, plan), name: number.description, address: .inputErasure(plan, number),
            back: .input(plan, number), next: .input(plan, number))
    }

    /// A letter goes with who wrote it, where that is known.
    private func letter(_ context: SiteContext) async throws -> Target {
        let plan = try plan(context)
        guard let id = IntakeDocumentID(context.parameters.get("letter") ?? ""),
            let document = try await services.store.intakeDocument(id, of: plan)
        else { throw PlanError(.notFound, Reason("intake.unknown")) }
        return Target(
            subject: document.correspondent.map { .correspondent($0, plan) } ?? .document(id, plan),
            name: document.shownTitle(phrases(context)), address: .letterErasure(document), back: .intake(document),
            next: .intake(plan))
    }
}
