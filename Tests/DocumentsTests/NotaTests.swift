import PlanDomain
import Testing
import Workflow

@testable import Documents

@Suite struct NotaTests {
    @Test func fieldsStandInTheOrderOfTheForm() throws {
        let nota = try SamplePlan.released().dossier().read(.nota)
        #expect(
            nota.firstOutOfOrder([
                "Nota voor Burgemeester en Wethouders", "Team: Leefomgeving", "Onderwerp:",
                "Wijkwaterplan Zandhoek 2025-2029", "Notagegevens", "Bestuursorgaan : College 11-03-2025",
                "Notanummer : 2025-104", "Datum : 11-03-2025", "Programma : 07 - Water en klimaat",
                "Portefeuillehouder : Wethouder water", "Bijlage(n) : Wijkwaterplan.pdf", "Parafering",
                "06-03-2025: Wethouder water", "Agendering", "04-03-2025: Gemeentesecretaris",
                "06-03-2025: Gemeentesecretaris", "Definitieve akkoord", "14-03-2025", "B & W d.d.: 11-03-2025",
                "Besluit", "Het wijkwaterplan vast te stellen", "De raad met een mededeling te informeren",
                "Uitkomst: voor kennisgeving aangenomen", "De nota en het besluit openbaar te maken.", "Inleiding",
                "Dit plan maakt Zandhoek waterklaar.", "Argumenten", "Niet van toepassing.",
            ]) == nil)
    }

    @Test func theSameFunctionMayPutItOnAnAgendaTwice() throws {
        let content = try NotaContent(SamplePlan.released().dossier(), gaps: .refuse)
        #expect(content.scheduling.map(\.function) == ["Gemeentesecretaris", "Gemeentesecretaris"])
        #expect(
            content.scheduling.map(\.day) == [.on(SamplePlan.day("2025-03-04")), .on(SamplePlan.day("2025-03-06"))])
    }

    @Test func whatHasNotHappenedIsSaid() throws {
        let nota = try SamplePlan.started().dossier().read(.nota)
        #expect(
            nota.firstOutOfOrder([
                "Parafering", "nog niet geparafeerd: Paraaf wethouder", "Agendering", "nog niet geagendeerd",
                "Definitieve akkoord", "nog niet gegeven", "B & W d.d.: nog niet besloten", "Besluit (voorgesteld)",
                "Het wijkwaterplan vast te stellen",
            ]) == nil)
        #expect(!nota.contains("Uitkomst"))
        #expect(!(try SamplePlan.released().dossier().read(.nota).contains("voorgesteld")))
    }

    @Test func aFieldThatNobodyFilledInSaysSo() throws {
        var builder = try SamplePlan.started()
        builder.text.metadata.number = "  "
        builder.text.metadata.programme = nil
        builder.text.metadata.nota = NotaFields()
        let nota = try builder.dossier().read(.nota)
        #expect(
            nota.firstOutOfOrder([
                "Bestuursorgaan : nog niet ingevuld", "Notanummer : nog niet ingevuld", "Datum : nog niet ingevuld",
                "Programma : nog niet ingevuld", "Bijlage(n) : geen", "nog geen beslispunten opgenomen",
                "nog niet gekozen wat openbaar wordt",
            ]) == nil)
    }

    @Test func aSubstituteIsPrintedWithWhomAndOnWhatGround() throws {
        let nota = try SamplePlan.eventful().dossier().read(.nota)
        #expect(
            nota.contains(
                "04-03-2025: Plaatsvervangend adviseur financiën, namens Adviseur financiën (vervangingsregeling 2024)"
                    + " – geen bezwaar"))
    }

    @Test func theLastWordOfAFunctionCounts() throws {
        let content = try NotaContent(SamplePlan.eventful().dossier(), gaps: .refuse)
        #expect(content.signOffs.map(\.verdict) == [.agreedWithRemark, .noObjection])
        #expect(content.awaitedSignOffs.isEmpty)
    }

    @Test func aRefusalIsShownAsOne() throws {
        var builder = try SamplePlan.ready()
        builder.act(
            .signedOff(step: "holder", verdict: .notAgreed), by: "Wethouder water", on: "2025-03-07",
            role: .portfolioHolder)
        #expect(try builder.dossier().read(.nota).contains("07-03-2025: Wethouder water – niet akkoord"))
    }

    @Test func aSignOffOnAnEarlierTextIsNotPrinted() throws {
        var builder = try SamplePlan.ready()
        builder.change("Bedrag gewijzigd", on: "2025-03-08", sections: ["maatregelen"])
        let nota = try builder.dossier().read(.nota)
        #expect(!nota.contains("06-03-2025: Wethouder water"))
        #expect(nota.contains("nog niet geparafeerd: Paraaf wethouder"))
    }

    @Test func aTypographicChangeKeepsTheSignOff() throws {
        var builder = try SamplePlan.ready()
        builder.change("Tikfout", on: "2025-03-08", nature: .typographic, sections: ["maatregelen"])
        #expect(try builder.dossier().read(.nota).contains("06-03-2025: Wethouder water"))
    }

    @Test func anOverriddenGateIsPrintedWithFunctionAndReason() throws {
        let nota = try SamplePlan.eventful().dossier().read(.nota)
        #expect(
            nota.firstOutOfOrder([
                "Terzijde gestelde voorwaarden", "28-02-2025: Gemeentesecretaris – terzijde gesteld:",
                "Reden: De schrijver is met verlof. Het team neemt waar.", "Inleiding",
            ]) == nil)
    }

    @Test func aStepsConditionIsNamedInWordsAndAnUnknownOneByItsId() throws {
        var builder = try SamplePlan.ready()
        builder.act(
            .gateOverridden(stage: "decide", condition: "sign-offs-current"), on: "2025-03-09", reason: .withheld)
        builder.act(.gateOverridden(stage: "decide", condition: "afgeschaft"), on: "2025-03-09")
        let overrides = try NotaContent(builder.dossier(), gaps: .refuse).overrides
        guard case .statement(let statement) = overrides[0].condition else {
            Issue.record("not in words: \(overrides[0].condition)")
            return
        }
        #expect(statement.key == "condition.sign-offs-current")
        #expect(overrides[1].condition == .id("afgeschaft"))
        #expect(try builder.dossier().read(.nota).contains("Reden: niet (meer) in te zien"))
    }

    @Test func anActWithoutADateSaysThat() throws {
        #expect(try SamplePlan.eventful().dossier().read(.nota).contains("datum niet vermeld: Gemeentesecretaris"))
    }

    @Test func aPointThatLeftTheTextIsStillReported() throws {
        var builder = try SamplePlan.released()
        builder.text.metadata.nota.decisionPoints.removeLast()
        let points = try NotaContent(builder.dossier(), gaps: .refuse).points
        #expect(points.map(\.number) == [1, 2])
        #expect(points[1].text == nil)
        #expect(points[1].outcome == .noted)
    }

    @Test func aDeferredDecisionIsNoReleasedOne() throws {
        var builder = try SamplePlan.ready()
        builder.act(
            .decided(body: .college, points: [1, 2].map { PointResult(point: $0, outcome: .deferred) }),
            on: "2025-03-11")
        builder.act(.scheduled(body: .college, meeting: nil), by: "Gemeentesecretaris", on: "2025-03-12")
        let nota = try builder.dossier().read(.nota)
        #expect(
            nota.firstOutOfOrder([
                "04-03-2025: Gemeentesecretaris", "12-03-2025: Gemeentesecretaris", "Definitieve akkoord",
                "nog niet gegeven", "B & W d.d.: 11-03-2025", "Uitkomst: aangehouden", "Uitkomst: aangehouden",
            ]) == nil)
    }

    @Test func aDecisionOnAVersionThatWasSentBackIsNoLongerPrinted() throws {
        var builder = try SamplePlan.released()
        builder.act(
            .sentBack(from: "decide", to: "draft"), by: "Gemeentesecretaris", on: "2025-03-20", role: .secretary,
            about: ["maatregelen"], reason: .text("De kosten kloppen niet."))
        let content = try NotaContent(builder.dossier(), gaps: .refuse)
        #expect(content.decision == .notYet)
        #expect(content.finalRelease == .notYet)
        #expect(content.points.allSatisfy { $0.outcome == nil })
    }

    @Test func anAgendaOfTheCouncilIsNoneOfTheBoards() throws {
        var builder = try SamplePlan.ready()
        builder.act(.scheduled(body: .raad, meeting: nil), by: "Griffier", on: "2025-03-10", role: .clerk)
        #expect(!(try builder.dossier().read(.nota).contains("Griffier")))
    }

    @Test func theDocumentStopsAtItsAct() throws {
        let nota = try SamplePlan.released().dossier(upTo: 5).read(.nota)
        #expect(nota.contains("B & W d.d.: nog niet besloten"))
        #expect(nota.contains("06-03-2025: Wethouder water"))
    }

    @Test func personsAreNeverPrinted() throws {
        for document in DocumentCatalogue.allCases {
            #expect(!(try SamplePlan.eventful().dossier().html(document).contains("pseudoniem")))
        }
    }

    @Test(arguments: [
        (Disclosure(.open, wording: "Alles openbaar."), "Alles openbaar."),
        (Disclosure(.open), "De nota en het besluit openbaar te maken."),
        (Disclosure(.openWithPressRelease), "openbaar te maken en een persbericht uit te brengen."),
        (Disclosure(.openAfterCondition, condition: "zodra het kan. "), "openbaar te maken zodra het kan."),
        (Disclosure(.openAfterCondition), "op een later moment openbaar te maken."),
        (Disclosure(.openInPart, ground: "5.1 lid 2 e"), "artikel 5.1 lid 2 e van de Wet open overheid."),
        (Disclosure(.decisionOpen), "Het besluit openbaar te maken en de nota niet."),
        (Disclosure(.closed, ground: "5.1 lid 2 i"), "niet openbaar te maken, op grond van artikel 5.1 lid 2 i"),
        (Disclosure(.closed), "De nota en het besluit niet openbaar te maken."),
    ])
    func theSentenceOnDisclosure(_ disclosure: Disclosure, _ words: String) throws {
        var builder = try SamplePlan.started()
        builder.text.metadata.nota.disclosure = disclosure
        #expect(try builder.dossier().read(.nota).contains(words))
    }

    @Test func anActOnDisclosureGoesBeforeTheProposal() throws {
        let nota = try SamplePlan.eventful().dossier().read(.nota)
        #expect(nota.contains("De nota en het besluit openbaar te maken nadat de kaart is toegevoegd."))
    }
}
