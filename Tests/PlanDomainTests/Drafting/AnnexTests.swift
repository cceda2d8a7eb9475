import Foundation
import Prose
import TestSupport
import Testing

@testable import PlanDomain

/// Images and annexes: checked when they come in, kept in git with the text, shown where the text names them.
@Suite struct AnnexTests {
    private func attach(
        _ bytes: Data, called name: String = "Kaart van de wijk.PNG", description: String = " De wijk  van boven ",
        in world: DeskWorld, by participant: Participant? = nil, request: String = UUID().uuidString
    ) async throws -> Annex {
        try await world.desk.attach(
            NewAnnex(
                plan: world.plan, fileName: name, bytes: bytes, description: description, summary: "Kaart erbij",
                requestID: request), by: participant ?? world.noor)
    }

    @Test func anImageComesInUnderANameOfItsOwn() async throws {
        let world = try await DeskWorld()
        let before = try await world.head()
        let told = FileSamples.png(width: 5, height: 4, chunks: [("tEXt", Array("Author\0Noor Bos".utf8))])
        let annex = try await attach(told, in: world)
        let clean = FileSamples.png(width: 5, height: 4)
        #expect(annex.name == "kaart-van-de-wijk.png")
        #expect(annex.description == "De wijk van boven")
        #expect(annex.pixels == PixelSize(width: 5, height: 4))
        #expect(annex.size == clean.count)
        let head = try await world.head()
        let (known, bytes) = try await world.desk.annex(annex.name, of: world.plan, at: head)
        #expect(known == annex)
        #expect(bytes == clean)
        let git = world.world.git(world.plan)
        #expect(try git.run(["show", "main:bijlagen/kaart-van-de-wijk.png"]).output == clean)
        #expect(try git.faults() == [])
        let earlier = try await refusal { try await world.desk.annex(annex.name, of: world.plan, at: before) }
        #expect(earlier?.code == .notFound)
    }

    @Test func theSameFileIsAddedOnceAndAnotherOfThatNameGetsANumber() async throws {
        let world = try await DeskWorld()
        let first = try await attach(FileSamples.png(), in: world)
        #expect(try await attach(FileSamples.png(), called: "anders.png", in: world) == first)
        #expect(try await attach(FileSamples.png(width: 2), in: world).name == "kaart-van-de-wijk-2.png")
        #expect(try await attach(FileSamples.pdf, called: "../../Rapport", in: world).name == "rapport.pdf")
        #expect(try await attach(FileSamples.odt, called: "日本.exe", in: world).name == "bijlage.odt")
        #expect(try await world.world.text(of: world.plan).annexes.count == 4)
    }

    @Test func whatIsNotAcceptedChangesNothing() async throws {
        let world = try await DeskWorld()
        let svg = Data("<svg onload=\"alert(1)\"/>".utf8)
        #expect(try await refusal { try await attach(svg, called: "kaart.png", in: world) }?.code == .invalid)
        let bare = try await refusal { try await attach(FileSamples.png(), description: " ", in: world) }
        #expect(bare?.reason.key == "annex.no-description")
        for participant in [world.adviser, world.outsider, .visitor] {
            let error = try await refusal { try await attach(FileSamples.png(), in: world, by: participant) }
            #expect(error?.code == (participant == world.adviser ? .forbidden : .notFound))
        }
        #expect(try await world.changeCount() == 1)
    }

    @Test func aDescriptionIsMadeBetterAndAnAnnexTakenOut() async throws {
        let world = try await DeskWorld()
        let annex = try await attach(FileSamples.png(), in: world)
        let withImage = try await world.head()
        try await world.desk.describe(
            annex.name, of: world.plan, as: "De wijk in 2024", summary: "Beter", requestID: "beter", by: world.bas)
        #expect(try await world.world.text(of: world.plan).annex(annex.name)?.description == "De wijk in 2024")
        _ = try await world.desk.save(try await world.work("Zie ![](bijlagen/\(annex.name)).\n"), by: world.noor)
        let detach = {
            try await world.desk.detach(
                annex.name, from: world.plan, summary: "Weg", requestID: "weg", by: world.noor)
        }
        let used = try await refusal { try await detach() }
        #expect(used?.reason.key == "annex.in-use")
        #expect(used?.reason.arguments["places"] == .list([.text("Doel")]))
        _ = try await world.desk.save(try await world.work("Geen kaart.\n", tab: "tab-2"), by: world.noor)
        try await detach()
        try await detach()
        let text = try await world.world.text(of: world.plan)
        #expect(text.annexes.isEmpty)
        #expect(try world.world.git(world.plan)("ls-tree", "--name-only", "main", "bijlagen/") == "")
        #expect(try await world.desk.annex(annex.name, of: world.plan, at: withImage).1 == FileSamples.png())
    }

