import PlanDomain
import TestSupport
import Testing
import Workflow

/// What a body adopts as amended (*gewijzigd vastgesteld*) is made, frozen anew and approved before it is released.
@Suite struct AmendedVersionTests {
    private static let amended = [
        PointResult(point: 1, outcome: .adoptedAsAmended), PointResult(point: 2, outcome: .adopted),
    ]

    /// A plan that the board adopted as amended: six acts on the first frozen version.
    private static func amendedPlan(in world: World) async throws -> PlanID {
        let plan = try await world.startPlan()
        try await world.bringToBoard(plan)
        try await world.record(
            .signedOff(step: "portfolio-holder", verdict: .agreed), in: plan, by: Cast.portfolioHolder)
        try await world.record(.scheduled(body: .college, meeting: nil), in: plan, by: Cast.secretary)
        try await world.record(.decided(body: .college, points: amended), in: plan, by: Cast.boardOffice)
        return plan
    }

    private static func standing(of plan: PlanID, in world: World) async throws -> PlanStanding {
        try await PlanReadingRoom(world.office, keyFingerprint: "").plan(plan).standing
    }

    @Test func amendedTextIsMadeFrozenApprovedAndReleased() async throws {
        let world = try World()
        let plan = try await Self.amendedPlan(in: world)
        let frozen = try await world.office.heads(of: plan).text
        let still = try await refusal { try await world.save(in: plan) { $0 = $0.with("doel", body: "Anders.\n") } }
        #expect(still?.reason.key == "refusal.text-frozen")
        #expect(try await Self.refusalOfRelease(plan, world) == "refusal.step-waits")

        try await world.record(
            .sentBack(from: "decide", to: "draft"), in: plan, by: Cast.boardOffice, sections: [.named("doel")],
            reason: "Het college wil een ander doel")
        let change = try await world.save(in: plan) { $0 = $0.with("doel", body: "Een veilige wijk in 2 jaar.\n") }
        try await world.bringToBoard(plan)
        #expect(try await Self.refusalOfRelease(plan, world) == "refusal.step-waits")
        let before = try await Self.standing(of: plan, in: world)
        #expect(before.decisions.map(\.state) == [.awaitsVersion])
        let holder = try #require(before.step("portfolio-holder")?.signOffs.first)
        #expect(holder.text == frozen.rawValue)
        #expect(holder.coverage == .stale(changes: [change.id.rawValue]))
        #expect(before.frozen?.text == change.id.rawValue)

        try await world.record(
            .signedOff(step: "portfolio-holder", verdict: .agreed), in: plan, by: Cast.portfolioHolder)
        let after = try await Self.standing(of: plan, in: world)
        #expect(after.decisions.map(\.state) == [.concluded])
        #expect(after.decisions.map(\.text) == [frozen.rawValue])
        try await world.record(.finalReleased, in: plan, by: Cast.boardOffice)
        try await world.record(.stageMoved(from: "decide", to: "adopted"), in: plan, by: Cast.secretary)
        let versions = try await world.repositories.repository(of: plan).frozenVersions()
        #expect(versions.map(\.tag) == ["versie/1", "versie/2", "vastgesteld/1"])
        #expect(versions.map(\.text) == [frozen, change.id, change.id])
        #expect(try await world.office.verifyRegister(of: plan).isSound)
    }

    @Test func wordingAloneNeedsApprovalTooThoughTheParaafWasCarriedOver() async throws {
        let world = try World()
        let plan = try await Self.amendedPlan(in: world)
        try await world.record(
            .sentBack(from: "decide", to: "draft"), in: plan, by: Cast.secretary, reason: "Mooier opschrijven")
        try await world.save(in: plan, nature: .editorial) {
            $0 = $0.with("acties", body: "- De politie steunt in Deventer.\n- Toezicht in de avond.\n")
        }
        try await world.record(.stageMoved(from: "draft", to: "decide"), in: plan, by: Cast.secretary)
        let signOff = try await Self.standing(of: plan, in: world).step("portfolio-holder")?.signOffs.first
        #expect(signOff?.counts == true)
        #expect(try await Self.refusalOfRelease(plan, world) == "refusal.step-waits")
        try await world.record(
            .signedOff(step: "portfolio-holder", verdict: .agreed), in: plan, by: Cast.portfolioHolder)
        try await world.record(.finalReleased, in: plan, by: Cast.boardOffice)
        #expect(try await world.office.verifyRegister(of: plan).isSound)
    }

    @Test func whatTheCouncilAmendsGoesBackThroughTheBoardWithoutANewDecisionOfIt() async throws {
        let world = try World()
        let plan = try await world.startPlan(.sample(type: "voortgangsrapportage"))
        try await world.record(.stageMoved(from: "draft", to: "decide"), in: plan, by: Cast.secretary)
        try await world.decide(plan)
        try await world.record(.stageMoved(from: "decide", to: "adopt"), in: plan, by: Cast.secretary)
        try await world.record(.scheduled(body: .raad, meeting: nil), in: plan, by: Cast.clerk)
        let points = [PointResult(point: 1, outcome: .adoptedAsAmended)]
        try await world.record(.decided(body: .raad, points: points), in: plan, by: Cast.clerk)
        try await world.record(
            .sentBack(from: "adopt", to: "draft"), in: plan, by: Cast.clerk, reason: "Amendement 1")
        try await world.save(in: plan) { $0 = $0.with("doel", body: "Het doel van de raad.\n") }
        try await world.record(.stageMoved(from: "draft", to: "decide"), in: plan, by: Cast.secretary)
        let early = try await refusal {
            try await world.record(.stageMoved(from: "decide", to: "adopt"), in: plan, by: Cast.secretary)
        }
        #expect(early?.code == .gateClosed)
        try await world.record(
            .signedOff(step: "portfolio-holder", verdict: .agreed), in: plan, by: Cast.portfolioHolder)
        try await world.record(.stageMoved(from: "decide", to: "adopt"), in: plan, by: Cast.secretary)
        try await world.record(.stageMoved(from: "adopt", to: "adopted"), in: plan, by: Cast.clerk)
        #expect(try await Self.standing(of: plan, in: world).decisions.map(\.state) == [.concluded, .concluded])
        #expect(try await world.office.verifyRegister(of: plan).isSound)
    }

    private static func refusalOfRelease(_ plan: PlanID, _ world: World) async throws -> String? {
        try await refusal { try await world.record(.finalReleased, in: plan, by: Cast.boardOffice) }?.reason.key
    }
}
