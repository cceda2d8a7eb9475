import Testing

@testable import Prose

@Suite struct SentenceLinesTests {
    @Test(arguments: [
        ("Een zin. Nog een.", "Een zin.\nNog een.\n"),
        ("Een zin die\nover twee regels loopt. Nog een.", "Een zin die over twee regels loopt.\nNog een.\n"),
        ("- Een. Twee.\n- Drie\n  vier. Vijf.", "- Een.\n  Twee.\n- Drie vier.\n  Vijf.\n"),
        ("12. Een. Twee.", "12. Een.\n    Twee.\n"),
        ("> Een. Twee.\nlui.", "> Een.\n> Twee.\n> lui.\n".replacing("\n> lui", with: " lui")),
        ("1. > Een. Twee.", "1. > Een.\n   > Twee.\n"),
        ("Een.  \nTwee. Drie.\\\nVier.", "Een.  \nTwee.\nDrie.\\\nVier.\n"),
        ("**Vet. Ook vet.** Niet.", "**Vet.\nOok vet.**\nNiet.\n"),
        ("**Let op.** *Ook dit.* _En dit._ Klaar.", "**Let op.**\n*Ook dit.*\n_En dit._\nKlaar.\n"),
        (
            "Zie [de wet. Art. 3](http://a.nl \"Een. Twee\"). Klaar.",
            "Zie [de wet. Art. 3](http://a.nl \"Een. Twee\").\nKlaar.\n"
        ),
        ("Zie `a. B`. Klaar.", "Zie `a. B`.\nKlaar.\n"),
        ("Zie <b title=\"x. Y\">dit. Dat</b>. Klaar.", "Zie <b title=\"x. Y\">dit.\nDat</b>.\nKlaar.\n"),
        ("Een noot.[^1] Klaar.\n\n[^1]: Noot.", "Een noot.[^1]\nKlaar.\n\n[^1]: Noot.\n"),
        ("Zie art. 3. Of d.d. 12 juni.", "Zie art. 3.\nOf d.d. 12 juni.\n"),
        ("Een.\r\nTwee.\r\n", "Een.\nTwee.\n"),
        ("Een.   \n\n\n", "Een.\n"),
        ("", ""),
        ("\n\n", "\n\n"),
    ])
    func oneSentencePerLine(source: String, expected: String) {
        #expect(SentenceLines.normalise(source) == expected)
    }

    @Test(arguments: [
        "# Een kop. Nog een.\n", "Een kop. Nog een.\n=====\n", "```\nEen. Twee.\n```\n", "    Een. Twee.\n",
        "<div>\nEen. Twee.\n</div>\n",
        "| Een. Twee. |\n|---|\n| Drie. Vier. |\n", "[a]: /b 'Een. Twee.'\n", "***\n", "<!-- Een. Twee. -->\n",
    ])
    func whatIsNoParagraphStays(source: String) {
        #expect(SentenceLines.normalise(source) == source)
    }

    @Test(arguments: [
        "Het punt is. 1. Dit hoort erbij.", "Het punt is. - Dit hoort erbij.", "Het punt is. + Dit.",
        "Het punt is. * Dit.", "Klaar. # Dit is geen kop.",
        "Klaar. > Dit is geen citaat.", "Klaar. === Dit.", "Klaar. ===", "Klaar. --- Dit.", "Klaar. ---",
        "Klaar. ``` Dit.", "Klaar. ~~~ Dit.",
        "Klaar. | Dit |", "Klaar. <div> Dit.", "Klaar. [^1]: Dit.", "Klaar. 12) Dit.", "Klaar. *** Dit.",
        "Klaar. |---|---|",
    ])
    func aLineNeverBeginsSomethingElse(source: String) throws {
        let lines = SentenceLines.normalise(source)
        #expect(try MarkdownDocument(parsing: source).rendersSame(as: MarkdownDocument(parsing: lines)))
        let document = try MarkdownDocument(parsing: lines)
        #expect(document.blocks.count == 1)
        guard case .paragraph = document.blocks[0].kind else { return #expect(Bool(false), "\(lines)") }
    }

    @Test func aParagraphThatCannotBeRewrittenStaysAndTheRestIsRewritten() throws {
        let stubborn = "<a\nhref='x'>\n"
        #expect(
            SentenceLines.normalise("Een. Twee.\n\n\(stubborn)\nDrie. Vier.")
                == "Een.\nTwee.\n\n\(stubborn)\nDrie.\nVier.\n")
    }

    @Test func bytesOfLettersAreLeftAlone() {
        let source = "Cafe\u{301} is open. Café ook.\n"
        #expect(Array(SentenceLines.normalise(source).utf8) == Array("Cafe\u{301} is open.\nCafé ook.\n".utf8))
    }

    @Test func reflowPutsAParagraphOnOneLine() {
        #expect(
            SentenceLines.reflow("Een.\nTwee.\n\n- Drie.\n  Vier.\\\n  Vijf.\n")
                == "Een. Twee.\n\n- Drie. Vier.\\\n  Vijf.\n")
        #expect(SentenceLines.reflow("> Een.\n> Twee.\n") == "> Een. Twee.\n")
    }

    @Test func reflowUndoesWhatNormaliseDid() {
        let source = "Een zin. Nog een.\n\n> Een citaat. Met twee.\n\n1. Item. Nog een.\n"
        #expect(SentenceLines.reflow(SentenceLines.normalise(source)) == source)
    }

    @Test func manyParagraphsAreRewrittenInOneGo() {
        let source = String(repeating: "Een zin. Nog een.\n\n", count: 3_000)
        #expect(SentenceLines.normalise(source).split(separator: "\n").count == 6_000)
    }
}