    @Test func anAnnexComesWithItsOwnBytesOrNotAtAll() async throws {
        let world = try await DeskWorld()
        let digest = world.world.repositories.digest(of: FileSamples.png())
        let annex = Annex(
            name: "kaart.png", kind: .png, description: "", digest: digest, size: FileSamples.png().count)
        for name in ["kaart.png", "../kaart.png", "kaart.pdf", "Kaart.png", "kaart"] {
            let odd = Annex(name: name, kind: .png, description: "", digest: digest, size: annex.size)
            let error = try await refusal { try await world.world.save(in: world.plan) { $0.annexes = [odd] } }
            #expect(error?.reason.key == (name == "kaart.png" ? "annex.bytes-missing" : "annex.name-wrong"), "\(name)")
        }
        let twice = try await refusal { try await world.world.save(in: world.plan) { $0.annexes = [annex, annex] } }
        #expect(twice?.reason.key == "annex.name-wrong")
    }

    @Test(arguments: [
        ("bijlagen/kaart.png", "kaart.png"), ("./bijlagen/kaart.png", "kaart.png"), ("kaart.png", nil),
        ("bijlagen/../plan.yml", nil), ("bijlagen/a/b.png", nil), ("bijlagen/kaart.svg", nil), ("bijlagen/", nil),
        ("https://example.org/bijlagen/kaart.png", nil),
    ])
    func onlyAPathOfAnAnnexIsOne(_ path: String, _ name: String?) {
        #expect(Annex.name(inPath: path) == name)
    }

    @Test func anImageThatSaysNothingNeedsNoWordsAndADocumentAlwaysDoes() async throws {
        let world = try await DeskWorld()
        func attach(_ bytes: Data, _ name: String) async throws -> Annex {
            try await world.desk.attach(
                NewAnnex(
                    plan: world.plan, fileName: name, bytes: bytes, description: "", isDecorative: true,
                    summary: "Erbij", requestID: name), by: world.noor)
        }
        let line = try await attach(FileSamples.png(), "sierlijn.png")
        #expect(line.isDecorative && !line.isBare && line.markdown == "![](bijlagen/sierlijn.png)")
        #expect(try await world.world.text(of: world.plan).annexes == [line], "as git keeps it")
        let refused = try await refusal { try await attach(Data("%PDF-1.7\n%%EOF".utf8), "rapport.pdf") }
        #expect(refused?.reason.key == "annex.not-decorative")
        var options = HTMLRenderer.Options()
        options.show([line]) { "/\($0.name)" }
        let shown = HTMLRenderer(options: options).render(
            try MarkdownDocument(parsing: "![Sierlijn](bijlagen/sierlijn.png)"))
        #expect(shown.contains("alt=\"\""))
        try await world.desk.describe(
            line.name, of: world.plan, as: "Een kaart", summary: "Toch niet", requestID: "w", by: world.noor)
        #expect(try await world.world.text(of: world.plan).annexes.first?.isDecorative == false)
    }

    @Test func anImageOfThePlanIsShownAndAnyOtherIsDescribed() throws {
        let annex = Annex(
            name: "kaart.png", kind: .png, description: "De \"wijk\"", digest: "", size: 1,
            pixels: PixelSize(width: 5, height: 4))
        let report = Annex(name: "rapport.pdf", kind: .pdf, description: "Rapport", digest: "", size: 1)
        var options = HTMLRenderer.Options()
        options.show([annex, report]) { "/plannen/p/bijlagen/\($0.name)" }
        let render = { (markdown: String) in
            HTMLRenderer(options: options).render(try MarkdownDocument(parsing: markdown))
        }
        #expect(
            try render("![](bijlagen/kaart.png)")
                == "<p><img src=\"/plannen/p/bijlagen/kaart.png\" alt=\"De &quot;wijk&quot;\" width=\"5\" height=\"4\"></p>\n"
        )
        #expect(try render("![Eigen tekst](bijlagen/kaart.png)").contains("alt=\"Eigen tekst\""))
        #expect(try render("[lees](bijlagen/rapport.pdf)").contains("href=\"/plannen/p/bijlagen/rapport.pdf\""))
        for other in ["![weg](bijlagen/weg.png)", "![weg](kaart.png)", "![weg](bijlagen/rapport.pdf)"] {
            #expect(try render(other) == "<p><span class=\"image-withheld\">weg</span></p>\n", "\(other)")
        }
        #expect(try !render("[weg](bijlagen/weg.pdf)").contains("href"))
    }
}
