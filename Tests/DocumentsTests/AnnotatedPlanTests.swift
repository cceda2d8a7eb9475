import PlanDomain
import Testing
import Workflow

@testable import Documents

@Suite struct AnnotatedPlanTests {
    @Test func thePartsStandInOrder() throws {
        let plan = try SamplePlan.eventful().dossier().read(.plan)
        #expect(
            plan.firstOutOfOrder([
                "Gemeente Rijnwoude", "Wijkplan", "Wijkwaterplan Zandhoek 2025-2029", "Fase Besluiten", "Versie tekst",
                "van 23 februari 2025", "Register bijgewerkt tot en met handeling 10", "Periode 2025-2029", "Inhoud",
                "1 Waarom dit plan", "1.1 Aanleiding", "2.1 Maatregelen", "Besluitvorming", "1 Waarom dit plan",
                "1.1 Aanleiding", "In Zandhoek staat na een fikse bui water op straat. Dat willen we niet meer.",
                "Totstandkoming van 1.1", "2.1 Maatregelen", "Wadi", "Totstandkoming van 2.1", "Overige wijzigingen",
                "Nota aangevuld", "Vervallen secties", "proef", "Proef geschrapt", "Betrokken organisaties",
                "Waterschap Delta & Rijn", "Besluitvorming", "Handeling 1", "Handeling 10",
                "Herkomst van dit document",
            ]) == nil)
    }

    @Test func aSectionTellsWhoChangedWhatWhenAndWhy() throws {
        let plan = try SamplePlan.eventful().dossier().read(.plan)
        #expect(
            plan.firstOutOfOrder([
                "Totstandkoming van 2.1", "Steller: Beleidsadviseur water · Fase: Besluiten",
                "10 januari 2025, Beleidsadviseur water", "Eerste opzet", "inhoudelijk · nieuw, 40 woorden",
                "20 februari 2025, Beleidsadviseur water", "Wadi toegevoegd op verzoek van de buurt",
                "inhoudelijk · 21 woorden erbij, 4 woorden eraf · inbreng INB-0003 en INB-0011", "Handeling 5",
                "Van Schrijven naar Besluiten gegaan.",
            ]) == nil)
    }

    @Test func ofWhatWasSaidBehindClosedDoorsNoNumberIsGiven() throws {
        var builder = try SamplePlan.eventful()
        builder.closedInputs = ["INB-0011"]
        let plan = try builder.dossier().read(.plan)
        let told = "21 woorden erbij, 4 woorden eraf · inbreng INB-0003 · ontleend aan een besloten bijeenkomst"
        #expect(plan.firstOutOfOrder(["Totstandkoming van 2.1", told]) == nil)
        #expect(plan.firstOutOfOrder(["INB-0011"]) != nil)
    }

    @Test func historyKeepsToItsOwnSection() throws {
        let content = try AnnotatedPlanContent(SamplePlan.eventful().dossier())
        let sections = content.chapters.flatMap(\.sections)
        #expect(sections.map { $0.changes.map(\.summary) }[1] == ["Eerste opzet", "Tikfout"])
        #expect(sections.map { $0.acts.map(\.sequence) } == [[5], [5], [5]])
        #expect(content.removedSections.map(\.id.rawValue) == ["proef"])
        #expect(content.otherChanges.map(\.summary) == ["Nota aangevuld"])
    }

    @Test func everyActIsListedWithItsReason() throws {
        let plan = try SamplePlan.eventful().dossier().read(.plan)
        #expect(
            plan.firstOutOfOrder([
                "Alle handelingen uit het register", "Plan gestart met werkwijze wijkplan, versie 2.",
                "Consultatieronde geopend voor bewoners, van 15 januari 2025 tot en met 15 februari 2025.",
                "Consultatieronde voor bewoners gesloten.",
                "Voorwaarde terzijde gesteld in de fase Schrijven: elke sectie heeft een steller.",
                "Reden: De schrijver is met verlof.", "Over alle secties",
                "Geparafeerd: niet akkoord.", "Reden: niet (meer) in te zien",
                "Geparafeerd: akkoord met opmerking.", "Reden: Let op de planning.",
                "datum niet vermeld, vastgelegd op 30 juni 2025, Gemeentesecretaris",
                "Openbaarmaking gekozen: De nota en het besluit openbaar te maken nadat de kaart is toegevoegd.",
            ]) == nil)
    }

    @Test(arguments: ActKind.allCases) func everyKindOfActHasASentence(_ kind: ActKind) throws {
        for language in [try ProjectFiles.words(.nl), try ProjectFiles.words(.en)] {
            let words = ActWords(words: language, stages: [:], steps: [:], audiences: [:])
            for payload in SamplePayloads.all where payload.kind == kind {
                let sentence = words.sentence(for: payload, about: nil)
                #expect(!sentence.contains("⟦") && sentence.hasSuffix("."), "\(sentence)")
            }
        }
        #expect(SamplePayloads.all.contains { $0.kind == kind })
    }

    @Test func aFulfilledConditionIsNamedByItsClause() throws {
        var builder = try SamplePlan.eventful()
        builder.act(.conditionFulfilled(condition: "publication"), on: "2025-03-20")
        #expect(
            try builder.dossier().read(.plan).contains("Voorwaarde vervuld: nadat de kaart is toegevoegd. Bij tekst"))
    }

    @Test func anActAboutSomeSectionsNamesThem() throws {
        var builder = try SamplePlan.started()
        builder.act(.sentBack(from: "draft", to: "draft"), on: "2025-02-01", about: ["kaart", "maatregelen"])
        #expect(try builder.dossier().read(.plan).contains("Over 2 secties: De kaart en Maatregelen"))
    }

    @Test func headingsGoDownOneLevelAtATimeWhereChaptersHaveNone() throws {
        var builder = try SamplePlan.eventful()
        builder.text.chapters[0].heading = nil
        builder.text.chapters[0].sections[0].heading = nil
        builder.text.chapters[1].sections[0].heading = nil
        let file = HTMLFile(try builder.dossier().html(.plan))
        #expect(file.faults == [])
        #expect(file.headingLevels.first == 1)
    }

    @Test func aFixedNumberIsPrintedAsTheSourceHasIt() throws {
        var builder = try SamplePlan.started()
        builder.text.chapters[1].heading?.numbering = .fixed("Bijlage A")
        #expect(try builder.dossier().read(.plan).contains("Bijlage A Hoe we het doen"))
    }

    @Test func imagesAreDescribedAndOnlyLinksToTheWebStay() throws {
        let html = try SamplePlan.started().dossier().html(.plan)
        #expect(html.contains("<span class=\"image-withheld\">de kaart</span>"))
        #expect(html.contains("<a href=\"https://example.org\""))
    }
}
