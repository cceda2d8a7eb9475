import PlanDomain
import Workflow

/// The life of a plan that the council adopts, in real git.
extension World {
    public var council: PublicReadingRoom { PublicReadingRoom(office) }

    /// A meerjarenbeleidsplan after a round and its deepening: it stands with the drafters.
    public func deepenedPlan(_ text: PlanText = .sample(type: "meerjarenbeleidsplan")) async throws -> PlanID {
        let plan = try await startPlan(text)
        let today = clock.today
        try await record(
            .roundOpened(
                round: "partners", audience: LocalizedText(nl: "Partners"), from: today, until: today.adding(days: 14)),
            in: plan, by: Cast.editor)
        clock.advance(days: 15)
        try await record(.roundClosed(round: "partners"), in: plan, by: Cast.editor)
        try await record(.stageMoved(from: "consult", to: "deepen"), in: plan, by: Cast.secretary)
        try await record(.meetingHeld(meeting: "raadssessie", body: .raad), in: plan, by: Cast.clerk)
        try await record(.meetingHeld(meeting: "partnersessie", body: nil), in: plan, by: Cast.editor)
        try await record(.stageMoved(from: "deepen", to: "draft"), in: plan, by: Cast.secretary)
        return plan
    }

    /// From the drafters through the board's decision and its final release.
    public func decideAtBoard(_ plan: PlanID, disclosing disclosure: Disclosure? = nil) async throws {
        try await record(.stageMoved(from: "draft", to: "decide"), in: plan, by: Cast.secretary)
        if let disclosure { try await record(.disclosureChosen(disclosure), in: plan, by: Cast.editor) }
        try await record(
            .signedOff(step: "portfolio-holder", verdict: .agreed), in: plan, by: Cast.portfolioHolder)
        try await record(.scheduled(body: .college, meeting: nil), in: plan, by: Cast.secretary)
        let points = [PointResult(point: 1, outcome: .adopted), PointResult(point: 2, outcome: .adopted)]
        try await record(.decided(body: .college, points: points), in: plan, by: Cast.boardOffice)
        try await record(.finalReleased, in: plan, by: Cast.boardOffice)
    }

    public func offer(_ plan: PlanID) async throws {
        try await record(.stageMoved(from: "decide", to: "adopt"), in: plan, by: Cast.secretary)
    }

    public func councilDecides(_ outcome: PointOutcome, _ plan: PlanID) async throws {
        try await record(.scheduled(body: .raad, meeting: nil), in: plan, by: Cast.clerk)
        let points = [PointResult(point: 1, outcome: outcome)]
        try await record(.decided(body: .raad, points: points), in: plan, by: Cast.clerk)
    }

    public func settle(_ plan: PlanID) async throws {
        try await record(.stageMoved(from: "adopt", to: "adopted"), in: plan, by: Cast.clerk)
    }

    /// What the council amended goes back, is written, signed off anew and adopted. A section that it adds goes through
    /// the stages before it joins the others.
    public func amend(
        _ plan: PlanID, adding added: [SectionID] = [], _ change: (inout PlanText) -> Void
    ) async throws {
        try await councilDecides(.adoptedAsAmended, plan)
        try await record(
            .sentBack(from: "adopt", to: "draft"), in: plan, by: Cast.clerk, reason: "Amendement 1 verwerken")
        try await save(in: plan, change)
        for (from, to) in [("consult", "deepen"), ("deepen", "draft")] as [(StageID, StageID)] where !added.isEmpty {
            try await record(.stageMoved(from: from, to: to), in: plan, by: Cast.secretary, sections: added)
        }
        try await record(.stageMoved(from: "draft", to: "decide"), in: plan, by: Cast.secretary)
        try await record(
            .signedOff(step: "portfolio-holder", verdict: .agreed), in: plan, by: Cast.portfolioHolder)
        try await offer(plan)
        try await settle(plan)
    }

    /// Text that was written past the office, as a drafter's clone might hold it: nobody decided on it.
    public func slipIn(_ text: PlanText, to plan: PlanID) async throws {
        let repository = try repositories.repository(of: plan)
        let edit = TextEdit(
            text: text, author: Cast.drafter, madeAt: clock.now, summary: "Werktekst", nature: .substantive)
        _ = try await repository.save(edit, onTopOf: try await repository.heads().text)
        try await office.bringAllUpToDate()
    }
}
