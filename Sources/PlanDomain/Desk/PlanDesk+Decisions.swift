import Workflow

/// What bodies decided, and what becomes public of it.
extension PlanDesk {
    /// Records what a body decided on its own day, with a result for every decision point.
    ///
    /// - Parameter minutes: what the body said about it (*toelichting*).
    @discardableResult
    public func decide(
        _ visit: DeskVisit, body: GoverningBody, on day: CalendarDate, results: [PointResult], minutes: String? = nil
    ) async throws -> Act {
        try await record(
            .decided(body: body, points: results), by: visit, asking: .recordDecisions, on: day, reason: minutes)
    }

    /// *Definitief akkoord*: the decision may leave the house.
    @discardableResult
    public func release(_ visit: DeskVisit, on day: CalendarDate? = nil) async throws -> Act {
        try await record(.finalReleased, by: visit, asking: .recordDecisions, on: day)
    }

    /// Chooses what becomes public. `invalid` where the choice asks for something that was not given.
    @discardableResult
    public func choose(
        _ visit: DeskVisit, disclosure: Disclosure, reason: String? = nil
    ) async throws -> Act {
        _ = try visit.checked(.recordDecisions)
        if let lack = disclosure.lack { throw PlanError(.invalid, Reason("desk.disclosure-\(lack.rawValue)")) }
        return try await record(.disclosureChosen(disclosure), by: visit, asking: .recordDecisions, reason: reason)
    }

    /// Establishes that a condition, such as that of publication, is met.
    @discardableResult
    public func fulfil(_ visit: DeskVisit, condition: String, reason: String? = nil) async throws -> Act {
        try await record(
            .conditionFulfilled(condition: condition), by: visit, asking: .recordDecisions, reason: reason)
    }

    @discardableResult
    public func publish(_ visit: DeskVisit) async throws -> Act {
        try await record(.published, by: visit, asking: .recordDecisions)
    }
}

/// What each of the six options asks for, over and above itself.
extension Disclosure.Choice {
    public enum Need: String, CaseIterable, Sendable {
        /// The clause of the condition.
        case condition
        /// The ground in the Woo for what stays closed.
        case ground
        /// Which parts stay closed.
        case parts
    }

    public var needs: Set<Need> {
        switch self {
        case .open, .openWithPressRelease: []
        case .openAfterCondition: [.condition]
        case .openInPart: [.parts, .ground]
        case .decisionOpen, .closed: [.ground]
        }
    }
}

extension Disclosure {
    /// The first thing that the choice asks for and does not have.
    public var lack: Choice.Need? {
        func isBlank(_ text: String?) -> Bool { text.map(\.trimmed.isEmpty) ?? true }
        return Choice.Need.allCases.filter(choice.needs.contains).first { need in
            switch need {
            case .condition: isBlank(condition)
            case .parts: closedParts.isEmpty
            case .ground where choice == .openInPart: closedParts.contains { isBlank(ground(of: $0)) }
            case .ground: isBlank(ground)
            }
        }
    }
}
