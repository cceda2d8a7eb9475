import Seeded
import Testing

@testable import Workflow

/// Whatever people try in whatever order, what the engine lets in never adds up to something that may not be.
@Suite struct RandomRegisterTests {
    @Test(arguments: ShippedWorkflow.names, 0..<6)
    func noOrderOfActsLeadsToAnInconsistentStanding(name: String, seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed) &* 7919 &+ 17)
        var scenario = try Scenario(name)
        var accepted = 0
        for _ in 0..<200 {
            if random.chance(1, of: 12), !isFrozen(scenario) {
                scenario.change(random.pick(ChangeNature.allCases), sections: [random.pick(["inleiding", "aanpak"])])
            }
            let attempt = Attempt(in: scenario, &random)
            guard attempt.isAllowed(in: scenario) else { continue }
            let before = scenario
            attempt.record(in: &scenario)
            accepted += 1
            try check(scenario, after: attempt, before: before, comment: "\(name), seed \(seed), act \(accepted)")
        }
        #expect(accepted > 5, "\(name), seed \(seed): the acts tried are too unlikely to say anything")
    }

    @Test func someRandomRegistersReachTheEnd() throws {
        var ends = 0
        for seed in 0..<30 {
            var random = SeededGenerator(seed: UInt64(seed) &* 104_729 &+ 3)
            var scenario = try Scenario("plan-van-aanpak")
            for _ in 0..<120 where scenario.standing.stage != "adopted" {
                let attempt = Attempt(in: scenario, &random)
                if attempt.isAllowed(in: scenario) { attempt.record(in: &scenario) }
            }
            if scenario.standing.stage == "adopted" { ends += 1 }
        }
        #expect(ends > 3)
    }

    private func isFrozen(_ scenario: Scenario) -> Bool {
        scenario.engine.refusalOfChange(given: scenario.facts) != nil
    }

    private func check(_ scenario: Scenario, after attempt: Attempt, before: Scenario, comment: Comment) throws {
        let acts = scenario.facts.acts
        let standing = scenario.standing
        #expect(acts.first?.kind == .planStarted, comment)
        #expect(acts.count { $0.kind == .planStarted } == 1, comment)
        for hold in standing.holds {
            #expect(acts[hold.sequence - 1].kind == .held, comment)
            #expect(hold.sections.allSatisfy { standing.section($0) != nil }, comment)
        }
        for section in standing.sections {
            #expect(scenario.definition.stage(section.stage) != nil, comment)
        }
        let isVersion = scenario.definition.stage(standing.stage)?.subject == .version
        #expect(!isVersion || standing.frozen != nil, comment)
        switch attempt.payload {
        case .stageMoved(let from, _):
            let gate = before.engine.gate(leaving: from, of: before.facts, sections: attempt.sections, on: before.today)
            #expect(gate?.isOpen == true, comment)
            #expect(!before.standing.holds.contains { $0.isOfWholePlan }, comment)
        case .decided(let body, _):
            #expect(before.standing.holds.isEmpty, comment)
            let objections = before.standing.tracks.flatMap(\.steps).flatMap(\.signOffs).filter(\.isObjection)
            #expect(body == .raad || objections.isEmpty, comment)
            let lastDecision = before.facts.acts.last { $0.kind == .decided && $0.body == body }?.sequence ?? 0
            #expect(before.facts.acts.contains { $0.kind == .scheduled && $0.body == body }, comment)
            let reopened = before.facts.acts.contains {
                $0.sequence > lastDecision && ($0.kind == .scheduled || $0.kind == .sentBack)
            }
            #expect(reopened, comment)
            #expect(before.standing.frozen != nil, comment)
        case .finalReleased:
            #expect(before.standing.decisions.contains { $0.isConcluded }, comment)
        case .stepSkipped(let step):
            #expect(standing.step(step)?.state == .skipped, comment)
            #expect(before.standing.step(step)?.signOffs.contains { $0.isObjection } == false, comment)
        case .adviserAsked(_, let function):
            #expect(standing.step("asked:\(acts.count)")?.function == function, comment)
        case .resumed: #expect(standing.holds.count < before.standing.holds.count || !attempt.sections.isEmpty, comment)
        case .published:
            #expect(!before.standing.conditions.contains { !$0.isFulfilled }, comment)
            #expect(before.facts.acts.contains { $0.kind == .finalReleased }, comment)
        default: break
        }
    }
}

extension ActFact {
    fileprivate var body: GoverningBody? {
        switch payload {
        case .scheduled(let body, _), .decided(let body, _): body
        default: nil
        }
    }
}

/// An act that somebody might try, likely or not.
private struct Attempt {
    let payload: ActPayload
    let role: Role
    let sections: [String]
    let reason: Bool
    let function: String

