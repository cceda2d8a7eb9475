import Phrases
import PlanDomain
import TestSupport
import Testing

@testable import Web

/// Times of day as people read and type them.
struct TimeOfDayTests {
    @Test(arguments: [("09:30", "9.30"), ("09:30", "09.30"), ("09:30", "9:30"), ("17:00", "17.00"), ("00:01", "0:01")])
    func isTypedInEitherLanguage(time: String, typed: String) {
        #expect(TimeOfDay(typed: typed)?.rawValue == time)
    }

    @Test(arguments: ["", "9", "930", "9.3", "25.00", "9.60", "009.30", "9.30 uur", "9.30.00", "negen"])
    func nothingElseIsATime(typed: String) {
        #expect(TimeOfDay(typed: typed) == nil)
    }

    @Test func isPrintedInTheMannerOfTheLanguage() throws {
        let phrasebook = try ProjectFiles.phrasebook()
        let early = try #require(TimeOfDay("00:01"))
        #expect(phrasebook.phrases(in: .nl).text(early) == "00.01")
        #expect(phrasebook.phrases(in: .en).text(early) == "00:01")
    }
}
