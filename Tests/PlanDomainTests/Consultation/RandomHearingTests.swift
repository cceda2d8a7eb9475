import Foundation
import PlanDomain
import Prose
import Seeded
import TestSupport
import Testing
import Workflow

/// After any run of sending, correcting, withdrawing and answering every input is accounted for.
@Suite struct RandomHearingTests {
    @Test(arguments: [1, 2, 3])
    func receivedIsClosedAndOpenTogether(_ seed: UInt64) async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        var run = RandomHearing(hearing: hearing, round: round, random: SeededGenerator(seed: seed))
        for _ in 0..<90 { try await run.step() }
        try await check(run, seed)
        #expect(run.sent.count > 12, "seed \(seed)")
        #expect(run.adopted > 4, "seed \(seed)")
        // The same holds for a server that starts anew and rebuilds what it can.
        try await hearing.world.reopened().office.reindex()
        try await check(run, seed)
        #expect(try await hearing.world.office.verifyRegister(of: hearing.plan).isSound, "seed \(seed)")
        #expect(try await hearing.dispositions.broken(in: hearing.plan, for: hearing.auditor).isEmpty, "seed \(seed)")
    }

    /// What the store keeps for the list is what is computed from everything.
    private func checkDesk(_ run: RandomHearing, _ seen: [SeenInput], _ seed: UInt64) async throws {
        let kept = try await run.hearing.world.store.deskStandings(of: run.hearing.plan)
        #expect(kept.count == seen.count, "seed \(seed)")
        for seen in seen {
            let (number, standing) = (seen.input.number, seen.standing)
            let row = try #require(kept[number], "seed \(seed), \(number)")
            #expect(row.state == standing.state, "seed \(seed), \(number)")
            #expect(
                row.outcome == (standing.adopted?.disposition ?? standing.proposal)?.outcome, "seed \(seed), \(number)")
            #expect(row.isOpen == standing.isOpen, "seed \(seed), \(number)")
        }
        let desk = HandlingDesk(run.hearing.world.office, store: run.hearing.world.store)
        let view = try await desk.page(1, of: DeskQuery(), in: run.hearing.plan, for: run.hearing.handler)
        let states = Dictionary(grouping: seen) { $0.standing.state }.mapValues(\.count)
        #expect(view.facets.states == states, "seed \(seed)")
        #expect(view.total == seen.count, "seed \(seed)")
        let words = try await desk.page(1, of: Self.searched, in: run.hearing.plan, for: run.hearing.handler)
        let stems = DutchStem.stems(in: "reacties")
        let found = seen.filter { seen in
            InputWords.maySearch(seen.input) && !Set(InputWords(seen.input).stems).isDisjoint(with: stems)
        }
        #expect(words.total == found.count, "seed \(seed)")
    }

    private static var searched: DeskQuery {
        var query = DeskQuery()
        query.words = "reacties"
        return query
    }

    private func check(_ run: RandomHearing, _ seed: UInt64) async throws {
        let (hearing, plan) = (run.hearing, run.hearing.plan)
        let seen = try await hearing.inputs.inputs(of: plan, for: hearing.handler)
        #expect(seen.map(\.input.number.rawValue) == Array(1..<(run.sent.count + 1)), "seed \(seed)")
        let open = seen.filter(\.standing.isOpen)
        let closed = seen.filter { [.withdrawn, .answered, .carriedOut, .inadmissible].contains($0.standing.state) }
        #expect(open.count + closed.count == run.sent.count, "seed \(seed)")
        try await checkDesk(run, seen, seed)
        #expect(
            Set(seen.filter(\.input.isWithdrawn).map(\.input.number)) == run.withdrawn, "seed \(seed)")
        for (number, texts) in run.sent {
            let versions = try await hearing.inputs.versions(of: number, in: plan, for: hearing.auditor)
            #expect(versions.map(\.content.text) == texts, "seed \(seed), \(number)")
        }
        var own: [InputNumber] = []
        for participant in [hearing.police, hearing.fireBrigade] {
            own += try await hearing.inputs.inputs(of: plan, for: participant).map(\.input.number)
        }
        let letters = seen.filter { $0.input.channel == .letter }.map(\.input.number)
        #expect((own + letters).sorted() == run.sent.keys.sorted(), "seed \(seed)")
        let gate = try await PlanReadingRoom(hearing.world.office, keyFingerprint: "").plan(plan)
        #expect(gate.projected.stage == "consult")
    }
}

