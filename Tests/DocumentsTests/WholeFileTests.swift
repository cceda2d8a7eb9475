import Crypto
import Foundation
import Phrases
import PlanDomain
import Testing

@testable import Documents

/// What holds for every produced file, whatever is in it.
@Suite struct WholeFileTests {
    @Test(arguments: DocumentCatalogue.allCases, Language.allCases)
    func theFileIsWellFormed(_ document: DocumentCatalogue, _ language: Language) throws {
        let html = try SamplePlan.eventful().dossier().html(document, in: language)
        #expect(HTMLFile(html).faults == [])
        #expect(html.contains("<html lang=\"\(language.rawValue)\">"))
        #expect(!html.contains("⟦"), "a phrase is missing")
    }

    @Test(arguments: DocumentCatalogue.allCases)
    func nothingIsFetchedAndNothingRuns(_ document: DocumentCatalogue) throws {
        let html = try SamplePlan.eventful().dossier().html(document)
        let file = HTMLFile(html)
        #expect(file.requests == [])
        #expect(!file.elements.contains { ["script", "iframe", "object", "link", "img", "form"].contains($0.name) })
        #expect(!file.elements.contains { $0.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" } })
    }

    @Test func theFilesOwnPolicyAllowsItsStyleAndNoOther() throws {
        let html = try SamplePlan.started().dossier().html(.nota)
        let style = try #require(html.firstRange(of: "<style>")).upperBound
        let text = html[style..<(try #require(html.firstRange(of: "</style>")).lowerBound)]
        let hash = Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
        #expect(html.contains("content=\"default-src &#39;none&#39;; style-src &#39;sha256-\(hash)&#39;\""))
    }

    @Test(arguments: DocumentCatalogue.allCases)
    func theFileHasItsLandmarksAndTitle(_ document: DocumentCatalogue) throws {
        let file = HTMLFile(try SamplePlan.eventful().dossier().html(document))
        for landmark in ["header", "main", "footer", "title"] {
            #expect(file.elements.filter { $0.name == landmark }.count == 1, "\(landmark)")
        }
        #expect(file.elements.filter { $0.name == "nav" }.count == (document == .plan ? 1 : 0))
        for table in file.elements where table.name == "table" {
            #expect(table.attributes["aria-labelledby"] != nil || document != .nota)
        }
        #expect(file.elements.filter { $0.name == "th" }.allSatisfy { $0.attributes["scope"] != nil })
    }

    @Test func theFooterSaysWhereTheDocumentComesFrom() throws {
        let dossier = try SamplePlan.released().dossier()
        let footer = try dossier.read(.nota)
        #expect(
            footer.firstOutOfOrder([
                "Herkomst van dit document", "Plan zandhoek-2025-2029", "Document nota", "Taal nl",
                "Tekst \(dossier.commit)",
                "Handeling 7, \(dossier.registerHead.commit)", "Sleutel register \(dossier.keyFingerprint)",
                "Opslag (SHA-256)", "Huisstijl (SHA-256)", "Weergave \(RendererVersion.current)",
                "Opnieuw maken --at \(dossier.reference)",
            ]) == nil)
    }

    @Test func englishLabelsStandAroundTheDutchText() throws {
        let nota = try SamplePlan.released().dossier().read(.nota, in: .en)
        #expect(
            nota.firstOutOfOrder([
                "Nota for the board of mayor and aldermen", "Subject:", "Sign-offs", "Scheduling", "Final release",
                "Decision", "Result: noted", "To make the nota and the decision public.", "Inleiding",
                "Dit plan maakt Zandhoek waterklaar.", "Origin of this document",
            ]) == nil)
        let plan = try SamplePlan.eventful().dossier().read(.plan, in: .en)
        #expect(plan.firstOutOfOrder(["Stage Deciding", "How 1.1 came about", "10 January 2025"]) == nil)
    }
}
