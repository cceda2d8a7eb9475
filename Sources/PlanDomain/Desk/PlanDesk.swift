import Workflow

/// Where officials do what the register records of a plan: its stages, its route, its decisions and what becomes public.
///
/// The access rule says who may; the workflow says when. Every act bears the day of today as its official date, unless a
/// body acted on a day of its own.
public struct PlanDesk: Sendable {
    let office: PlanOffice
    let people: any PeopleStore

    public init(_ office: PlanOffice, people: any PeopleStore) {
        self.office = office
        self.people = people
    }

    /// Records an act in the name of a visitor who has the right to it.
    func record(
        _ payload: ActPayload, sections: [SectionID] = [], by visit: DeskVisit, asking right: PlanRight,
        on date: CalendarDate? = nil, reason: String? = nil
    ) async throws -> Act {
        let person = try visit.checked(right)
        let pseudonym = try await people.pseudonym(of: person.id, in: visit.plan)
        let act = NewAct(
            payload, sections: sections, by: visit.capacity.author(pseudonym: pseudonym),
            onBehalfOf: visit.capacity.onBehalfOf, on: date ?? office.time.today,
            reason: reason.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }, requestID: visit.requestID)
        return try await office.record(act, in: visit.plan, shown: visit.shown)
    }
}

/// Stages and gates.
extension PlanDesk {
    /// Lets sections go on to the next stage; all that stand there where none is named. `gateClosed` says what is missing.
    @discardableResult
    public func moveOn(
        _ visit: DeskVisit, from: StageID, to: StageID, sections: [SectionID] = []
    ) async throws -> Act {
        try await record(.stageMoved(from: from, to: to), sections: sections, by: visit, asking: .moveStages)
    }

    /// Sends sections back to an earlier stage, with the reason for who writes them.
    @discardableResult
    public func sendBack(
        _ visit: DeskVisit, from: StageID, to: StageID, sections: [SectionID] = [], reason: String
    ) async throws -> Act {
        try await record(
            .sentBack(from: from, to: to), sections: sections, by: visit, asking: .moveStages, reason: reason)
    }

    /// Lets sections, or the whole plan, stand still.
    @discardableResult
    public func hold(_ visit: DeskVisit, sections: [SectionID] = [], reason: String) async throws -> Act {
        try await record(.held, sections: sections, by: visit, asking: .moveStages, reason: reason)
    }

    /// Lets what stands still go on: these sections, or everything.
    @discardableResult
    public func resume(_ visit: DeskVisit, sections: [SectionID] = [], reason: String? = nil) async throws -> Act {
        try await record(.resumed, sections: sections, by: visit, asking: .moveStages, reason: reason)
    }

    /// Sets a condition of a gate aside, where the workflow lets this role do that.
    @discardableResult
    public func setAside(
        _ visit: DeskVisit, condition: String, at stage: StageID, sections: [SectionID] = [], reason: String
    ) async throws -> Act {
        try await record(
            .gateOverridden(stage: stage, condition: condition), sections: sections, by: visit, asking: .moveStages,
            reason: reason)
    }

    /// Passes a step over, or withdraws what an adviser was asked.
    @discardableResult
    public func skip(_ visit: DeskVisit, step: String, reason: String) async throws -> Act {
        try await record(.stepSkipped(step: step), by: visit, asking: .moveStages, reason: reason)
    }

    /// Functions that can be asked for a paraaf beside a route: those that somebody holds today in a role that signs off.
    public func askableFunctions(in plan: PlanID, for participant: Participant) async throws -> [String] {
        try participant.require(.moveStages, in: plan)
        let today = office.time.today
        let present = Set(try await people.people().filter { !$0.isDisabled }.map(\.id))
        let appointments = try await people.appointments(of: nil).filter {
            $0.covers(plan) && $0.period.contains(today) && AdviserRequest.roles.contains($0.role)
                && present.contains($0.person)
        }
        return Set(appointments.map(\.function)).sorted()
    }

    /// Asks a function for a paraaf beside a route. `invalid` for one that nobody could answer for.
    @discardableResult
    public func askAdviser(
        _ visit: DeskVisit, function: String, beside track: String, question: String? = nil
    ) async throws -> Act {
        _ = try visit.checked(.moveStages)
        guard try await askableFunctions(in: visit.plan, for: visit.participant).contains(function.trimmed) else {
            throw PlanError(.invalid, Reason("desk.function-vacant", ["function": .text(function.trimmed)]))
        }
        return try await record(
            .adviserAsked(track: track, function: function.trimmed), by: visit, asking: .moveStages, reason: question)
    }
}
