import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// One contact: their details, the plans that they were invited to, their access.
struct OneContactRoutes: AdminRouteGroup {
    let services: SiteServices
    private var links: PartnerLinks { PartnerLinks(services: services) }

    func add(to router: inout SiteRouter) {
        router.on(.oneContact, use: one)
        router.on(.saveContact, use: save)
        router.on(.switchContact, use: switchAccess)
        router.on(.inviteContact, use: invite)
        router.on(.withdrawContact, use: withdraw)
    }

    @Sendable private func one(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await show(try await contact(context), context)
    }

    @Sendable private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        var contact = try await contact(context)
        var form = SiteForm(ContactForms.details(phrases(context)), typed: context.form)
        let (name, mail, function) = (form.text("naam"), form.mail("mail"), form.optionalText("functie"))
        guard form.isSound, let mail else {
            return try await show(contact, details: form, context, .unprocessableContent)
        }
        (contact.name, contact.mail, contact.function) = (name, mail, function)
        do {
            try await desk.change(contact, by: context.participant)
        } catch let error as PlanError where error.code == .conflict {
            form.refuse("mail", error)
            return try await show(contact, details: form, context, .unprocessableContent)
        }
        return redirect(to: .contact(contact.id), context, notice: Notice("admin.saved"))
    }

    @Sendable private func switchAccess(_ request: Request, _ context: SiteContext) async throws -> Response {
        var contact = try await contact(context)
        contact.isDisabled = try context.form.choice("toegang", among: ["geven", "beeindigen"]) == "beeindigen"
        try await desk.change(contact, by: context.participant)
        let key = contact.isDisabled ? "admin.people.access-ended" : "admin.people.access-given"
        return redirect(to: .contact(contact.id), context, notice: Notice(key, ["name": contact.name]))
    }

    /// The organisation takes part in the plan from then on; the contact gets a link by mail.
    @Sendable private func invite(_ request: Request, _ context: SiteContext) async throws -> Response {
        let contact = try await contact(context)
        var form = SiteForm(try await inviteFields(context), typed: context.form)
        let plan = form.choice("plan").flatMap { PlanID($0) }
        if contact.isDisabled { form.refuse("plan", Reason("admin.people.is-disabled")) }
        guard form.isSound, let plan else {
            return try await show(contact, inviting: form, context, .unprocessableContent)
        }
        try await links.invite(contact, to: plan, by: context.participant)
        return redirect(
            to: .contact(contact.id), context, notice: Notice("admin.people.link-sent", ["name": contact.name]))
    }

    @Sendable private func withdraw(_ request: Request, _ context: SiteContext) async throws -> Response {
        let contact = try await contact(context)
        guard let plan = context.parameters.get("invited").flatMap({ PlanID($0) }),
            try await services.store.projectedPlan(plan) != nil
        else { throw PlanError(.notFound, Reason("web.not-found.plan")) }
        try await links.desk.withdraw(contact.id, from: plan, by: context.participant)
        return redirect(to: .contact(contact.id), context, notice: Notice("admin.contacts.withdrawn"))
    }

    private func contact(_ context: SiteContext) async throws -> Contact {
        guard let id = context.parameters.get("contact").flatMap({ ContactID($0) }),
            let contact = try await services.store.contact(id)
        else { throw PlanError(.notFound, Reason("people.contact-unknown")) }
        return contact
    }

    private func inviteFields(_ context: SiteContext) async throws -> [FormField] {
        [FormField("plan", phrases(context).text("admin.plan"), .select(try await planChoices()))]
    }

    private func show(
        _ contact: Contact, details: SiteForm? = nil, inviting: SiteForm? = nil, _ context: SiteContext,
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let phrases = phrases(context)
        let seal = seal(context)
        let held = ["naam": contact.name, "mail": contact.mail.rawValue, "functie": contact.function ?? ""]
        let form = FormContent(
            details ?? SiteForm(ContactForms.details(phrases), holding: held), to: .contact(contact.id), seal: seal,
            submit: phrases.text("account.save"), phrases: phrases)
        let empty = SiteForm(try await inviteFields(context))
        let invite = FormContent(
            inviting ?? empty, to: .contact(contact.id, "uitnodigen"), seal: seal,
            submit: phrases.text("admin.contacts.invite"), phrases: phrases)
        let page = AdminPage(
            heading: contact.name, lead: contact.organisation.name,
            parts: [
                AdminPage.Part(title: phrases.text("admin.people.details"), form: form),
                AdminPage.Part(
                    title: phrases.text("admin.contacts.plans"), text: phrases.text("admin.contacts.plans-about"),
                    table: try await invitations(of: contact, seal, context), empty: phrases.text("admin.none"),
                    form: invite),
                access(of: contact, seal, phrases),
            ])
        let under = Crumb(label: phrases.text("admin.contacts.heading"), address: .contacts)
        return try response(page, .contact(contact.id), under: under, context, status: status)
    }

    private func invitations(
        of contact: Contact, _ seal: FormSeal, _ context: SiteContext
    ) async throws -> AdminTable {
        let phrases = phrases(context)
        let titles = try await planTitles()
        var table = AdminTable(
            phrases.text("admin.contacts.plans"), [phrases.text("admin.plan"), phrases.text("admin.contacts.link")])
        for plan in try await services.store.plans(of: contact.organisation) {
            let standing = try await links.desk.standing(of: contact.id, in: plan, for: context.participant)
            let title = titles[plan] ?? plan.rawValue
            let button = AdminButton(
                phrases.text("admin.contacts.withdraw"),
                phrases.text("admin.contacts.withdraw-from", ["plan": .text(title)]),
                to: .contact(contact.id, in: plan), seal, isGrave: true)
            table.add([title, words(standing, phrases)], button: standing.isOpen ? button : nil)
        }
        return table
    }

    private func words(_ standing: InvitationStanding, _ phrases: Phrases) -> String {
        switch standing {
        case .never: phrases.text("admin.contacts.standing.never")
        case .invited(let end):
            phrases.text("admin.contacts.standing.invited", ["end": .text(phrases.moment(end))])
        case .used(let moment):
            phrases.text("admin.contacts.standing.used", ["moment": .text(phrases.moment(moment))])
        case .expired: phrases.text("admin.contacts.standing.expired")
        case .withdrawn: phrases.text("admin.contacts.standing.withdrawn")
        }
    }

    private func access(of contact: Contact, _ seal: FormSeal, _ phrases: Phrases) -> AdminPage.Part {
        let state = contact.isDisabled ? "admin.people.states.disabled" : "admin.people.states.active"
        let button =
            contact.isDisabled
            ? AdminButton(
                phrases.text("admin.people.enable"), to: .contact(contact.id, "toegang"), seal,
                value: ("toegang", "geven"))
            : AdminButton(
                phrases.text("admin.people.disable"), to: .contact(contact.id, "toegang"), seal,
                value: ("toegang", "beeindigen"), isGrave: true)
        return AdminPage.Part(
            title: phrases.text("admin.people.way-in"),
            facts: [.init(phrases.text("admin.people.state"), phrases.text(state))], buttons: [button],
            links: [PageLink(label: phrases.text("privacy.erase-link"), address: .contact(contact.id, "wissen"))])
    }
}
