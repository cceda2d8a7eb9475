import Foundation
import Testing

/// The same plan, moment and program give the same bytes, whoever asks, wherever and whenever.
struct ReproducibilityTests {
    private static let names = ["nota", "raadsmededeling", "plan"]

    @Test(arguments: PublishedCase.present, names)
    func aDocumentIsTheSameInEveryZoneAndLocale(published: PublishedCase, name: String) throws {
        let scratch = try Scratch()
        let list = Listing(data: try published.replayed(in: scratch))
        let plan = try list.plan("plan-van-aanpak")
        let first = try Paraaf.run("document", "write", plan, name, data: list.data)
        try #require(first.status == 0)
        let worlds = [
            ["TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8"], ["TZ": "America/Anchorage", "LC_ALL": "C"],
        ]
        for world in worlds {
            let again = try Paraaf.run("document", "write", plan, name, data: list.data, environment: world)
            #expect(again.output == first.output, "\(world)")
        }
    }

    @Test(arguments: PublishedCase.present, names)
    func theReferenceInTheFooterMakesTheDocumentAgain(published: PublishedCase, name: String) throws {
        let scratch = try Scratch()
        let list = Listing(data: try published.replayed(in: scratch))
        let plan = try list.plan("plan-van-aanpak")
        let html = try Paraaf.run("document", "write", plan, name, data: list.data).output
        let reference = try reference(in: html)
        let again = try Paraaf.run("document", "write", plan, name, "--at", reference, data: list.data)
        #expect(again.output == html, "--at \(reference)")
    }

    @Test(arguments: names)
    func laterActsLeaveTheDocumentAtAnEarlierOneAsItWas(name: String) throws {
        let scratch = try Scratch()
        let list = Listing(data: try PublishedCase.example.replayed(in: scratch))
        let plan = try list.plan("plan-van-aanpak")
        let moments = ["2", "5", "8", "versie/1", "vastgesteld/1"]
        let present = try Paraaf.run("document", "write", plan, name, data: list.data).output
        let earlier = try moments.map { try Paraaf.run("document", "write", plan, name, "--at", $0, data: list.data) }
        #expect(earlier.allSatisfy { $0.status == 0 && !$0.output.isEmpty })
        try publish(in: list.data, scratch: scratch)
        #expect(try list.acts(of: plan).map(\.kind).suffix(2) == ["condition-fulfilled", "published"])
        for (moment, before) in zip(moments, earlier) {
            let after = try Paraaf.run("document", "write", plan, name, "--at", moment, data: list.data)
            #expect(after.output == before.output, "--at \(moment)")
        }
        let reference = try reference(in: present)
        #expect(try Paraaf.run("document", "write", plan, name, "--at", reference, data: list.data).output == present)
        #expect(try Paraaf.run("document", "write", plan, name, data: list.data).output != present)
    }

    @Test
    func anEarlierNotaShowsNoLaterAct() throws {
        let scratch = try Scratch()
        let list = Listing(data: try PublishedCase.example.replayed(in: scratch))
        let plan = try list.plan("plan-van-aanpak")
        // Act 3 is the first scheduling; the paraaf, the decision and the release come after it.
        let html = try Paraaf.run("document", "write", plan, "nota", "--at", "3", data: list.data).output
        let read = try #require(ReadableHTML.part("main", of: html)).texts
        let acts = try PublishedCase.example.acts().map { $0.prefix(10).split(separator: "-").reversed() }
        #expect(read.contains { $0.hasPrefix(acts[0].joined(separator: "-") + ": ") })
        #expect(!read.contains { $0.hasPrefix(acts[1].joined(separator: "-") + ": ") })
        #expect(!read.contains(acts[4].joined(separator: "-")))
    }

    /// The moment that a footer says to make the document again with.
    private func reference(in html: Data) throws -> String {
        let texts = try #require(ReadableHTML.part("footer", of: html)).texts
        let label = try #require(texts.firstIndex(of: "Opnieuw maken"))
        return try #require(texts[label + 1].split(separator: " ").last).description
    }

    /// Two acts after the adoption: the condition is met, and the nota becomes public.
    private func publish(in data: URL, scratch: Scratch) throws {
        let longer = try PublishedCase.example.altered(in: scratch) { folder in
            let facts = folder.appending(path: "feiten.yml")
            try facts.replace(
                "\nopenbaarmaking:",
                with: """

                      - { datum: 2026-09-28, handeling: voorwaarde vervuld, door: Griffier }
                      - { datum: 2026-09-29, handeling: openbaarmaking }
                    openbaarmaking:
                    """)
        }
        let answer = try Paraaf.run("replay", longer.plain, "--resume", data: data)
        try #require(answer.status == 0, "\(answer.complaint)")
    }
}
