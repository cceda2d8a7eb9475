/// Rounds of consultation, and what becomes public.
extension ActQuestion {
    /// A round has an id of its own and does not end before it begins.
    func refusalOfRound(opened id: String, from: CalendarDate, until: CalendarDate) -> Reason? {
        if let refusal = refusalOfStep(.roundOpened) { return refusal }
        if round(id) != nil { return Reason("refusal.round-known", ["round": .text(id)]) }
        return until < from ? Reason("refusal.round-backwards", ["from": .date(from), "until": .date(until)]) : nil
    }

    /// An extension is later than the last day so far.
    func refusalOfRound(extended id: String, until: CalendarDate) -> Reason? {
        if let refusal = refusalOfStep(.roundExtended) ?? refusalUnlessOpen(id) { return refusal }
        guard let round = round(id), until <= round.until else { return nil }
        return Reason("refusal.round-not-longer", ["until": .date(until), "present": .date(round.until)])
    }

    /// People may react through the last day. A round that the municipality holds of its own accord may be closed sooner,
    /// once it has begun, by who says why; one whose term the law sets may not (Awb 3:16).
    func refusalOfRound(closed id: String) -> Reason? {
        if let refusal = refusalOfStep(.roundClosed) ?? refusalUnlessOpen(id) { return refusal }
        guard let round = round(id), (act.date ?? today) <= round.until else { return nil }
        if round.isStatutory { return Reason("refusal.round-statutory", ["until": .date(round.until)]) }
        if (act.date ?? today) < round.from { return Reason("refusal.round-not-begun", ["from": .date(round.from)]) }
        return act.hasReason ? nil : Reason("refusal.round-still-runs", ["until": .date(round.until)])
    }

    /// What is public cannot be chosen anew; an incomplete choice is no choice, and what it closes must be there.
    func refusalOfDisclosure(_ disclosure: Disclosure) -> Reason? {
        if history.publication != nil { return Reason("refusal.already-published") }
        return disclosure.gaps.first ?? refusalOfParts(disclosure.closedParts.map(\.subject))
    }

    /// A slip in the name of a part would leave open what was meant to be closed.
    private func refusalOfParts(_ parts: [ClosedPart.Subject]) -> Reason? {
        for (index, part) in parts.enumerated() {
            let (name, isKnown) =
                switch part {
                case .section(let id): (id, history.facts.sections.contains { $0.id == id })
                case .document(let id): (id, definition.document(id) != nil)
                }
            if !isKnown { return Reason("refusal.unknown-part", ["part": .text(name)]) }
            if parts[..<index].contains(part) { return Reason("refusal.part-twice", ["part": .text(name)]) }
        }
        return nil
    }

    /// A condition is known to the plan and is fulfilled once.
    func refusalOfFulfilment(_ condition: String) -> Reason? {
        guard history.conditions[condition] != nil else {
            return Reason("refusal.unknown-plan-condition", ["condition": .text(condition)])
        }
        return history.isFulfilled(condition) ? Reason("refusal.already-fulfilled") : nil
    }

    private func refusalUnlessOpen(_ id: String) -> Reason? {
        guard let round = round(id) else { return Reason("refusal.unknown-round", ["round": .text(id)]) }
        return round.isClosed ? Reason("refusal.round-closed", ["round": .text(id)]) : nil
    }

    private func round(_ id: String) -> RoundStanding? {
        history.rounds.first { $0.id == id }
    }
}
