import Workflow

/// Follows the versions of one plan through its acts: when each was frozen, offered, settled, opened and sent back.
///
/// After every act it asks whether the version that stands is open to the public, so that "since when and by which act"
/// is read off and not guessed.
struct VersionChronicle {
    let definition: WorkflowDefinition
    let proposals: [CommitID: Disclosure]
    private var lives: [VersionLife] = []
    private var current: VersionLife?
    private var surroundings: Surroundings

    init(definition: WorkflowDefinition, proposals: [CommitID: Disclosure]) {
        self.definition = definition
        self.proposals = proposals
        let steps = definition.tracks.flatMap(\.steps)
        surroundings = Surroundings(needsRelease: steps.contains { $0.act == .finalReleased })
    }

    mutating func add(_ act: Act) {
        switch act.payload {
        case .stageMoved(let from, let to): move(act, from: from, to: to)
        case .sentBack(let from, let to): sendBack(act, from: from, to: to)
        case .decided(let body, let points): surroundings.decisions[body] = .init(act: act, points: points)
        case .finalReleased: surroundings.release = act
        case .disclosureChosen(let disclosure):
            surroundings.chosen = disclosure
            surroundings.isFulfilled = false
        case .conditionFulfilled: surroundings.isFulfilled = true
        case .published where surroundings.isReleased: current?.publish(act)
        default: break
        }
        settle(after: act)
    }

    /// Every version there was, oldest first.
    func finished() -> [VersionLife] { lives + [current].compactMap { $0 } }

    private mutating func move(_ act: Act, from: StageID, to: StageID) {
        guard let target = definition.stage(to), target.subject == .version else { return }
        if current == nil || definition.stage(from)?.subject == .sections {
            close()
            current = VersionLife(frozenBy: act, in: surroundings)
        }
        if target.isEnd { current?.settle(act) }
        if isOffer(target) { current?.offer(act) }
    }

    /// To the council where it decides; where it does not, the plan goes to it for information once it is settled.
    private func isOffer(_ target: StageDefinition) -> Bool {
        if definition.stages.contains(where: { $0.isCouncils(in: definition) }) {
            return target.isCouncils(in: definition)
        }
        return target.isEnd && definition.document("raadsmededeling") != nil
    }

    private mutating func sendBack(_ act: Act, from: StageID, to: StageID) {
        guard definition.stage(from)?.subject == .version else { return }
        current?.takeBack(act)
        if definition.stage(to)?.subject == .sections { close() }
    }

    /// What is chosen from here on is about the next version.
    private mutating func close() {
        if let current { lives.append(current) }
        current = nil
    }

    private mutating func settle(after act: Act) {
        guard var life = current else { return }
        life.surroundings = surroundings
        life.proposal = proposals[life.text]
        life.noteOpening(after: act)
        current = life
    }
}

/// What stands at one moment beside a version: the choice of disclosure, the decisions, the release.
struct Surroundings: Equatable {
    /// Whether the workflow knows a final release at all.
    let needsRelease: Bool
    var chosen: Disclosure?
    var isFulfilled = false
    var decisions: [GoverningBody: Decided] = [:]
    var release: Act?

    struct Decided: Equatable {
        let act: Act
        let points: [PointResult]

        /// Whether the body adopted: at least one point, and none turned down or put off.
        var isAdoption: Bool {
            let outcomes = Set(points.map(\.outcome))
            return !outcomes.isDisjoint(with: [.adopted, .adoptedAsAmended])
                && outcomes.isDisjoint(with: [.deferred, .withdrawn, .referredBack, .rejected])
        }
    }

    /// Whether the board's last decision may leave the house (*definitief akkoord*).
    var isReleased: Bool {
        guard needsRelease else { return true }
        guard let board = decisions[.college] else { return false }
        return release.map { $0.sequence > board.act.sequence } ?? false
    }
}
