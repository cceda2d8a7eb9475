import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Organisations that take part in plans, and whom they are reached by.
struct ContactRoutes: AdminRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.contacts, use: contacts)
        router.on(.newContact, use: newContact)
        router.on(.addContact, use: addContact)
    }

    @Sendable private func contacts(_ request: Request, _ context: SiteContext) async throws -> Response {
        let phrases = phrases(context)
        let titles = try await planTitles()
        let contacts = try await services.store.contacts(of: nil)
        var people = AdminTable(
            phrases.text("admin.contacts.people"),
            [
                phrases.text("account.name"), phrases.text("admin.contacts.organisation"), phrases.text("signin.mail"),
                phrases.text("admin.people.state"),
            ])
        for contact in contacts {
            let state = contact.isDisabled ? "admin.people.states.disabled" : "admin.people.states.active"
            people.add(
                [contact.name, contact.organisation.name, contact.mail.rawValue, phrases.text(state)],
                to: .contact(contact.id))
        }
        var organisations = AdminTable(
            phrases.text("admin.contacts.organisations"),
            [
                phrases.text("admin.contacts.organisation"), phrases.text("admin.contacts.people"),
                phrases.text("web.nav.plans"),
            ])
        for organisation in try await services.store.organisations() {
            let own = contacts.filter { $0.organisation == organisation && !$0.isDisabled }
            let plans = try await services.store.plans(of: organisation).map { titles[$0] ?? $0.rawValue }
            organisations.add([
                organisation.name,
                own.isEmpty ? phrases.text("admin.none") : own.map(\.name).joined(separator: "; "),
                plans.isEmpty ? phrases.text("admin.none") : plans.joined(separator: "; "),
            ])
        }
        let page = AdminPage(
            heading: phrases.text("admin.contacts.heading"), lead: phrases.text("admin.contacts.lead"),
            links: [PageLink(label: phrases.text("admin.contacts.add"), address: .newContact)],
            parts: [
                AdminPage.Part(
                    title: phrases.text("admin.contacts.people"), table: people, empty: phrases.text("admin.none")),
                AdminPage.Part(
                    title: phrases.text("admin.contacts.organisations"), table: organisations,
                    empty: phrases.text("admin.none")),
            ])
        return try response(page, .contacts, context)
    }

    @Sendable private func newContact(_ request: Request, _ context: SiteContext) async throws -> Response {
        try show(SiteForm(fields(try await services.store.organisations(), context)), context)
    }

    @Sendable private func addContact(_ request: Request, _ context: SiteContext) async throws -> Response {
        let known = try await services.store.organisations()
        let words = context.form.all("organisatie").first?.split(whereSeparator: \.isWhitespace) ?? []
        let typed = Organisation(name: words.joined(separator: " "))
        let alike = known.contains(typed) ? nil : known.first { $0.resembles(typed) }
        var form = SiteForm(fields(known, isAlike: alike != nil, context), typed: context.form)
        let (organisation, name) = (form.text("organisatie"), form.text("naam"))
        let (mail, function) = (form.mail("mail"), form.optionalText("functie"))
        if let alike, form.choices("nieuw").isEmpty {
            form.refuse("organisatie", Reason("admin.contacts.alike", ["name": .text(alike.name)]))
        }
        guard form.isSound, let mail else { return try show(form, context, .unprocessableContent) }
        do {
            let contact = try await desk.addContact(
                of: organisation, name: name, mail: mail.rawValue, function: function, by: context.participant)
            return redirect(to: .contact(contact.id), context, notice: Notice("admin.contacts.added"))
        } catch let error as PlanError where error.code == .conflict {
            form.refuse("mail", error)
            return try show(form, context, .unprocessableContent)
        }
    }

    /// - Parameter isAlike: whether a name was typed that looks like one that is known; then it is asked whether it is another.
    private func fields(_ known: [Organisation], isAlike: Bool = false, _ context: SiteContext) -> [FormField] {
        let phrases = phrases(context)
        var organisation = FormField(
            "organisatie", phrases.text("admin.contacts.organisation"),
            hint: known.isEmpty ? nil : phrases.text("admin.contacts.organisation-hint"), autocomplete: "off")
        organisation.suggestions = known.map(\.name)
        let other = FormField(
            "nieuw", phrases.text("admin.contacts.differs-label"),
            .checkboxes([FormChoice("ja", phrases.text("admin.contacts.differs"))]), isRequired: false)
        return [organisation] + (isAlike ? [other] : []) + ContactForms.details(phrases)
    }

    private func show(
        _ form: SiteForm, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let phrases = phrases(context)
        let content = FormContent(
            form, to: .newContact, seal: seal(context), submit: phrases.text("admin.contacts.submit"), phrases: phrases
        ).cancel(phrases.text("signin.cancel"), .contacts)
        let page = AdminPage(heading: phrases.text("admin.contacts.add"), parts: [AdminPage.Part(form: content)])
        let under = Crumb(label: phrases.text("admin.contacts.heading"), address: .contacts)
        return try response(page, .newContact, under: under, context, status: status)
    }
}

/// The forms about contacts.
enum ContactForms {
    static func details(_ phrases: Phrases) -> [FormField] {
        [
            FormField("naam", phrases.text("account.name"), autocomplete: "off"),
            FormField("mail", phrases.text("signin.mail"), .mail, autocomplete: "off"),
            FormField("functie", phrases.text("admin.function"), isRequired: false),
        ]
    }
}
