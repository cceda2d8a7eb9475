import Workflow

/// A session that was held (*bijeenkomst*): with partners, or with a body that deepens a plan without deciding on it.
///
/// The register shows its name, its day and whose session it was. Who was there and what came of it goes along as the
/// reason of the act: sealed there, and kept where it can be withheld.
public struct HeldSession: Equatable, Sendable {
    public let name: String
    /// Nil for a session with partners.
    public let body: GoverningBody?
    public let day: CalendarDate
    /// Who was there, by organisation and function, and what came of it. Never the name of a person.
    public let account: String

    public init(name: String, body: GoverningBody?, day: CalendarDate, account: String) {
        self.name = name
        self.body = body
        self.day = day
        self.account = account
    }
}

extension PlanDesk {
    /// Records that a session was held, on its own day.
    ///
    /// `invalid` for a session without a name or an account; `conflict` for a name that was recorded before, and for a day
    /// on which its stage had not begun.
    @discardableResult
    public func record(_ session: HeldSession, by visit: DeskVisit) async throws -> Act {
        let name = try WrittenText.line(session.name, limit: 120, empty: "session.name-empty")
        guard !session.account.trimmed.isEmpty else { throw PlanError(.invalid, Reason("session.account-empty")) }
        return try await record(
            .meetingHeld(meeting: name, body: session.body), by: visit, asking: .recordSessions, on: session.day,
            reason: session.account)
    }
}
