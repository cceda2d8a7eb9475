import PlanDomain
import TestSupport
import Testing
import Workflow

/// Words that are nobody's but the office's are planted wherever there are any; then every value that goes out is read
/// to the bottom.
@Suite struct LeakTests {
    private static let canary = "kanarie"

    /// A plan with a canary in each kind of text that is not public: before the version, beside it and after it.
    private func planted(in world: World, _ disclosure: Disclosure) async throws -> PlanID {
        var text = PlanText.sample(type: "meerjarenbeleidsplan", owner: "Steller Kanarie-eigenaar")
        text = text.with("acties", body: "De kanarie-sectie is gesloten.\n")
        text = text.with("aanleiding", body: "De aanleiding.\n\n<!-- kanarie-aanwijzing -->\n")
        text.chapters[1].heading = Heading("Kanarie-hoofdstuk")
        text.chapters[1].sections[0].heading = Heading("Kanarie-titel")
        text.documents[0].parts[0].body = "De kanarie-nota is gesloten.\n"
        text.metadata.team = "Kanarie-team"
        text.metadata.nota.attachments = ["Kanarie-bijlage"]
        let plan = try await world.deepenedPlan(text)
        try await world.save(in: plan, summary: "Kanarie-wijziging", inputs: ["INB-0042"]) {
            $0 = $0.with("doel", body: "Het kanarie-concept.\n")
        }
        try await world.save(in: plan) { $0 = $0.with("doel", body: "Het doel van nu.\n") }
        try await world.record(
            .sentBack(from: "draft", to: "deepen"), in: plan, by: Cast.secretary, reason: "Kanarie-reden")
        try await world.record(.stageMoved(from: "deepen", to: "draft"), in: plan, by: Cast.secretary)
        try await world.decideAtBoard(plan, disclosing: disclosure)
        try await world.offer(plan)
        try await world.councilDecides(.adopted, plan)
        try await world.settle(plan)
        var working = text.with("doel", body: "De kanarie-werktekst.\n")
        working.metadata.title = "Kanarie-plan"
        working.metadata.nota.decisionPoints.append("Kanarie-punt")
        try await world.slipIn(working, to: plan)
        return plan
    }

    private let disclosure = Disclosure(
        .openInPart,
        closedParts: [
            ClosedPart(.section("acties"), ground: "5.1 lid 2 e", hidesTitle: true),
            ClosedPart(.document("nota"), ground: "5.1 lid 2 i"),
        ])

    @Test func noWordThatIsNotPublicReachesVisitorsOrCouncil() async throws {
        let world = try World()
        let plan = try await planted(in: world, disclosure)
        let readers: [Participant] = [
            .visitor, try Reader.person(.councillor), try Reader.person(.resident), try Reader.person(.admin),
            try Reader.contact(of: "Politie", in: .named("ander-plan")),
        ]
        for reader in readers {
            let words = try await everything(of: plan, for: reader, in: world.council)
            #expect(words.contains("Het doel van nu"), "the walk reads the plan at all")
            #expect(words.contains("5.1 lid 2 e") && words.contains("5.1 lid 2 i"), "and says what is closed")
            expectNoCanary(in: words)
        }
    }

    @Test func whoWorksOnThePlanReadsAlongWithoutSeeingMore() async throws {
        let world = try World()
        let plan = try await planted(in: world, disclosure)
        let drafter = try Reader.person(.drafter)
        for audience in [ReadingAudience.everyone, .council] {
            let words = try await everything(of: plan, for: drafter, in: world.council, as: audience)
            expectNoCanary(in: words)
        }
        let working = try await world.reading.dossier(of: plan, at: .present)
        var found = ""
        dump(working, to: &found)
        #expect(found.contains("kanarie-werktekst") && found.contains("Kanarie-reden"), "the canaries are there")
    }

    @Test(arguments: [
        Disclosure(.openInPart, ground: "5.1 lid 2 e"), Disclosure(.openAfterCondition, condition: "na opmaak"),
    ])
    func aPlanOfWhichTheTextIsClosedGivesNoneOfIt(disclosure: Disclosure) async throws {
        let world = try World()
        let plan = try await planted(in: world, disclosure)
        let words = try await everything(of: plan, for: .visitor, in: world.council)
        expectNoCanary(in: words.replacing("Kanarie-hoofdstuk", with: "").replacing("Kanarie-titel", with: ""))
        #expect(!words.contains("Het doel van nu"))
    }

    private func expectNoCanary(in words: String, location: SourceLocation = #_sourceLocation) {
        for line in words.split(separator: "\n") where line.lowercased().contains(Self.canary) {
            Issue.record("leaked: \(line)", sourceLocation: location)
        }
    }

    /// Every value that the room gives of the plan, for every audience of the reader, to the bottom.
    private func everything(
        of plan: PlanID, for reader: Participant, in room: PublicReadingRoom, as only: ReadingAudience? = nil
    ) async throws -> String {
        var words = ""
        if only == nil { dump(try await room.plans(for: reader), to: &words) }
        dump(try await room.withheldDecisions(), to: &words)
        guard let access = try? await room.access(to: plan, for: reader) else { return words }
        for audience in only.map({ [$0] }) ?? access.audiences {
            let versions = try access.versions(as: audience).map(\.text)
            for text in versions {
                let edition = try await room.edition(of: plan, at: text, for: reader, as: audience)
                dump(edition, to: &words)
                dump(try await room.origin(of: plan, at: text, for: reader, as: audience), to: &words)
                for query in ["kanarie", "doel", "de", "acties"] {
                    dump(
                        try await room.search(
                            SearchQuery(query), in: plan, at: text, for: reader, as: audience
                        ).map(\.passage),
                        to: &words)
                }
                for id in ["aanleiding", "doel", "acties", "nota"] {
                    let section = try? await room.section(.named(id), of: plan, at: text, for: reader, as: audience)
                    dump(section, to: &words)
                    for other in versions {
                        let comparison = try? await room.comparison(
                            of: .named(id), in: plan, from: text, to: other, for: reader, as: audience)
                        dump(comparison, to: &words)
                    }
                }
            }
        }
        return words
    }
}
