import Testing

@testable import Phrases

@Suite("Texts with placeholders")
struct PhraseTemplateTests {
    @Test func aTextIsTakenApartAtItsPlaceholders() {
        #expect(
            PhraseTemplate("a {b} c{d}")?.pieces == [.text("a "), .placeholder("b"), .text(" c"), .placeholder("d")])
        #expect(PhraseTemplate("{a}")?.pieces == [.placeholder("a")])
        #expect(PhraseTemplate("")?.pieces == [])
        #expect(PhraseTemplate("{a}{a} {b-2}")?.placeholders == ["a", "b-2"])
    }

    @Test(arguments: ["{", "}", "a } b", "{}", "{1a}", "{a b}", "{{a}}", "{é}", "{a"])
    func aStrayBraceIsNoTemplate(text: String) {
        #expect(PhraseTemplate(text) == nil)
    }

    /// Whatever pieces a text is put together from, it comes apart into the same.
    @Test func takingApartUndoesPuttingTogether() throws {
        var state: UInt64 = 42
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for round in 0..<500 {
            var pieces: [PhraseTemplate.Piece] = []
            for _ in 0..<next(6) {
                if next(2) == 0 {
                    pieces.append(.placeholder(["a", "naam", "x-1"][next(3)]))
                } else if case .text = pieces.last {
                    continue
                } else {
                    pieces.append(.text(["tekst ", "é", ". ", "[[x]]"][next(4)]))
                }
            }
            let text = pieces.map { piece in
                switch piece {
                case .text(let text): text
                case .placeholder(let name): "{\(name)}"
                }
            }.joined()
            try #require(PhraseTemplate(text)?.pieces == pieces, "seed 42, round \(round): \(text)")
        }
    }

    @Test func aCountedPhraseAsksForItsCount() throws {
        let one = try #require(PhraseTemplate("één {what}"))
        let other = try #require(PhraseTemplate("{count} {what}"))
        let entry = PhraseEntry.counted(one: one, other: other)
        #expect(entry.placeholders == ["count", "what"])
        #expect(entry.formsAgree)
        #expect(!PhraseEntry.counted(one: one, other: try #require(PhraseTemplate("{count}"))).formsAgree)
    }
}

@Suite("Numbers in words and figures")
struct NumberTests {
    @Test func groupingOnlyAddsSeparators() {
        let phrases = Phrases(language: .nl, entries: [:])
        var value = 1
        for _ in 0..<60 {
            let text = phrases.number(value)
            #expect(text.filter { $0 != "." } == String(value))
            let groups = text.drop { $0 == "-" }.split(separator: ".")
            #expect(groups.dropFirst().allSatisfy { $0.count == 3 } && groups[0].count <= 3)
            value = -(value &* 7 &+ 3) % 1_000_000_000_000
        }
    }

    @Test func everyMonthHasANameInBothLanguages() {
        let dates = Language.allCases.map { language in
            (1...12).map { Phrases(language: language, entries: [:]).writtenDate(year: 2024, month: $0, day: 9) }
        }
        #expect(dates[0][4] == "9 mei 2024" && dates[1][4] == "9 May 2024")
        #expect(Set(dates.joined()).count == 24, "Dutch months have no capital")
    }
}
