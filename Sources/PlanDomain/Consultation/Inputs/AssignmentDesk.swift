import Foundation
import Workflow

/// Where inputs are handed out to who answers them.
///
/// An assignment counts as long as its handler may handle inputs in the plan: with the end of their appointment the input
/// waits for all who may, as if it had never been handed out.
public struct AssignmentDesk: Sendable {
    private let office: PlanOffice
    private let store: any ConsultationStore & PeopleStore

    public init(_ office: PlanOffice, store: any ConsultationStore & PeopleStore) {
        self.office = office
        self.store = store
    }

    /// Who may handle the inputs of a plan today, by function and name; each person once, in the first of their functions.
    public func handlers(of plan: PlanID, for participant: Participant) async throws -> [InputHandler] {
        try participant.require(.handleInputs, in: plan)
        return try await handlers(of: plan)
    }

    /// Who handles which input.
    public func assigned(in plan: PlanID, for participant: Participant) async throws -> [InputNumber: InputHandler] {
        try participant.require(.handleInputs, in: plan)
        return try await assigned(in: plan)
    }

    /// Hands an input to somebody, or with nil to all who may handle it.
    ///
    /// `notFound` for an input that is not there, `invalid` for who may not handle it, `conflict` for one that was withdrawn.
    public func assign(
        _ number: InputNumber, in plan: PlanID, to handler: PersonID?, by participant: Participant
    ) async throws {
        try participant.require(.handleInputs, in: plan)
        guard let input = try await store.input(number, of: plan) else { throw PlanError.unknownInput(number) }
        guard !input.isWithdrawn else {
            throw PlanError(.conflict, Reason("input.withdrawn", ["input": .text(number.description)]))
        }
        guard let handler else { return try await store.unassign(number, in: plan) }
        guard try await handlers(of: plan).contains(where: { $0.person.id == handler }) else {
            throw PlanError(.invalid, Reason("assignment.no-handler"))
        }
        try await store.assign(
            InputAssignment(plan: plan, input: number, handler: handler, assignedAt: office.time.now()))
    }

    func assigned(in plan: PlanID) async throws -> [InputNumber: InputHandler] {
        let assignments = try await store.assignments(of: plan)
        guard !assignments.isEmpty else { return [:] }
        let handlers = try await handlers(of: plan)
        return Dictionary(
            assignments.compactMap { assignment in
                handlers.first { $0.person.id == assignment.handler }.map { (assignment.input, $0) }
            }
        ) { first, _ in first }
    }

    func handlers(of plan: PlanID) async throws -> [InputHandler] {
        let today = office.time.today
        let people = try await store.people().filter { !$0.isDisabled }
        let appointments = try await store.appointments(of: nil).filter {
            $0.covers(plan) && $0.period.contains(today) && PlanRight.handleInputs.roles.contains($0.role)
        }
        return people.compactMap { person in
            appointments.first { $0.person == person.id }.map { InputHandler(person: person, function: $0.function) }
        }.sorted { ($0.function, $0.person.name) < ($1.function, $1.person.name) }
    }
}
