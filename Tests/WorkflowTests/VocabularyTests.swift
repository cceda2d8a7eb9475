import Foundation
import Testing

@testable import Workflow

/// Days, labels and reasons: the small values that everything is said in.
@Suite struct VocabularyTests {
    @Test func everyDayOfFourCenturiesGoesToItsNumberAndBack() {
        var day = CalendarDate("1800-01-01")
        for _ in 0..<146_097 {
            #expect(CalendarDate(dayNumber: day.dayNumber) == day)
            day = day.adding(days: 1)
        }
        #expect(day == "2200-01-01")
    }

    @Test(arguments: [
        "2023-02-29", "2023-13-01", "2023-00-10", "2023-1-01", "23-01-01", "2023/01/01", "", "2023-01-0١",
    ])
    func whatIsNoDayIsNoDate(text: String) {
        #expect(CalendarDate(iso8601: text) == nil)
    }

    @Test(arguments: [(CalendarDate("2023-06-12"), 1), ("2024-02-29", 4), ("1970-01-01", 4), ("2023-12-31", 7)])
    func weekdaysCountFromMonday(day: CalendarDate, weekday: Int) {
        #expect(day.weekday == weekday)
    }

    @Test func aMomentFallsOnTheDayOfItsZone() {
        let lateEvening = Date(timeIntervalSince1970: 1_686_607_200)  // 12 June 2023, 22:00 UTC
        #expect(CalendarDate(lateEvening, secondsFromUTC: 0) == "2023-06-12")
        #expect(CalendarDate(lateEvening, secondsFromUTC: 7_200) == "2023-06-13")
    }

    @Test func datesAreWrittenAsTheyAreRead() throws {
        let days: [CalendarDate] = ["2023-06-12", "0987-01-02"]
        let text = try JSONEncoder().encode(days)
        #expect(String(decoding: text, as: UTF8.self) == "[\"2023-06-12\",\"0987-01-02\"]")
        #expect(try JSONDecoder().decode([CalendarDate].self, from: text) == days)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CalendarDate].self, from: Data("[\"2023-02-30\"]".utf8))
        }
    }

    @Test func aLabelWithoutEnglishReadsDutch() {
        #expect(LocalizedText(nl: "Opstellen").text(in: "en") == "Opstellen")
        #expect(LocalizedText(nl: "Opstellen", en: "Drafting").text(in: "en") == "Drafting")
        #expect(LocalizedText(nl: "Opstellen", en: "Drafting").text(in: "nl") == "Opstellen")
    }

    @Test func aReasonWithReasonsWithinIsStoredWhole() throws {
        let inner = Reason("gate.not-decided", ["body": GoverningBody.college.asArgument])
        let reason = Reason(
            "refusal.gate-closed",
            [
                "stage": .label(LocalizedText(nl: "Besluit")), "reasons": .list([.phrase(inner), .date("2023-06-12")]),
                "role": .role(.secretary), "count": .number(2),
            ])
        let stored = try JSONEncoder().encode(reason)
        #expect(try JSONDecoder().decode(Reason.self, from: stored) == reason)
    }

    @Test func everyActKindBelongsToOnePlaceOfAWorkflow() {
        let placed = WorkflowDefinition.freeActs.union(WorkflowDefinition.stepActs)
        #expect(WorkflowDefinition.freeActs.isDisjoint(with: WorkflowDefinition.stepActs))
        #expect(Set(ActKind.allCases).subtracting(placed) == [.stageMoved, .sentBack, .gateOverridden, .stepSkipped])
    }
}
