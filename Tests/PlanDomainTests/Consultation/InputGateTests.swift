import Foundation
import PlanDomain
import SQLiteStore
import TestSupport
import Testing
import Workflow

/// The gate before the board waits for every input; the register stays what it was.
@Suite struct InputGateTests {
    /// A plan in the stage `draft` with inputs that came in before.
    private func drafting(inputs count: Int) async throws -> (Hearing, [InputNumber]) {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let written = (1...count).map { WrittenInput(kind: .general, text: "Reactie \($0)") }
        let numbers = try await hearing.send(written, in: round, by: hearing.police)
        try await hearing.close(round)
        let (world, plan) = (hearing.world, hearing.plan)
        try await world.record(.stageMoved(from: "consult", to: "deepen"), in: plan, by: Cast.editor)
        try await world.record(.meetingHeld(meeting: "raad", body: .raad), in: plan, by: Cast.clerk)
        try await world.record(.meetingHeld(meeting: "partners", body: nil), in: plan, by: Cast.editor)
        try await world.record(.stageMoved(from: "deepen", to: "draft"), in: plan, by: Cast.editor)
        return (hearing, numbers)
    }

    private static let move = ActPayload.stageMoved(from: "draft", to: "decide")

    private func missing(_ hearing: Hearing) async throws -> [String] {
        let room = PlanReadingRoom(hearing.world.office, keyFingerprint: "")
        return try await room.plan(hearing.plan).gate?.line("inputs-disposed")?.reasons.map(\.key) ?? []
    }

    @Test func thePlanGoesToTheBoardOnceEveryInputIsAnsweredAndCarriedOut() async throws {
        let (hearing, numbers) = try await drafting(inputs: 2)
        let (world, plan) = (hearing.world, hearing.plan)
        #expect(try await missing(hearing) == ["gate.inputs-without-disposition"])
        let closed = try await refusal { try await world.record(Self.move, in: plan, by: Cast.editor) }
        #expect(closed?.code == .gateClosed)
        try await hearing.adopt(
            try await hearing.propose(WrittenDisposition(outcome: .noted, reason: "Dank."), for: numbers[0]))
        try await hearing.adopt(try await hearing.propose(for: numbers[1]))
        #expect(try await missing(hearing) == ["gate.inputs-not-carried-out"])
        try await world.save(in: plan, inputs: [numbers[1].description]) { $0 = $0.with("doel", body: "Nieuw doel.\n") }
        #expect(try await missing(hearing) == [])
        try await world.record(Self.move, in: plan, by: Cast.editor)
    }

    @Test func theSecretarySetsItAsideAndTheRegisterStillVerifies() async throws {
        let (hearing, _) = try await drafting(inputs: 1)
        let (world, plan) = (hearing.world, hearing.plan)
        try await world.record(
            .gateOverridden(stage: "draft", condition: "inputs-disposed"), in: plan, by: Cast.secretary,
            reason: "Spoed")
        try await world.record(Self.move, in: plan, by: Cast.editor)
        #expect(try await world.office.verifyRegister(of: plan).isSound)
    }

    /// What is in the store tomorrow must not turn an act of today into one that was not allowed.
    @Test func inputsThatComeLaterDoNotSpoilTheRegisterNorTheProjection() async throws {
        let hearing = try await Hearing("plan-van-aanpak")
        let (world, plan) = (hearing.world, hearing.plan)
        try await world.record(Self.move, in: plan, by: Cast.editor)
        let before = try await Snapshot(world, plan)
        let round = ConsultationRound(
            id: try #require(RoundID("later")), plan: plan, title: "Later", audience: .partners, asked: "partners",
            from: Hearing.day("2023-06-05"), until: Hearing.day("2023-06-16"))
        try await world.store.save(round)
        let submitter = Submitter(try #require(hearing.police.contact(in: plan)))
        let draft = InputDraft(
            plan: plan, round: round.id, submitter: submitter,
            items: [.init(id: 1, content: InputContent(kind: .general, text: "Te laat"))], version: 1,
            savedAt: world.clock.now, nextItem: 2)
        try await world.store.save(draft, adding: [])
        _ = try await world.store.receive(
            Submission(
                draft: draft, requestID: "later", receivedAt: world.clock.now,
                keys: [InputKey(rawValue: String(repeating: "0f", count: 32))]))
        #expect(try await world.office.verifyRegister(of: plan).isSound)
        try await world.reopened().office.reindex()
        #expect(try await Snapshot(world, plan) == before)
        #expect(try await world.store.inputs(of: plan).count == 1)
    }

    /// What was adopted is the register's to say: an office that was cut off before its answer has lost nothing.
    @Test func anAdoptionIsTrueOnceTheRegisterHasIt() async throws {
        let (hearing, numbers) = try await drafting(inputs: 1)
        let proposal = try await hearing.propose(
            WrittenDisposition(outcome: .noted, reason: "Dank."), for: numbers[0])
        let failing = FailingStore(hearing.world.store)
        let broken = try hearing.world.reopened(store: failing)
        let desk = DispositionDesk(broken.office, store: hearing.world.store, seals: .hmac)
        failing.failNext()
        await #expect(throws: FailingStore.PowerCut.self) {
            try await desk.adopt(1, of: proposal.input, in: hearing.plan, requestID: "een", by: hearing.editor)
        }
        #expect(try await hearing.state(of: numbers[0]) == .proposed)
        let restarted = try hearing.world.reopened()
        try await restarted.office.bringAllUpToDate()
        #expect(try await hearing.state(of: numbers[0]) == .answered)
        #expect(try await missing(hearing) == [])
    }
}
