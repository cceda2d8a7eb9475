import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// The editor of a section without JavaScript: every answer is clear, and what was typed is never lost.
@Suite("The editor of a section")
struct EditorTests {
    private static let typed = "Het doel is een veilige wijk.\nDe gemeente werkt met bewoners.\n"

    @Test func aTextIsSavedWithItsReasonItsNatureAndItsInputs() async throws {
        try await DraftingSite.with { desk in
            let answers = desk.saving(Self.typed, ["inbreng": "inb-0001, INB-0002 INB-0001"])
            let answer = try await desk.site.send(try await desk.form(answers, as: desk.noor), as: desk.noor)
            #expect(answer.status == 303)
            #expect(answer.headers["location"] == "/plannen/\(desk.plan)/secties/doel")
            #expect(try await desk.body() == Self.typed)
            let change = try #require(try await desk.site.store.changes(of: desk.plan, section: nil).first)
            #expect(change.summary == "Scherper gezegd")
            #expect(change.nature == .substantive)
            #expect(change.inputs == ["INB-0001", "INB-0002"])
            #expect(change.author.function == "Functie van Noor Bos")
            #expect(try await desk.drafts(of: desk.noor) == [])
        }
    }

    @Test func theSameFormSentTwiceIsOneChange() async throws {
        try await DraftingSite.with { desk in
            let form = try await desk.form(desk.saving(Self.typed, ["titel": "Doelen"]), as: desk.noor)
            for _ in 0..<2 { #expect(try await desk.site.send(form, as: desk.noor).status == 303) }
            #expect(try await desk.changeCount() == 3, "the first text, the text and its title")
            let section = try await desk.site.world.text(of: desk.plan).section(.named("doel"))
            #expect(section?.heading?.title == "Doelen")
        }
    }

    /// What is sent, and what the page says at which field.
    @Test(
        arguments: [
            (["reden": ""], "veld-reden-fout"), (["aard": nil], "veld-aard-fout"),
            (["aard": "anders"], "veld-aard-fout"),
            (["aard": "redactioneel"], "veld-aard-fout"), (["aard": "typografisch"], "veld-aard-fout"),
            (["aard": "structuur"], "veld-aard-fout"),
            (["reden": String(repeating: "r", count: 201)], "veld-reden-fout"),
            (["inbreng": "inspraak van 3 juni"], "veld-inbreng-fout"), (["titel": ""], "veld-titel-fout"),
            (["tekst": ""], "veld-tekst-fout"),
            (["tekst": "```\nniet gesloten werkt niet"], "veld-tekst-fout"),
            (["tekst": String(repeating: "lang ", count: 40_001)], "veld-tekst-fout"),
            (["basis": "geen"], "id=\"fouten\""), (["basis": String(repeating: "0", count: 40)], "id=\"fouten\""),
            (["venster": nil], "id=\"fouten\""),
        ] as [([String: String?], String)])
    func whatIsRefusedComesBackWithTheReasonAtItsField(answers: [String: String?], place: String) async throws {
        try await DraftingSite.with { desk in
            let text = answers["tekst"].flatMap { $0 } ?? Self.typed
            let all = desk.saving(Self.typed).merging(answers) { $1 }
            let before = try await desk.body()
            let answer = try await desk.site.send(try await desk.form(all, as: desk.noor), as: desk.noor)
            #expect(answer.status == 422)
            #expect(answer.body.contains(place), "\(answers)")
            #expect(MarkupCheck(answer.body).faults == [])
            let again = try #require(PageForm(answer.body, with: "basis"))
            #expect(again["tekst"] == text || again["tekst"] == text.trimmingCharacters(in: .newlines))
            #expect(again["inbreng"] == (answers["inbreng"] ?? "") ?? "")
            #expect(try await desk.body() == before)
            #expect(try await desk.changeCount() == 1)
            if text.count < 200_000 { #expect(try await desk.drafts(of: desk.noor) == [text]) }
            // What came back can be put right and sent again.
            let right = again.with(desk.saving(Self.typed, ["titel": "Doel", "inbreng": ""]))
            #expect(try await desk.site.send(right, as: desk.noor).status == 303)
            #expect(try await desk.body() == Self.typed)
        }
    }

    @Test func aDraftIsKeptOfferedAndThrownAway() async throws {
        try await DraftingSite.with { desk in
            let form = try await desk.form(desk.saving("Half af", ["actie": "bewaren"]), as: desk.noor)
            let kept = try await desk.site.send(form, as: desk.noor)
            #expect(kept.status == 200 && kept.body.contains("id=\"concept\""))
            #expect(try await desk.changeCount() == 1)
            let again = try await desk.form(as: desk.noor)
            #expect(again["tekst"]?.trimmingCharacters(in: .newlines) == "Half af")
            #expect(again["venster"] == form["venster"])
            // An older window sends what it has: nothing of either is lost.
            _ = try await desk.site.send(form.with(["tekst": "Een ander half"]), as: desk.noor)
            #expect(Set(try await desk.drafts(of: desk.noor)) == ["Half af", "Een ander half"])
            #expect(try await desk.site.send(again.with(["actie": "weggooien"]), as: desk.noor).status == 303)
            #expect(try await desk.drafts(of: desk.noor) == ["Een ander half"])
            #expect(try await desk.drafts(of: desk.bas) == [])
        }
    }

    @Test func aPreviewShowsTheTextAndKeepsEverything() async throws {
        try await DraftingSite.with { desk in
            let form = try await desk.form(
                desk.saving("Een **vette** <script>x</script>", ["actie": "voorbeeld"]), as: desk.noor)
            let answer = try await desk.site.send(form, as: desk.noor)
            #expect(answer.status == 200)
            #expect(answer.body.contains("<strong>vette</strong>"))
            #expect(MarkupCheck(answer.body).faults == [])
            #expect(PageForm(answer.body, with: "basis")?["reden"] == "Scherper gezegd")
            #expect(try await desk.changeCount() == 1)
        }
    }

    @Test func whoMayNotWriteOpensAndSavesNothing() async throws {
        try await DraftingSite.with { desk in
            let form = try await desk.form(desk.saving(Self.typed), as: desk.noor)
            for (reader, status) in [(desk.adviser, 403), (desk.outsider, 404)] {
                #expect(try await desk.site.get(desk.editor, as: reader).status == status)
                #expect(try await desk.site.send(form, as: reader).status == status)
            }
            let foreign = try await desk.site.send(
                "POST", desk.editor, headers: ["Origin": "http://127.0.0.1:\(desk.site.port)"],
                body: "tekst=Verdwaald&reden=x&aard=inhoudelijk", as: desk.noor)
            #expect(foreign.status == 403 && foreign.body.contains("Verdwaald</textarea>"), "no token, no loss")
            #expect(try await desk.changeCount() == 1)
            #expect(
                try await desk.site.get("/plannen/\(desk.plan)/secties/nergens/bewerken", as: desk.noor).status == 404)
        }
    }

    @Test func aFrozenTextSaysSoAndKeepsWhatIsTyped() async throws {
        try await DraftingSite.with { desk in
            let form = try await desk.form(desk.saving(Self.typed), as: desk.noor)
            try await desk.site.world.bringToBoard(desk.plan)
            let answer = try await desk.site.send(form, as: desk.noor)
            #expect(answer.status == 422 && answer.body.contains("id=\"bevroren\""))
            #expect(try await desk.drafts(of: desk.noor) == [Self.typed])
            #expect(try await desk.changeCount() == 1)
        }
    }

    @Test func anOlderTextComesBackAsADraft() async throws {
        try await DraftingSite.with { desk in
            let world = desk.site.world
            let old = try await world.office.heads(of: desk.plan).text
            try await world.save(in: desk.plan) { $0 = $0.with("doel", body: "Iets heel anders.\n") }
            let target = "/plannen/\(desk.plan)/secties/doel/terughalen"
            let request = Secret.make(SystemRandom.bytes).text
            for _ in 0..<2 {
                let answer = try await desk.site.post(
                    target, [("versie", old.rawValue), ("_request", request)], as: desk.noor)
                #expect(answer.status == 303)
                let editor = try #require(answer.headers["location"])
                let form = try await desk.form(at: editor, as: desk.noor)
                #expect(form["tekst"]?.hasPrefix("Het doel is een veilige wijk.") == true)
            }
            #expect(try await desk.drafts(of: desk.noor).count == 1)
            #expect(try await desk.body() == "Iets heel anders.\n")
            #expect(try await desk.site.post(target, [("versie", "gisteren")], as: desk.noor).status == 400)
        }
    }
}
