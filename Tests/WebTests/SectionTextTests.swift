import Foundation
import Phrases
import PlanDomain
import Prose
import Testing

@testable import Web

@Suite("The text of a section")
struct SectionTextTests {
    private let phrases: Phrases

    init() throws {
        phrases = try ProjectFiles.phrasebook().phrases(in: .nl)
    }

    @Test func headingsInTheContentsLeadToHeadingsInTheText() throws {
        let body = """
            ### Proces & doel

            > ### Proces & doel

            - tekst

              #### Dieper

            ### Proces & doel
            """
        let markup = SectionMarkup(body, topLevel: 2, prefix: "s-", phrases: phrases)
        let html = markup.render().renderText
        #expect(
            markup.headings.map(\.id) == ["s-proces-en-doel", "s-proces-en-doel-2", "s-dieper", "s-proces-en-doel-3"])
        #expect(markup.headings.map(\.depth) == [0, 0, 1, 0])
        for heading in markup.headings { #expect(html.contains("id=\"\(heading.id)\"")) }
        #expect(html.contains("<h2 id=\"s-proces-en-doel\">") && html.contains("<h3 id=\"s-dieper\">"))
    }

    @Test(arguments: [("# A\n", 4, "<h4"), ("##### A\n", 2, "<h2"), ("###### A\n\n# B\n", 5, "<h5")])
    func theOutermostHeadingGetsTheLevelOfThePage(body: String, level: Int, tag: String) {
        #expect(SectionMarkup(body, topLevel: level, prefix: "", phrases: phrases).render().renderText.contains(tag))
    }

    @Test func guidanceIsNoTextButAHint() {
        let body = "<!-- Schrijf\n hier waarom. -->\n\n<!---->\n<!-- En hoe -->"
        #expect(Guidance.markdown(in: body) == "Schrijf\nhier waarom.\n\nEn hoe\n")
        #expect(Guidance.markdown(in: "tekst <!-- open") == "open\n")
        #expect(
            Guidance.markdown(in: "<!--\nVraag:\n- Wat?\n- Wie?\nLengte: kort.\n-->")
                == "Vraag:\n- Wat?\n- Wie?\n\nLengte: kort.\n")
        let passages = SectionPassages(cache: ByteCache(limit: 1_000), phrases: phrases)
        let section = Section(id: LittleWorld.section("x"), heading: nil, body: body)
        #expect(
            passages.markup(of: section, in: LittleWorld.plan, at: LittleWorld.commit(1), asPart: false, annexes: [])
                == nil)
    }

    @Test func aTextThatIsNoMarkdownShowsLetterForLetter() {
        let hostile = String(repeating: "> ", count: 5_000) + "diep"
        let html = SectionMarkup(hostile, topLevel: 2, prefix: "", phrases: phrases).render().renderText
        #expect(html.contains("<pre><code>") && html.contains("diep"))
    }

    @Test func renderedTextIsKeptByCommit() {
        let cache = ByteCache(limit: 10_000)
        let passages = SectionPassages(cache: cache, phrases: phrases)
        var section = Section(id: LittleWorld.section("x"), heading: nil, body: "Eerst.\n")
        func markup(_ commit: Int, part: Bool = false) -> String? {
            passages.markup(
                of: section, in: LittleWorld.plan, at: LittleWorld.commit(commit), asPart: part, annexes: [])?
                .renderText
        }
        #expect(markup(1) == "<p>Eerst.</p>\n")
        section.body = "Later.\n"
        #expect(markup(1) == "<p>Eerst.</p>\n", "a commit never changes")
        #expect(markup(2) == "<p>Later.</p>\n")
    }
}

@Suite("Was and becomes")
struct ComparisonMarkupTests {
    private let phrases: Phrases

    init() throws {
        phrases = try ProjectFiles.phrasebook().phrases(in: .nl)
    }

    @Test(arguments: [
        ("**vet** en *schuin*", "vet en schuin"), ("snake_case _schuin_", "snake_case schuin"),
        ("[de planning](https://example.org/a_b)", "de planning"), ("![een kaart](kaart.png)", "een kaart"),
        ("2 \\* 3 \\[x\\]", "2 * 3 [x]"), ("`code` ~~weg~~", "code weg"), ("geldt.[^1]", "geldt.[1]"),
        ("half **open", "half open"), ("C:\\map", "C:\\map"), ("a [b", "a b"), ("", ""),
    ])
    func signsOfMarkdownAreTakenOut(markdown: String, text: String) {
        #expect(MarkdownMarks.removed(from: markdown) == text)
    }

    @Test func changesAreMarkedInWordsAndSignsAndEscaped() throws {
        let diff = WordDiff(old: "Het college besluit < 2023.\n", new: "Het college besluit in & na 2023.\n")
        let html = ComparisonMarkup.inOneColumn(diff, phrases).renderText
        #expect(html.contains("<ins><span class=\"sign\" aria-hidden=\"true\">+</span>"))
        #expect(html.contains("<del><span class=\"sign\" aria-hidden=\"true\">−</span>"))
        #expect(html.contains("<span class=\"vh\">toegevoegd: </span>in &amp; na"))
        #expect(html.contains("<span class=\"vh\">weggehaald: </span>&lt;"))
    }

    @Test func sideBySideHasOneRowPerBlock() throws {
        let diff = WordDiff(old: "Een.\n\nTwee.\n", new: "Een.\n\nDrie is heel anders.\n\nVier ook.\n")
        let html = ComparisonMarkup.sideBySide(diff, phrases).renderText
        #expect(html.matches(of: /<tr/).count == diff.blocks.count)
        #expect(html.matches(of: /<td>/).count == 2 * diff.blocks.count)
        #expect(html.contains("<tr class=\"same\">"))
    }
}
