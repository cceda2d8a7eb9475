import Synchronization

/// What was computed of plans before, by where they stood in git; a plan that moved on is computed anew.
final class KnownPublicity: Sendable {
    private let plans = Mutex<[PlanID: (heads: PlanHeads, publicity: Publicity)]>([:])

    func publicity(of plan: PlanID, at heads: PlanHeads) -> Publicity? {
        plans.withLock { plans in plans[plan].flatMap { $0.heads == heads ? $0.publicity : nil } }
    }

    func keep(_ publicity: Publicity, of plan: PlanID, at heads: PlanHeads) {
        plans.withLock { $0[plan] = (heads, publicity) }
    }
}

/// What was read or made of commits before. A commit never changes, so an entry is only forgotten: the one that was
/// asked for longest ago.
final class KnownCommits<Value: Sendable>: Sendable {
    private struct Place: Hashable {
        let plan: PlanID
        let commit: CommitID
    }

    private struct Shelf {
        var values: [Place: Value] = [:]
        /// Longest ago first.
        var order: [Place] = []
    }

    private let limit: Int
    private let shelf = Mutex(Shelf())

    init(limit: Int) {
        self.limit = limit
    }

    /// What is known of a commit, or else what `make` makes of it. Two who ask at once may both make it.
    func value(of plan: PlanID, at commit: CommitID, _ make: () async throws -> Value) async rethrows -> Value {
        let place = Place(plan: plan, commit: commit)
        let known = shelf.withLock { shelf -> Value? in
            guard let value = shelf.values[place] else { return nil }
            shelf.order.removeAll { $0 == place }
            shelf.order.append(place)
            return value
        }
        if let known { return known }
        let value = try await make()
        shelf.withLock { shelf in
            if shelf.values.updateValue(value, forKey: place) == nil { shelf.order.append(place) }
            while shelf.order.count > limit { shelf.values[shelf.order.removeFirst()] = nil }
        }
        return value
    }
}
