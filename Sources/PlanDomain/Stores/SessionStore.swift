import Foundation

/// Sessions at which people are heard, and their reports.
public protocol SessionStore: SessionStandingStore {
    /// By day.
    func sessions(of plan: PlanID) async throws -> [Session]
    func session(_ id: SessionID, of plan: PlanID) async throws -> Session?
    /// Adds, or replaces one that is one version before it; `conflict` otherwise. The mail that tells of it is queued with
    /// it, or not at all.
    func save(_ session: Session, telling mail: [NewMail], at moment: Date) async throws
    /// Every version, the first first.
    func reports(of session: SessionID, in plan: PlanID) async throws -> [SessionReport]
    /// Adds a version. `conflict` unless it is the next.
    func add(_ report: SessionReport, in plan: PlanID) async throws
    /// Notes who approved the last version. `conflict` where it is not the last.
    func approve(_ report: SessionReport, in plan: PlanID) async throws
}

/// How far sessions are, for the gates.
public protocol SessionStandingStore: Sendable {
    /// Sessions that took place and of which the last report was not approved, by day.
    func unreportedSessions(of plan: PlanID) async throws -> [Session]
}
