import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// Images and annexes in the browser: added with a description, put in a text, shown to whoever may read that text.
@Suite("Images and annexes")
struct AnnexPageTests {
    private static let image = FileSamples.png(width: 8, height: 6)

    private static func list(_ desk: DraftingSite) -> String { "/plannen/\(desk.plan)/bijlagen" }

    private static func add(
        _ bytes: Data, called name: String, as description: String, to desk: DraftingSite, by reader: Reader
    ) async throws -> WireResponse {
        let page = try await desk.site.get(list(desk), as: reader)
        let form = try #require(PageForm(page.body, with: "bestand")).with(["beschrijving": description])
        return try await desk.site.send(form, with: [SentFile("bestand", name, bytes)], as: reader)
    }

    private static func withImage(
        in world: World? = nil, _ body: @Sendable @escaping (DraftingSite) async throws -> Void
    ) async throws {
        try await DraftingSite.with(in: world) { desk in
            let answer = try await add(image, called: "Kaart.PNG", as: "Kaart [van] de wijk", to: desk, by: desk.noor)
            #expect(answer.status == 303)
            try await body(desk)
        }
    }

    /// Saves a text that shows the image.
    private static func show(_ desk: DraftingSite) async throws {
        let form = try await desk.form(desk.saving("Zie ![](bijlagen/kaart.png) hier.\n"), as: desk.noor)
        #expect(try await desk.site.send(form, as: desk.noor).status == 303)
    }

    @Test func anImageIsAddedOnceDescribedAndListedWithWhereItStands() async throws {
        try await Self.withImage { desk in
            _ = try await Self.add(Self.image, called: "nog-eens.png", as: "Anders", to: desk, by: desk.noor)
            #expect(try await desk.site.world.text(of: desk.plan).annexes.map(\.name) == ["kaart.png"])
            try await Self.show(desk)
            let page = try await desk.site.get(Self.list(desk), as: desk.noor).body
            #expect(page.contains("Kaart [van] de wijk") && page.contains("Staat in:"))
            #expect(MarkupCheck(page).faults == [])
            let one = Self.list(desk) + "/kaart.png"
            let form = try #require(PageForm(try await desk.site.get(one, as: desk.noor).body, with: "beschrijving"))
            #expect(try await desk.site.send(form.with(["beschrijving": ""]), as: desk.noor).status == 422)
            #expect(try await desk.site.send(form.with(["beschrijving": "De wijk"]), as: desk.noor).status == 303)
            #expect(try await desk.site.world.text(of: desk.plan).annexes.map(\.description) == ["De wijk"])
        }
    }

    @Test(
        arguments: [
            (FileSamples.png(), "kaart.png", "", "veld-beschrijving-fout"),
            (Data("<svg onload=\"alert(1)\"/>".utf8), "kaart.png", "Kaart", "veld-bestand-fout"),
            (Data("<html>".utf8), "kaart.pdf", "Kaart", "veld-bestand-fout"),
            (Data(repeating: 0, count: (10 << 20) + 1), "kaart.png", "Kaart", "veld-bestand-fout"),
        ] as [(Data, String, String, String)])
    func whatIsNotAcceptedIsToldAtItsField(bytes: Data, name: String, description: String, place: String) async throws {
        try await DraftingSite.with { desk in
            let count = try await desk.changeCount()
            let answer = try await Self.add(bytes, called: name, as: description, to: desk, by: desk.noor)
            #expect(answer.status == 422 && answer.body.contains(place) && MarkupCheck(answer.body).faults == [])
            #expect(try await desk.changeCount() == count)
        }
    }

    @Test func anImageThatIsMereDecorationIsAskedForNoWords() async throws {
        try await Self.withImage { desk in
            let one = Self.list(desk) + "/kaart.png"
            let form = try #require(PageForm(try await desk.site.get(one, as: desk.noor).body, with: "beschrijving"))
            let empty = try await desk.site.send(form.with(["beschrijving": ""]), as: desk.noor)
            #expect(empty.status == 422 && empty.body.contains("veld-beschrijving-fout"))
            let answer = try await desk.site.send(form.with(["beschrijving": "", "sier": "ja"]), as: desk.noor)
            #expect(answer.status == 303)
            let list = try await desk.site.get(Self.list(desk), as: desk.noor).body
            #expect(list.contains("versiering</span>") && MarkupCheck(list).faults == [])
            let page = try await desk.site.get(one, as: desk.noor).body
            #expect(PageForm(page, with: "beschrijving")?["sier"] == "ja")
            #expect(PageForm(page, with: "beschrijving")?["beschrijving"] == "")
        }
    }

