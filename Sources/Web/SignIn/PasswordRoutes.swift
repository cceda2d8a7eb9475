import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Choosing a password by a personal link: the first one, or a new one. Looking at the page leaves the link as it is,
/// because mail programs look at links too; sending the form uses it up.
struct PasswordRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.password, use: choose)
        router.on(.sendPassword, use: sendChoice)
    }

    @Sendable private func choose(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let (secret, person) = try await invitee(context) else { return try closed(context) }
        return try show(SiteForm([SignInForms.newPassword(phrases(context))]), secret, person, context)
    }

    @Sendable private func sendChoice(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let (secret, person) = try await invitee(context) else { return try closed(context) }
        var form = SiteForm([SignInForms.newPassword(phrases(context))], typed: context.form)
        let password = form.newPassword(for: person, services.look.now)
        guard form.isSound else { return try show(form, secret, person, context, .unprocessableContent) }
        let hash = try await services.passwords.hash(password)
        guard try await services.store.use(secret.hash, at: services.clock()) != nil else { return try closed(context) }
        var credentials = try await services.store.credentials(of: person.id)
        credentials.passwordHash = hash
        try await services.store.save(credentials, of: person.id)
        try await services.store.endAll(of: .person(person.id), except: nil)
        services.attempts.succeed([.init(rule: .account, of: person.mail.rawValue)])
        return try await letIn(
            person, credentials, back: nil, notice: Notice("signin.password-chosen"), request, context)
    }

    /// Whose link it is; nil for one that opens nothing any more.
    private func invitee(_ context: SiteContext) async throws -> (Secret, Person)? {
        guard let secret = context.parameters.get("secret").flatMap({ Secret($0) }),
            let link = try await services.store.link(secret.hash), link.isOpen(at: services.clock()),
            case .choosePassword(let id) = link.purpose, let person = try await services.store.person(id),
            !person.isDisabled
        else { return nil }
        return (secret, person)
    }

    private func show(
        _ form: SiteForm, _ secret: Secret, _ person: Person, _ context: SiteContext,
        _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let phrases = phrases(context)
        let content = FormContent(
            form, to: .password(secret), seal: seal(context), submit: phrases.text("signin.choose-submit"),
            phrases: phrases)
        let page = FormPage(
            heading: phrases.text("signin.choose-heading"),
            lead: phrases.text("signin.choose-lead", ["mail": .text(person.mail.rawValue)]),
            points: ["signin.advice-words", "signin.advice-own", "signin.advice-manager"].map {
                TextLine(line: phrases.text($0))
            }, form: content)
        return try response(page, .password(secret), context, status: status)
    }

    private func closed(_ context: SiteContext) throws -> Response {
        let phrases = phrases(context)
        let page = FormPage(
            heading: phrases.text("signin.link-closed-heading"), lead: phrases.text("signin.link-closed"),
            links: [PageLink(label: phrases.text("signin.forgotten"), address: .newLink)])
        return try response(page, .signIn, context, status: .notFound)
    }
}

extension SiteForm {
    /// A new password that will do for this person; refused with what would do otherwise.
    mutating func newPassword(for person: Person, _ look: HouseLook) -> String {
        let password = secret("nieuw-wachtwoord")
        guard isSound else { return "" }
        let rule = PasswordRule(name: person.name, mail: person.mail, municipality: look.municipality)
        if let objection = rule.objection(to: password) { refuse("nieuw-wachtwoord", objection) }
        return password
    }
}
