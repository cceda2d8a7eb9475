import Testing

@testable import Prose

@Suite struct HTMLRendererTests {
    private func html(_ source: String, _ configure: (inout HTMLRenderer.Options) -> Void = { _ in }) throws -> String {
        var options = HTMLRenderer.Options()
        configure(&options)
        return HTMLRenderer(options: options).render(try MarkdownDocument(parsing: source))
    }

    @Test func rawHTMLIsShownAndNeverPassedOn() throws {
        #expect(try html("a <script>alert(1)</script>") == "<p>a &lt;script&gt;alert(1)&lt;/script&gt;</p>\n")
        #expect(
            try html("<script>\nalert('x')\n</script>")
                == "<pre class=\"raw-html\">&lt;script&gt;\nalert(&#39;x&#39;)\n&lt;/script&gt;</pre>\n")
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", "java&#9;script:alert(1)", "&#1;javascript:alert(1)",
        "vbscript:x", "data:text/html,x",
        "//kwaad.nl", "file:///etc", "http:kwaad", "https:///x", "\\\\kwaad.nl", "ht tp://x", "blob:x", "mailto:",
        "http://&quot;x",
    ])
    func anUnsafeLinkIsItsText(destination: String) throws {
        #expect(try html("[klik](<\(destination)>)") == "<p>klik</p>\n")
    }

    @Test func safeLinksKeepTheirDestination() throws {
        #expect(
            try html("[a](https://x.nl/?a=1&b=\"2\" \"t<\")")
                == "<p><a href=\"https://x.nl/?a=1&amp;b=%222%22\" title=\"t&lt;\" rel=\"noopener noreferrer\">a</a></p>\n"
        )
        #expect(
            try html("[a](/plan/1) [b](#doel) [c](mailto:a@b.nl) [d](../é.pdf)")
                == "<p><a href=\"/plan/1\">a</a> <a href=\"#doel\">b</a> <a href=\"mailto:a@b.nl\">c</a> <a href=\"../%C3%A9.pdf\">d</a></p>\n"
        )
    }

    @Test func imagesComeFromThePlanAlone() throws {
        #expect(
            try html("![Kaart](bijlagen/kaart.png \"De \\\"kaart\\\"\")")
                == "<p><img src=\"bijlagen/kaart.png\" alt=\"Kaart\" title=\"De &quot;kaart&quot;\"></p>\n")
        #expect(
            try html("![Volg mij](https://kwaad.nl/p.gif)") == "<p><span class=\"image-withheld\">Volg mij</span></p>\n"
        )
        #expect(
            try html("![](data:image/png;base64,x)")
                == "<p><span class=\"image-withheld\">data:image/png;base64,x</span></p>\n")
    }

    @Test func aResolverDecidesWherePathsLead() throws {
        let policy = LinkPolicy(
            resolveLink: { $0 == "weg" ? nil : "/s/" + $0 }, resolveImage: { $0 == "x" ? "javascript:x" : "/b/" + $0 })
        #expect(
            try html("[a](b) [c](weg) ![d](e) ![f](x)") { $0.links = policy }
                == "<p><a href=\"/s/b\">a</a> c <img src=\"/b/e\" alt=\"d\"> <span class=\"image-withheld\">f</span></p>\n"
        )
    }

    @Test func bareAddressesBecomeLinks() throws {
        #expect(
            try html("Zie https://a.nl/b_(c). En `https://d.nl`, <https://e.nl>.")
                == "<p>Zie <a href=\"https://a.nl/b_(c)\" rel=\"noopener noreferrer\">https://a.nl/b_(c)</a>. En <code>https://d.nl</code>, <a href=\"https://e.nl\" rel=\"noopener noreferrer\">https://e.nl</a>.</p>\n"
        )
        #expect(try html("https://a.nl\\b") == "<p>https://a.nl\\b</p>\n")
        #expect(try html("xhttp://a.nl ftp://b.nl http://") == "<p>xhttp://a.nl ftp://b.nl http://</p>\n")
        #expect(
            try html("[https://a.nl](https://b.nl)")
                == "<p><a href=\"https://b.nl\" rel=\"noopener noreferrer\">https://a.nl</a></p>\n")
    }

    @Test func headingsAreShiftedAndHaveUniqueIDs() throws {
        #expect(
            try html("# Doel\n\n## Doel\n\n###### Één & ander") { ($0.headingShift, $0.headingIDPrefix) = (2, "s3-") }
                == "<h3 id=\"s3-doel\">Doel</h3>\n<h4 id=\"s3-doel-2\">Doel</h4>\n<h6 id=\"s3-een-en-ander\">Één &amp; ander</h6>\n"
        )
        #expect(try html("# A") == "<h1>A</h1>\n")
    }

    @Test func listsQuotesAndBreaks() throws {
        #expect(
            try html("3. a\n4. b\n\n> c\\\n> d\n\n---")
                == "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n<blockquote>\n<p>c<br>\nd</p>\n</blockquote>\n<hr>\n"
        )
        #expect(try html("- a\n\n- b") == "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n")
        #expect(try html("- a\n  - b") == "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n")
    }

    @Test func tablesHaveColumnHeaders() throws {
        #expect(
            try html("| a | b |\n|---|--:|\n| 1 | **2** |") == """
                <table>
                <thead>
                <tr>
                <th scope="col">a</th>
                <th scope="col" class="align-right">b</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td>1</td>
                <td class="align-right"><strong>2</strong></td>
                </tr>
                </tbody>
                </table>

                """)
    }

    @Test func footnotesAreLinkedBothWays() throws {
        let html = try html("A[^x] en[^x].\n\n[^x]: Noot.") {
            ($0.footnoteIDPrefix, $0.footnotesLabel, $0.backLinkLabel) = ("s1-", "Voetnoten", "Terug")
        }
        #expect(html.contains("<sup class=\"footnote-ref\" id=\"s1-ref-1\"><a href=\"#s1-1\">1</a></sup>"))
        #expect(html.contains("id=\"s1-ref-1-2\""))
        #expect(
            html.contains(
                "<section class=\"footnotes\" aria-label=\"Voetnoten\">\n<ol>\n<li id=\"s1-1\">\n<p>Noot.</p>\n<p><a href=\"#s1-ref-1\" aria-label=\"Terug\">↩</a></p>\n</li>\n</ol>\n</section>"
            ))
    }

    @Test func codeIsEscapedAndKeepsItsLanguage() throws {
        #expect(try html("```a\"b c\n<x>\n```") == "<pre><code class=\"language-a&quot;b\">&lt;x&gt;\n</code></pre>\n")
    }

    @Test func whateverIsWrittenTheHTMLIsWellFormedAndSafe() throws {
        for seed in 0..<1_500 as Range<UInt64> {
            var nasty = NastyMarkdown(seed: seed)
            let source = nasty.document()
            let html = try html(source) { ($0.headingIDPrefix, $0.headingShift) = ("a", 1) }
            if let fault = WellFormedness.fault(in: html) { Issue.record("seed \(seed): \(fault)") }
            #expect(!html.contains("<script") && !html.contains("<div") && !html.contains("<b>"), "seed \(seed)")
            #expect(try self.html(source) { ($0.headingIDPrefix, $0.headingShift) = ("a", 1) } == html, "seed \(seed)")
        }
    }
}
