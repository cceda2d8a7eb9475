import PlanDomain
import Testing
import Workflow

@testable import Documents

@Suite struct GapTests {
    private func withGaps() throws -> DossierBuilder {
        var builder = try SamplePlan.started()
        builder.text.documents[0].parts[0].body = "<!-- Waarom nu? -->\n  \n"
        builder.text.documents[0].parts[1].body = ""
        return builder
    }

    @Test func aNotaWithAnEmptyTextIsRefusedByHeading() throws {
        let dossier = try withGaps().dossier()
        #expect(
            throws: PlanError(
                .conflict,
                Reason("document.texts-empty", ["headings": .list([.text("Inleiding"), .text("Argumenten")])]))
        ) { try dossier.produced(.nota) }
    }

    @Test func theReasonHasWords() throws {
        let reason = Reason("document.texts-empty", ["headings": .list([.text("Inleiding"), .text("Kader")])])
        #expect(
            try ProjectFiles.words().text(of: reason)
                == "Deze teksten zijn nog leeg: Inleiding en Kader. Vul ze in, of schrijf \"Niet van toepassing\".")
    }

    @Test func aPreviewMarksTheGapsAndSaysThatItIsADraft() throws {
        let nota = try withGaps().dossier().read(.nota, gaps: .mark)
        #expect(
            nota.firstOutOfOrder([
                "Concept", "Deze 2 teksten zijn nog niet ingevuld: Inleiding en Argumenten.", "Inleiding",
                "nog niet ingevuld", "Argumenten", "nog niet ingevuld",
            ]) == nil)
        #expect(!nota.contains("Waarom nu?"))
    }

    @Test func aWholeTextIsNoDraft() throws {
        #expect(!(try SamplePlan.started().dossier().read(.nota, gaps: .mark).contains("Concept")))
    }

    @Test func notApplicableIsAnAnswer() throws {
        var builder = try withGaps()
        builder.text.documents[0].parts[0].body = "Niet van toepassing."
        builder.text.documents[0].parts[1].body = "n.v.t."
        #expect(try builder.dossier().read(.nota).contains("n.v.t."))
    }

    @Test func aSectionThatNobodyWroteYetIsMarkedInThePlan() throws {
        var builder = try SamplePlan.started()
        builder.text.chapters[0].sections[0].body = "<!-- Leidraad -->"
        let plan = try builder.dossier().read(.plan)
        #expect(plan.firstOutOfOrder(["1.1 Aanleiding", "nog niet geschreven", "Totstandkoming van 1.1"]) == nil)
        #expect(!plan.contains("Leidraad"))
    }

    @Test func guidanceIsPrintedNowhere() throws {
        for document in DocumentCatalogue.allCases {
            let html = try SamplePlan.eventful().dossier().html(document)
            #expect(!html.contains("<!--"))
            #expect(!html.contains("Noem er drie") && !html.contains("Voor en tegen"))
        }
    }

    @Test func aDocumentWithoutTextsIsNotThere() throws {
        var builder = try SamplePlan.started()
        builder.text.documents = []
        let dossier = try builder.dossier()
        #expect(DocumentCatalogue.documents(of: dossier) == [.plan])
        #expect(throws: PlanError(.notFound, Reason("document.texts-missing", ["document": .text("nota")]))) {
            try dossier.produced(.nota)
        }
    }
}
