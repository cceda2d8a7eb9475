import PlanDomain
import Workflow

/// How far the life of an implementation plan (*uitvoeringsplan*) is played.
extension World {
    /// Signs off for the finances and freezes the text for the board: acts 2 and 3.
    public func bringToBoard(_ plan: PlanID) async throws {
        try await record(.signedOff(step: "finance-advice", verdict: .agreed), in: plan, by: Cast.adviser)
        try await record(.stageMoved(from: "draft", to: "decide"), in: plan, by: Cast.secretary)
    }

    /// Everything up to the final release: acts 4 to 7.
    public func decide(_ plan: PlanID) async throws {
        try await record(
            .signedOff(step: "portfolio-holder", verdict: .agreed), in: plan, by: Cast.portfolioHolder,
            reason: "Een goed plan voor de wijk")
        try await record(.scheduled(body: .college, meeting: nil), in: plan, by: Cast.secretary)
        let points = [PointResult(point: 1, outcome: .adopted), PointResult(point: 2, outcome: .adopted)]
        try await record(.decided(body: .college, points: points), in: plan, by: Cast.boardOffice)
        try await record(.finalReleased, in: plan, by: Cast.boardOffice)
    }

    /// A plan that was adopted and published, with a change of text before it was frozen: nine acts on two texts.
    public func adoptedPlan() async throws -> PlanID {
        let plan = try await startPlan()
        try await save(in: plan) { $0 = $0.with("doel", body: "Het doel is een veilige wijk voor iedereen.\n") }
        try await bringToBoard(plan)
        try await decide(plan)
        try await record(.stageMoved(from: "decide", to: "adopted"), in: plan, by: Cast.secretary)
        try await record(.published, in: plan, by: Cast.boardOffice)
        return plan
    }
}