    @Test func aFileThatIsShownStaysAndOneThatIsNotGoes() async throws {
        try await Self.withImage { desk in
            let one = Self.list(desk) + "/kaart.png"
            let form = try #require(PageForm(try await desk.site.get(one, as: desk.noor).body, with: "weghalen"))
            #expect(try await desk.site.send(form, as: desk.noor).status == 422)
            try await Self.show(desk)
            let shown = try await desk.site.send(form.with(["zeker": "ja"]), as: desk.noor)
            #expect(shown.status == 422 && shown.body.contains("wordt nog gebruikt"))
            let other = try await desk.form(desk.saving("Niets meer.\n"), as: desk.noor)
            #expect(try await desk.site.send(other, as: desk.noor).status == 303)
            for _ in 0..<2 {
                let answer = try await desk.site.send(form.with(["zeker": "ja"]), as: desk.noor)
                #expect(answer.status == 303)
            }
            #expect(try await desk.site.world.text(of: desk.plan).annexes.isEmpty)
            #expect(try await desk.site.get(one, as: desk.noor).status == 404)
        }
    }

    @Test func aTextShowsItsImageAndOnlyWhoWorksOnThePlanFetchesIt() async throws {
        try await Self.withImage(in: try World()) { desk in
            try await Self.show(desk)
            let page = try await desk.site.get("/plannen/\(desk.plan)/secties/doel", as: desk.adviser).body
            let source = try #require(page.firstMatch(of: /<img src="([^"]+)" alt="([^"]*)"/))
            #expect(source.2 == "Kaart [van] de wijk")
            let address = String(source.1).replacing("&amp;", with: "&")
            let file = try await desk.site.get(address, as: desk.adviser)
            #expect(file.status == 200 && file.headers["content-type"] == "image/png")
            #expect(file.headers["content-security-policy"]?.contains("sandbox") == true)
            #expect(file.headers["x-content-type-options"] == "nosniff")
            // What somebody who is signed in sees does not stay on the machine.
            #expect(file.headers["cache-control"] == "no-store")
            #expect(try await desk.site.get(address, as: desk.outsider).status == 404)
            #expect(try await desk.site.get(address, as: .visitorWithForm).status == 303)
            // The door of readers shows nothing of a version that they do not have.
            let reading = "/plannen/\(desk.plan)/bestanden/kaart.png"
            #expect(try await desk.site.get(reading, as: desk.outsider).status == 404)
            #expect(try await desk.site.get(reading, as: .visitorWithForm).status == 303)
        }
    }

    @Test func withoutAScriptAnImageIsPutAtTheEndAndTheDraftIsKept() async throws {
        try await Self.withImage { desk in
            let form = try await desk.form(["tekst": "Getypt.", "invoegen": "kaart.png"], as: desk.noor)
            let answer = try await desk.site.send(form, as: desk.noor)
            let text = #"Getypt.\#n\#n![Kaart \[van\] de wijk](bijlagen/kaart.png)"#
            #expect(answer.status == 200)
            #expect(PageForm(answer.body, with: "basis")?["tekst"]?.hasPrefix(text) == true)
            #expect(try await desk.drafts(of: desk.noor).first?.hasPrefix(text) == true)
            let leaving = try await desk.form(["tekst": "Later.", "actie": "bestanden"], as: desk.noor)
            let away = try await desk.site.send(leaving, as: desk.noor)
            #expect(away.headers["location"] == Self.list(desk) + "?sectie=doel")
            #expect(try await desk.drafts(of: desk.noor).contains("Later."))
            let back = try await desk.site.get(Self.list(desk) + "?sectie=doel", as: desk.noor).body
            #expect(back.contains(desk.editor))
        }
    }

    @Test func theEditorShowsTheImageInItsPreview() async throws {
        try await Self.withImage { desk in
            let form = try await desk.form(
                ["tekst": "![](bijlagen/kaart.png) ![](bijlagen/weg.png)", "actie": "voorbeeld"], as: desk.noor)
            let page = try await desk.site.send(form, as: desk.noor).body
            #expect(page.matches(of: /<img src="[^"]*\/bijlagen\/kaart.png\/bestand/).count == 1)
            #expect(!page.contains("src=\"bijlagen/"))
        }
    }

    @Test func thePagesAreAsTheyWere() async throws {
        try await Self.withImage { desk in
            for (name, target) in [("bijlagen", Self.list(desk)), ("bijlage", Self.list(desk) + "/kaart.png")] {
                let page = try await desk.site.get(target).body
                try Golden.compare(page.replacing(/versie=[0-9a-f]+/, with: "versie="), with: "\(name).html")
                let english = try await desk.site.get(target, headers: ["Cookie": "taal=en"]).body
                #expect(MarkupCheck(english).faults == [] && !english.contains("⟦"))
            }
        }
    }
}
