import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// What the administrator sees of privacy: what was erased, when and on what ground.
struct PrivacyRoutes: AdminRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.privacy, use: front)
    }

    @Sendable private func front(_ request: Request, _ context: SiteContext) async throws -> Response {
        let phrases = phrases(context)
        let page = AdminPage(
            heading: phrases.text("privacy.heading"), lead: phrases.text("privacy.lead.front"),
            links: [
                PageLink(label: phrases.text("retention.heading"), address: .retention),
                PageLink(label: phrases.text("privacy.file.heading"), address: .personalFile),
            ], parts: [try await erasures(phrases)])
        return try response(page, .privacy, context)
    }

    /// Of what went together the record that was asked for, with how many went along.
    private func erasures(_ phrases: Phrases) async throws -> AdminPage.Part {
        let all = try await services.store.erasures()
        let along = Dictionary(grouping: all.compactMap(\.cause)) { $0 }.mapValues(\.count)
        let people = try await Dictionary(services.store.people().map { ($0.id, $0.name) }) { first, _ in first }
        let titles = try await planTitles()
        var table = AdminTable(
            phrases.text("privacy.erasures"),
            ["day", "what", "along", "ground", "by"].map { phrases.text("privacy.column.\($0)") })
        for erasure in all.filter({ $0.cause == nil }).prefix(Self.limit) {
            let by = erasure.by.map { people[$0] ?? phrases.text("admin.deeds.erased-person") }
            table.add([
                phrases.writtenDate(erasure.day), words(erasure.subject, titles, phrases),
                phrases.number(along[erasure.id] ?? 0), phrases.text("privacy.ground.\(erasure.ground.rawValue)"),
                by ?? phrases.text("admin.deeds.at-server"),
            ])
        }
        return AdminPage.Part(
            title: phrases.text("privacy.erasures"), text: phrases.text("privacy.erasures-about"), table: table,
            empty: phrases.text("privacy.erasures-none"))
    }

    private func words(_ subject: Erasure.Subject, _ titles: [PlanID: String], _ phrases: Phrases) -> String {
        func of(_ plan: PlanID) -> [String: PhraseArgument] { ["plan": .text(titles[plan] ?? plan.rawValue)] }
        switch subject {
        case .person: return phrases.text("privacy.subject.person")
        case .contact: return phrases.text("privacy.subject.contact")
        case .correspondent(_, let plan): return phrases.text("privacy.subject.correspondent", of(plan))
        case .document(_, let plan): return phrases.text("privacy.subject.document", of(plan))
        case .response(_, let plan): return phrases.text("privacy.subject.response", of(plan))
        case .input(let number, let plan): return "\(number) – \(titles[plan] ?? plan.rawValue)"
        }
    }

    private static let limit = 200
}
