import Foundation
import Testing

/// The yardstick: what the municipality published, made again from the replayed case.
struct ProducedTextTests {
    @Test(arguments: PublishedCase.present, ["nota", "raadsmededeling"])
    func aDocumentReadsAsItWasPublished(published: PublishedCase, name: String) throws {
        let scratch = try Scratch()
        let list = Listing(data: try published.replayed(in: scratch))
        let plan = try list.plan("plan-van-aanpak")
        let html = try Paraaf.run("document", "write", plan, name, data: list.data).output
        let made = try #require(ReadableHTML.part("main", of: html))
        let wanted = PublishedText(try published.text(name + ".md"))
        #expect(made.firstOutOfOrder(wanted.texts) == nil)
        // Nothing is added either: neither a field nor a paragraph that the source does not have.
        #expect(made.texts == wanted.texts)
        #expect(made.pieces.filter(\.isHeading) == wanted.pieces.filter(\.isHeading))
    }

    @Test(arguments: PublishedCase.present)
    func theNotaTellsWhatABlandStatusFieldCannot(published: PublishedCase) throws {
        let scratch = try Scratch()
        let list = Listing(data: try published.replayed(in: scratch))
        let html = try Paraaf.run("document", "write", list.plan("plan-van-aanpak"), "nota", data: list.data).output
        let read = ReadableHTML(html)
        let texts = read.texts
        let scheduled = try published.acts().filter { $0.hasSuffix("agendering") }
        #expect(scheduled.count == 2)
        for act in scheduled {
            #expect(texts.contains { $0.hasPrefix(dutch(act.prefix(10)) + ": ") && $0.contains("Gemeentesecretaris") })
        }
        let release = try #require(try published.acts().last?.prefix(10))
        let meeting = dutch(try published.fact("datum")[...])
        #expect(
            read.firstOutOfOrder(["Definitieve akkoord", dutch(release), "B & W d.d.: \(meeting)", "Besluit"]) == nil)
        let condition = try #require(
            try published.text("feiten.yml").firstMatch(of: /voorwaarde: ([^}]+?) *}/)
        ).1
        #expect(texts.contains { $0.contains("openbaar te maken \(condition)") })
    }

    @Test(arguments: PublishedCase.present)
    func theAnnotatedPlanHasEverySectionAndEveryAct(published: PublishedCase) throws {
        let scratch = try Scratch()
        let list = Listing(data: try published.replayed(in: scratch))
        let plan = try list.plan("plan-van-aanpak")
        let html = try Paraaf.run("document", "write", plan, "plan", data: list.data).output
        let read = try #require(ReadableHTML.part("main", of: html))
        let headings = try published.text("plan.md").split(separator: "\n").filter { $0.hasPrefix("#") }
            .map { $0.drop { $0 == "#" || $0 == " " } }
        #expect(headings.count > 15)
        let missing = headings.filter { !read.headings.contains(ReadableHTML.evened(String($0))) }
        #expect(missing.isEmpty)
        #expect(read.firstOutOfOrder(headings.map(String.init)) == nil)
        let acts = try list.acts(of: plan)
        let told = read.texts.filter { $0.hasPrefix("Handeling ") }
        #expect(told.count == acts.count)
        for (line, act) in zip(told, acts) {
            #expect(line.hasPrefix("Handeling \(act.sequence), ") && line.hasSuffix(", \(act.function)"))
        }
        let rest = read.texts.joined(separator: " ")
        #expect(try plainParagraphs(of: published).filter { !rest.contains($0) } == [])
    }

    @Test(arguments: PublishedCase.present)
    func everyDocumentThatIsListedCanBeWritten(published: PublishedCase) throws {
        let scratch = try Scratch()
        let list = Listing(data: try published.replayed(in: scratch))
        let plan = try list.plan("plan-van-aanpak")
        let documents = try list.documents(of: plan)
        #expect(Set(documents.map(\.name)) == ["nota", "raadsmededeling", "plan"])
        for document in documents {
            let file = scratch.place("\(document.name).html")
            let answer = try Paraaf.run(
                "document", "write", plan, document.name, "--format", "html", "--out", file.plain, data: list.data)
            #expect(answer.status == 0 && answer.output.isEmpty, "\(answer.complaint)")
            let html = try String(contentsOf: file, encoding: .utf8)
            #expect(html.hasPrefix("<!doctype html>") && html.hasSuffix("</html>\n"))
            #expect(html.contains("<title>\(document.title)") || html.contains("\(document.title)</title>"))
        }
    }

    /// Paragraphs without any marks of Markdown, which a reader sees as they stand.
    private func plainParagraphs(of published: PublishedCase) throws -> [String] {
        let paragraphs = try published.text("plan.md").split(separator: "\n\n").filter {
            $0.first?.isLetter == true && !$0.contains { "*[]|`_\\<>&".contains($0) } && !$0.contains("\n")
        }
        return paragraphs.map { ReadableHTML.evened(String($0)) }
    }

    /// 2023-06-12 as the field tables of this house style have it: 12-06-2023.
    private func dutch(_ date: Substring) -> String { date.split(separator: "-").reversed().joined(separator: "-") }
}
