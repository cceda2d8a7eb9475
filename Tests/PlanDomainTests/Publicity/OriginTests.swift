import TestSupport
import Testing
import Workflow

@testable import PlanDomain

/// How a plan came about, as far as its readers are told.
@Suite struct OriginTests {
    private struct Counted: ConsultationRecord {
        let tallies: [RoundTally]

        func rounds(of organisation: Organisation, in plan: PlanID) async throws -> Set<String> {
            Set(tallies.filter { $0.organisations.contains { $0.organisation == organisation } }.map(\.round))
        }

        func tallies(of plan: PlanID) async throws -> [RoundTally] { tallies }
    }

    @Test func timelineNamesBodiesRoundsAndNumbersInTheOrderOfTheActs() async throws {
        let world = try World()
        let plan = try await world.deepenedPlan()
        let police = Organisation(name: "Politie")
        try await world.store.add([Organisation(name: "Woningcorporaties"), police], to: plan)
        try await world.decideAtBoard(plan, disclosing: Disclosure(.openAfterCondition, condition: "na opmaak"))
        try await world.offer(plan)
        try await world.councilDecides(.adopted, plan)
        try await world.settle(plan)
        #expect(try await refusal { try await world.council.origin(of: plan, for: .visitor) }?.code == .notFound)
        try await world.record(.conditionFulfilled(condition: "publication"), in: plan, by: Cast.boardOffice)
        try await world.record(.published, in: plan, by: Cast.boardOffice)

        let tally = RoundTally(
            round: "partners", organisations: [OrganisationTally(organisation: police, inputs: 3)], others: 2)
        let room = PublicReadingRoom(world.office, consultation: Counted(tallies: [tally]))
        let origin = try await room.origin(of: plan, for: .visitor)
        let kinds = origin.moments.map { moment in
            switch moment.event {
            case .started: "gestart"
            case .consulted(let round): "ronde \(round.round.id) \(round.tally?.others ?? 0)"
            case .met(let body): "overleg \(body?.rawValue ?? "partners")"
            case .decided(let decision): "besluit \(decision.body.rawValue)"
            case .released: "akkoord"
            case .offeredToCouncil: "aangeboden"
            case .settled: "vastgesteld"
            case .conditionFulfilled: "voorwaarde"
            case .published: "openbaar"
            case .takenBack: "terug"
            }
        }
        #expect(
            kinds == [
                "gestart", "ronde partners 2", "overleg raad", "overleg partners", "besluit college", "akkoord",
                "aangeboden", "besluit raad", "vastgesteld", "voorwaarde", "openbaar",
            ])
        #expect(origin.moments.map(\.act) == origin.moments.map(\.act).sorted())
        #expect(origin.organisations.map(\.name) == ["Politie", "Woningcorporaties"])
        #expect(origin.councilChanges?.sections == [])
    }

    @Test func whatTheCouncilChangedIsCountedForWhoMayReadBothTexts() async throws {
        let world = try World()
        let plan = try await world.deepenedPlan()
        let part = ClosedPart(.section("acties"), ground: "5.1 lid 2 e")
        try await world.decideAtBoard(plan, disclosing: Disclosure(.openInPart, closedParts: [part]))
        try await world.offer(plan)
        let offered = try await world.office.heads(of: plan).text
        try await world.amend(plan, adding: [.named("nazorg")]) { text in
            text = text.with("acties", body: "- Iets heel anders.\n")
            text = text.with("doel", body: "Het doel is een veilige en groene wijk.\nDe gemeente werkt niet alleen.\n")
            text.chapters[0].sections.removeFirst()
            text.chapters[1].sections.append(.sample("nazorg", "Nazorg", "Wij blijven komen.\n"))
            text.chapters[1].sections[1].owner = Cast.drafter.function
        }
        let council = try await world.council.origin(of: plan, for: try Reader.person(.councillor))
        let changes = try #require(council.councilChanges)
        #expect(changes.offered == offered)
        #expect(changes.sections.map(\.section.rawValue) == ["doel", "nazorg", "aanleiding"])
        #expect(changes.sections.map(\.kind) == [.changed, .added, .removed])
        #expect(changes.sections[0].words == .init(added: 2, removed: 0))

        let visitor = try await world.council.origin(of: plan, for: .visitor)
        #expect(visitor.councilChanges?.offered == nil)
        #expect(visitor.councilChanges?.sections.map(\.section.rawValue) == ["doel", "nazorg"])
        #expect(visitor.councilChanges?.sections.compactMap(\.words) == [])
    }

    @Test func whatCameAfterAVersionIsNotToldOfIt() async throws {
        let world = try World()
        let plan = try await world.deepenedPlan()
        try await world.decideAtBoard(plan)
        try await world.record(.published, in: plan, by: Cast.boardOffice)
        let before = try await world.council.origin(of: plan, for: .visitor)
        try await world.record(
            .sentBack(from: "decide", to: "draft"), in: plan, by: Cast.secretary, reason: "Er is iets mis")
        try await world.save(in: plan) { $0 = $0.with("doel", body: "Een ander doel.\n") }
        try await world.decideAtBoard(plan)
        let after = try await world.council.origin(of: plan, for: .visitor)
        #expect(after.moments == before.moments)
        #expect(after.version.standing == .takenBack(on: world.clock.today))
    }
}
