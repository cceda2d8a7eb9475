import Foundation
import Testing

@testable import Workflow

/// The first real case (nota 2023-572): every act in the order that its nota shows.
@Suite struct RealCaseTests {
    private static let secretary = "Gemeentesecretaris/algemeen directeur"

    /// The plan with the clause of its decision about publication.
    private func scenario() throws -> Scenario {
        var scenario = try Scenario("plan-van-aanpak")
        scenario.facts.proposedDisclosure = Disclosure(
            .openAfterCondition, condition: "nadat het opgemaakte plan van aanpak is toegevoegd")
        return scenario
    }

    /// Everything up to and with the final release.
    private func released() throws -> Scenario {
        var scenario = try scenario()
        try scenario.act(.planStarted(workflow: "plan-van-aanpak", version: 2), .editor, "Beleid", on: "2023-06-01")
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor, "Beleid", on: "2023-06-05")
        let agenda = ActPayload.scheduled(body: .college, meeting: "2023-06-12")
        try scenario.act(agenda, .secretary, Self.secretary, on: "2023-06-06")
        try scenario.act(
            .signedOff(step: "portfolio-holder", verdict: .agreed), .portfolioHolder, "Burgemeester", on: "2023-06-08")
        try scenario.act(agenda, .secretary, Self.secretary, on: "2023-06-08")
        try scenario.act(
            .decided(body: .college, points: [PointResult(point: 1, outcome: .adopted)]), .boardOffice,
            "Bestuurssecretariaat", on: "2023-06-12")
        try scenario.act(.finalReleased, .boardOffice, "Bestuurssecretariaat", on: "2023-06-15")
        return scenario
    }

    @Test func everyActIsAcceptedInTheOrderOfTheNota() throws {
        var scenario = try released()
        try scenario.act(.stageMoved(from: "decide", to: "adopted"), .secretary, Self.secretary)
        #expect(scenario.standing.stage == "adopted")
        #expect(scenario.standing.sections.allSatisfy { $0.stage == "adopted" })
        #expect(scenario.standing.decisions.map(\.state) == [.concluded])
    }

    @Test func bothAgendasCountAndTheLastOneGivesTheDate() throws {
        let step = try released().step("board-agenda")
        #expect(step.state == .done)
        #expect(step.acts == [3, 5])
        #expect(step.date == "2023-06-08")
    }

    @Test func publicationWaitsForItsConditionAndThenGoesOnAfterAdoption() throws {
        var scenario = try released()
        try scenario.act(.stageMoved(from: "decide", to: "adopted"), .secretary)
        let waiting = try scenario.step("publish")
        #expect(waiting.state == .waiting)
        #expect(
            waiting.reasons == [
                Reason(
                    "gate.condition-unfulfilled",
                    ["condition": .text("nadat het opgemaakte plan van aanpak is toegevoegd")])
            ])
        #expect(scenario.refusal(.published, .boardOffice) == "refusal.step-waits")
        #expect(
            scenario.standing.conditions == [
                ConditionStanding(
                    id: "publication", clause: "nadat het opgemaakte plan van aanpak is toegevoegd", isFulfilled: false)
            ])
        try scenario.act(.conditionFulfilled(condition: "publication"), .boardOffice, on: "2023-06-20")
        try scenario.act(.published, .boardOffice, on: "2023-06-21")
        #expect(try scenario.step("publish").state == .done)
    }

    @Test func theFinalReleaseMayNotComeBeforeTheDecision() throws {
        var scenario = try released()
        scenario.facts.acts.removeLast()
        #expect(scenario.refusal(.finalReleased, .boardOffice, on: "2023-06-11") == "refusal.date-before-last-act")
    }

    @Test func theTracksStandBesideEachOtherBeforeTheParaaf() throws {
        var scenario = try scenario()
        try scenario.start()
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor)
        #expect(try scenario.step("board-agenda").state == .open)
        #expect(try scenario.step("portfolio-holder").state == .open)
        #expect(try scenario.step("decision").state == .waiting)
        #expect(scenario.standing.openSteps(for: .portfolioHolder).map(\.id) == ["portfolio-holder"])
    }
}
