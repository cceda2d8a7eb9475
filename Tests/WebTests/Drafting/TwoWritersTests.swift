import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// Two people at one text, and one person whose tab, session or server goes away.
@Suite("Two writers at one text")
struct TwoWritersTests {
    @Test func changesInDifferentSentencesComeTogether() async throws {
        try await DraftingSite.with { desk in
            let lines = ["Het doel is een veilige wijk.", "De gemeente werkt niet alleen."]
            let mine = try await desk.form(
                desk.saving("Het doel is een fijne wijk.\n\(lines[1])\n\n\nNieuw slot.\n"), as: desk.noor)
            let theirs = try await desk.form(
                desk.saving("# Kop\n\n\(lines[0])\n\(lines[1])\n"), as: desk.bas)
            #expect(try await desk.site.send(theirs, as: desk.bas).status == 303)
            let answer = try await desk.site.send(mine, as: desk.noor)
            guard answer.status == 303 else { return #expect(answer.status == 409) }
            let text = try #require(try await desk.body())
            #expect(text.contains("fijne wijk") && text.contains("# Kop") && text.contains("Nieuw slot."))
        }
    }

    @Test(arguments: [
        ("mijn", "Het doel is rust.\n"), ("ander", "Het doel is veiligheid.\n"),
        ("beide", "Het doel is veiligheid.\nHet doel is rust.\n"), ("eigen", "Het doel is rust en veiligheid.\n"),
    ])
    func changesInOneSentenceAreAChoice(side: String, outcome: String) async throws {
        try await DraftingSite.with { desk in
            let mine = try await desk.form(
                desk.saving("Het doel is rust.\n", ["inbreng": "INB-0007"]), as: desk.noor)
            let theirs = try await desk.form(desk.saving("Het doel is veiligheid.\n"), as: desk.bas)
            #expect(try await desk.site.send(theirs, as: desk.bas).status == 303)
            let conflict = try await desk.site.send(mine, as: desk.noor)
            #expect(conflict.status == 409)
            #expect(MarkupCheck(conflict.body).faults == [])
            #expect(!conflict.body.contains("⟦"))
            #expect(try await desk.body() == "Het doel is veiligheid.\n")
            #expect(try await desk.drafts(of: desk.noor) == ["Het doel is rust.\n"])
            // Without a choice it is the same page, with what was typed.
            let form = try #require(PageForm(conflict.body, with: "keuze-1")).with(["actie": "kiezen"])
            let unchosen = try await desk.site.send(
                form.with(["eigen-1": "Het doel is rust en veiligheid."]), as: desk.noor)
            #expect(unchosen.status == 409)
            let again = try #require(PageForm(unchosen.body, with: "keuze-1"))
            #expect(again["eigen-1"]?.hasPrefix("Het doel is rust en veiligheid.") == true)
            #expect(again["reden"] == "Scherper gezegd")
            let chosen = again.with(["keuze-1": side, "actie": "kiezen"])
            for _ in 0..<2 {
                let answer = try await desk.site.send(chosen, as: desk.noor)
                #expect(answer.status == 303)
            }
            #expect(try await desk.body() == outcome)
            #expect(try await desk.drafts(of: desk.noor) == [])
            if side != "ander" {
                let change = try #require(try await desk.site.store.changes(of: desk.plan, section: nil).first)
                #expect(change.inputs == ["INB-0007"])
            }
        }
    }

    @Test func aSectionThatWasMergedMeanwhileGivesTheWordsBack() async throws {
        try await DraftingSite.with { desk in
            let form = try await desk.form(desk.saving("Mijn lange zin.\n"), as: desk.noor)
            try await desk.site.world.save(in: desk.plan, nature: .structural) { text in
                try? text.mergeSectionWithNext(.named("aanleiding"))
            }
            let answer = try await desk.site.send(form, as: desk.noor)
            #expect(answer.status == 409)
            #expect(answer.body.contains("Mijn lange zin.\n</textarea>"))
            #expect(MarkupCheck(answer.body).faults == [])
        }
    }

    @Test func aTabThatKeepsItsDraftSurvivesAnythingThatEnds() async throws {
        try await DraftingSite.with { desk in
            let form = try await desk.form(as: desk.noor)
            func keep(_ text: String, _ version: Int) async throws -> WireResponse {
                try await desk.site.post(
                    "/plannen/\(desk.plan)/schrijftafel/concept",
                    form.with(["tekst": text, "teller": String(version)]).values, as: desk.noor)
            }
            #expect(try await keep("Eerste woorden", 1).body.contains("\"outcome\":\"kept\""))
            #expect(try await keep("Eerste woorden en meer", 2).body.contains("\"outcome\":\"kept\""))
            #expect(try await keep("Eerste", 1).body.contains("\"outcome\":\"outdated\""))
            // The server that comes after it reads the same store.
            let later = DraftingDesk(
                office: try desk.site.world.reopened().office, drafts: desk.site.store, people: desk.site.store)
            let account = try #require(desk.noor.account)
            let drafts = try await later.drafts(of: desk.plan, by: Participant(.person(account)))
            #expect(drafts.map(\.text) == ["Eerste woorden en meer"])
            #expect(try await desk.form(as: desk.noor)["tekst"]?.hasPrefix("Eerste woorden en meer") == true)
            // Signed out, the words come back with the answer.
            let values = form.with(["tekst": "Laatste woorden"]).values
            let out = try await desk.site.post("/plannen/\(desk.plan)/schrijftafel/concept", values, as: .visitor)
            #expect(out.status == 403 && out.body.contains("Laatste woorden"))
        }
    }

    @Test func whoWritesTooIsSaidByName() async throws {
        try await DraftingSite.with { desk in
            let form = try await desk.form(as: desk.noor)
            let page = try await desk.site.get(desk.editor, as: desk.bas)
            #expect(page.body.contains("Noor Bos is ook aan het schrijven."))
            let target = "/plannen/\(desk.plan)/schrijftafel/aanwezig"
            #expect(try await desk.site.post(target, form.values, as: desk.noor).body.contains("Bas Vos"))
            _ = try await desk.site.post(target, form.with(["weg": "1"]).values, as: desk.bas)
            let alone = try await desk.site.post(target, form.values, as: desk.noor).body
            #expect(!alone.contains("Bas Vos") && alone.contains("\"moved\":\"\""))
            try await desk.site.world.save(in: desk.plan) { $0 = $0.with("doel", body: "Intussen.\n") }
            #expect(try await desk.site.post(target, form.values, as: desk.noor).body.contains("intussen opgeslagen"))
            #expect(try await desk.site.post(target, [("onderwerp", "x")], as: desk.noor).status == 400)
        }
    }
}
