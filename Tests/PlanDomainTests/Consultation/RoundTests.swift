import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// Rounds: prepared by the office, opened, extended and closed as acts, and over when the clock says so.
@Suite struct RoundTests {
    private func state(_ round: RoundID, in hearing: Hearing) async throws -> RoundView.State {
        try await hearing.desk.round(round, of: hearing.plan, for: hearing.handler).state
    }

    @Test func openingPinsTheTextThatWasShown() async throws {
        let hearing = try await Hearing()
        let shown = try await hearing.world.office.heads(of: hearing.plan).text
        let round = try await hearing.openRound()
        try await hearing.world.save(in: hearing.plan) { $0 = $0.with("doel", body: "Iets anders.\n") }
        let view = try await hearing.desk.round(round, of: hearing.plan, for: hearing.handler)
        #expect(view.state == .open)
        #expect(view.frozen == shown)
        let text = try await hearing.room.text(of: round, in: hearing.plan, for: hearing.police)
        #expect(text.openSections.contains { $0.id == .named("doel") && $0.body.contains("een veilige wijk") })
        let act = try #require(try await hearing.world.store.acts(of: hearing.plan).last)
        #expect(act.payload.kind == .roundOpened)
        #expect(act.author.function == "Functie Hanna")
        #expect(try await hearing.world.office.verifyRegister(of: hearing.plan).isSound)
    }

    @Test func aTextThatMovedOnWhileSomebodyReadIsNotOpened() async throws {
        let hearing = try await Hearing()
        let shown = try await hearing.world.office.heads(of: hearing.plan).text
        let round = try await hearing.desk.prepare(Hearing.preparation(), in: hearing.plan, by: hearing.handler)
        try await hearing.world.save(in: hearing.plan) { $0 = $0.with("doel", body: "Iets anders.\n") }
        let error = try await refusal {
            try await hearing.desk.open(
                round.id, of: hearing.plan, shown: shown, requestID: "open", by: hearing.handler)
        }
        #expect(error?.reason.key == "text.moved-on")
        #expect(try await state(round.id, in: hearing) == .prepared)
    }

