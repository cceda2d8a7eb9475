import Workflow

/// Where a paraaf is given.
///
/// Nobody signs off their own work: whoever changed the text since the last paraaf on a step leaves the next one to
/// another (the two-person rule).
public struct SignOffDesk: Sendable {
    private let desk: PlanDesk
    var office: PlanOffice { desk.office }

    public init(_ desk: PlanDesk) { self.desk = desk }

    /// Gives a paraaf on the text that was shown.
    ///
    /// - Parameter remark: what goes with *akkoord met opmerking*, and the reason of *niet akkoord*.
    /// - Throws: `forbidden` for who changed the text themselves; `invalid` for a remark that is missing.
    @discardableResult
    public func signOff(
        _ visit: DeskVisit, step: String, verdict: SignOffVerdict, remark: String? = nil
    ) async throws -> Act {
        if let known = try await answered(visit) { return known }
        let person = try visit.checked(.signOff)
        if verdict == .agreedWithRemark, remark?.trimmed.isEmpty ?? true {
            throw PlanError(.invalid, Reason("desk.remark-missing"))
        }
        let own = try await ownChanges(of: person, since: step, in: visit.plan)
        if let last = own.first { throw Self.refusal(of: own.count, last: office.time.day(of: last.madeAt)) }
        return try await desk.record(
            .signedOff(step: step, verdict: verdict), by: visit, asking: .signOff, reason: remark)
    }

    /// Gives the same paraaf on several steps, each on the text that was shown of its plan.
    ///
    /// One that is refused leaves the others standing, so the answer tells of each. Only an agreement without words can
    /// be given this way, and only on steps whose workflow allows it.
    public func signOff(all requests: [BulkRequest], verdict: SignOffVerdict) async throws -> [BulkAnswer] {
        guard verdict == .agreed || verdict == .noObjection else {
            throw PlanError(.invalid, Reason("desk.bulk-verdict"))
        }
        var answers: [BulkAnswer] = []
        for request in requests {
            do {
                try await requireBulk(request)
                let act = try await signOff(request.visit, step: request.step, verdict: verdict)
                answers.append(BulkAnswer(plan: request.visit.plan, step: request.step, outcome: .success(act)))
            } catch let error as PlanError {
                answers.append(BulkAnswer(plan: request.visit.plan, step: request.step, outcome: .failure(error)))
            }
        }
        return answers
    }

    /// Changes that a person made in the text of a plan since the last paraaf on a step, newest first.
    func ownChanges(of person: Person, since step: String, in plan: PlanID) async throws -> [Change] {
        let last = try await office.store.acts(of: plan).last { act in
            if case .signedOff(step, _) = act.payload { true } else { false }
        }
        let pseudonym = try await desk.people.pseudonym(of: person.id, in: plan)
        return try await office.store.changes(of: plan, section: nil).prefix { $0.id != last?.text }
            .filter { $0.author.pseudonym == pseudonym && $0.touchesText }
    }

    static func refusal(of count: Int, last day: CalendarDate) -> PlanError {
        PlanError(.forbidden, Reason("desk.own-work", ["count": .number(count), "day": .date(day)]))
    }

    /// The act that answered this very request; a paraaf that was given is not refused for what came after.
    private func answered(_ visit: DeskVisit) async throws -> Act? {
        _ = try visit.checked(.signOff)
        return try await office.store.acts(of: visit.plan).first { $0.requestID == visit.requestID }
    }

    private func requireBulk(_ request: BulkRequest) async throws {
        _ = try request.visit.checked(.signOff)
        let definition = try await office.definition(of: request.visit.plan)
        guard AdviserRequest.isStep(request.step) || definition.step(request.step)?.allowsBulk == true else {
            throw PlanError(.invalid, Reason("desk.not-in-bulk"))
        }
    }
}

extension SignOffDesk {
    /// One paraaf of many.
    public struct BulkRequest: Sendable {
        public let visit: DeskVisit
        public let step: String

        public init(visit: DeskVisit, step: String) {
            self.visit = visit
            self.step = step
        }
    }

    /// What became of one paraaf of many.
    public struct BulkAnswer: Sendable {
        public let plan: PlanID
        public let step: String
        public let outcome: Result<Act, PlanError>
    }
}

extension Change {
    /// Whether it touches what a paraaf covers: sections, documents, or the fields that are printed.
    var touchesText: Bool { !sections.isEmpty || !documents.isEmpty || touchesMetadata }
}
