import Foundation
import Phrases
import Testing

@testable import Web

@Suite("Templates and their text")
struct TemplateShelfTests {
    @Test func aPhraseIsPutInBeforeTheTemplateIsCompiled() throws {
        let shelf = try makeShelf(["pages/plans.mustache": "<p title=\"[[web.nav.plans]]\">{{heading}}</p>"])
        let page = PlanListPage([], municipality: "<Deventer>", phrases: try ProjectFiles.phrasebook().phrases(in: .nl))
        #expect(
            String(decoding: try shelf.render(page, in: .en), as: UTF8.self)
                == "<p title=\"Plans\">Beleidsplannen van &lt;Deventer&gt;</p>")
    }

    @Test func everyFaultIsNamedWithItsTemplateAndLine() throws {
        let files = [
            "pages/a.mustache": "<p>\n[[web.no.such]]\n{{#open}}", "partials/b.mustache": "[[web.plans.heading]]",
        ]
        let faults = #expect(throws: TemplateFaults.self) { try makeShelf(files) }
        let lines = try #require(faults).description.split(separator: "\n").map(String.init)
        #expect(lines.contains("a.mustache:2: web.no.such is no phrase in nl, or it wants arguments"))
        #expect(lines.contains("b.mustache:1: web.plans.heading is no phrase in en, or it wants arguments"))
        #expect(lines.contains { $0.hasPrefix("a.mustache:3: ") && $0.contains("Section") })
    }

    @Test func aFolderWithoutTemplatesAndAMissingTemplateAreFaults() throws {
        #expect(throws: TemplateFaults.self) { try makeShelf([:]) }
        let shelf = try makeShelf(["pages/other.mustache": "x"])
        #expect(throws: MissingTemplate.self) {
            try shelf.render(AboutPage(municipality: "", phrases: ProjectFiles.phrasebook().phrases(in: .nl)), in: .nl)
        }
    }

    @Test(arguments: [
        ("a & b", "a &amp; b"), ("<i>", "&lt;i&gt;"), ("\"'", "&quot;&#39;"), ("\"\u{301}x", "&quot;\u{301}x"),
        ("<\u{338}", "&lt;\u{338}"), ("\u{0}\u{1}\u{7F}", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("a\u{202E}b", "a\u{FFFD}b"),
        ("é 👩‍👩‍👧", "é 👩‍👩‍👧"), ("regel\neen\ttwee", "regel\neen\ttwee"),
    ])
    func textIsEscapedByteByByte(text: String, escaped: String) {
        #expect(PageText(text).renderText == escaped)
    }

    @Test func passagesComeInTheirPlaces() {
        let text = "<a>" + Passage(index: 1).renderText + "<b>" + Passage(index: 0).renderText
        let bytes = Passage.fill(text, with: [Markup("één"), Markup("")])
        #expect(String(decoding: bytes, as: UTF8.self) == "<a><b>één")
        #expect(String(decoding: Passage.fill("plain", with: [Markup("x")]), as: UTF8.self) == "plain")
    }

    private func makeShelf(_ files: [String: String]) throws -> TemplateShelf {
        try TemplateFolder(files).shelf()
    }
}

@Suite("The cache of rendered bytes")
struct ByteCacheTests {
    @Test func whatWasKeptIsFoundAgain() {
        let cache = ByteCache(limit: 100)
        cache.keep([1, 2, 3], for: "a")
        #expect(cache.bytes(for: "a") == [1, 2, 3])
        #expect(cache.bytes(for: "b") == nil)
    }

    @Test func itNeverHoldsMoreThanItsLimit() {
        let cache = ByteCache(limit: 1_000)
        for number in 0..<500 {
            cache.keep([UInt8](repeating: 0, count: 1 + number * 37 % 300), for: "\(number % 60)")
            #expect(cache.size <= 1_000)
        }
    }

    @Test func whatIsAskedForOutlivesWhatIsNot() {
        let cache = ByteCache(limit: 100)
        cache.keep([UInt8](repeating: 1, count: 10), for: "used")
        cache.keep([UInt8](repeating: 1, count: 10), for: "unused")
        for number in 0..<40 {
            cache.keep([UInt8](repeating: 2, count: 10), for: "\(number)")
            #expect(cache.bytes(for: "used") != nil)
        }
        #expect(cache.bytes(for: "unused") == nil)
    }

    @Test func somethingTooLargeIsNotKept() {
        let cache = ByteCache(limit: 100)
        cache.keep([UInt8](repeating: 0, count: 51), for: "large")
        #expect(cache.bytes(for: "large") == nil)
        #expect(cache.size == 0)
    }

    @Test func keepingAnewReplaces() {
        let cache = ByteCache(limit: 100)
        for _ in 0..<30 { cache.keep([UInt8](repeating: 0, count: 20), for: "same") }
        #expect(cache.size == 20)
    }
}
