import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Who there is, and somebody new.
struct PeopleRoutes: AdminRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.people, use: people)
        router.on(.newPerson, use: newPerson)
        router.on(.addPerson, use: addPerson)
    }

    @Sendable private func people(_ request: Request, _ context: SiteContext) async throws -> Response {
        let phrases = phrases(context)
        let today = services.time.today
        let appointments = try await services.store.appointments(of: nil).filter { $0.period.contains(today) }
        var table = AdminTable(
            phrases.text("admin.people.heading"),
            [
                phrases.text("account.name"), phrases.text("signin.mail"), phrases.text("account.functions"),
                phrases.text("admin.people.state"),
            ])
        for person in try await services.store.people() {
            let functions = appointments.filter { $0.person == person.id }.map { appointment in
                phrases.text(
                    "account.function",
                    ["function": .text(appointment.function), "role": .text(phrases.text(appointment.role))])
            }
            let state = try await PersonState(person, services.store.credentials(of: person.id))
            table.add(
                [
                    person.name, person.mail.rawValue,
                    functions.isEmpty ? phrases.text("admin.none") : functions.joined(separator: "; "),
                    phrases.text("admin.people.states.\(state.rawValue)"),
                ], to: .person(person.id))
        }
        let page = AdminPage(
            heading: phrases.text("admin.people.heading"), lead: phrases.text("admin.people.lead"),
            links: [PageLink(label: phrases.text("admin.people.add"), address: .newPerson)],
            parts: [AdminPage.Part(table: table, empty: phrases.text("admin.none"))])
        return try response(page, .people, context)
    }

    @Sendable private func newPerson(_ request: Request, _ context: SiteContext) async throws -> Response {
        let fields = try await forms(context).newPerson
        return try show(SiteForm(fields, holding: ["taal": "nl", "link": "mail"]), context)
    }

    @Sendable private func addPerson(_ request: Request, _ context: SiteContext) async throws -> Response {
        var form = SiteForm(try await forms(context).newPerson, typed: context.form)
        let (name, mail, language) = (form.text("naam"), form.mail("mail"), form.choice("taal"))
        let role = form.choice("rol").flatMap { Role(rawValue: $0) }
        let function = form.text("functie")
        let plan = form.choice("plan").flatMap { PlanID($0) }
        let period = form.period("van", "tot")
        let way = form.choice("link")
        guard form.isSound, let mail, let language, let role, let way else {
            return try show(form, context, .unprocessableContent)
        }
        let person: Person
        do {
            person = try await desk.add(
                name: name, mail: mail.rawValue, language: language, as: role, function: function, for: plan,
                during: period, by: context.participant)
        } catch let error as PlanError where error.code == .conflict {
            form.refuse("mail", error)
            return try show(form, context, .unprocessableContent)
        }
        return try await giveLink(to: person, way: way, context)
    }

    private func forms(_ context: SiteContext) async throws -> PeopleForms {
        let phrases = phrases(context)
        return PeopleForms(phrases: phrases, roles: roleChoices(phrases), plans: try await planChoices())
    }

    private func show(
        _ form: SiteForm, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let phrases = phrases(context)
        let content = FormContent(
            form, to: .newPerson, seal: seal(context), submit: phrases.text("admin.people.add-submit"),
            phrases: phrases
        ).cancel(phrases.text("signin.cancel"), .people)
        let page = AdminPage(
            heading: phrases.text("admin.people.add"), parts: [AdminPage.Part(form: content)])
        let under = Crumb(label: phrases.text("admin.people.heading"), address: .people)
        return try response(page, .newPerson, under: under, context, status: status)
    }
}

/// Where somebody stands with signing in.
enum PersonState: String {
    /// Has not chosen a password yet.
    case invited
    case active, disabled

    init(_ person: Person, _ credentials: Credentials) {
        self = person.isDisabled ? .disabled : credentials.passwordHash == nil ? .invited : .active
    }
}

extension AdminRouteGroup {
    /// Gives somebody a link to choose a password: by mail, or on the screen to be handed over, once.
    func giveLink(to person: Person, way: String, _ context: SiteContext) async throws -> Response {
        let links = PasswordLinks(store: services.store, clock: services.clock, random: services.random)
        let address = try await LinkMail.site(services) + links.make(for: person.id)
        try await services.store.note(
            OfficeDeed(.passwordLinkMade, at: services.clock(), by: context.participant, about: .person(person.id)))
        guard way != "mail" else {
            try await services.store.queue(
                [LinkMail(services).password(for: person, address: address)], at: services.clock())
            return redirect(
                to: .person(person.id), context, notice: Notice("admin.people.link-sent", ["name": person.name]))
        }
        let phrases = phrases(context)
        let page = AdminPage(
            heading: phrases.text("admin.people.link-heading", ["name": .text(person.name)]),
            lead: phrases.text("admin.people.link-once"),
            links: [PageLink(label: person.name, address: .person(person.id))],
            parts: [AdminPage.Part(facts: [.init(phrases.text("admin.people.link-fact"), address)])])
        let under = Crumb(label: phrases.text("admin.people.heading"), address: .people)
        return try response(page, .people, under: under, context)
    }
}
