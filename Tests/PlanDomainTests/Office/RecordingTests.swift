import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// What the register knows of an act that was recorded.
@Suite struct RecordingTests {
    @Test func actHoldsWhoDecidedWhatOnWhichTextAndWhen() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        try await world.save(in: plan) { $0 = $0.with("doel", body: "Een ander doel.\n") }
        let head = try await world.office.heads(of: plan)
        let day = CalendarDate(iso8601: "2023-06-02")
        let act = NewAct(
            .signedOff(step: "finance-advice", verdict: .agreedWithRemark), sections: [.named("doel")],
            by: Cast.adviser, onBehalfOf: .init(function: "Concerncontroller", ground: "Mandaatbesluit art. 3"),
            on: day, reason: "Let op de dekking", requestID: "paraaf-1")
        let recorded = try await world.office.record(act, in: plan)
        #expect(recorded.sequence == 2)
        #expect(recorded.payload == act.payload)
        #expect(recorded.sections == [.named("doel")])
        #expect(recorded.text == head.text)
        #expect(recorded.textTree == (try world.git(plan)("rev-parse", "main^{tree}")))
        #expect(recorded.author == Cast.adviser)
        #expect(recorded.onBehalfOf == act.onBehalfOf)
        #expect(recorded.date == day)
        #expect(recorded.recordedAt == world.clock.now)
        #expect(
            recorded.workflowDigest == (try ProjectFiles.workflows().workflow(for: "uitvoeringsplan").source.digest))
        let known = try await world.store.acts(of: plan)
        #expect(known.last == recorded)
        let repository = try world.repositories.repository(of: plan)
        #expect(try await repository.acts(after: 1, upTo: try await repository.heads().register) == [recorded])
    }

    @Test func askingTwiceRecordsOnce() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let payload = ActPayload.signedOff(step: "finance-advice", verdict: .agreed)
        let first = try await world.record(payload, in: plan, by: Cast.adviser, reason: "Ja", request: "een")
        let before = try await Snapshot(world, plan)
        world.clock.advance(days: 1)
        let again = try await world.record(payload, in: plan, by: Cast.adviser, reason: "Ja", request: "een")
        #expect(again == first)
        #expect(try await Snapshot(world, plan) == before)
        let other = try await world.record(payload, in: plan, by: Cast.adviser, reason: "Ja", request: "twee")
        #expect(other.sequence == 3)
    }

    @Test func answerThatWasGivenBeforeComesBackEvenWhenTheActWouldNowBeRefused() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        try await world.record(.signedOff(step: "finance-advice", verdict: .agreed), in: plan, by: Cast.adviser)
        let move = ActPayload.stageMoved(from: "draft", to: "decide")
        let first = try await world.record(move, in: plan, by: Cast.secretary, request: "verder")
        #expect(try await world.record(move, in: plan, by: Cast.secretary, request: "verder") == first)
        let error = try await refusal { try await world.record(move, in: plan, by: Cast.secretary) }
        #expect(error?.code == .conflict)
    }

    @Test func wholeLifeOfAPlanEndsAdopted() async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        let projected = try #require(try await world.store.projectedPlan(plan))
        #expect(projected.stage == "adopted")
        #expect(projected.versions.map(\.tag) == ["versie/1", "vastgesteld/1"])
        #expect(projected.sections.allSatisfy { $0.stage == "adopted" })
        #expect(try await world.office.verifyRegister(of: plan) == RegisterReport(soundActs: 9))
    }

    @Test func officialDateIsThatOfTheTownHallAndNotOfTheClock() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        // Half past midnight in Deventer is still the day before in Greenwich.
        world.clock.set(try Date("2023-06-05T22:30:00Z", strategy: .iso8601))
        let act = try await world.record(
            .signedOff(step: "finance-advice", verdict: .agreed), in: plan, by: Cast.adviser,
            on: CalendarDate(iso8601: "2023-06-06"))
        #expect(act.date == world.clock.today)
        #expect(try await world.office.verifyRegister(of: plan).isSound)
    }
}
