import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// A plan that begins with a document: taken in, its cut corrected, started; nothing is made before that.
@Suite("A plan from a document")
struct ImportPageTests {
    private static let markdown = """
        # Plan voor het park

        Vooraf.

        ## Waarom

        Het park is *donker*.

        ### Cijfers

        Zeven meldingen.

        ## Hoe

        Met licht.

        """

    private static let upload = "/plannen/nieuw/document"

    /// Somebody who took in a document, and the page on which its cut is corrected.
    private struct Cut {
        let site: RunningSite
        let address: String
        let form: PageForm

        init(_ bytes: Data, called name: String, in site: RunningSite, as reader: Reader? = nil) async throws {
            self.site = site
            let page = try await site.get(ImportPageTests.upload, as: reader)
            let form = try #require(PageForm(page.body, with: "document"))
            let answer = try await site.send(form, with: [SentFile("document", name, bytes)], as: reader)
            #expect(answer.status == 303)
            address = try #require(answer.headers["location"])
            self.form = try #require(PageForm(try await site.get(address, as: reader).body, with: "rol-1"))
        }
    }

    private static func cut(_ body: @Sendable @escaping (RunningSite, Cut) async throws -> Void) async throws {
        try await RunningSite.with(LittleWorld()) { site in
            try await body(site, try await Cut(Data(markdown.utf8), called: "park.md", in: site))
        }
    }

    @Test func theKindOfPlanThatWasChosenIsThereWhenTheCutIsOpenedAgain() async throws {
        try await Self.cut { site, cut in
            let corrected = cut.form.with(["soort": "uitvoeringsplan", "actie": "bijwerken"])
            let answer = try await site.send(corrected)
            #expect(PageForm(answer.body, with: "rol-1")?["soort"] == "uitvoeringsplan")
            let later = try await site.get(cut.address).body
            #expect(PageForm(later, with: "rol-1")?["soort"] == "uitvoeringsplan")
            let wrong = try await site.send(cut.form.with(["soort": "bestaat-niet", "actie": "bijwerken"]))
            #expect(wrong.status == 200)
            #expect(PageForm(try await site.get(cut.address).body, with: "rol-1")?["soort"] == "uitvoeringsplan")
        }
    }

    @Test func aMarkdownDocumentBecomesThePlanThatItsCutShows() async throws {
        try await Self.cut { site, cut in
            #expect(cut.form["rol-1"] == "title" && cut.form["kop-2"] == "Waarom")
            #expect(cut.form["titel"] == "Plan voor het park")
            #expect(try await site.store.projectedPlans() == [])
            let form = cut.form.with([
                "rol-2": "chapter", "rol-3": "section", "kop-3": "Cijfers van nu", "rol-4": "left-out",
                "soort": "uitvoeringsplan",
                "actie": "beginnen",
            ])
            for _ in 0..<2 {
                let answer = try await site.send(form)
                #expect(answer.status == 303)
                #expect(answer.headers["location"] == "/plannen/plan-voor-het-park/indeling")
            }
            #expect(try await site.store.projectedPlans() == [.named("plan-voor-het-park")])
            let text = try await site.world.text(of: .named("plan-voor-het-park"))
            #expect(text.chapters.map { $0.heading?.plainTitle } == [nil, "Waarom"])
            #expect(text.sections.map { $0.heading?.plainTitle } == [nil, nil, "Cijfers van nu"])
            #expect(text.sections.map(\.body) == ["Vooraf.\n", "Het park is *donker*.\n", "Zeven meldingen.\n"])
            #expect(try await site.get(cut.address).status == 404)
        }
    }

