import Workflow

/// One frozen version from the act that froze it to the act that sent it back, if any did.
struct VersionLife {
    let frozenBy: Act
    /// As the last act had it that offered, settled or published the version.
    private(set) var text: CommitID
    private(set) var offeredBy: Act?
    /// It reached the end of the workflow.
    private(set) var settledBy: Act?
    private(set) var publishedBy: Act?
    /// Sent back since, and not offered, settled or published again.
    private(set) var takenBackBy: Act?
    /// The act since which the public may read it.
    private(set) var openedBy: Act?
    private(set) var lastAct: Act
    /// As they stand, or stood when it was sent back.
    var surroundings: Surroundings
    var proposal: Disclosure?

    init(frozenBy act: Act, in surroundings: Surroundings) {
        self.surroundings = surroundings
        frozenBy = act
        text = act.text
        lastAct = act
    }

    mutating func offer(_ act: Act) {
        offeredBy = act
        note(act)
    }

    mutating func settle(_ act: Act) {
        settledBy = act
        note(act)
    }

    mutating func publish(_ act: Act) {
        publishedBy = act
        note(act)
    }

    mutating func takeBack(_ act: Act) {
        takenBackBy = act
        lastAct = act
    }

    mutating func noteOpening(after act: Act) {
        if !isOpen {
            openedBy = nil
        } else if openedBy == nil {
            openedBy = act
            lastAct = act
        }
    }

    private mutating func note(_ act: Act) {
        text = act.text
        takenBackBy = nil
        lastAct = act
    }
}

extension VersionLife {
    /// The choice that was recorded last, or else what the nota proposed.
    var disclosure: Disclosure? { surroundings.chosen ?? proposal }

    var isAdoptedByCouncil: Bool { settledBy != nil && surroundings.decisions[.raad]?.isAdoption == true }

    /// Published with a choice that opens it; or adopted by the council, which decides in public, unless the choice
    /// keeps it closed.
    private var isOpen: Bool {
        guard let disclosure else { return isAdoptedByCouncil }
        let isConditional = disclosure.choice == .openAfterCondition || disclosure.condition != nil
        return (publishedBy != nil || isAdoptedByCouncil) && disclosure.choice != .closed
            && (!isConditional || surroundings.isFulfilled)
    }

    func published(tags: [VersionTag], hasCouncil: Bool, _ time: OfficeTime) -> ReadableVersion? {
        guard let openedBy, let opened = isAdoptedByCouncil ? settledBy : publishedBy else { return nil }
        let isBoards = !hasCouncil && surroundings.decisions[.college]?.isAdoption == true
        let kind: ReadableVersion.Kind =
            isAdoptedByCouncil ? .adopted(by: .raad) : isBoards ? .adopted(by: .college) : .offered
        return version(kind, opened.text, by: openedBy, closure: .ofPublic(disclosure), tags, time)
    }

    func offered(tags: [VersionTag], _ time: OfficeTime) -> ReadableVersion? {
        guard let offeredBy else { return nil }
        let adopted = isAdoptedByCouncil ? settledBy : nil
        return version(
            adopted == nil ? .offered : .adopted(by: .raad), (adopted ?? offeredBy).text, by: offeredBy,
            closure: .ofCouncil(disclosure), tags, time)
    }

    /// Told once the decision may leave the house, as it would have been published then.
    func withheld(_ time: OfficeTime) -> WithheldDecision? {
        guard let disclosure, disclosure.choice == .closed, surroundings.isReleased,
            let decision = surroundings.decisions[.college], decision.act.sequence > frozenBy.sequence
        else { return nil }
        return WithheldDecision(
            body: .college, date: decision.act.day(time), ground: disclosure.ground, act: decision.act.sequence)
    }

    private func version(
        _ kind: ReadableVersion.Kind, _ text: CommitID, by act: Act, closure: Closure, _ tags: [VersionTag],
        _ time: OfficeTime
    ) -> ReadableVersion {
        ReadableVersion(
            text: text, kind: kind, tag: tags.last { $0.act == (settledBy ?? frozenBy).sequence }?.tag,
            act: act.sequence, since: act.day(time), lastAct: lastAct.sequence, decisions: decisions, closure: closure,
            adoptedOn: adoptedOn(kind, time), standing: takenBackBy.map { .takenBack(on: $0.day(time)) } ?? .inForce)
    }

    /// The day of the decision itself: the text is what was decided on, however much later the plan was closed.
    private func adoptedOn(_ kind: ReadableVersion.Kind, _ time: OfficeTime) -> CalendarDate? {
        guard case .adopted(let body) = kind else { return nil }
        return surroundings.decisions[body]?.act.day(time)
    }

    /// A council's decision on an earlier version counts where this is the version that it asked for.
    private var decisions: [Int] {
        let council = surroundings.decisions[.raad].flatMap { decision in
            decision.act.sequence > frozenBy.sequence || isAdoptedByCouncil ? decision.act : nil
        }
        return [surroundings.decisions[.college]?.act, council].compactMap { $0?.sequence }
    }
}