/// Somebody does something, within the rules or against them.
private struct RandomHearing {
    let hearing: Hearing
    let round: RoundID
    var random: SeededGenerator
    /// Every text that each input ever had.
    var sent: [InputNumber: [String]] = [:]
    var withdrawn: Set<InputNumber> = []
    var adopted = 0
    private var count = 0

    init(hearing: Hearing, round: RoundID, random: SeededGenerator) {
        self.hearing = hearing
        self.round = round
        self.random = random
    }

    mutating func step() async throws {
        count += 1
        let number = sent.keys.sorted().randomElement(using: &random)
        let sender = [hearing.police, hearing.colleague, hearing.fireBrigade].randomElement(using: &random)
        guard let sender else { return }
        do {
            switch Int.random(in: 0..<12, using: &random) {
            case 10: try await take()
            case 11: if let number { try await judge(number) }
            case 0...2: try await send(by: sender)
            case 3: if let number { try await correct(number, by: sender) }
            case 4:
                if let number {
                    try await hearing.room.withdraw(number, in: hearing.plan, by: sender)
                    withdrawn.insert(number)
                }
            case 5...8: if let number { try await answer(number) }
            default:
                if let number {
                    try await hearing.world.save(in: hearing.plan, inputs: [number.description]) { [count] in
                        $0 = $0.with("acties", body: "Tekst \(count).\n")
                    }
                }
            }
        } catch is PlanError {
            // Not theirs, or against a rule: nothing may have happened, which the end shows.
        }
    }

    private mutating func send(by sender: Participant) async throws {
        let texts = (0...Int.random(in: 0...2, using: &random)).map { "Reactie \(count).\($0)" }
        let request = "verzoek-\(count)"
        let numbers = try await hearing.send(
            texts.map { WrittenInput(kind: .general, text: $0) }, in: round, by: sender, request: request)
        for (number, text) in zip(numbers, texts) { sent[number] = [text] }
        let again = try await hearing.room.send(
            in: round, of: hearing.plan, version: 0, requestID: request, by: sender)
        #expect(again.numbers == numbers)
    }

    private mutating func correct(_ number: InputNumber, by sender: Participant) async throws {
        let text = "Verbeterd \(count)"
        let version = Int.random(in: 0..<4, using: &random) == 0 ? 1 : sent[number]?.count ?? 1
        try await hearing.room.correct(
            number, in: hearing.plan, to: WrittenInput(kind: .general, text: text), after: version, by: sender)
        sent[number, default: []].append(text)
    }

    private mutating func take() async throws {
        let text = "Reactie per brief \(count)"
        for number in try await hearing.takeIn([text], in: round, request: "brief-\(count)") { sent[number] = [text] }
    }

    private mutating func judge(_ number: InputNumber) async throws {
        try await hearing.judge(number, reason: Int.random(in: 0..<3, using: &random) == 0 ? "Reclame" : nil)
    }

    private mutating func answer(_ number: InputNumber) async throws {
        let outcome = [Outcome.takenOver, .notTakenOver, .noted].randomElement(using: &random) ?? .noted
        let proposer = Bool.random(using: &random) ? hearing.handler : hearing.editor
        let proposal = try await hearing.propose(
            WrittenDisposition(outcome: outcome, reason: "Omdat \(count)."), for: number, by: proposer)
        try await hearing.adopt(proposal, by: hearing.editor)
        adopted += 1
    }
}
