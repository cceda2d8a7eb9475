import PlanDomain
import TestSupport
import Workflow

@testable import Web

/// A plan that was offered to the council, amended and adopted, with a canary in every text that is not public: closed
/// in the version, beside it, before it and after it.
struct CouncilPlan {
    let id: PlanID
    let offered: CommitID
    let adopted: CommitID
    let consulted: CommitID
    /// The text of now, which nobody decided on.
    let working: CommitID

    static let canary = "kanarie"

    var path: String { "/plannen/\(id)" }

    /// The plan bears the name that the little world knows, so that who works on it finds its working pages, too.
    static func play(in world: World) async throws -> CouncilPlan {
        let disclosure = Disclosure(
            .openInPart,
            closedParts: [
                ClosedPart(.section("acties"), ground: "5.1 lid 2 e", hidesTitle: true),
                ClosedPart(.document("nota"), ground: "5.1 lid 2 i"),
            ])
        let text = text()
        let id = try await world.deepenedPlan(text)
        let consulted = try await world.office.heads(of: id).text
        try await world.store.add([Organisation(name: "Politie"), Organisation(name: "Horeca")], to: id)
        let today = world.clock.today
        try await world.store.save(
            ConsultationRound(
                id: RoundID(rawValue: "partners")!, plan: id, title: "Partners", audience: .partners,
                asked: "Partners", organisations: [Organisation(name: "Politie")], from: today, until: today,
                channels: [.form, .session, .letter]))
        try await world.record(
            .sentBack(from: "draft", to: "deepen"), in: id, by: Cast.secretary, reason: "Kanarie-reden")
        try await world.record(.stageMoved(from: "deepen", to: "draft"), in: id, by: Cast.secretary)
        try await world.save(in: id) { $0 = $0.with("doel", body: "Het doel van nu is een veilige wijk.\n") }
        try await world.decideAtBoard(id, disclosing: disclosure)
        try await world.record(.published, in: id, by: Cast.boardOffice)
        try await world.offer(id)
        let offered = try await world.office.heads(of: id).text
        try await world.amend(id) {
            $0 = $0.with("doel", body: "Het doel van nu is een veilige en groene wijk.\n")
        }
        let adopted = try await world.office.heads(of: id).text
        var later = text.with("doel", body: "De kanarie-werktekst.\n")
        later.metadata.title = "Kanarie-plan"
        later.metadata.nota.decisionPoints.append("Kanarie-punt")
        try await world.slipIn(later, to: id)
        try await plantSecrets(in: world, of: id, today)
        return CouncilPlan(
            id: id, offered: offered, adopted: adopted, consulted: consulted,
            working: try await world.office.heads(of: id).text)
    }

    private static func text() -> PlanText {
        var text = PlanText.sample(
            type: "meerjarenbeleidsplan", title: "Veiligheid 2024-2027", owner: "Steller Kanarie-eigenaar")
        text = text.with("acties", body: "De kanarie-sectie is gesloten.\n")
        text = text.with(
            "aanleiding",
            body: """
                De aanleiding is de wens van de raad & inwoners.

                <!-- kanarie-aanwijzing -->

                ### Proces

                - wensen ophalen
                - plan <script>schrijven</script>

                """)
        text.chapters[1].heading = Heading("Kanarie-hoofdstuk")
        text.chapters[1].sections[0].heading = Heading("Kanarie-titel")
        text.documents[0].parts[0].body = "De kanarie-nota is gesloten.\n"
        text.metadata.team = "Kanarie-team"
        text.metadata.nota.attachments = ["Kanarie-bijlage"]
        return text
    }

    /// The names of versions in a page instead of their commits, which hold the time of day and a key.
    func named(_ html: String) -> String {
        [(offered, "AANGEBODEN"), (adopted, "VASTGESTELD"), (consulted, "CONSULTATIE")].reduce(html) { html, pair in
            html.replacing(pair.0.rawValue, with: pair.1).replacing(pair.0.short, with: pair.1)
        }
    }

    /// Pages of the house, on which the outside has nothing to look for.
    var innerPages: [String] {
        ["/sessies", "/sessies/besloten", "/inname", "/inname/stuk/brief", "/inname/stuk/brief/origineel"].map {
            path + $0
        } + ["/inbreng", "/inbreng/INB-0001", "/meedoen/inbreng/INB-0001"].map { path + $0 }
    }

    /// Every page of every version, read as every audience.
    var pages: [String] {
        let queries = ["", "als=publiek", "als=raad", "als=partners"]
        let versions = [nil, offered, adopted, consulted, working]
        let parts = [
            "", "/lezen", "/lezen/doel", "/lezen/aanleiding", "/lezen/acties", "/zoeken", "/zoeken?q=doel",
            "/zoeken?q=de", "/totstandkoming", "/bijgevoegd/nota", "/bijgevoegd/raadsmededeling",
            "/lezen/doel/vergelijking?van=\(offered)&tot=\(adopted)",
            "/lezen/doel/vergelijking?van=\(offered)&tot=\(working)",
            "/lezen/acties/vergelijking?van=\(offered)&tot=\(adopted)",
        ]
        return parts.flatMap { part in
            versions.flatMap { version in
                queries.map { query in
                    let all = [version.map { "versie=\($0)" } ?? "", query].filter { !$0.isEmpty }
                    let mark = part.contains("?") ? "&" : "?"
                    return path + part + (all.isEmpty ? "" : mark + all.joined(separator: "&"))
                }
            }
        }
    }
}

extension RunningSite {
    /// The site with one plan that went its whole way.
    static func withCouncilPlan(_ body: @Sendable @escaping (RunningSite, CouncilPlan) async throws -> Void)
        async throws
    {
        try await with(LittleWorld()) { site in
            try await body(site, try await CouncilPlan.play(in: site.world))
        }
    }

    func person(_ name: String, _ role: Role, for plan: PlanID) async throws -> Reader {
        try await .person(name, [(role, "Functie")], for: plan, in: store, at: services.clock())
    }

    func contact(_ name: String, for plan: PlanID) async throws -> Reader {
        try await .contact(name, of: "Politie", for: plan, in: store, at: services.clock())
    }
}
