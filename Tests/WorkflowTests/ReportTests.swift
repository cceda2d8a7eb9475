import Testing

@testable import Workflow

/// A gate waits for the reports of sessions that took place.
@Suite struct ReportTests {
    private func line(_ sessions: [CalendarDate]?) throws -> GateReport.Line {
        var scenario = try Scenario.started("meerjarenbeleidsplan")
        scenario.facts.unreportedSessions = sessions
        return try #require(try scenario.gate("consult").line("reports-approved"))
    }

    @Test func everySessionHasAnApprovedReport() throws {
        #expect(try line([]).state == .met)
        let days = [CalendarDate(dayNumber: 19_500), CalendarDate(dayNumber: 19_510)]
        let waiting = try line(days)
        #expect(waiting.state == .missing)
        #expect(
            waiting.reasons == [
                Reason("gate.reports-missing", ["count": .number(2), "days": .list(days.map { .date($0) })])
            ])
    }

    @Test func whoChecksARegisterLaterDoesNotKnow() throws {
        #expect(try line(nil).reasons.isEmpty)
    }
}
