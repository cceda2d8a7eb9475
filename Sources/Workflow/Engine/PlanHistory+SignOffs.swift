/// Which paraaf still stands, and for which text.
extension PlanHistory {
    /// The last paraaf of each function on this step, in the order of the register.
    func signOffs(on step: StepDefinition) -> [SignOffStanding] {
        var last: [String: SignOffStanding] = [:]
        for act in facts.acts {
            guard case .signedOff(step.id, let verdict) = act.payload else { continue }
            last[act.standsFor] = SignOffStanding(
                step: step.id, function: act.standsFor, deputy: act.onBehalfOf == nil ? nil : act.function,
                sequence: act.sequence, date: act.date, text: act.text, sections: act.sections, verdict: verdict,
                coverage: coverage(of: act))
        }
        return last.values.sorted { $0.sequence < $1.sequence }
    }

    /// What became of a paraaf since: a change of substance ends it, other changes leave it standing.
    private func coverage(of act: ActFact) -> SignOffCoverage {
        let later = changes.touching(after: act.text, sections: act.sections)
        let substantive = later.filter { $0.nature == .substantive }
        if !substantive.isEmpty { return .stale(changes: substantive.map(\.id)) }
        let editorial = later.filter { $0.nature == .editorial }
        if !editorial.isEmpty { return .carriedOverWithNotice(changes: editorial.map(\.id)) }
        return later.isEmpty ? .covers : .carriedOver(changes: later.map(\.id))
    }

    /// Required sign-off steps in this stage or an earlier one, apart from those that were skipped.
    func requiredSignOffs(upTo stage: StageID) -> [StepDefinition] {
        guard let limit = definition.rank(of: stage) else { return [] }
        return definition.tracks.filter { (definition.rank(of: $0.stage) ?? .max) <= limit }
            .flatMap(steps).filter { $0.act == .signedOff && $0.isRequired && skip(of: $0) == nil }
    }
}

/// How far a paraaf still covers the text that stands now.
public enum SignOffCoverage: Equatable, Sendable {
    /// The text is the one that was signed.
    case covers
    /// Only type or structure changed since.
    case carriedOver(changes: [String])
    /// Wording changed since; the signer is told.
    case carriedOverWithNotice(changes: [String])
    /// Substance changed since; it must be given again.
    case stale(changes: [String])

    public var isValid: Bool {
        if case .stale = self { return false }
        return true
    }
}

/// The last paraaf of one function on one step.
public struct SignOffStanding: Equatable, Sendable {
    public let step: String
    /// Whose paraaf it is.
    public let function: String
    /// The function that gave it in the other's place; nil where they gave it themselves.
    public let deputy: String?
    /// The act in the register.
    public let sequence: Int
    public let date: CalendarDate?
    /// The commit of the text that it was given on: what changed since is the difference with the text that stands.
    public let text: String
    /// Sections that it is about; empty for the whole text.
    public let sections: [String]
    public let verdict: SignOffVerdict
    public let coverage: SignOffCoverage

    /// Whether it blocks until it is given again; a change of the text does not lift it.
    public var isObjection: Bool { verdict == .notAgreed }

    /// Whether it counts for the text that stands now.
    public var counts: Bool { !isObjection && coverage.isValid }
}
