/// Whether every stage can be reached and every section can come to an end.
extension WorkflowChecks {
    func checkStageOrder() {
        let edges = draft.stages.map { stage in stage.next.compactMap { target in knownRank(target) } }
        // A name that leads nowhere was reported; what it cuts off would be noise.
        guard zip(edges, draft.stages).allSatisfy({ $0.count == $1.next.count }) else { return }
        let ends = draft.stages.indices.filter { draft.stages[$0].next.isEmpty }
        if ends.isEmpty {
            faults.add(line: draft.stagesLine, "no-end-stage")
        } else {
            reportCycles(edges: edges, ends: ends)
        }
        let reachable = reached(from: [0], edges: edges)
        for (rank, stage) in draft.stages.enumerated() where !reachable.contains(rank) {
            faults.add(
                line: stage.id.line, "unreachable-stage", ["stage": .text(stage.id.value.rawValue)])
        }
        refuseBackwardSteps(edges: edges)
    }

    /// A stage from which no end can be reached goes round in a circle.
    private func reportCycles(edges: [[Int]], ends: [Int]) {
        for (rank, stage) in draft.stages.enumerated()
        where reached(from: [rank], edges: edges).isDisjoint(with: ends) {
            faults.add(line: stage.id.line, "cycle-without-end", ["stage": .text(stage.id.value.rawValue)])
        }
    }

    private func refuseBackwardSteps(edges: [[Int]]) {
        for (rank, stage) in draft.stages.enumerated() {
            for target in stage.next {
                guard let targetRank = draft.rank(of: target.value), targetRank <= rank else { continue }
                faults.add(
                    line: target.line, "next-goes-back",
                    ["stage": .text(stage.id.value.rawValue), "target": .text(target.value)])
            }
        }
    }

    private func reached(from start: [Int], edges: [[Int]]) -> Set<Int> {
        var seen = Set(start)
        var queue = start
        while let rank = queue.popLast() {
            for next in edges[rank] where seen.insert(next).inserted { queue.append(next) }
        }
        return seen
    }
}
