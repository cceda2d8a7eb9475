import Testing

@testable import Workflow

/// Working days, holidays and terms.
@Suite struct CalendarTests {
    /// Easter Sunday as published, 2020 to 2030; the other movable feasts hang on it.
    @Test(
        arguments: zip(
            2020...2030,
            [
                CalendarDate("2020-04-12"), "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31", "2025-04-20",
                "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21",
            ]))
    func movableFeastsHangOnEaster(year: Int, easter: CalendarDate) {
        #expect(DutchHoliday.easterSunday.date(in: year) == easter)
        #expect(DutchHoliday.goodFriday.date(in: year)?.weekday == 5)
        #expect(DutchHoliday.easterMonday.date(in: year) == easter.adding(days: 1))
        #expect(DutchHoliday.ascension.date(in: year)?.weekday == 4)
        #expect(DutchHoliday.whitSunday.date(in: year) == easter.adding(days: 49))
        #expect(DutchHoliday.whitMonday.date(in: year) == easter.adding(days: 50))
    }

    @Test(arguments: [
        (2023, CalendarDate("2023-05-18"), CalendarDate("2023-05-29")), (2024, "2024-05-09", "2024-05-20"),
        (2025, "2025-05-29", "2025-06-09"), (2026, "2026-05-14", "2026-05-25"),
    ])
    func ascensionAndWhitMondayFallAsPublished(year: Int, ascension: CalendarDate, whitMonday: CalendarDate) {
        #expect(DutchHoliday.ascension.date(in: year) == ascension)
        #expect(DutchHoliday.whitMonday.date(in: year) == whitMonday)
    }

    /// 27 April was a Sunday in 2014 and 2025 and will be in 2031.
    @Test(arguments: [
        (2014, CalendarDate("2014-04-26")), (2023, "2023-04-27"), (2025, "2025-04-26"), (2030, "2030-04-27"),
        (2031, "2031-04-26"), (2013, "2013-04-30"),
    ])
    func kingsDayIsKeptOnSaturdayWhenItFallsOnSunday(year: Int, day: CalendarDate) {
        #expect(DutchHoliday.kingsDay.date(in: year) == day)
    }

    @Test(arguments: [
        (MunicipalCalendar.LiberationDay.yearly, true, true), (.lustrum, true, false), (.never, false, false),
    ])
    func liberationDayIsOffAsTheMunicipalityHasIt(
        setting: MunicipalCalendar.LiberationDay, in2025: Bool, in2026: Bool
    ) {
        let calendar = MunicipalCalendar(liberationDay: setting)
        #expect(calendar.isHoliday("2025-05-05") == in2025)
        #expect(calendar.isHoliday("2026-05-05") == in2026)
    }

    @Test func goodFridayIsOffOnlyWhereTheMunicipalityCloses() {
        #expect(MunicipalCalendar().isWorkingDay("2024-03-29"))
        #expect(!MunicipalCalendar(closesOnGoodFriday: true).isWorkingDay("2024-03-29"))
    }

    @Test func workingDaysPassOverWeekendsHolidaysAndClosingDays() {
        let calendar = MunicipalCalendar(closingDays: ["2024-05-10"])
        // Wednesday; Ascension Day, the closing day and the weekend follow.
        #expect(calendar.addingWorkingDays(1, to: "2024-05-08") == "2024-05-13")
        #expect(calendar.addingWorkingDays(-1, to: "2024-05-13") == "2024-05-08")
        #expect(calendar.addingWorkingDays(0, to: "2024-05-09") == "2024-05-09")
        #expect(calendar.workingDays(after: "2024-05-08", through: "2024-05-14") == 2)
        #expect(calendar.workingDays(after: "2024-05-08", through: "2024-05-08") == 0)
    }

    @Test func goingForthAndBackEndsWhereItBegan() {
        let calendar = MunicipalCalendar(closesOnGoodFriday: true, liberationDay: .yearly)
        for offset in 0..<400 {
            let day = CalendarDate("2024-01-01").adding(days: offset)
            guard calendar.isWorkingDay(day) else { continue }
            for count in [1, 3, 10] {
                let there = calendar.addingWorkingDays(count, to: day)
                #expect(calendar.addingWorkingDays(-count, to: there) == day)
                #expect(calendar.workingDays(after: day, through: there) == count)
            }
        }
    }

    @Test func recessCountsUnlessTheDeadlineSaysNot() {
        let recess = MunicipalCalendar.Recess(
            label: LocalizedText(nl: "Zomerreces"), from: "2024-07-08", until: "2024-08-18")
        let calendar = MunicipalCalendar(recesses: [recess])
        #expect(calendar.isWorkingDay("2024-07-10"))
        #expect(calendar.addingWorkingDays(2, to: "2024-07-04") == "2024-07-08")
        #expect(calendar.addingWorkingDays(2, to: "2024-07-04", skippingRecess: true) == "2024-08-19")
    }

