import PlanDomain
import TestSupport
import Testing
import Workflow

/// What the council and the partners may read, and since when.
@Suite struct OfferTests {
    @Test func theCouncilReadsWhatReachesItsStageAndNothingBefore() throws {
        var register = try WrittenRegister.released("meerjarenbeleidsplan", Disclosure(.open))
        #expect(register.publicity.offered == [])
        register.offer()
        let version = try #require(register.publicity.offered.first)
        #expect(version.text == .named("a"))
        #expect(version.kind == .offered)
        #expect(version.since == .june(17))
        #expect(version.tag == "versie/1")
        register.decide(by: .raad, on: 27)
        register.adopt()
        #expect(register.publicity.offered.map(\.kind) == [.adopted(by: .raad)])
    }

    @Test(arguments: ["plan-van-aanpak", "uitvoeringsplan"])
    func whereTheBoardDecidesTheCouncilReadsItOnceItIsSettled(type: String) throws {
        var register = try WrittenRegister.released(type, Disclosure(.open))
        #expect(register.publicity.offered == [])
        register.add(.stageMoved(from: "decide", to: "adopted"), on: 15)
        #expect(register.publicity.offered.map(\.since) == [.june(15)])
    }

    @Test func whatIsSentBackIsMarkedUntilItIsOfferedAgain() throws {
        var register = try WrittenRegister.released("meerjarenbeleidsplan", Disclosure(.open))
        register.offer()
        register.add(.sentBack(from: "adopt", to: "decide"), on: 20)
        #expect(register.publicity.offered.map(\.standing) == [.takenBack(on: .june(20))])
        register.offer(on: 21)
        #expect(register.publicity.offered.map(\.standing) == [.inForce])
        register.add(.sentBack(from: "adopt", to: "draft"), on: 22)
        register.freeze("b", on: 23)
        #expect(register.publicity.offered.map(\.standing) == [.takenBack(on: .june(22))])
        register.offer("b", on: 24)
        #expect(register.publicity.offered.map(\.standing) == [.replaced(by: .named("b")), .inForce])
    }

    /// The choice, and whether the council reads the nota.
    static let choices: [(Disclosure?, Bool)] = [
        (Disclosure(.open), true), (Disclosure(.openWithPressRelease), true),
        (Disclosure(.openAfterCondition, condition: "na opmaak"), true),
        (Disclosure(.openInPart, ground: "5.1 lid 2 e"), false),
        (Disclosure(.openInPart, closedParts: [ClosedPart(.section("acties"), ground: "5.1 lid 2 e")]), true),
        (Disclosure(.openInPart, closedParts: [ClosedPart(.document("nota"), ground: "5.1 lid 2 e")]), false),
        (Disclosure(.decisionOpen), false), (Disclosure(.closed, ground: "5.1 lid 2 e"), false), (nil, false),
    ]

    @Test(arguments: choices)
    func theCouncilReadsPlanAndNoticeAlwaysAndTheNotaUnlessItIsClosed(disclosure: Disclosure?, nota: Bool) throws {
        var register = try WrittenRegister.released("meerjarenbeleidsplan", disclosure)
        register.offer()
        let closure = try #require(register.publicity.offered.first).closure
        #expect(closure.closing(of: .named("doel")) == nil)
        #expect(closure.closing(ofDocument: "raadsmededeling") == nil)
        #expect((closure.closing(ofDocument: "nota") == nil) == nota)
    }

    @Test func aSectionThatIsClosedByNameIsClosedToTheCouncilToo() throws {
        let part = ClosedPart(.section("doel"), ground: "5.1 lid 1 c", hidesTitle: true)
        var register = try WrittenRegister.released(
            "meerjarenbeleidsplan", Disclosure(.openInPart, closedParts: [part]))
        register.offer()
        let closure = try #require(register.publicity.offered.first).closure
        #expect(closure.closing(of: .named("doel")) == Closing(ground: "5.1 lid 1 c", hidesTitle: true))
    }

    @Test func aRoundIsAboutTheTextThatItWasOpenedOn() throws {
        var register = try WrittenRegister("meerjarenbeleidsplan")
        let (from, until, later) = (CalendarDate.june(5), CalendarDate.june(20), CalendarDate.june(27))
        let audience = LocalizedText(nl: "Partners")
        register.add(.roundOpened(round: "r1", audience: audience, from: from, until: until), about: "b", on: 4)
        register.add(.roundOpened(round: "r2", audience: audience, from: from, until: until), about: "c", on: 4)
        register.add(.roundExtended(round: "r1", until: later), about: "c", on: 19)
        register.add(.roundClosed(round: "r2"), about: "c", on: 21)
        let consulted = register.publicity.consulted
        #expect(consulted.map(\.text) == [.named("b"), .named("c")])
        #expect(
            consulted.map(\.kind) == [
                .consultation(.init(id: "r1", audience: audience, from: from, until: later, isClosed: false)),
                .consultation(.init(id: "r2", audience: audience, from: from, until: until, isClosed: true)),
            ])
        #expect(consulted.allSatisfy { !$0.closure.hasDocuments && $0.closure.closing(ofDocument: "nota") != nil })
        #expect(register.publicity.published == [] && register.publicity.offered == [])
    }

    @Test func publicityNamesTheTextsOfWhichItMustKnowTheProposal() throws {
        var register = try WrittenRegister.released("plan-van-aanpak", nil)
        register.add(.scheduled(body: .college, meeting: nil), about: "c")
        register.publish("b")
        #expect(Publicity.texts(in: register.acts) == [.named("a"), .named("b")])
    }
}
