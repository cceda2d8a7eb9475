import PlanDomain
import TestSupport
import Testing
import Workflow

/// A paraaf knows what changed since it was given.
@Suite struct SignOffValidityTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let nature: ChangeNature
        let holds: Bool
        let change: @Sendable (inout PlanText) -> Void
    }

    static let cases = [
        Case(testDescription: "typography", nature: .typographic, holds: true) {
            $0 = $0.with("doel", body: "Het doel is een *veilige* wijk.\nDe gemeente werkt niet alleen.\n")
        },
        Case(testDescription: "wording", nature: .editorial, holds: true) {
            $0 = $0.with("doel", body: "Het doel is een mooie wijk.\nDe gemeente werkt niet alleen.\n")
        },
        Case(testDescription: "order of sections", nature: .structural, holds: true) {
            $0.chapters[0].sections.swapAt(0, 1)
        },
        Case(testDescription: "substance of a section", nature: .substantive, holds: false) {
            $0 = $0.with("doel", body: "Het doel is een veilige stad.\n")
        },
        Case(testDescription: "a new section", nature: .substantive, holds: false) {
            $0.chapters[1].sections.append(.sample("geld", "Geld", "Het kost 10 euro.\n"))
            $0.chapters[1].sections[1].owner = Cast.drafter.function
        },
        Case(testDescription: "text of the nota", nature: .substantive, holds: false) {
            $0.documents[0].parts[0].body = "Het college stelt iets anders voor.\n"
        },
        Case(testDescription: "a decision point", nature: .substantive, holds: false) {
            $0.metadata.nota.decisionPoints.append("Een krediet te verlenen.")
        },
        Case(testDescription: "what becomes public", nature: .substantive, holds: false) {
            $0.metadata.nota.disclosure = Disclosure(.closed, ground: "5.1 lid 2 e")
        },
    ]

    @Test(arguments: cases)
    func lastsAsLongAsTheSubstanceStands(_ change: Case) async throws {
        let world = try World()
        let plan = try await world.startPlan()
        try await world.record(.signedOff(step: "finance-advice", verdict: .agreed), in: plan, by: Cast.adviser)
        let made = try await world.save(in: plan, nature: change.nature, change.change)
        let reading = PlanReadingRoom(world.office, keyFingerprint: world.repositories.keyFingerprint)
        let signOff = try #require(try await reading.plan(plan).standing.step("finance-advice")?.signOffs.first)
        #expect(signOff.coverage.isValid == change.holds)
        if !change.holds { #expect(signOff.coverage == .stale(changes: [made.id.rawValue])) }
        let error = try await refusal {
            try await world.record(.stageMoved(from: "draft", to: "decide"), in: plan, by: Cast.secretary)
        }
        #expect(error?.code == (change.holds ? nil : .gateClosed))
        if change.holds { return }
        try await world.record(.signedOff(step: "finance-advice", verdict: .agreed), in: plan, by: Cast.adviser)
        try await world.record(.stageMoved(from: "draft", to: "decide"), in: plan, by: Cast.secretary)
        #expect(try await world.office.verifyRegister(of: plan).isSound)
    }

    @Test func wordingThatChangedIsCarriedOverWithNotice() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        try await world.record(.signedOff(step: "finance-advice", verdict: .agreed), in: plan, by: Cast.adviser)
        let made = try await world.save(in: plan, nature: .editorial) {
            $0 = $0.with("acties", body: "- De politie steunt in Deventer.\n- Toezicht in de avond.\n")
        }
        let reading = PlanReadingRoom(world.office, keyFingerprint: "")
        let signOff = try await reading.plan(plan).standing.step("finance-advice")?.signOffs.first
        #expect(signOff?.coverage == .carriedOverWithNotice(changes: [made.id.rawValue]))
    }

    @Test func versionThatIsSentBackAndComesAgainIsFrozenAnew() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        try await world.bringToBoard(plan)
        try await world.record(
            .sentBack(from: "decide", to: "draft"), in: plan, by: Cast.secretary, reason: "Nog een punt")
        try await world.save(in: plan) { $0 = $0.with("doel", body: "Een scherper doel.\n") }
        try await world.bringToBoard(plan)
        let projected = try #require(try await world.store.projectedPlan(plan))
        #expect(projected.versions.map(\.tag) == ["versie/1", "versie/2"])
        #expect(Set(projected.versions.map(\.text)).count == 2)
        #expect(try await world.repositories.repository(of: plan).frozenVersions() == projected.versions)
    }
}