    @Test(arguments: [
        // Six weeks that end on an ordinary Monday stay; on Saturday they go on to Monday (article 1).
        (CalendarDate("2024-01-08"), 6, DeadlineDefinition.Unit.weeks, CalendarDate("2024-02-19")),
        ("2024-01-06", 6, .weeks, "2024-02-19"),
        // Good Friday, Easter and Easter Monday (article 3).
        ("2024-02-16", 6, .weeks, "2024-04-02"),
        // 5 May counts every year: 2026-05-05 is a Tuesday.
        ("2026-04-21", 2, .weeks, "2026-05-06"),
        // Three days over Easter hold only one ordinary day, so one more is added (article 2).
        ("2024-03-28", 5, .days, "2024-04-03"),
        // A term of two days is extended only past days of rest.
        ("2024-03-28", 2, .days, "2024-04-02"),
        // More than twelve weeks: the law does not apply (article 4).
        ("2024-01-06", 13, .weeks, "2024-04-06"),
        ("2024-01-06", 91, .days, "2024-04-06"),
    ])
    func aLegalTermEndsAsTheLawOnTermsSays(
        start: CalendarDate, count: Int, unit: DeadlineDefinition.Unit, end: CalendarDate
    ) {
        #expect(LegalTerm.end(after: start, count: count, unit: unit) == end)
    }

    @Test func aLegalTermDoesNotKnowTheMunicipalityAtAll() {
        let calendar = MunicipalCalendar(closingDays: ["2024-02-19"])
        let term = deadline(count: 6, unit: .weeks, .afterEntry, isLegal: true)
        #expect(calendar.dueDate(of: term, entry: "2024-01-08", planning: [:]) == "2024-02-19")
    }

    @Test func aDeadlineCountsForwardFromEntryOrPlanAndBackFromPlan() {
        let calendar = MunicipalCalendar()
        let planning = ["meeting": CalendarDate("2024-06-18")]
        func due(_ deadline: DeadlineDefinition, _ entry: CalendarDate? = nil) -> CalendarDate? {
            calendar.dueDate(of: deadline, entry: entry, planning: planning)
        }
        #expect(due(deadline(count: 3, unit: .workingDays, .before(planned: "meeting"))) == "2024-06-13")
        // Ten days back is a Saturday, so the Friday before.
        #expect(due(deadline(count: 10, unit: .days, .before(planned: "meeting"))) == "2024-06-07")
        // Eleven days on is a Saturday, so the Monday after.
        #expect(due(deadline(count: 11, unit: .days, .after(planned: "meeting"))) == "2024-07-01")
        #expect(due(deadline(count: 2, unit: .weeks, .afterEntry), "2024-06-03") == "2024-06-17")
        #expect(due(deadline(count: 2, unit: .weeks, .afterEntry)) == nil)
        #expect(due(deadline(count: 2, unit: .weeks, .after(planned: "unknown"))) == nil)
    }

    @Test func weeksBackFromACouncilMeetingSkipTheRecess() {
        let calendar = MunicipalCalendar(recesses: [
            .init(label: LocalizedText(nl: "Herfstreces"), from: "2024-10-28", until: "2024-11-03")
        ])
        var papers = deadline(count: 3, unit: .weeks, .before(planned: "meeting"))
        let planning = ["meeting": CalendarDate("2024-11-13")]
        #expect(calendar.dueDate(of: papers, entry: nil, planning: planning) == "2024-10-23")
        papers = deadline(count: 3, unit: .weeks, .before(planned: "meeting"), skipsRecess: true)
        #expect(calendar.dueDate(of: papers, entry: nil, planning: planning) == "2024-10-16")
    }

    @Test func aCalendarIsReadFromItsFile() throws {
        let yaml = """
            good-friday: true
            liberation-day: yearly
            closing-days: [2024-05-10]
            recess:
              - label: { nl: Zomerreces }
                from: 2024-07-08
                until: 2024-08-18
            """
        let calendar = try MunicipalCalendar.read(yaml: yaml, file: "calendar.yml")
        #expect(
            calendar
                == MunicipalCalendar(
                    closesOnGoodFriday: true, liberationDay: .yearly, closingDays: ["2024-05-10"],
                    recesses: [.init(label: LocalizedText(nl: "Zomerreces"), from: "2024-07-08", until: "2024-08-18")]))
    }

    @Test(arguments: [
        ("closing-days: [2024-02-30]\n", "fault.bad-date", 1), ("liberation-day: soms\n", "fault.unknown-word", 1),
        ("recess:\n  - label: { nl: A }\n    from: 2024-08-01\n    until: 2024-07-01\n", "fault.until-before-from", 4),
        ("recess:\n  - label: { nl: A }\n    from: 2024-01-01\n    until: 2034-01-01\n", "fault.recess-too-long", 4),
        ("recess:\n  - label: { nl: A }\n    from: vandaag\n    until: 2034-01-01\n", "fault.bad-date", 3),
        ("vrije-dagen: [2024-05-10]\n", "fault.unknown-key", 1),
    ])
    func aFaultInTheCalendarIsNamedAtItsLine(yaml: String, key: String, line: Int) throws {
        let error = #expect(throws: WorkflowFaults.self) {
            try MunicipalCalendar.read(yaml: yaml, file: "calendar.yml")
        }
        let faults = try #require(error).faults
        #expect(faults.map(\.reason.key) == [key])
        #expect(faults.map(\.line) == [line])
    }

    private func deadline(
        count: Int, unit: DeadlineDefinition.Unit, _ anchor: DeadlineDefinition.Anchor, skipsRecess: Bool = false,
        isLegal: Bool = false
    ) -> DeadlineDefinition {
        DeadlineDefinition(
            id: "d", label: LocalizedText(nl: "Termijn"), stage: "draft", step: nil, count: count, unit: unit,
            anchor: anchor, skipsRecess: skipsRecess, isLegal: isLegal)
    }
}
