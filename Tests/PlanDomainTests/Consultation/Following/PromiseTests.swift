import PlanDomain
import TestSupport
import Testing
import Workflow

/// An adopted disposition is a promise about the text; whoever takes its words away breaks it, and everybody sees it.
@Suite struct PromiseTests {
    private static let sentence = "De boa's lopen daarom ook overdag een ronde langs de scholen."
    private static let before = "Het doel is een veilige wijk.\nDe gemeente werkt niet alleen.\n"
    private static let carried = before + sentence + "\n"

    /// With one input that is taken over, adopted and carried out.
    private func kept() async throws -> (Hearing, InputNumber) {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let number = try #require(try await hearing.send(in: round, by: hearing.police).first)
        try await hearing.adopt(try await hearing.propose(for: number))
        #expect(try await hearing.state(of: number) == .toBeCarriedOut)
        try await save(Self.carried, in: hearing, naming: number)
        #expect(try await hearing.state(of: number) == .carriedOut)
        return (hearing, number)
    }

    private func save(_ body: String, in hearing: Hearing, naming number: InputNumber? = nil) async throws {
        try await hearing.world.save(in: hearing.plan, inputs: [number].compactMap { $0?.description }) {
            $0 = $0.with("doel", body: body)
        }
    }

    @Test func takingItsWordsAwayMakesItSuspectAtOnce() async throws {
        let (hearing, number) = try await kept()
        try await save(Self.before, in: hearing)
        let seen = try await hearing.inputs.input(number, of: hearing.plan, for: hearing.handler)
        #expect(seen.standing.state == .suspect)
        #expect(seen.standing.brokenBy == (try await hearing.world.office.heads(of: hearing.plan).text))
        let tasks = try await InputTasks(hearing.world.office, store: hearing.world.store).tasks(
            for: hearing.handler,
            in: [try await PlanReadingRoom(hearing.world.office, keyFingerprint: "").plan(hearing.plan)],
            on: hearing.world.clock.office.today)
        #expect(tasks.contains { $0.what.key == "inputs.work.repair" })
    }

    @Test(arguments: [
        carried.replacing("overdag", with: "over dag"),
        carried.replacing("een veilige wijk", with: "een prettige buurt"),
        "Eerst dit.\n" + carried,
        sentence + "\n" + before,
    ])
    func whatLeavesItsWordsStandingKeepsIt(_ body: String) async throws {
        let (hearing, number) = try await kept()
        try await save(body, in: hearing)
        #expect(try await hearing.state(of: number) == .carriedOut)
    }

    @Test func itsWordsMayMoveToAnotherSection() async throws {
        let (hearing, number) = try await kept()
        try await hearing.world.save(in: hearing.plan) {
            $0 = $0.with("doel", body: Self.before).with(
                "acties", body: "- Toezicht in de avond.\n\n\(Self.sentence)\n")
        }
        #expect(try await hearing.state(of: number) == .carriedOut)
        try await hearing.world.save(in: hearing.plan) { $0 = $0.with("acties", body: "- Toezicht in de avond.\n") }
        #expect(try await hearing.state(of: number) == .suspect)
    }

    @Test func carryingItOutAgainMendsIt() async throws {
        let (hearing, number) = try await kept()
        try await save(Self.before, in: hearing)
        try await save(Self.before + "Overdag is er toezicht bij scholen.\n", in: hearing, naming: number)
        #expect(try await hearing.state(of: number) == .carriedOut)
        try await save(Self.before, in: hearing)
        #expect(try await hearing.state(of: number) == .suspect)
    }

    @Test func adoptingAnewOnTheTextAsItReadsSettlesIt() async throws {
        let (hearing, number) = try await kept()
        try await save(Self.before, in: hearing)
        try await hearing.adopt(
            try await hearing.propose(
                WrittenDisposition(outcome: .takenOverInPart, reason: "Het staat er nu anders."), for: number))
        #expect(try await hearing.state(of: number) == .carriedOut)
    }

    /// One commit may carry several inputs out; each has its own promise.
    @Test func theProjectionThatIsBuiltAgainSaysTheSame() async throws {
        let (hearing, number) = try await kept()
        try await save(Self.before, in: hearing)
        let store = hearing.world.store
        let before = try await store.followed(of: hearing.plan)
        #expect(before.promises.count == 1 && before.promises.allSatisfy { $0.brokenBy != nil })
        try await hearing.world.office.reindex()
        #expect(try await store.followed(of: hearing.plan) == before)
        #expect(try await hearing.state(of: number) == .suspect)
    }
}
