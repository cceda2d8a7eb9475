import Testing

@testable import Prose

@Suite struct DiffHTMLRendererTests {
    private func html(_ old: String, _ new: String, context: Int? = nil) -> String {
        DiffHTMLRenderer(labels: WordDiffPropertyTests.labels, context: context).render(WordDiff(old: old, new: new))
    }

    /// The HTML with the marks for the eye alone, as a reader without colours sees it.
    private func seen(_ old: String, _ new: String) -> String {
        html(old, new).replacing(/<span class="visually-hidden">[^<]*<\/span>/, with: "").replacing(/<[^>]*>/, with: "")
            .replacing("\n", with: "")
    }

    @Test func changesCarryWordsAndMarks() {
        #expect(
            html("De oude tekst hier.", "De nieuwe tekst hier.") == """
                <p class="diff-changed">De <del><span class="visually-hidden">vervallen: </span><span class="diff-mark" aria-hidden="true">[−</span>oude <span class="diff-mark" aria-hidden="true">−]</span></del><ins><span class="visually-hidden">toegevoegd: </span><span class="diff-mark" aria-hidden="true">[+</span>nieuwe <span class="diff-mark" aria-hidden="true">+]</span></ins>tekst hier.</p>

                """)
    }

    @Test func whatIsWrittenIsEscaped() {
        let html = html("a <b> & c", "a <script> & \"d\"")
        #expect(!html.contains("<script") && !html.contains("<b>"))
        #expect(html.contains("&lt;") && html.contains("&amp;"))
    }

    @Test func marksOfMarkdownAreStyle() {
        #expect(
            html("**Vet** en *schuin*", "**Vet** en *schuin*") == "<p><strong>Vet</strong> en <em>schuin</em></p>\n")
        #expect(
            seen("Zie [de wet](http://a.nl) nu.", "Zie [de wet](http://a.nl) straks.") == "Zie de wet [−nu−][+straks+]."
        )
        #expect(seen("Een \\*ster\\* en `a*b`.", "Een \\*ster\\* en `a*b`.") == "Een *ster* en a*b.")
    }

    @Test func styleCrossesAChangeAndTheHTMLStillNests() {
        let html = html("Dit is **heel belangrijk nieuws** hier.", "Dit is **heel slecht nieuws** hier.")
        #expect(WellFormedness.fault(in: html) == nil)
        #expect(html.contains("<strong>heel </strong><del>"))
    }

    @Test func aChangedDestinationIsShown() {
        #expect(
            seen("Zie [de wet](http://a.nl) nu.", "Zie [de wet](http://b.nl) nu.")
                == "Zie de wet[−http://a.nl−][+http://b.nl+] nu.")
        #expect(seen("Zie nu.", "Zie [de wet](http://b.nl) nu.") == "Zie [+de wet (http://b.nl) +]nu.")
    }

    @Test func movedTextHasItsNumberAtBothEnds() {
        let moved = "Deze alinea van zeven woorden gaat weg."
        let html = html("\(moved)\n\nA.\n\nB.\n", "A.\n\nB.\n\n\(moved)\n")
        #expect(
            html.contains("verplaatst naar 1: </span><span class=\"diff-mark\" aria-hidden=\"true\">[1→</span>Deze"))
        #expect(html.contains("verplaatst van 1: </span><span class=\"diff-mark\" aria-hidden=\"true\">[→1</span>Deze"))
        #expect(html.contains("<p class=\"diff-moved\">"))
    }

    @Test func aBlockThatOnlyChangedItsShapeSaysSo() {
        #expect(
            html("# Doel hier", "## Doel hier")
                == "<h2 class=\"diff-changed\"><span class=\"diff-restyled\">[andere opmaak]</span> Doel hier</h2>\n")
    }

    @Test func listsQuotesAndTablesStayWhatTheyAre() {
        let source = "- a\n- b\n  1. c\n\n> q\n\n| h |\n|---|\n| d |\n"
        #expect(
            html(source, source) == """
                <ul>
                <li>
                <p>a</p>
                </li>
                <li>
                <p>b</p>
                <ol>
                <li value="1">
                <p>c</p>
                </li>
                </ol>
                </li>
                </ul>
                <blockquote>
                <p>q</p>
                </blockquote>
                <table>
                <tbody>
                <tr>
                <th scope="col">h</th>
                </tr>
                <tr>
                <td>d</td>
                </tr>
                </tbody>
                </table>

                """)
    }

    @Test func aLineEndThatMovedIsNoChangeToSee() {
        #expect(
            html("> Een zin. Nog een.", "> Een zin.\n> Nog een.")
                == "<blockquote>\n<p>Een zin. Nog een.</p>\n</blockquote>\n")
    }

    @Test func farUnchangedBlocksCanBeLeftOut() {
        let old = (1...9).map { "Alinea nummer \($0) van het plan." }.joined(separator: "\n\n")
        let html = html(old, old.replacing("nummer 5 van", with: "nummer vijf van"), context: 1)
        #expect(html.split(separator: "\n").count == 5)
        #expect(html.hasPrefix("<p class=\"diff-gap\">…</p>\n<p>Alinea nummer 4"))
        #expect(html.hasSuffix("<p class=\"diff-gap\">…</p>\n"))
    }
}
