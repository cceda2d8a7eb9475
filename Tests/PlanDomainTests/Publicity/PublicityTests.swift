import PlanDomain
import TestSupport
import Testing
import Workflow

/// What the public may read of a plan, since when and by which act.
@Suite struct PublicityTests {
    static let ground = "5.1 lid 2 e"

    /// What a visitor may read: `text`, `nota`, `mededeling`, or nothing.
    struct Row: Sendable {
        let disclosure: Disclosure
        let open: Set<String>

        init(_ disclosure: Disclosure, _ open: Set<String>) {
            self.disclosure = disclosure
            self.open = open
        }
    }

    static let table = [
        Row(Disclosure(.open), ["text", "nota", "mededeling"]),
        Row(Disclosure(.openWithPressRelease), ["text", "nota", "mededeling"]),
        Row(Disclosure(.openAfterCondition, condition: "na opmaak"), []),
        Row(Disclosure(.openInPart, ground: ground), ["version"]),
        Row(
            Disclosure(.openInPart, closedParts: [ClosedPart(.section("doel"), ground: ground)]),
            ["nota", "mededeling"]
        ),
        Row(
            Disclosure(.openInPart, ground: ground, closedParts: [ClosedPart(.document("nota"))]),
            ["text", "mededeling"]),
        Row(Disclosure(.decisionOpen, ground: ground), ["text", "mededeling"]),
        Row(
            Disclosure(.decisionOpen, ground: ground, closedParts: [ClosedPart(.document("raadsmededeling"))]),
            ["text"]),
        Row(Disclosure(.closed, ground: ground), []),
    ]

    private func open(_ version: ReadableVersion?) -> Set<String> {
        guard let closure = version?.closure else { return [] }
        var open: Set<String> = []
        if closure.closing(of: .named("doel")) == nil { open.insert("text") }
        if closure.closing(ofDocument: "nota") == nil { open.insert("nota") }
        if closure.closing(ofDocument: "raadsmededeling") == nil { open.insert("mededeling") }
        return open.isEmpty ? ["version"] : open
    }

    @Test(arguments: table) func aPublishedPlanIsAsOpenAsWasChosen(row: Row) throws {
        var register = try WrittenRegister.released("plan-van-aanpak", row.disclosure)
        #expect(register.publicity.published == [], "nothing is public before it is published")
        register.publish()
        #expect(open(register.publicity.published.last) == row.open)
    }

    @Test(arguments: table) func aPlanThatTheCouncilAdoptedIsAsOpenAsWasChosen(row: Row) throws {
        let register = try WrittenRegister.adoptedByCouncil(row.disclosure)
        #expect(open(register.publicity.published.last) == row.open)
    }

    @Test func whatWasNeverChosenKeepsTheDocumentsOfAnAdoptedPlanClosed() throws {
        let register = try WrittenRegister.adoptedByCouncil(nil)
        #expect(open(register.publicity.published.last) == ["text"])
        var published = try WrittenRegister.released("plan-van-aanpak", nil)
        published.publish()
        #expect(published.publicity.published == [])
    }

    @Test func whatTheNotaProposedHoldsWhereNobodyChoseOtherwise() throws {
        var register = try WrittenRegister.released("plan-van-aanpak", nil)
        register.proposals = [.named("a"): Disclosure(.decisionOpen, ground: Self.ground)]
        register.publish()
        #expect(open(register.publicity.published.last) == ["text", "mededeling"])
    }

    @Test func everyActOnTheWayToThePublicationLeavesThePlanClosed() throws {
        var register = try WrittenRegister("plan-van-aanpak")
        #expect(register.publicity.published == [])
        register.freeze()
        register.choose(Disclosure(.open))
        #expect(register.publicity.published == [])
        register.publish()
        register.decide()
        register.publish()
        #expect(register.publicity.published == [], "a publication before the release counts for nothing")
        register.release()
        register.add(.stageMoved(from: "decide", to: "adopted"), on: 15)
        #expect(register.publicity.published == [])
        register.publish()
        let version = try #require(register.publicity.published.first)
        #expect(version.text == .named("a"))
        #expect(version.kind == .adopted(by: .college))
        #expect(version.act == register.acts.count)
        #expect(version.since == .june(16))
        #expect(version.tag == "vastgesteld/1")
        #expect(version.standing == .inForce)
    }

    @Test func aConditionKeepsThePlanClosedUntilItIsFulfilled() throws {
        var register = try WrittenRegister.adoptedByCouncil(Disclosure(.openAfterCondition, condition: "na opmaak"))
        #expect(register.publicity.published == [])
        register.add(.conditionFulfilled(condition: "publication"), on: 30)
        let version = try #require(register.publicity.published.first)
        #expect(version.since == .june(30))
        #expect(version.act == register.acts.count)
        #expect(version.kind == .adopted(by: .raad))
    }

    @Test func aConditionThatWasFulfilledForAnEarlierChoiceDoesNotOpenALaterOne() throws {
        var register = try WrittenRegister.released("plan-van-aanpak", Disclosure(.openAfterCondition, condition: "x"))
        register.add(.conditionFulfilled(condition: "publication"))
        register.choose(Disclosure(.openAfterCondition, condition: "y"))
        register.publish()
        #expect(register.publicity.published == [])
    }

