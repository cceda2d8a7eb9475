import Seeded
import Survey
import Testing

/// What is shown of answers, and what is not.
@Suite struct ResultTests {
    private static let age = Question(
        id: "leeftijd", text: "Hoe oud bent u?",
        kind: .one([
            Choice(id: "jong", text: "Tot 30"), Choice(id: "midden", text: "30 tot 65"),
            Choice(id: "oud", text: "Ouder"),
        ]))
    private static let safe = Question(
        id: "veilig", text: "Hoe veilig?", kind: .scale(Scale(1...5, least: "Niet", most: "Heel")))

    private static func people(_ counts: [(String, Int, Int)]) -> [Respondent] {
        counts.flatMap { age, value, count in
            Array(
                repeating: Respondent(AnswerSheet(["leeftijd": .chosen([age]), "veilig": .value(value)])), count: count)
        }
    }

    @Test func fourPeopleAreNobody() {
        let result = QuestionResult(Self.age, of: Self.people([("jong", 1, 4)]))
        #expect(result.base == nil && result.content == .withheld)
    }

    @Test func aSmallGroupIsWithheldTogetherWithTheNextOne() {
        let result = QuestionResult(Self.age, of: Self.people([("jong", 1, 3), ("midden", 2, 9), ("oud", 3, 20)]))
        guard case .bars(let bars) = result.content else {
            Issue.record("no bars")
            return
        }
        #expect(result.base == 32)
        #expect(bars.map(\.count) == [nil, nil, 20])
        #expect(bars[2].share == 20.0 / 32)
    }

    @Test func whatSeveralMayChooseNeedsNoSecond() {
        let kind = Question.Kind.some([Choice(id: "a", text: "A"), Choice(id: "b", text: "B")], atMost: nil)
        let question = Question(id: "q", text: "Wat?", kind: kind)
        let sheets =
            Array(repeating: Respondent(AnswerSheet(["q": .chosen(["a", "b"])])), count: 3)
            + Array(repeating: Respondent(AnswerSheet(["q": .chosen(["a"])])), count: 6)
        guard case .bars(let bars) = QuestionResult(question, of: sheets).content else {
            Issue.record("no bars")
            return
        }
        #expect(bars.map(\.count) == [9, nil])
    }

    @Test func aMeanIsGivenWhereItTellsNothing() {
        let all = Self.people((1...5).map { ("jong", $0, 10) })
        guard case .scale(_, let mean) = QuestionResult(Self.safe, of: all).content else {
            Issue.record("none")
            return
        }
        #expect(mean == 3)
        let few = Self.people([("jong", 1, 3), ("jong", 2, 8), ("jong", 3, 8), ("jong", 4, 8), ("jong", 5, 8)])
        guard case .scale(_, let none) = QuestionResult(Self.safe, of: few).content else {
            Issue.record("none")
            return
        }
        #expect(none == nil)
    }

    @Test func aRankingPutsWhatIsMostImportantFirst() {
        let choices = ["a", "b", "c"].map { Choice(id: $0, text: $0) }
        let question = Question(id: "q", text: "Wat eerst?", kind: .ranking(choices, atMost: nil))
        let sheets = Array(repeating: ["b", "a", "c"], count: 6) + Array(repeating: ["b", "c", "a"], count: 5)
        let people = sheets.map { Respondent(AnswerSheet(["q": .chosen($0)])) }
        guard case .ranking(let bars) = QuestionResult(question, of: people).content else {
            Issue.record("none")
            return
        }
        #expect(bars.map(\.choice.id) == ["b", "a", "c"])
        #expect(abs(bars.compactMap(\.share).reduce(0, +) - 1) < 1e-9)
    }

    @Test func aTableHoldsOneQuestionAgainstAnother() throws {
        let people = Self.people([("jong", 1, 6), ("jong", 5, 14), ("oud", 1, 20), ("oud", 5, 5), ("midden", 1, 2)])
        let table = try #require(CrossTable(Self.age, by: Self.safe, of: people))
        #expect(table.bases == [20, nil, 25])
        #expect(table.counts[1].allSatisfy { $0 == nil })
        #expect(CrossTable(Self.age, by: Self.age, of: people) == nil)
    }

    /// Whoever knows the sums can't work out a number that is withheld.
    @Test(arguments: 1...200)
    func nothingCanBeWorkedOutFromSums(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        let (height, width) = (Int.random(in: 2...6, using: &chance), Int.random(in: 2...6, using: &chance))
        let table = (0..<height).map { _ in (0..<width).map { _ in Int.random(in: 0...12, using: &chance) } }
        let shown = Confidentiality.shown(table, rowsAddUp: true, columnsAddUp: true)
        let columns = (0..<width).map { column in (0..<height).map { (table[$0][column], shown[$0][column]) } }
        let rows = (0..<height).map { row in (0..<width).map { (table[row][$0], shown[row][$0]) } }
        for line in rows + columns {
            let hidden = line.filter { !$0.1 }
            #expect(line.allSatisfy { $0.0 >= 5 || !$0.1 }, "seed \(seed)")
            let isSafe =
                hidden.isEmpty || hidden.count == line.count
                || hidden.count > 1 && hidden.reduce(0) { $0 + $1.0 } >= 5
            #expect(isSafe, "seed \(seed): \(line)")
        }
    }

    /// Weights make the margins those of the population, and the mean stays 1.
    @Test(arguments: 1...20)
    func weightsMakeTheMarginsRight(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        let sheets = (0..<400).map { _ in
            AnswerSheet([
                "leeftijd": .chosen([Double.random(in: 0..<1, using: &chance) < 0.3 ? "jong" : "oud"]),
                "wijk": .chosen([Double.random(in: 0..<1, using: &chance) < 0.6 ? "noord" : "zuid"]),
            ])
        }
        let weighting = try #require(
            Weighting(["leeftijd": ["jong": 0.5, "oud": 0.5], "wijk": ["noord": 0.45, "zuid": 0.55]]))
        let weights = weighting.weights(of: sheets)
        func share(_ question: String, _ choice: String) -> Double {
            zip(sheets, weights).filter { $0.0[question] == .chosen([choice]) }.reduce(0) { $0 + $1.1 } / 400
        }
        #expect(abs(share("leeftijd", "jong") - 0.5) < 1e-4 && abs(share("wijk", "zuid") - 0.55) < 1e-4, "seed \(seed)")
        #expect(abs(weights.reduce(0, +) / 400 - 1) < 1e-9)
        #expect(Weighting(["wijk": ["noord": 0.4, "zuid": 0.4]]) == nil)
    }
}