    @Test func aRoundIsOpenedOnceHoweverOftenItIsAsked() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.desk.prepare(Hearing.preparation(), in: hearing.plan, by: hearing.handler)
        let shown = try await hearing.world.office.heads(of: hearing.plan).text
        func open(_ request: String) async throws -> Act {
            try await hearing.desk.open(
                round.id, of: hearing.plan, shown: shown, requestID: request, by: hearing.handler)
        }
        let first = try await open("een")
        #expect(try await open("een") == first)
        #expect(try await refusal { try await open("twee") }?.reason.key == "refusal.round-known")
        #expect(try await refusal { try await open("") }?.reason.key == "consultation.request-missing")
    }

    @Test func whatPeopleHaveReadIsNotRevised() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.desk.prepare(Hearing.preparation(), in: hearing.plan, by: hearing.handler)
        var other = Hearing.preparation("Tweede naam")
        other.questions = [" Wat  mist u? ", "", "En wat niet?"]
        let revised = try await hearing.desk.revise(round.id, of: hearing.plan, to: other, by: hearing.editor)
        #expect(revised.id == round.id)
        #expect(revised.questions == ["Wat mist u?", "En wat niet?"])
        try await hearing.desk.open(
            round.id, of: hearing.plan, shown: try await hearing.world.office.heads(of: hearing.plan).text,
            requestID: "open", by: hearing.handler)
        let error = try await refusal {
            try await hearing.desk.revise(round.id, of: hearing.plan, to: other, by: hearing.editor)
        }
        #expect(error?.reason.key == "round.opened")
        #expect(try await hearing.world.store.rounds(of: hearing.plan) == [revised])
    }

    @Test func theLastDayEndsAtMidnightOfTheTownHall() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        for (moment, expected) in [
            ("2023-06-05T08:00:00Z", RoundView.State.open), ("2023-06-16T21:59:59Z", .open),
            ("2023-06-16T22:00:00Z", .ended),
        ] {
            hearing.world.clock.set(try Date(moment, strategy: .iso8601))
            #expect(try await state(round, in: hearing) == expected, "\(moment)")
        }
        try await hearing.desk.close(round, of: hearing.plan, requestID: "dicht", by: hearing.handler)
        #expect(try await state(round, in: hearing) == .closed)
    }

    @Test func aTimeOfItsOwnEndsTheLastDaySoonerAndStaysWithAnExtension() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound(Hearing.preparation(closingTime: TimeOfDay("17:00")))
        hearing.world.clock.set(try Date("2023-06-16T14:59:59Z", strategy: .iso8601))
        #expect(try await state(round, in: hearing) == .open)
        hearing.world.clock.set(try Date("2023-06-16T15:00:00Z", strategy: .iso8601))
        #expect(try await state(round, in: hearing) == .ended)
        try await hearing.desk.extend(
            round, of: hearing.plan, until: Hearing.day("2023-06-20"), reason: "Op verzoek", requestID: "meer",
            by: hearing.handler)
        let view = try await hearing.desk.round(round, of: hearing.plan, for: hearing.handler)
        #expect(view.state == .open)
        #expect(view.closesAt == (try Date("2023-06-20T15:00:00Z", strategy: .iso8601)))
        let shorter = try await refusal {
            try await hearing.desk.extend(
                round, of: hearing.plan, until: Hearing.day("2023-06-19"), reason: nil, requestID: "minder",
                by: hearing.handler)
        }
        #expect(shorter?.reason.key == "refusal.round-not-longer")
    }

    @Test func aRoundThatIsStillToComeReceivesNothing() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound(Hearing.preparation(from: Hearing.day("2023-06-07")))
        #expect(try await state(round, in: hearing) == .announced)
        let error = try await refusal { try await hearing.send(in: round, by: hearing.police) }
        #expect(error?.reason.key == "round.not-yet")
        hearing.world.clock.set(try Date("2023-06-06T22:00:00Z", strategy: .iso8601))
        #expect(try await hearing.send(in: round, by: hearing.police).count == 1)
    }

    @Test func aRoundThatWouldBeOverIsNotOpenedAndARunningOneNotClosed() async throws {
        let hearing = try await Hearing()
        let past = Hearing.preparation(from: Hearing.day("2023-06-01"), until: Hearing.day("2023-06-04"))
        #expect(
            try await refusal { try await hearing.openRound(past) }?.reason.key == "round.over-before-opening")
        let round = try await hearing.openRound()
        let error = try await refusal {
            try await hearing.desk.close(round, of: hearing.plan, requestID: "dicht", by: hearing.handler)
        }
        #expect(error?.reason.key == "refusal.round-still-runs")
    }

    @Test func aRunningRoundIsClosedWithAReasonAndReceivesNothingMore() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        hearing.world.clock.advance(days: 2)
        func view() async throws -> RoundView {
            try await hearing.desk.round(round, of: hearing.plan, for: hearing.handler)
        }
        let today = hearing.world.clock.today
        #expect(try await view().closing(on: today) == .early)
        for reason in [nil, " \n"] {
            let error = try await refusal {
                try await hearing.desk.close(
                    round, of: hearing.plan, reason: reason, requestID: "dicht", by: hearing.handler)
            }
            #expect(error?.reason.key == "refusal.round-still-runs")
        }
        let act = try await hearing.desk.close(
            round, of: hearing.plan, reason: "Brandweer reageert niet", requestID: "dicht", by: hearing.handler)
        let kept = try await hearing.world.store.reasons(for: [try #require(act.reasonHash)])
        #expect(kept.values.map(\.text) == ["Brandweer reageert niet"])
        let closed = try await view()
        #expect(closed.state == .closed && closed.closedOn == today && closed.wasClosedEarly)
        #expect(closed.closing(on: today) == nil)
        let late = try await refusal { try await hearing.send(in: round, by: hearing.fireBrigade) }
        #expect(late?.reason.key == "round.closed-early")
        #expect(try await hearing.world.office.verifyRegister(of: hearing.plan).isSound)
    }

    @Test func aRoundIsOverOnceItsPlanIsFinishedThoughItsLastDayIsYetToCome() async throws {
        let hearing = try await Hearing()
        let (world, plan) = (hearing.world, hearing.plan)
        let partners = try await hearing.openRound()
        world.clock.advance(days: 15)
        try await hearing.desk.close(partners, of: plan, requestID: "dicht", by: hearing.handler)
        try await world.record(.stageMoved(from: "consult", to: "deepen"), in: plan, by: Cast.secretary)
        try await world.record(.meetingHeld(meeting: "raadssessie", body: .raad), in: plan, by: Cast.clerk)
        try await world.record(.meetingHeld(meeting: "partnersessie", body: nil), in: plan, by: Cast.editor)
        try await world.record(.stageMoved(from: "deepen", to: "draft"), in: plan, by: Cast.secretary)
        try await world.decideAtBoard(plan)
        try await world.offer(plan)
        let today = world.clock.today
        let wishes = try await hearing.openRound(
            Hearing.preparation("Wensen van de raad", audience: .council, from: today, until: today.adding(days: 30)))
        let number = try #require(try await hearing.send(in: wishes, by: hearing.councillor).first)
        try await world.councilDecides(.adopted, plan)
        #expect(try await state(wishes, in: hearing) == .open, "the council decided, the plan is still to be finished")
        try await world.settle(plan)

        let view = try await hearing.desk.round(wishes, of: plan, for: hearing.handler)
        #expect(view.state == .closed && view.closedOn == world.clock.today && view.closing(on: today) == nil)
        #expect(try await state(partners, in: hearing) == .closed)
        let kept = try await hearing.inputs.input(number, of: plan, for: hearing.councillor)
        let acts: [() async throws -> Void] = [
            { try await hearing.send(in: wishes, by: hearing.councillor) },
            {
                try await hearing.room.correct(
                    number, in: plan, to: Hearing.remark, after: kept.input.version, by: hearing.councillor)
            },
            { try await hearing.room.withdraw(number, in: plan, by: hearing.councillor) },
        ]
        for act in acts { #expect(try await refusal(of: act)?.reason.key == "round.closed-early") }
        #expect(try await hearing.inputs.input(number, of: plan, for: hearing.councillor) == kept)
    }

    @Test func aStatutoryRoundClosesOnlyAfterItsLastDay() async throws {
        let hearing = try await Hearing()
        var preparation = Hearing.preparation()
        preparation.isStatutory = true
        let round = try await hearing.openRound(preparation)
        func view() async throws -> RoundView {
            try await hearing.desk.round(round, of: hearing.plan, for: hearing.handler)
        }
        hearing.world.clock.advance(days: 2)
        #expect(try await view().round.isStatutory)
        #expect(try await view().closing(on: hearing.world.clock.today) == .after(Hearing.day("2023-06-16")))
        let error = try await refusal {
            try await hearing.desk.close(
                round, of: hearing.plan, reason: "Iedereen reageerde", requestID: "dicht", by: hearing.handler)
        }
        #expect(error?.reason.key == "refusal.round-statutory")
        hearing.world.clock.set(try Date("2023-06-16T22:00:00Z", strategy: .iso8601))
        #expect(try await view().closing(on: hearing.world.clock.today) == .due)
        try await hearing.desk.close(round, of: hearing.plan, requestID: "dicht", by: hearing.handler)
        #expect(try await view().wasClosedEarly == false)
    }

    @Test func roundsOfOneNameGetIdsOfTheirOwn() async throws {
        let hearing = try await Hearing()
        for _ in 0..<3 { try await hearing.desk.prepare(Hearing.preparation(), in: hearing.plan, by: hearing.handler) }
        let ids = try await hearing.desk.rounds(of: hearing.plan, for: hearing.drafter).map(\.round.id.rawValue)
        #expect(ids == ["ronde-partners", "ronde-partners-2", "ronde-partners-3"])
        #expect(try await hearing.world.store.organisations(of: hearing.plan) == Hearing.organisations)
    }

    @Test func whatIsMissingInAPreparationIsNamed() async throws {
        let hearing = try await Hearing()
        var faults: [(String, (inout RoundPreparation) -> Void)] = []
        faults.append(("round.title-empty", { $0.title = " \n" }))
        faults.append(("round.asked-empty", { $0.asked = "" }))
        faults.append(("round.no-organisations", { $0.organisations = [] }))
        faults.append(("round.backwards", { $0.until = Hearing.day("2023-06-04") }))
        faults.append(("round.questions-many", { $0.questions = Array(repeating: "Wat?", count: 31) }))
        faults.append(("consultation.text-long", { $0.privacy = String(repeating: "a", count: 10_001) }))
        for (key, spoil) in faults {
            var preparation = Hearing.preparation()
            spoil(&preparation)
            let error = try await refusal {
                try await hearing.desk.prepare(preparation, in: hearing.plan, by: hearing.handler)
            }
            #expect(error?.code == .invalid)
            #expect(error?.reason.key == key)
        }
        #expect(try await hearing.world.store.rounds(of: hearing.plan).isEmpty)
    }

    @Test func onlyWhoConsultsPreparesAndOpens() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.desk.prepare(Hearing.preparation(), in: hearing.plan, by: hearing.handler).id
        let shown = try await hearing.world.office.heads(of: hearing.plan).text
        for (participant, code) in [
            (hearing.drafter, PlanError.Code.forbidden), (hearing.auditor, .forbidden), (hearing.stranger, .notFound),
            (hearing.police, .notFound), (.visitor, .notFound),
        ] {
            let attempts: [() async throws -> Void] = [
                { try await hearing.desk.prepare(Hearing.preparation(), in: hearing.plan, by: participant) },
                { try await hearing.desk.revise(round, of: hearing.plan, to: Hearing.preparation(), by: participant) },
                { try await hearing.desk.open(round, of: hearing.plan, shown: shown, requestID: "x", by: participant) },
                { try await hearing.desk.close(round, of: hearing.plan, requestID: "y", by: participant) },
            ]
            for attempt in attempts { #expect(try await refusal(of: attempt)?.code == code) }
        }
        #expect(try await hearing.world.store.acts(of: hearing.plan).count == 1)
    }

    @Test func aPlanThatIsNotThereHasNoRounds() async throws {
        let hearing = try await Hearing()
        let nowhere = PlanID.named("een-ander-plan")
        let error = try await refusal {
            try await hearing.desk.prepare(Hearing.preparation(), in: nowhere, by: hearing.stranger)
        }
        #expect(error?.code == .notFound)
        #expect(try await hearing.world.store.rounds(of: nowhere).isEmpty)
    }
}
