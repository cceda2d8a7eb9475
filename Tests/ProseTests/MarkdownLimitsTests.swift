import Testing

@testable import Prose

/// Texts made to hurt: each is refused with its reason, or parsed, and always answered.
@Suite struct MarkdownLimitsTests {
    private func error(_ source: String) -> MarkdownError? {
        do throws(MarkdownError) {
            _ = try MarkdownDocument(parsing: source)
            return nil
        } catch {
            return error
        }
    }

    private func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    @Test func deepQuotesAndListsAreRefused() {
        #expect(error(times(">", 100_000) + "a") == .nestedTooDeeply(line: 1, limit: 100))
        #expect(error(times("- ", 100_000) + "a\n" + times("a\n", 50_000)) == .nestedTooDeeply(line: 1, limit: 100))
        #expect(error(times("1. ", 50_000)) == .nestedTooDeeply(line: 1, limit: 100))
        #expect(error((0..<150).map { times("  ", $0) + "* a\n" }.joined()) == .nestedTooDeeply(line: nil, limit: 100))
        #expect(error((0..<500).map { times("  ", $0) + "* a\n" }.joined()) == .nestedTooDeeply(line: 201, limit: 100))
    }

    @Test func deepInlinesAreRefused() {
        #expect(error(times("*a **a ", 200) + times("b** c* ", 200)) == .nestedTooDeeply(line: nil, limit: 100))
        #expect(error(times("![", 200) + "a" + times("](b)", 200)) == .nestedTooDeeply(line: nil, limit: 100))
    }

    @Test func whatIsNestedWithReasonIsAccepted() throws {
        let deep = times("> ", 90) + "**diep *dieper* [diepst](http://a.nl).** Klaar."
        #expect(error(deep) == nil)
        #expect(SentenceLines.normalise(deep).split(separator: "\n").count == 2)
        #expect(WellFormedness.fault(in: HTMLRenderer().render(try MarkdownDocument(parsing: deep))) == nil)
        #expect(error((0..<20).map { times("  ", $0) + "- a\n" }.joined()) == nil)
    }

    @Test func bracketsAndLongParagraphsAreRefused() {
        #expect(error(times("[", 100_000)) == .tooManyBrackets(line: 1, limit: 5_000))
        #expect(error("ok\n\n" + times("![[]()", 20_000)) == .tooManyBrackets(line: 3, limit: 5_000))
        #expect(error(times("x\n", 50_000) + "|-|\n") == .paragraphTooLong(line: 1, limit: 10_000))
    }

    @Test func tablesThatWouldExplodeAreRefused() {
        #expect(error(times("a|", 5_000) + "\n" + times("-|", 5_000)) == .tableTooLarge(line: 1, limit: 500))
        let wide = "|" + times("x|", 400) + "\n|" + times("-|", 400) + "\n" + times("|\n", 5_000)
        #expect(error(wide) == .tableTooLarge(line: 1, limit: 100_000))
    }

    @Test func oneLongDefinitionUsedOftenIsRefused() {
        #expect(
            error("[a]: " + times("x", 100_000) + "\n\n" + times("[a]\n\n", 4_000))
                == .referencesTooLarge(limit: 64 << 20))
    }

    @Test func footnotesAndBytesHaveALimit() {
        #expect(error((0..<1_001).map { "[^\($0)]: x\n\n" }.joined()) == .tooManyFootnotes(count: 1_001, limit: 1_000))
        #expect(error(times("woord ", 400_000)) == .tooLarge(bytes: 2_400_000, limit: 2 << 20))
    }

    @Test func largeAndHarmlessTextsAreAccepted() {
        #expect(error(times("Een gewone zin met [een link](http://a.nl) erin.\n\n", 20_000)) == nil)
        #expect(error("| a | b |\n|---|---|\n" + times("| 1 | 2 |\n", 5_000)) == nil)
        #expect(error(times("* a\n", 9_000)) == nil)
    }

    /// None of these is refused; each must be answered in time that grows with its length.
    @Test(arguments: [
        "*a **a ", "a_ ", "*_", "<!--", "<?", "a <b ", "&", "\\", "#", "```\n", "| ", "a|b\n\n", "~~a ", "`a ``b ",
        "\t", "'\"", "\u{0}", "\r", "e\u{301}",
    ])
    func hostileRepetitionIsAnswered(unit: String) throws {
        let source = times(unit, unit.contains("|") ? 400 : 40_000)
        if let error = error(source) {
            #expect(
                error == .nestedTooDeeply(line: nil, limit: 100) || error == .nestedTooDeeply(line: 1, limit: 100)
                    || error == .paragraphTooLong(line: 1, limit: 10_000))
        } else {
            let html = HTMLRenderer().render(try MarkdownDocument(parsing: source))
            #expect(html.utf8.count <= 20 * source.utf8.count + 100)
            #expect(WellFormedness.fault(in: html) == nil)
        }
        #expect(!SentenceLines.normalise(source).isEmpty)
    }

    @Test func aRefusedTextIsNormalisedToItself() {
        let source = times(">", 1_000) + "a. B"
        #expect(SentenceLines.normalise(source) == source)
        let diff = WordDiff(old: source, new: source + " c")
        #expect(diff.old == source && diff.new == source + " c")
    }
}
