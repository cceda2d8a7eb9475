/// One writer per plan: who wants to write waits for their turn, in the order in which they came.
///
/// An act is allowed or refused on facts that must still hold when it is recorded; so the reading of the facts and the
/// write are one turn, and so is the whole of a push.
public actor PlanTurns {
    private var waiting: [PlanID: [CheckedContinuation<Void, Never>]] = [:]

    public init() {}

    /// Runs `work` when nobody else writes to `plan`.
    public nonisolated func take<Value: Sendable>(
        _ plan: PlanID, _ work: @Sendable () async throws -> Value
    ) async rethrows -> Value {
        await enter(plan)
        do {
            let value = try await work()
            await leave(plan)
            return value
        } catch {
            await leave(plan)
            throw error
        }
    }

    /// How many stand in line behind the one that writes.
    public func waitingCount(for plan: PlanID) -> Int { waiting[plan]?.count ?? 0 }

    private func enter(_ plan: PlanID) async {
        guard waiting[plan] != nil else {
            waiting[plan] = []
            return
        }
        await withCheckedContinuation { waiting[plan, default: []].append($0) }
    }

    private func leave(_ plan: PlanID) {
        guard var queue = waiting[plan], !queue.isEmpty else {
            waiting[plan] = nil
            return
        }
        let next = queue.removeFirst()
        waiting[plan] = queue
        next.resume()
    }
}
