import Workflow

/// Keeping what hangs on the words level with the text.
extension PlanOffice {
    /// Follows what came in since the last write; nothing is read where nothing did.
    func followText(of plan: PlanID) async throws {
        guard try await store.hasUnplacedAnchors(in: plan) else { return }
        try await turns.take(plan) {
            let repository = try await repositories.repository(of: plan)
            try await follow(repository)
        }
    }

    /// Carries anchors and promises over every change that the projection has and they have not. The caller holds the plan's
    /// turn.
    func follow(_ repository: any PlanRepository) async throws {
        let plan = repository.id
        let last = try await projectedPlan(plan).heads.text
        let isBehind = try await store.following(of: plan).at != last
        let hasNew = try await store.hasUnplacedAnchors(in: plan)
        guard isBehind || hasNew else { return }
        let before = try await store.followed(of: plan)
        let changes = Array(try await store.changes(of: plan, section: nil).reversed())
        let decisions = Dictionary(grouping: try await store.anchorDecisions(of: plan), by: \.text)
        var texts = TextShelf(repository)
        var followed = before
        if isBehind {
            let known = before.at.flatMap { at in changes.firstIndex { $0.id == at } } ?? -1
            for change in changes[(known + 1)...] {
                guard var step = try await texts.step(change) else { continue }
                followed.follow(&step, decisions)
            }
            followed.at = last
        }
        if hasNew {
            for (number, place) in try await placedAnew(of: plan, besides: followed, changes, decisions, &texts) {
                followed.anchors[number] = place
            }
        }
        try await store.keep(
            FollowingUpdate(
                after: before.at, upTo: last,
                anchors: followed.anchors.values.filter { before.anchors[$0.input] != $0 },
                promises: followed.promises.filter { promise in !before.promises.contains(promise) }),
            of: plan)
    }

    /// The anchors that have no place yet, carried from the text that they were put on to the present one.
    private func placedAnew(
        of plan: PlanID, besides followed: FollowedPlan, _ changes: [Change], _ decisions: [CommitID: [AnchorDecision]],
        _ texts: inout TextShelf
    ) async throws -> [InputNumber: AnchorPlace] {
        let unplaced = try await store.anchoredInputs(of: plan).filter { input in
            followed.anchors[input.number]?.inputVersion != input.version
        }
        var placed: [InputNumber: AnchorPlace] = [:]
        for (commit, inputs) in Dictionary(grouping: unplaced, by: \.anchor.commit) {
            var own = FollowedPlan(
                at: commit, anchors: Dictionary(inputs.map { ($0.number, $0.place) }) { first, _ in first })
            own.apply(decisions[commit] ?? [])
            let known = changes.firstIndex { $0.id == commit } ?? -1
            for change in changes[(known + 1)...] {
                guard var step = try await texts.step(change) else { continue }
                own.follow(&step, decisions)
            }
            placed.merge(own.anchors) { first, _ in first }
        }
        return placed
    }
}

/// Texts that were read, so that what comes after one change and before the next is read once.
private struct TextShelf {
    private let repository: any PlanRepository
    private var texts: [CommitID: PlanText] = [:]

    init(_ repository: any PlanRepository) { self.repository = repository }

    /// Nil for a change that touches no section: nothing that is followed hangs on it.
    mutating func step(_ change: Change) async throws -> TextStep? {
        guard !change.sections.isEmpty else { return nil }
        var before: PlanText?
        if let parent = change.parent { before = try await text(at: parent) }
        let after = try await text(at: change.id)
        texts = [change.id: after]
        return TextStep(change, before: before, after: after)
    }

    private mutating func text(at commit: CommitID) async throws -> PlanText {
        if let known = texts[commit] { return known }
        return try await repository.text(at: commit)
    }
}
