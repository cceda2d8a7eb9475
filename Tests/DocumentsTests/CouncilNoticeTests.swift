import PlanDomain
import Testing

@testable import Documents

@Suite struct CouncilNoticeTests {
    @Test func theTableComesFirstAndThenTheTexts() throws {
        let notice = try SamplePlan.started().dossier().read(.councilNotice)
        #expect(
            notice.firstOutOfOrder([
                "Raadsmededeling", "Onderwerp Wijkwaterplan Zandhoek 2025-2029",
                "Nummer 2025-104 Portefeuillehouder Wethouder water", "Team RW-LO Datum 11-03-2025",
                "Kern van de boodschap", "De raad krijgt het plan.",
            ]) == nil)
    }

    @Test func theTeamsNameServesWhereItHasNoCode() throws {
        var builder = try SamplePlan.started()
        builder.text.metadata.teamCode = nil
        #expect(try builder.dossier().read(.councilNotice).contains("Team Leefomgeving"))
    }

    @Test func itIsCalledWhatTheMunicipalityCallsIt() throws {
        var builder = try SamplePlan.started()
        builder.houseStyle.councilNoticeLabel = "Raadsinformatiebrief"
        let produced = try builder.dossier().produced(.councilNotice)
        #expect(produced.title == "Raadsinformatiebrief")
        #expect(ReadableText(produced.html).contains("Raadsinformatiebrief Onderwerp") == false)
        #expect(ReadableText(produced.html).firstOutOfOrder(["Raadsinformatiebrief", "Onderwerp"]) == nil)
    }

    @Test func fieldDatesFollowTheHouseStyle() throws {
        var builder = try SamplePlan.released()
        builder.houseStyle.fieldDates = .written
        #expect(try builder.dossier().read(.councilNotice).contains("Datum 11 maart 2025"))
        let nota = try builder.dossier().read(.nota)
        #expect(
            nota.firstOutOfOrder(["Datum : 11 maart 2025", "6 maart 2025: Wethouder water", "14 maart 2025"]) == nil)
    }
}