    init(in scenario: Scenario, _ random: inout SeededGenerator) {
        payload = Self.payload(in: scenario, &random)
        let likely = Self.roles(for: payload, in: scenario.definition)
        let asked =
            if case .signedOff(let step, _) = payload { scenario.standing.step(step)?.function } else { String?.none }
        role = random.chance(4, of: 5) && !likely.isEmpty ? random.pick(likely) : random.pick(Role.allCases)
        sections = random.chance(1, of: 4) ? [random.pick(["inleiding", "aanpak", "onbekend"])] : []
        reason = random.chance(3, of: 4)
        function = asked ?? role.rawValue
    }

    func isAllowed(in scenario: Scenario) -> Bool {
        let proposal = ProposedAct(
            payload, sections: sections, by: role, function: function, on: nil, hasReason: reason)
        return scenario.engine.refusal(of: proposal, given: scenario.facts, on: scenario.today) == nil
    }

    func record(in scenario: inout Scenario) {
        scenario.record(payload, role, function, sections: sections)
    }

    private static func roles(for payload: ActPayload, in definition: WorkflowDefinition) -> [Role] {
        switch payload {
        case .stageMoved(let from, _): definition.stage(from)?.movedBy ?? []
        case .sentBack(let from, _): definition.stage(from)?.sendBack?.roles ?? []
        case .signedOff(let step, _): definition.step(step)?.roles ?? AdviserRequest.roles
        case .gateOverridden: [.secretary]
        case .stepSkipped(let step): definition.step(step)?.skip ?? [.editor]
        default:
            definition.actRoles[payload.kind]
                ?? definition.tracks.flatMap(\.steps).filter { $0.act == payload.kind }.flatMap(\.roles)
        }
    }

    private static func payload(in scenario: Scenario, _ random: inout SeededGenerator) -> ActPayload {
        let definition = scenario.definition
        let stage = random.chance(3, of: 4) ? scenario.standing.stage : random.pick(definition.stages).id
        let body = random.chance(4, of: 5) ? GoverningBody.college : .raad
        let signOffs = scenario.standing.tracks.flatMap(\.steps).filter { $0.act == .signedOff }
        let next = definition.stage(stage)?.next.first ?? random.pick(definition.stages).id
        switch random.below(26) {
        case 0: return .planStarted(workflow: definition.id, version: definition.version)
        case 1...4: return .stageMoved(from: stage, to: next)
        case 5: return .stageMoved(from: stage, to: random.pick(definition.stages).id)
        case 6: return .sentBack(from: stage, to: random.pick(definition.stages).id)
        case 7...9: return .signedOff(step: random.pick(signOffs).id, verdict: random.pick(SignOffVerdict.allCases))
        case 10...12: return .scheduled(body: body, meeting: nil)
        case 13...15:
            let outcome = random.chance(1, of: 2) ? PointOutcome.adopted : random.pick(PointOutcome.allCases)
            return .decided(body: body, points: [PointResult(point: 1, outcome: outcome)])
        case 16: return .finalReleased
        case 17: return .published
        case 18:
            let choice = random.pick([Disclosure(.open), Disclosure(.openAfterCondition, condition: "na opmaak")])
            return .disclosureChosen(choice)
        case 19: return .conditionFulfilled(condition: "publication")
        case 21: return random.chance(1, of: 2) ? .held : .resumed
        case 22: return .resumed
        case 23: return .stepSkipped(step: random.pick(signOffs).id)
        case 24: return .adviserAsked(track: random.pick(definition.tracks).id, function: "Controller")
        case 20:
            let clauses = definition.clauses(at: stage)
            return .gateOverridden(stage: stage, condition: clauses.isEmpty ? "" : random.pick(clauses).id)
        default: return consultation(in: scenario, &random)
        }
    }

    private static func consultation(in scenario: Scenario, _ random: inout SeededGenerator) -> ActPayload {
        let round = "r\(random.below(2))"
        switch random.below(3) {
        case 0:
            return .roundOpened(
                round: round, audience: LocalizedText(nl: "Inwoners"), from: "2023-06-01", until: "2023-06-30")
        case 1: return .roundClosed(round: round)
        default:
            let meeting = "m\(scenario.facts.acts.count)"
            return .meetingHeld(meeting: meeting, body: random.chance(1, of: 2) ? .raad : nil)
        }
    }
}

extension SeededGenerator {
    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

    mutating func chance(_ hits: Int, of limit: Int) -> Bool { below(limit) < hits }

    mutating func pick<Items: RandomAccessCollection>(_ items: Items) -> Items.Element {
        items[items.index(items.startIndex, offsetBy: below(items.count))]
    }
}