    @Test func aWordDocumentComesWithItsImages() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            let cut = try await Cut(FileSamples.docx, called: "C:\\Plan.docx", in: site)
            let page = try await site.get(cut.address).body
            #expect(page.contains("Plan.docx") && page.contains("Er komt 1 afbeelding mee."))
            #expect(page.contains("ontbreekt een beschrijving"))
            let form = cut.form.with(["soort": "uitvoeringsplan", "actie": "beginnen"])
            #expect(try await site.send(form).headers["location"] == "/plannen/plan-voor-rust/indeling")
            let text = try await site.world.text(of: .named("plan-voor-rust"))
            #expect(text.annexes.map(\.name) == ["afbeelding-1.png"])
        }
    }

    @Test func correctionsOutliveTheSession() async throws {
        try await Self.cut { site, cut in
            let form = cut.form.with([
                "rol-2": "part", "kop-4": "Hoe dan?", "titel": "Licht in het park", "actie": "bijwerken",
            ])
            let answer = try await site.send(form)
            #expect(answer.status == 200 && answer.body.contains("Hoe dan?"))
            #expect(PageForm(answer.body, with: "rol-1")?["titel"] == "Licht in het park")
            let again = try #require(PageForm(try await site.get(cut.address).body, with: "rol-1"))
            #expect(again["kop-4"] == "Hoe dan?" && again["titel"] == "Licht in het park")
            #expect(try await site.get(cut.address).body.contains("value=\"part\" selected"))
            #expect(try await site.get(Self.upload).body.contains(cut.address))
            // Who was signed out meanwhile gets everything back to send again.
            let signedOut = try await site.send(form, as: .visitorWithForm)
            #expect(signedOut.status == 403 && signedOut.body.contains("Licht in het park"))
        }
    }

    @Test(
        arguments: [
            (["rol-2": "title"], "er kan maar één kop de titel van het plan zijn"),
            (["rol-2": "hoofdstuk"], "veld-rol-2-fout"), (["kop-2": " "], "veld-kop-2-fout"),
            (["kop-2": String(repeating: "k", count: 201)], "veld-kop-2-fout"), (["soort": nil], "veld-soort-fout"),
            (["titel": ""], "veld-titel-fout"), (["titel": "Nieuw"], "veld-titel-fout"),
            (["rol-0": nil, "rol-1": nil], "veld-rol-1-fout"),
            (
                ["rol-1": "left-out", "rol-2": "left-out", "rol-3": "left-out", "rol-4": "left-out"],
                "er blijft niets over"
            ),
        ] as [([String: String?], String)])
    func aWrongAnswerMakesNothing(answers: [String: String?], words: String) async throws {
        try await Self.cut { site, cut in
            let form = cut.form.with(["soort": "uitvoeringsplan", "actie": "beginnen", "kop-3": "Getypt"])
                .with(answers)
            let answer = try await site.send(form)
            #expect(answer.status == 422 && answer.body.lowercased().contains(words.lowercased()))
            #expect(answer.body.contains("Getypt") && MarkupCheck(answer.body).faults == [])
            #expect(try await site.store.projectedPlans() == [])
        }
    }

    @Test(
        arguments: [
            (FileSamples.pdf, "plan.docx", "dit soort bestand kan niet worden ingelezen"),
            (Data("<script>".utf8) + Data([0]), "plan.md", "tekens die geen tekst zijn"),
            (Data(" \n".utf8), "leeg.md", "het document is leeg"),
            (Data(repeating: 0x50, count: (10 << 20) + 1), "groot.docx", "10 MB"),
        ] as [(Data, String, String)])
    func aFileThatIsNoDocumentIsRefusedClearly(bytes: Data, name: String, words: String) async throws {
        try await RunningSite.with(LittleWorld()) { site in
            let form = try #require(PageForm(try await site.get(Self.upload).body, with: "document"))
            let answer = try await site.send(form, with: [SentFile("document", name, bytes)])
            #expect(answer.status == 422 && answer.body.lowercased().contains(words.lowercased()))
            let none = try await site.send(form, with: [])
            #expect(none.status == 422 && none.body.contains("veld-document-fout"))
            #expect(try await !site.get(Self.upload).body.contains(Self.upload + "/"))
        }
    }

    @Test func whatSomebodyTookInIsNobodyElses() async throws {
        try await Self.cut { site, cut in
            let other = try await Reader.person(
                "Mina Maker", [(.editor, "Projectleider")], in: site.store, at: LittleWorld.now)
            #expect(try await site.get(cut.address, as: other).status == 404)
            for action in ["bijwerken", "beginnen", "weggooien"] {
                let form = cut.form.with([
                    "actie": action, "soort": "uitvoeringsplan", "_request": Secret.make(SystemRandom.bytes).text,
                ])
                let answer = try await site.send(form, as: other)
                #expect(answer.status == (action == "weggooien" ? 303 : 404))
            }
            #expect(try await site.get(cut.address).status == 200)
            #expect(try await site.send(cut.form.with(["actie": "weggooien"])).status == 303)
            #expect(try await site.get(cut.address).status == 404)
            #expect(try await site.store.projectedPlans() == [])
        }
    }

    @Test func thePagesAreAsTheyWere() async throws {
        try await Self.cut { site, cut in
            let document = try await site.get(Self.upload).body
            let page = try await site.get(cut.address).body
            #expect(MarkupCheck(document).faults == [] && MarkupCheck(page).faults == [])
            let id = try #require(cut.address.split(separator: "/").last)
            try Golden.compare(document.replacing(id, with: "document"), with: "nieuw-document.html")
            try Golden.compare(page.replacing(id, with: "document"), with: "nieuw-verdeling.html")
            for target in [Self.upload, cut.address] {
                let english = try await site.get(target, headers: ["Cookie": "taal=en"]).body
                #expect(MarkupCheck(english).faults == [] && !english.contains("⟦"))
            }
        }
    }

    @Test func aLongDocumentStillMakesASmallPage() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            let headings = (1...120).map { "## Kop nummer \($0)\n\nEen alinea met een paar woorden.\n\n" }
            let cut = try await Cut(
                Data(("# Boek\n\n" + headings.joined()).utf8), called: "boek.md", in: site)
            #expect(try await site.get(cut.address).body.utf8.count < 100_000)
            #expect(try await site.send(cut.form.with(["actie": "bijwerken"])).status == 200)
        }
    }
}
