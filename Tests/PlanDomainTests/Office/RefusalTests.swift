import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// A refusal says why, and leaves everything as it was.
@Suite struct RefusalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: PlanError.Code
        let key: String
        let payload: ActPayload
        let author: Author
        var date: CalendarDate?
        var sections: [SectionID] = []
    }

    static let cases = [
        Case(
            testDescription: "outsider moves the plan on", code: .forbidden, key: "refusal.wrong-role",
            payload: .stageMoved(from: "draft", to: "decide"), author: Cast.outsider),
        Case(
            testDescription: "drafter signs off for the finances", code: .forbidden, key: "refusal.wrong-role",
            payload: .signedOff(step: "finance-advice", verdict: .agreed), author: Cast.drafter),
        Case(
            testDescription: "outsider chooses what becomes public", code: .forbidden, key: "refusal.wrong-role",
            payload: .disclosureChosen(Disclosure(.open)), author: Cast.outsider),
        Case(
            testDescription: "outsider sets a condition aside", code: .forbidden, key: "refusal.wrong-role",
            payload: .gateOverridden(stage: "draft", condition: "advice-given"), author: Cast.outsider),
        Case(
            testDescription: "the gate of drafting is closed", code: .gateClosed, key: "refusal.gate-closed",
            payload: .stageMoved(from: "draft", to: "decide"), author: Cast.secretary),
        Case(
            testDescription: "decision before its turn", code: .conflict, key: "refusal.step-waits",
            payload: .decided(body: .college, points: [PointResult(point: 1, outcome: .adopted)]),
            author: Cast.boardOffice),
        Case(
            testDescription: "stage that does not exist", code: .conflict, key: "refusal.unknown-stage",
            payload: .stageMoved(from: "draft", to: "nergens"), author: Cast.secretary),
        Case(
            testDescription: "section that does not exist", code: .conflict, key: "refusal.unknown-sections",
            payload: .signedOff(step: "finance-advice", verdict: .agreed), author: Cast.adviser,
            sections: [.named("weg")]),
        Case(
            testDescription: "date that is still to come", code: .conflict, key: "refusal.date-in-future",
            payload: .signedOff(step: "finance-advice", verdict: .agreed), author: Cast.adviser,
            date: CalendarDate(iso8601: "2023-06-06")),
        Case(
            testDescription: "plan that was started already", code: .conflict, key: "refusal.already-started",
            payload: .planStarted(workflow: "uitvoeringsplan", version: 2), author: Cast.drafter),
        Case(
            testDescription: "objection without a reason", code: .conflict, key: "refusal.no-reason",
            payload: .signedOff(step: "finance-advice", verdict: .notAgreed), author: Cast.adviser),
    ]

    @Test(arguments: cases)
    func refusedActLeavesEverythingAsItWas(_ refused: Case) async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let before = try await Snapshot(world, plan)
        let error = try await refusal {
            try await world.record(
                refused.payload, in: plan, by: refused.author, sections: refused.sections, on: refused.date)
        }
        #expect(error?.code == refused.code)
        #expect(error?.reason.key == refused.key)
        #expect(try await Snapshot(world, plan) == before)
        #expect(try world.git(plan).faults().isEmpty)
    }

    @Test func closedGateNamesEverythingThatIsMissing() async throws {
        let world = try World()
        var text = PlanText.sample(owner: nil).with("doel", body: "<!-- nog te schrijven -->\n")
        text.metadata.nota.decisionPoints = []
        text.documents[0].parts[1].body = ""
        let plan = try await world.startPlan(text)
        let error = try #require(
            try await refusal {
                try await world.record(.stageMoved(from: "draft", to: "decide"), in: plan, by: Cast.secretary)
            })
        #expect(error.code == .gateClosed)
        guard case .list(let reasons) = error.reason.arguments["reasons"] else {
            Issue.record("no reasons in \(error.reason)")
            return
        }
        let keys = reasons.compactMap { if case .phrase(let reason) = $0 { reason.key } else { nil } }
        #expect(keys.count >= 5)
        #expect(keys.contains("gate.no-decision-points"))
    }

    @Test func actAboutATextThatMovedOnIsAConflict() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let shown = try await world.office.heads(of: plan).text
        try await world.save(in: plan) { $0 = $0.with("doel", body: "Een ander doel.\n") }
        let before = try await Snapshot(world, plan)
        let act = NewAct(
            .signedOff(step: "finance-advice", verdict: .agreed), by: Cast.adviser, on: nil, requestID: "paraaf")
        let error = try await refusal { try await world.office.record(act, in: plan, shown: shown) }
        #expect(error?.reason.key == "text.moved-on")
        #expect(try await Snapshot(world, plan) == before)
        let head = try await world.office.heads(of: plan).text
        #expect(try await world.office.record(act, in: plan, shown: head).text == head)
    }

    @Test func unknownPlanIsNotFound() async throws {
        let world = try World()
        let error = try await refusal {
            try await world.record(.published, in: .named("weg"), by: Cast.boardOffice)
        }
        #expect(error?.code == .notFound)
    }

    @Test func reasonOfARefusedActIsNotKept() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let sealed = Box()
        let office = PlanOffice(
            repositories: world.repositories, store: world.store, workflows: try ProjectFiles.workflows(),
            skeletons: ProjectFiles.skeletons, time: world.clock.office, sealReason: { sealed.fill(with: $0) })
        let act = NewAct(.published, by: Cast.boardOffice, on: nil, reason: "Omdat het kan", requestID: "x")
        #expect(try await refusal { try await office.record(act, in: plan) }?.code == .conflict)
        #expect(sealed.content == nil)
    }
}
