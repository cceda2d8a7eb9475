import PlanDomain
import TestSupport
import Testing

/// One writer per plan, in the order in which they came.
@Suite struct PlanTurnsTests {
    @Test func neverTwoWriteToOnePlan() async {
        let turns = PlanTurns()
        let room = Room()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    await turns.take(.named("plan")) {
                        await room.enter()
                        for _ in 0..<3 { await Task.yield() }
                        await room.leave()
                    }
                }
            }
        }
        #expect(await room.mostAtOnce == 1)
        #expect(await room.visitors.count == 200)
    }

    @Test func whoCameFirstIsServedFirst() async {
        let turns = PlanTurns()
        let room = Room()
        let gate = Gate()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await turns.take(.named("plan")) { await gate.wait() } }
            await gate.entered()
            for number in 0..<20 {
                group.addTask { await turns.take(.named("plan")) { await room.enter(number) } }
                // The next comes when this one stands in line.
                while await turns.waitingCount(for: .named("plan")) < number + 1 { await Task.yield() }
            }
            await gate.open()
        }
        #expect(await room.visitors == Array(0..<20))
    }

    @Test func plansDoNotWaitForEachOther() async {
        let turns = PlanTurns()
        let gate = Gate()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await turns.take(.named("een")) { await gate.wait() } }
            await gate.entered()
            // Would never end if it waited for the first.
            await turns.take(.named("twee")) {}
            await gate.open()
        }
    }

    @Test func whoFailsLeavesTheTurnToTheNext() async throws {
        struct Failure: Error {}
        let turns = PlanTurns()
        await #expect(throws: Failure.self) { try await turns.take(.named("plan")) { throw Failure() } }
        #expect(await turns.take(.named("plan")) { 7 } == 7)
        #expect(await turns.waitingCount(for: .named("plan")) == 0)
    }
}

/// Remembers who came in, and how many were in at once.
private actor Room {
    private var present = 0
    private(set) var mostAtOnce = 0
    private(set) var visitors: [Int] = []

    func enter(_ visitor: Int = 0) {
        visitors.append(visitor)
        present += 1
        mostAtOnce = max(mostAtOnce, present)
    }

    func leave() { present -= 1 }
}

/// Holds somebody inside until it is opened.
private actor Gate {
    private var holding: CheckedContinuation<Void, Never>?
    private var arrival: CheckedContinuation<Void, Never>?
    private var hasEntered = false
    private var isOpen = false

    func wait() async {
        hasEntered = true
        arrival?.resume()
        arrival = nil
        if !isOpen { await withCheckedContinuation { holding = $0 } }
    }

    func entered() async {
        if !hasEntered { await withCheckedContinuation { arrival = $0 } }
    }

    func open() {
        isOpen = true
        holding?.resume()
        holding = nil
    }
}