    @Test func aPlanThatWasPublishedAndThenAdoptedIsOneVersionSinceItsPublication() throws {
        var register = try WrittenRegister.released("meerjarenbeleidsplan", Disclosure(.open))
        register.publish()
        #expect(register.publicity.published.map(\.kind) == [.offered])
        register.offer()
        register.decide(by: .raad, on: 27)
        register.adopt()
        let published = register.publicity.published
        #expect(published.map(\.kind) == [.adopted(by: .raad)])
        #expect(published.map(\.since) == [.june(16)])
        #expect(published.map(\.adoptedOn) == [.june(27)], "the council's day, not that of the publication")
        #expect(published.map(\.decisions) == [[4, 8]])
        #expect(published.map(\.lastAct) == [9])
    }

    @Test func whatTheCouncilAmendedReplacesWhatWasOffered() throws {
        var register = try WrittenRegister.released("meerjarenbeleidsplan", Disclosure(.open))
        register.publish()
        register.offer()
        register.decide(.adoptedAsAmended, by: .raad, on: 27)
        register.add(.sentBack(from: "adopt", to: "draft"), on: 27)
        #expect(register.publicity.published.map(\.standing) == [.takenBack(on: .june(27))])
        register.freeze("b", on: 28)
        register.offer("b", on: 28)
        #expect(register.publicity.published.map(\.text) == [.named("a")], "the new text is not public by itself")
        register.adopt("b", on: 29)
        let published = register.publicity.published
        #expect(published.map(\.text) == [.named("a"), .named("b")])
        #expect(published.map(\.standing) == [.replaced(by: .named("b")), .inForce])
        #expect(published.map(\.kind) == [.offered, .adopted(by: .raad)])
        #expect(published.map(\.tag) == ["versie/1", "vastgesteld/1"])
    }

    @Test func aPartThatALaterVersionClosesIsClosedInTheEarlierOnesToo() throws {
        var register = try WrittenRegister.released("plan-van-aanpak", Disclosure(.open))
        register.publish()
        register.add(.sentBack(from: "decide", to: "draft"), on: 18)
        register.choose(Disclosure(.openInPart, closedParts: [ClosedPart(.section("doel"), ground: Self.ground)]))
        #expect(open(register.publicity.published.last).contains("text"), "a choice counts with its own version")
        register.freeze("b", on: 19)
        register.decide(about: "b", on: 20)
        register.release("b", on: 21)
        register.publish("b", on: 22)
        let published = register.publicity.published
        #expect(published.map { $0.closure.closing(of: .named("doel"))?.ground } == [Self.ground, Self.ground])
        #expect(published.map { $0.closure.closing(of: .named("acties")) } == [nil, nil])
    }

    @Test func theSameTextThatIsPublishedAgainCountsOnce() throws {
        var register = try WrittenRegister.released("plan-van-aanpak", Disclosure(.open))
        register.publish(on: 16)
        register.add(.sentBack(from: "decide", to: "draft"), on: 18)
        register.choose(Disclosure(.decisionOpen, ground: Self.ground))
        register.freeze(on: 19)
        register.decide(on: 20)
        register.release(on: 21)
        register.publish(on: 22)
        let published = register.publicity.published
        #expect(published.map(\.since) == [.june(16)])
        #expect(published.map(\.standing) == [.inForce])
        #expect(open(published.last) == ["text", "mededeling"], "the choice that was made last")
    }

    @Test(arguments: [PointOutcome.rejected, .deferred, .withdrawn, .referredBack, .noted])
    func whatTheCouncilDidNotAdoptIsNotPublicByIt(outcome: PointOutcome) throws {
        var register = try WrittenRegister.released("meerjarenbeleidsplan", Disclosure(.open))
        register.offer()
        register.decide(outcome, by: .raad, on: 27)
        register.adopt()
        #expect(register.publicity.published == [])
    }

    @Test func aDecisionThatStaysClosedIsToldOfWithItsGroundOnceItIsReleased() throws {
        var register = try WrittenRegister("plan-van-aanpak")
        register.freeze()
        register.choose(Disclosure(.closed, ground: Self.ground))
        register.decide()
        #expect(register.publicity.withheld == [])
        register.release()
        #expect(
            register.publicity.withheld == [
                WithheldDecision(body: .college, date: .june(12), ground: Self.ground, act: 4)
            ])
        register.add(.sentBack(from: "decide", to: "draft"))
        register.freeze("b")
        #expect(register.publicity.withheld.map(\.act) == [4], "the next version has no decision of its own yet")
    }

    @Test func closingAnAdoptedPlanTakesItFromThePublic() throws {
        var register = try WrittenRegister.adoptedByCouncil(Disclosure(.open))
        #expect(register.publicity.published.count == 1)
        register.choose(Disclosure(.closed, ground: Self.ground))
        #expect(register.publicity.published == [])
        register.choose(Disclosure(.open))
        #expect(register.publicity.published.map(\.act) == [register.acts.count])
    }
}
