import Survey
import Testing

/// Building a questionnaire: ids stay, and what is moved or removed shows where something depended on it.
@Suite struct EditingTests {
    private static let yesOrNo = Question.Kind.one([Choice(id: "a1", text: "Ja"), Choice(id: "a2", text: "Nee")])

    private static let sample = Questionnaire(
        title: "Wonen",
        pages: [
            .init(
                id: "p1", title: "Een",
                questions: [
                    Question(id: "v1", text: "Eerst?", kind: yesOrNo),
                    Question(id: "v2", text: "Dan?", kind: .open(limit: 10), condition: Condition("v1", in: ["a1"])),
                ]),
            .init(id: "p2", title: "Twee", questions: [Question(id: "v3", text: "Ten slotte?", kind: yesOrNo)]),
        ])

    private func order(_ questionnaire: Questionnaire) -> [[String]] {
        questionnaire.pages.map { $0.questions.map(\.id) }
    }

    @Test func aQuestionMovesWithinItsPageAndOntoTheNext() {
        var moving = Self.sample
        func move(_ id: String, forward: Bool) -> Bool { moving.move(id, forward: forward) }
        #expect(move("v1", forward: true))
        #expect(order(moving) == [["v2", "v1"], ["v3"]])
        #expect(moving.faults == [.dependsOnLater("v2", "v1")])
        #expect(move("v1", forward: true))
        #expect(order(moving) == [["v2"], ["v1", "v3"]])
        #expect(move("v1", forward: false))
        #expect(order(moving) == [["v2", "v1"], ["v3"]])
        #expect(!move("v2", forward: false))
        #expect(!move("v9", forward: true))
        #expect(move("p2", forward: false))
        #expect(moving.pages.map(\.id) == ["p2", "p1"])
        #expect(!move("p2", forward: false))
    }

    @Test func anIdIsNotGivenOutAgainWhileSomethingDependsOnIt() {
        var left = Self.sample
        #expect(left.freeID("v") == "v4" && left.freeID("p") == "p3")
        left.pages[1].questions[0].condition = Condition("v7", in: ["a1"])
        #expect(left.freeID("v") == "v8")
        left.remove("v1")
        #expect(order(left) == [["v2"], ["v3"]])
        left.remove("p1")
        #expect(left.pages.map(\.id) == ["p2"])
        let before = left
        left.remove("v1")
        #expect(left == before)
    }

    @Test func whatCanDecideStandsBeforeAndOffersChoices() {
        #expect(Self.sample.deciding(about: "v1").isEmpty)
        #expect(Self.sample.deciding(about: "p2").map(\.id) == ["v1"])
        #expect(Self.sample.deciding(about: "v3").map(\.id) == ["v1"])
        #expect(Self.sample.deciding(about: "p9").map(\.id) == ["v1", "v3"], "of a page that is still to come")
    }

    @Test func aQuestionIsPutInItsPlaceOrAtTheEnd() {
        var changed = Self.sample
        changed.put(Question(id: "v1", text: "Anders?", kind: .open(limit: 5)), onto: "p2")
        changed.put(Question(id: "v4", text: "Nieuw?", kind: .open(limit: 5)), onto: "p2")
        #expect(order(changed) == [["v1", "v2"], ["v3", "v4"]])
        #expect(changed.question("v1")?.text == "Anders?")
    }

    @Test func choicesKeepTheirIdsByTheirWordsAndByTheirPlace() {
        let known = [Choice(id: "a1", text: "Ja"), Choice(id: "a2", text: "Nee"), Choice(id: "a4", text: "Soms")]
        #expect(known.rewritten(["Nee", "Ja", "Soms"]).map(\.id) == ["a2", "a1", "a4"])
        #expect(known.rewritten(["Ja", "Nooit", "Soms"]).map(\.id) == ["a1", "a2", "a4"], "reworded")
        #expect(known.rewritten(["Ja", "Soms"]).map(\.id) == ["a1", "a4"])
        let longer = known.rewritten(["Ja", "Nee", "Soms", "Anders, namelijk:"])
        #expect(
            longer.map(\.id) == ["a1", "a2", "a4", "a5"] && longer.map(\.asksWords) == [false, false, false, true])
        #expect([Choice]().rewritten(["x", "y"], prefix: "r").map(\.id) == ["r1", "r2"])
    }
}
