import Foundation
import PlanDomain
import Seeded
import Testing
import Workflow

/// A made-up history of one plan, step by step, as git would tell it: the same seed gives the same history.
struct SampleHistory: Sendable {
    let plan: PlanID
    let seed: UInt64
    /// Oldest first.
    private(set) var changes: [Change] = []
    private(set) var acts: [Act] = []
    /// How many changes and acts there were after each step, from the first on.
    private var marks: [(changes: Int, acts: Int)] = []

    /// `plan` must be an id. A step brings up to three changes and two acts; the first starts text and register both.
    init(_ plan: String = "veiligheid-2024-2027", seed: UInt64 = 1, steps count: Int = 4) throws {
        self.plan = try #require(PlanID(plan))
        self.seed = seed
        var random = SeededGenerator(seed: seed)
        for number in 0..<count {
            let newChanges = number == 0 ? 1 : Int.random(in: 0...3, using: &random)
            let newActs = number == 0 ? 1 : Int.random(in: newChanges == 0 ? 1...2 : 0...2, using: &random)
            for _ in 0..<newChanges { changes.append(try SampleRows.change(after: changes.last, &random)) }
            for _ in 0..<newActs {
                acts.append(try SampleRows.act(number: acts.count + 1, about: changes, &random))
            }
            marks.append((changes.count, acts.count))
        }
    }

    /// How many steps there are.
    var count: Int { marks.count }

    /// Of the first `count` steps, oldest first.
    func changes(_ count: Int) -> ArraySlice<Change> { changes.prefix(mark(count).changes) }
    func acts(_ count: Int) -> ArraySlice<Act> { acts.prefix(mark(count).acts) }

    /// Nil before the first step.
    func heads(after count: Int) throws -> PlanHeads? {
        guard count > 0 else { return nil }
        let change = try #require(changes(count).last)
        let act = try #require(acts(count).last)
        return PlanHeads(text: change.id, register: RegisterHead(commit: act.id, sequence: act.sequence))
    }

    /// The plan as it stands after the first `count` steps; another with every step, the same whenever it is asked.
    func projected(after count: Int) throws -> ProjectedPlan {
        var random = SeededGenerator(seed: seed &* 1_000_003 &+ UInt64(count))
        return try SampleRows.projected(plan, at: try #require(try heads(after: count)), Array(acts(count)), &random)
    }

    /// What leads from the state after `start` steps to that after `end`.
    func update(from start: Int = 0, to end: Int? = nil) throws -> ProjectionUpdate {
        let end = end ?? count
        return ProjectionUpdate(
            plan: plan, after: try heads(after: start), projected: try projected(after: end),
            changes: Array(changes[mark(start).changes..<mark(end).changes]),
            acts: Array(acts[mark(start).acts..<mark(end).acts]))
    }

    private func mark(_ count: Int) -> (changes: Int, acts: Int) { count == 0 ? (0, 0) : marks[count - 1] }
}
