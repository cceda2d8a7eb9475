import Workflow

/// Shows what is past its time, and throws it away: by hand, and once a day by itself.
public struct RetentionDesk: Sendable {
    private let store: any RetentionStore
    private let time: OfficeTime

    public init(_ store: any RetentionStore, time: OfficeTime) {
        self.store = store
        self.time = time
    }

    /// What one kind is kept for, and what of it would go today.
    public struct Line: Equatable, Sendable {
        public let kind: RetentionSchedule.Kind
        /// Nil for what stays until somebody erases it.
        public let days: Int?
        public let expired: ExpiredThings?
    }

    /// Every kind, in one order.
    public func preview(for participant: Participant) async throws -> [Line] {
        try Self.require(participant)
        let schedule = try await store.retentionSchedule()
        var lines: [Line] = []
        for kind in RetentionSchedule.Kind.allCases {
            var expired: ExpiredThings?
            if let day = schedule.boundary(of: kind, on: time.today) {
                expired = try await store.expired(kind, before: day)
            }
            lines.append(Line(kind: kind, days: schedule.days[kind], expired: expired))
        }
        return lines
    }

    /// Throws `invalid` for a period beyond reason.
    public func choose(_ days: [RetentionSchedule.Kind: Int?], by participant: Participant) async throws {
        try Self.require(participant)
        guard days.values.allSatisfy({ $0.map((1...RetentionSchedule.most).contains) ?? true }) else {
            throw PlanError(.invalid, Reason("retention.days", ["most": .number(RetentionSchedule.most)]))
        }
        try await store.save(RetentionSchedule(days))
    }

    /// Throws away what is past its time. Gives what went.
    @discardableResult
    public func carryOut(by participant: Participant) async throws -> [Disposal] {
        try Self.require(participant)
        return try await carryOut(by: participant.person?.id)
    }

    /// Looks everything through unless that was done today; for a server that runs on. Gives what went.
    @discardableResult
    public func carryOutDaily() async throws -> [Disposal] {
        guard try await store.lastDisposalRound() != time.today else { return [] }
        return try await carryOut(by: nil)
    }

    private func carryOut(by person: PersonID?) async throws -> [Disposal] {
        let (schedule, today) = (try await store.retentionSchedule(), time.today)
        var gone: [Disposal] = []
        for kind in RetentionSchedule.Kind.allCases {
            guard let days = schedule.days[kind], let day = schedule.boundary(of: kind, on: today) else { continue }
            let disposal = Disposal(kind: kind, count: 0, days: days, day: today, by: person)
            let count = try await store.dispose(before: day, noting: disposal)
            if count > 0 { gone.append(Disposal(kind: kind, count: count, days: days, day: today, by: person)) }
        }
        try await store.noteDisposalRound(on: today)
        return gone
    }

    private static func require(_ participant: Participant) throws(PlanError) {
        guard participant.isAdministrator else { throw PlanError(.notFound, Reason("access.not-here")) }
    }
}
