import Testing

@testable import Prose

@Suite struct MarkdownDocumentTests {
    private func blocks(_ source: String) throws -> [MarkdownBlock] { try MarkdownDocument(parsing: source).blocks }
    private func kinds(_ source: String) throws -> [MarkdownBlock.Kind] { try blocks(source).map(\.kind) }

    @Test func aHeadingHasItsLevelAndItsPlace() throws {
        let block = try #require(try blocks("\n## Doel *nu*").first)
        #expect(block.kind == .heading(level: 2, [.text("Doel "), .emphasis([.text("nu")])]))
        #expect(block.range.start == .init(line: 2, column: 1))
        #expect(block.range.lines == 2...2)
    }

    @Test func inlinesKeepWhatWasWritten() throws {
        #expect(
            try kinds("a **b** ~~c~~ `d` [e](f \"g\") ![h *i*](j) <k>\nl  \nm") == [
                .paragraph([
                    .text("a "), .strong([.text("b")]), .text(" "), .strikethrough([.text("c")]), .text(" "),
                    .code("d"), .text(" "),
                    .link(destination: "f", title: "g", [.text("e")]), .text(" "),
                    .image(source: "j", title: "", alt: [.text("h "), .emphasis([.text("i")])]), .text(" "),
                    .html("<k>"), .softBreak,
                    .text("l"), .lineBreak, .text("m"),
                ])
            ])
    }

    @Test func aSingleTildeIsATilde() throws {
        #expect(try kinds("~5~ jaar") == [.paragraph([.text("~5~ jaar")])])
    }

    @Test func listsKeepTheirStartAndTightness() throws {
        guard case .list(let loose) = try #require(try kinds("3. a\n\n7. b").first) else { return #expect(Bool(false)) }
        #expect(loose.marker == .ordered(start: 3))
        #expect(!loose.isTight)
        #expect(loose.items.map(\.plainText) == ["a", "b"])
        #expect(loose.items.map(\.range.start.line) == [1, 3])
        guard case .list(let tight) = try #require(try kinds("- a\n- b\n  - c").first) else {
            return #expect(Bool(false))
        }
        #expect(tight.marker == .bullet)
        #expect(tight.isTight)
        #expect(tight.items.count == 2)
    }

    @Test func aTableHasAlignmentsHeaderAndEqualRows() throws {
        guard
            case .table(let table) = try #require(
                try kinds("| a | b | c |\n|:--|:-:|--:|\n| 1 |\n| 2 | x \\| y | z | te veel |").first)
        else {
            return #expect(Bool(false))
        }
        #expect(table.alignments == [.left, .center, .right])
        #expect(table.header.cells.map(\.inlines.plainText) == ["a", "b", "c"])
        #expect(table.rows.map { $0.cells.map(\.inlines.plainText) } == [["1", "", ""], ["2", "x | y", "z"]])
        #expect(table.rows.map(\.range.start.line) == [3, 4])
    }

    @Test func rawHTMLIsText() throws {
        #expect(try kinds("<div onclick=x>\n*a*\n</div>") == [.html("<div onclick=x>\n*a*\n</div>\n")])
    }

    @Test func codeKeepsItsInfoAndText() throws {
        #expect(try kinds("```swift x\nlet a = *1*\n```") == [.codeBlock(info: "swift x", text: "let a = *1*\n")])
        #expect(try kinds("    a\n    b") == [.codeBlock(info: "", text: "a\nb\n")])
    }

    @Test func footnotesAreNumberedAsTheTextRefersToThem() throws {
        let kinds = try kinds("Een[^b] en twee[^a].\n\n[^a]: noot a\n\n[^b]: noot b[^c]\n\n[^c]: noot c")
        #expect(
            kinds[0]
                == .paragraph([
                    .text("Een"), .footnoteReference(number: 1, label: "b"), .text(" en twee"),
                    .footnoteReference(number: 2, label: "a"), .text("."),
                ]))
        #expect(kinds.dropFirst().compactMap(\.footnoteLabel) == ["b", "a", "c"])
        #expect(kinds.dropFirst().compactMap(\.footnoteNumber) == [1, 2, 3])
    }

    @Test func aFootnoteThatNothingRefersToIsKept() throws {
        let blocks = try blocks("Tekst.\n\n[^los]: niet vergeten\n")
        #expect(blocks.map(\.plainText) == ["Tekst.", "niet vergeten"])
        #expect(blocks[1].kind.footnoteNumber == 1)
        #expect(blocks[0].range.start.line == 1)
        #expect(blocks[1].range.start.line == 3)
    }

    @Test func aDefinitionInsideCodeIsNoFootnote() throws {
        #expect(try kinds("```\n[^a]: x\n```") == [.codeBlock(info: "", text: "[^a]: x\n")])
        #expect(try kinds("Zie [^a]: x") == [.paragraph([.text("Zie [^a]: x")])])
    }

    @Test func plainTextIsWhatAReaderReads() throws {
        let source =
            "# Kop\n\nEen **twee**\ndrie  \nvier[^1].\n\n- a\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n[^1]: noot"
        #expect(
            try MarkdownDocument(parsing: source).plainText
                == "Kop\n\nEen twee drie\nvier.\n\na\nb\n\nx\ty\n1\t2\n\nnoot")
    }

    @Test func theSameRenderingIsToldFromAnother() throws {
        func same(_ one: String, _ other: String) throws -> Bool {
            try MarkdownDocument(parsing: one).rendersSame(as: MarkdownDocument(parsing: other))
        }
        #expect(try same("a\nb *c\nd*", "a b  *c d*"))
        #expect(try same("```\r\nx\r\n```", "```\nx\n```"))
        #expect(try !same("a  \nb", "a b"))
        #expect(try !same("- a", "a"))
        #expect(try !same("[a](b)", "[a](c)"))
        #expect(try !same("```\na  b\n```", "```\na b\n```"))
    }

    @Test func verbatimShowsEveryLetter() {
        let source = "# geen kop <b>\n"
        #expect(
            HTMLRenderer().render(MarkdownDocument(verbatim: source))
                == "<pre><code># geen kop &lt;b&gt;\n</code></pre>\n")
    }

    @Test func parsersOnManyThreadsDoNotDisturbEachOther() async throws {
        let expected = try MarkdownDocument(parsing: "~~weg~~ | a\n\n| ~~x~~ |\n|---|\n")
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<200 {
                group.addTask { try MarkdownDocument(parsing: "~~weg~~ | a\n\n| ~~x~~ |\n|---|\n") == expected }
            }
            for try await isEqual in group { #expect(isEqual) }
        }
    }

    @Test func imagesAreFoundWhereverTheyStand() throws {
        let source = """
            # Kop ![a](a.png)

            - *punt [![b b](b.png)](x)*

            | ![c](c.png) |
            |---|
            | `![niet](code.png)` ![](d.png) |

            Zin.[^1]

            > ![e](e.png "titel")

            [^1]: Noot ![f](f.png)
            """
        let images = try MarkdownDocument(parsing: source).images
        #expect(images.map(\.path) == ["a.png", "b.png", "c.png", "d.png", "e.png", "f.png"])
        #expect(images.map(\.description) == ["a", "b b", "c", "", "e", "f"])
    }
}

extension MarkdownBlock.Kind {
    fileprivate var footnoteLabel: String? {
        if case .footnote(_, let label, _) = self { label } else { nil }
    }

    fileprivate var footnoteNumber: Int? {
        if case .footnote(let number, _, _) = self { number } else { nil }
    }
}
