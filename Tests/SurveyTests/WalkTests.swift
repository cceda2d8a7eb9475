import Survey
import Testing

/// Who gets which question, and what is taken.
@Suite struct WalkTests {
    private static let sample = Questionnaire(
        title: "Veilig wonen",
        pages: [
            .init(
                id: "p1", title: "Uw wijk",
                questions: [
                    Question(
                        id: "woont", text: "Woont u hier?",
                        kind: .one([Choice(id: "ja", text: "Ja"), Choice(id: "nee", text: "Nee", asksWords: true)]),
                        isRequired: true),
                    Question(
                        id: "waar", text: "In welke wijk?", kind: .open(limit: 20), isRequired: true,
                        condition: Condition("woont", in: ["ja"])),
                ]),
            .init(
                id: "p2", title: "Overlast",
                questions: [
                    Question(
                        id: "cijfer", text: "Welk cijfer?", kind: .scale(Scale(1...10, least: "Slecht", most: "Goed"))),
                    Question(
                        id: "reden", text: "Waarom zo laag?", kind: .open(limit: 500),
                        condition: Condition("cijfer", in: ["1", "2", "3"])),
                ], condition: Condition("woont", in: ["ja"])),
            .init(
                id: "p3", title: "Tot slot",
                questions: [
                    Question(
                        id: "drie", text: "Wat is belangrijk?",
                        kind: .some(["a", "b", "c"].map { Choice(id: $0, text: $0) }, atMost: 2)),
                    Question(
                        id: "rooster", text: "Hoe vaak?",
                        kind: .matrix(
                            rows: [Choice(id: "r1", text: "Lawaai"), Choice(id: "r2", text: "Afval")],
                            columns: [Choice(id: "nooit", text: "Nooit"), Choice(id: "vaak", text: "Vaak")]),
                        isRequired: true),
                ]),
        ])

    @Test func theSampleHasNoFaults() { #expect(Self.sample.faults == []) }

    @Test func aPageThatAnAnswerMayStillBringCountsUntilItIsDecided() {
        #expect(Walk(Self.sample, AnswerSheet()).step(of: "p1").map { [$0.number, $0.count] } == [1, 3])
        let stays = Walk(Self.sample, AnswerSheet(["woont": .chosen(["ja"])]))
        #expect(stays.step(of: "p1").map { [$0.number, $0.count] } == [1, 3])
        let leaves = Walk(Self.sample, AnswerSheet(["woont": .chosen(["nee"])]))
        #expect(leaves.step(of: "p1").map { [$0.number, $0.count] } == [1, 2])
        // Whoever passed the question over is past deciding.
        #expect(Walk(Self.sample, AnswerSheet()).step(of: "p3").map { [$0.number, $0.count] } == [2, 2])
    }

    @Test func whoDoesNotLiveHereSkipsWhatIsAskedOfThoseWhoDo() {
        let walk = Walk(Self.sample, AnswerSheet(["woont": .chosen(["nee"])]))
        #expect(walk.pages.map(\.id) == ["p1", "p3"])
        #expect(
            walk.page(after: "p1")?.id == "p3" && walk.page(before: "p3")?.id == "p1" && walk.page(after: "p3") == nil)
        #expect(walk.step(of: "p3").map { [$0.number, $0.count] } == [2, 2])
    }

    @Test func anAnswerThatIsNoLongerAskedDecidesNothingAndIsNotKept() {
        var sheet = AnswerSheet([
            "woont": .chosen(["ja"]), "waar": .text("Noord"), "cijfer": .value(2), "reden": .text("Donker"),
        ])
        #expect(Walk(Self.sample, sheet).questions.map(\.id).contains("reden"))
        sheet["woont"] = .chosen(["nee"])
        let walk = Walk(Self.sample, sheet)
        #expect(!walk.questions.map(\.id).contains("reden"))
        #expect(walk.kept(of: sheet).answers.keys.sorted() == ["woont"])
    }

    @Test(
        arguments: [
            ("woont", nil, .missing), ("woont", .chosen([]), .missing),
            ("woont", .chosen(["ja", "nee"]), .tooMany(limit: 1)),
            ("woont", .chosen(["misschien"]), .unknown), ("woont", .value(1), .unknown),
            ("woont", .chosen(["nee"], words: String(repeating: "x", count: 201)), .tooLong(limit: 200)),
            ("waar", .text("  "), .missing), ("waar", .text(String(repeating: "x", count: 21)), .tooLong(limit: 20)),
            ("cijfer", .value(11), .unknown), ("cijfer", nil, nil),
            ("drie", .chosen(["a", "b", "c"]), .tooMany(limit: 2)),
            ("drie", .chosen(["a", "a"]), .tooMany(limit: 2)), ("rooster", .cells(["r1": "vaak"]), .incomplete),
            ("rooster", .cells(["r1": "vaak", "r3": "vaak"]), .unknown),
            ("rooster", .cells(["r1": "vaak", "r2": "nooit"]), nil),
        ] as [(String, Answer?, AnswerFault?)])
    func anAnswerIsTakenOrToldWhyNot(question: String, answer: Answer?, fault: AnswerFault?) throws {
        let asked = try #require(Self.sample.question(question))
        #expect(asked.fault(in: answer) == fault)
    }

    @Test func whatCannotBeAnsweredIsFoundBeforeItOpens() {
        var broken = Self.sample
        broken.pages[0].questions[1].condition = Condition("cijfer", in: ["1"])
        broken.pages[1].condition = Condition("woont", in: ["soms"])
        broken.pages[2].questions[0].kind = .some([Choice(id: "a", text: "A")], atMost: 3)
        broken.pages[2].questions[1].text = " "
        broken.pages.append(.init(id: "p1", title: "Leeg"))
        #expect(
            broken.faults == [
                .idTwice("p1"), .dependsOnLater("waar", "cijfer"), .dependsOnNothing("p2", "woont"),
                .tooFewChoices("drie"),
                .limitOutOfReach("drie"), .noText("rooster"), .emptyPage("p1"),
            ])
        #expect(Questionnaire(title: "Leeg").faults == [.noQuestions])
    }
}
