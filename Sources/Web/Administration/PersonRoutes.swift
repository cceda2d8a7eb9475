import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// One person: their details, their functions, their way in.
struct PersonRoutes: AdminRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.onePerson, use: onePerson)
        router.on(.savePerson, use: savePerson)
        router.on(.linkPerson, use: link)
        router.on(.resetPerson, use: reset)
        router.on(.switchPerson, use: switchAccess)
    }

    @Sendable private func onePerson(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await show(try await person(context), context)
    }

    @Sendable private func savePerson(_ request: Request, _ context: SiteContext) async throws -> Response {
        let person = try await person(context)
        var form = SiteForm(forms(context).person, typed: context.form)
        let (name, mail, language) = (form.text("naam"), form.mail("mail"), form.choice("taal"))
        guard form.isSound, let mail, let language else {
            return try await show(person, form: form, context, .unprocessableContent)
        }
        do {
            try await desk.change(
                person.id, name: name, mail: mail.rawValue, language: language, by: context.participant)
        } catch let error as PlanError where error.code == .conflict {
            form.refuse("mail", error)
            return try await show(person, form: form, context, .unprocessableContent)
        }
        return redirect(to: .person(person.id), context, notice: Notice("admin.saved"))
    }

    @Sendable private func link(_ request: Request, _ context: SiteContext) async throws -> Response {
        let person = try await person(context)
        guard !person.isDisabled else { throw PlanError(.conflict, Reason("admin.people.is-disabled")) }
        let way = try context.form.choice("link", among: ["mail", "toon"])
        return try await giveLink(to: person, way: way, context)
    }

    @Sendable private func reset(_ request: Request, _ context: SiteContext) async throws -> Response {
        let person = try await person(context)
        guard context.participant.person?.id != person.id else {
            throw PlanError(.invalid, Reason("admin.people.reset-self"))
        }
        try await desk.resetSignIn(of: person.id, by: context.participant)
        return try await giveLink(to: person, way: "mail", context)
    }

    @Sendable private func switchAccess(_ request: Request, _ context: SiteContext) async throws -> Response {
        let person = try await person(context)
        // The form says what it wants, so that sending it twice is no change of mind.
        let isEnding = try context.form.choice("toegang", among: ["geven", "beeindigen"]) == "beeindigen"
        try await desk.setDisabled(isEnding, person.id, by: context.participant)
        let key = isEnding ? "admin.people.access-ended" : "admin.people.access-given"
        return redirect(to: .person(person.id), context, notice: Notice(key, ["name": person.name]))
    }

    private func person(_ context: SiteContext) async throws -> Person {
        guard let id = context.parameters.get("person").flatMap({ PersonID($0) }) else {
            throw PlanError(.notFound, Reason("people.unknown"))
        }
        return try await desk.person(id)
    }

    private func forms(_ context: SiteContext) -> PeopleForms {
        PeopleForms(phrases: phrases(context), roles: [], plans: [])
    }

    private func show(
        _ person: Person, form: SiteForm? = nil, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let phrases = phrases(context)
        let seal = seal(context)
        let held = ["naam": person.name, "mail": person.mail.rawValue, "taal": person.language]
        let details = FormContent(
            form ?? SiteForm(forms(context).person, holding: held), to: .person(person.id), seal: seal,
            submit: phrases.text("account.save"), phrases: phrases)
        let page = AdminPage(
            heading: person.name,
            parts: [
                AdminPage.Part(title: phrases.text("admin.people.details"), form: details),
                try await functions(of: person, phrases), try await wayIn(of: person, seal, context),
            ])
        let under = Crumb(label: phrases.text("admin.people.heading"), address: .people)
        return try response(page, .person(person.id), under: under, context, status: status)
    }

    private func functions(of person: Person, _ phrases: Phrases) async throws -> AdminPage.Part {
        let titles = try await planTitles()
        var table = AdminTable(
            phrases.text("account.functions"),
            [
                phrases.text("admin.function"), phrases.text("admin.role"), phrases.text("admin.plan"),
                phrases.text("admin.period.heading"),
            ])
        for appointment in try await services.store.appointments(of: person.id) {
            let plan = appointment.plan.map { titles[$0] ?? $0.rawValue } ?? phrases.text("admin.all-plans")
            table.add(
                [appointment.function, phrases.text(appointment.role), plan, words(appointment.period, phrases)],
                to: .appointment(appointment))
        }
        let add = PageLink(label: phrases.text("admin.appointments.add"), address: .newAppointment(of: person.id))
        return AdminPage.Part(
            title: phrases.text("account.functions"), table: table, empty: phrases.text("admin.none"), links: [add])
    }

    private func wayIn(
        of person: Person, _ seal: FormSeal, _ context: SiteContext
    ) async throws -> AdminPage.Part {
        let phrases = phrases(context)
        let credentials = try await services.store.credentials(of: person.id)
        let sessions = try await services.store.sessions(of: .person(person.id), at: services.clock())
        let state = PersonState(person, credentials)
        let codes = credentials.oneTimeKey == nil ? "admin.people.codes-none" : "admin.people.codes-set"
        var buttons: [AdminButton] = []
        func button(_ key: String, _ part: String, _ value: (String, String)? = nil, isGrave: Bool = false) {
            buttons.append(
                AdminButton(
                    phrases.text(key), to: .person(person.id, part), seal, value: value, isGrave: isGrave))
        }
        if !person.isDisabled {
            button("admin.people.send-link", "link", ("link", "mail"))
            button("admin.people.show-link", "link", ("link", "toon"))
        }
        // Nobody locks themselves out.
        if person.id != context.participant.person?.id {
            if !person.isDisabled { button("admin.people.reset", "opnieuw", isGrave: true) }
            if person.isDisabled {
                button("admin.people.enable", "toegang", ("toegang", "geven"))
            } else {
                button("admin.people.disable", "toegang", ("toegang", "beeindigen"), isGrave: true)
            }
        }
        return AdminPage.Part(
            title: phrases.text("admin.people.way-in"), text: phrases.text("admin.people.way-in-about"),
            facts: [
                .init(phrases.text("admin.people.state"), phrases.text("admin.people.states.\(state.rawValue)")),
                .init(phrases.text("account.codes"), phrases.text(codes)),
                .init(phrases.text("admin.people.sessions"), phrases.number(sessions.count)),
            ], buttons: buttons,
            links: person.isDisabled
                ? [PageLink(label: phrases.text("privacy.erase-link"), address: .person(person.id, "wissen"))] : [])
    }
}
