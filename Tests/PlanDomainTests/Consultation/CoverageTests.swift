import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// What the overview says, and what it does not say.
@Suite struct CoverageTests {
    private static let round: RoundID = {
        guard let round = RoundID("ronde") else { preconditionFailure("not the id of a round") }
        return round
    }()

    private static func cell(
        _ submitter: String?, _ outcome: Outcome?, _ count: Int, _ state: InputStanding.State = .answered
    ) -> CoverageCell {
        CoverageCell(
            section: .named("doel"), submitter: submitter, round: round, channel: .form, state: state,
            outcome: outcome, isOpen: state == .received, count: count)
    }

    @Test func nothingIsSaidOfFewerThanFive() {
        let coverage = Coverage([
            Self.cell("GGD", .notTakenOver, 4), Self.cell("Politie", .takenOver, 8),
            Self.cell("Halt", .notTakenOver, 5),
            Self.cell("Halt", .noted, 9), Self.cell("Halt", .notTakenOver, 3, .proposed),
        ])
        let tallies = coverage.tallies(by: .submitter)
        #expect(tallies[.submitter("GGD")]?.share == nil)
        #expect(tallies[.submitter("Halt")]?.share == 0 && tallies[.submitter("Halt")]?.decided == 5)
        #expect(tallies[.submitter("Politie")]?.share == 1)
        let uneven = coverage.unevenShares
        #expect(uneven.map(\.submitter) == [.submitter("Halt")])
        #expect(uneven.first?.others.takenOver == 8 && uneven.first?.others.decided == 12)
    }

    @Test func aSmallDifferenceIsNoWarning() {
        let coverage = Coverage([
            Self.cell("Halt", .takenOver, 3), Self.cell("Halt", .notTakenOver, 3), Self.cell("GGD", .takenOver, 6),
            Self.cell("GGD", .notTakenOver, 4),
        ])
        #expect(coverage.unevenShares.isEmpty)
        // All that one side has is too few on the other.
        #expect(Coverage([Self.cell("Halt", .notTakenOver, 9), Self.cell("GGD", .takenOver, 4)]).unevenShares.isEmpty)
    }

    @Test func whatWasWithdrawnCountsNowhere() {
        let coverage = Coverage([Self.cell("GGD", nil, 2, .received), Self.cell("GGD", nil, 7, .withdrawn)])
        #expect(coverage.total.received == 2 && coverage.total.open == 2 && coverage.total.handled == 0)
        #expect(coverage.counts(.submitter, by: .section) == [.submitter("GGD"): [.section(.named("doel")): 2]])
        #expect(coverage.channels.map(\.channel) == [.form])
    }

    @Test func weeksRunOnWithoutAGap() {
        let time = OfficeTime(now: { Date(timeIntervalSince1970: 0) })
        // Sunday evening at eleven UTC is Monday in the hall.
        let sunday = time.moment(on: Hearing.day("2023-06-12"), hour: 0, minute: 0)
        let flow = WeeklyFlow(
            [
                InputFlow(hour: sunday, channel: .letter, received: 3, answered: 0),
                InputFlow(hour: sunday + 15 * 86_400, channel: .form, received: 1, answered: 2),
            ], until: Hearing.day("2023-07-05"), time: time)
        #expect(flow.weeks.map(\.monday.iso8601) == ["2023-06-12", "2023-06-19", "2023-06-26", "2023-07-03"])
        #expect(flow.weeks.map(\.receivedInAll) == [3, 0, 1, 0])
        #expect(flow.weeks.map(\.waiting) == [3, 3, 2, 2])
        #expect(WeeklyFlow([], until: Hearing.day("2023-07-05"), time: time).weeks.isEmpty)
    }

    @Test func theOverviewNamesWhoIsSilentAndWhatChangedUnasked() async throws {
        let hearing = try await Hearing()
        let desk = CoverageDesk(hearing.world.office, store: hearing.world.store)
        let round = try await hearing.openRound()
        let numbers = try await hearing.send(in: round, by: hearing.police)
        try await hearing.world.save(in: hearing.plan) {
            $0 = $0.with("doel", body: "Het doel is een veilige wijk voor allen.\n")
                .with("acties", body: "Wij doen tien dingen in plaats van drie.\n")
        }
        let plan = try #require(try await hearing.world.store.projectedPlan(hearing.plan))
        let overview = try await desk.overview(of: plan, for: hearing.secretary)
        #expect(overview.silent.map(\.organisation) == [Organisation(name: "Brandweer")])
        #expect(overview.silent.first?.invitedOn != nil && overview.silent.first?.remindedOn == nil)
        let frits = try #require(hearing.fireBrigade.contact(in: hearing.plan))
        try await hearing.world.store.note(
            RoundReminder(
                plan: hearing.plan, round: round, contact: frits.id, kind: .ahead, on: Hearing.day("2023-06-09")),
            telling: NewMail(to: frits.mail, name: frits.name, subject: "", text: "", urgency: .atOnce),
            at: hearing.world.clock.now)
        let reminded = try await desk.overview(of: plan, for: hearing.secretary).silent.first?.remindedOn
        #expect(reminded == Hearing.day("2023-06-09"))
        #expect(overview.changed.map(\.section.id) == [.named("acties")])
        #expect(overview.coverage.total.received == 1 && overview.flow.weeks.last?.waiting == 1)
        #expect(overview.places(on: .submitter) == [.submitter("Politie Oost"), .submitter("Brandweer")])
        try await hearing.adopt(
            try await hearing.propose(WrittenDisposition(outcome: .noted, reason: "Dank."), for: numbers[0]))
        let after = try await desk.overview(of: plan, for: hearing.secretary)
        #expect(after.coverage.total.open == 0 && after.flow.weeks.last?.waiting == 0)
    }

    @Test func theOverviewIsForWhoHandlesInputs() async throws {
        let hearing = try await Hearing()
        let desk = CoverageDesk(hearing.world.office, store: hearing.world.store)
        let plan = try #require(try await hearing.world.store.projectedPlan(hearing.plan))
        for (participant, code) in [
            (hearing.drafter, PlanError.Code.forbidden), (hearing.auditor, .forbidden), (hearing.stranger, .notFound),
            (hearing.councillor, .notFound), (hearing.police, .notFound), (.visitor, .notFound),
        ] {
            let refused = try await refusal { _ = try await desk.overview(of: plan, for: participant) }
            #expect(refused?.code == code)
        }
        for participant in [hearing.handler, hearing.editor, hearing.secretary] {
            _ = try await desk.overview(of: plan, for: participant)
        }
    }
}
