import Testing

@testable import Workflow

@Suite struct ChangeIndexTests {
    private let index = ChangeIndex([
        ChangeFact(id: "a", nature: .substantive, sections: ["s1"], documents: ["nota"], date: "2023-05-01"),
        ChangeFact(id: "b", nature: .typographic, sections: [], date: "2023-05-02"),
        ChangeFact(id: "c", nature: .editorial, sections: ["s2"], date: "2023-05-03"),
        ChangeFact(id: "d", nature: .substantive, sections: [], documents: ["nota"], date: "2023-05-04"),
    ])

    @Test func changesAfterATextAreThoseThatTouchThePlan() {
        #expect(index.touching(after: "a").map(\.id) == ["c", "d"])
        #expect(index.touching(after: "c").map(\.id) == ["d"])
        #expect(index.touching(after: "d").isEmpty)
    }

    @Test func changesOfNamedSectionsLeaveDocumentsOut() {
        #expect(index.touching(after: "a", sections: ["s2"]).map(\.id) == ["c"])
        #expect(index.touching(after: "a", sections: ["s1"]).isEmpty)
    }

    @Test func anUnknownTextLiesBeforeEverything() {
        #expect(index.touching(after: "?").map(\.id) == ["a", "c", "d"])
        #expect(!index.isSameText("?", "a"))
        #expect(index.isSameText("?", "?"))
    }

    @Test func twoCommitsAreTheSameTextWhereNothingBetweenTouchesThePlan() {
        #expect(index.isSameText("a", "b"))
        #expect(index.isSameText("b", "a"))
        #expect(!index.isSameText("b", "c"))
        #expect(!index.isSameText("d", "a"))
    }

    @Test func aSectionIsBornWithTheChangeThatFirstTouchesIt() {
        #expect(index.firstPosition(of: "s2") == 2)
        #expect(index.birth(of: "s2") == "2023-05-03")
        #expect(index.birth(of: "s1") == nil, "it was there with the first text")
        #expect(index.birth(of: "s9") == nil)
    }
}
