import Foundation
import Prose
import Workflow

/// Starting a plan (*nieuw plan*): from the skeleton of its type, by somebody who then writes it.
public struct PlanStarting: Sendable {
    private let office: PlanOffice
    private let people: any PeopleStore

    public init(office: PlanOffice, people: any PeopleStore) {
        self.office = office
        self.people = people
    }

    /// Who may start plans at all; the workflow of a type says who may start one of that type.
    public static let roles: Set<Role> = [.drafter, .editor, .secretary, .boardOffice, .admin]

    /// The types that there are, with what they are called.
    public var types: [(id: String, workflow: WorkflowDefinition)] {
        office.workflows.types.compactMap { type in
            (try? office.workflows.workflow(for: type)).map { (id: type, workflow: $0.definition) }
        }
    }

    /// Makes a plan from the skeleton of its type, and appoints who made it as its editor unless they write in every
    /// plan already.
    ///
    /// The same request makes one plan. Throws `forbidden` for whoever holds no role that may start one.
    @discardableResult
    public func start(
        type: String, title: String, summary: String, requestID: String, by participant: Participant
    ) async throws -> PlanID {
        try await start(
            try office.skeleton(for: type, title: title), summary: summary, requestID: requestID, by: participant)
    }

    /// The same with a text that was made before, such as that of a document that was read in.
    ///
    /// - Parameter files: the bytes of its annexes.
    @discardableResult
    public func start(
        _ text: PlanText, files: [AnnexFile] = [], summary: String, requestID: String, by participant: Participant
    ) async throws -> PlanID {
        guard let person = participant.person, participant.holds(oneOf: Self.roles) else { throw Self.noRole }
        let capacity = try capacity(of: participant, starting: text.metadata.type)
        let id = try await expectedID(of: text.metadata.title, requestID: requestID)
        let author = capacity.author(pseudonym: try await people.pseudonym(of: person.id, in: id))
        let plan = try await office.start(
            NewPlan(
                type: text.metadata.type, text: text, author: author, summary: summary, requestID: requestID,
                files: files))
        if !participant.may(.write, in: plan) { try await appoint(person, capacity, to: plan) }
        return plan
    }

    /// The plan that a request made; nil where it made none.
    public func plan(startedBy requestID: String) async throws -> PlanID? {
        for id in try await office.repositories.planIDs()
        where try await office.store.acts(of: id).first?.requestID == requestID {
            return id
        }
        return nil
    }

    private func appoint(_ person: Person, _ capacity: Capacity, to plan: PlanID) async throws {
        guard let id = AppointmentID("maker-" + (plan.rawValue + "/" + person.id.rawValue).fingerprint) else { return }
        try await people.save(
            Appointment(id: id, person: person.id, role: .editor, function: capacity.function, plan: plan))
    }

    /// In which of their functions they start it: one that the workflow lets start, else the first that may start plans,
    /// which then acts as the editor that it becomes.
    private func capacity(of participant: Participant, starting type: String) throws -> Capacity {
        let workflow = try office.workflows.workflow(for: type).definition
        let starters = Set(workflow.actRoles[.planStarted] ?? [])
        let own = participant.appointments.filter { Self.roles.contains($0.role) }
        guard let appointment = own.first(where: { starters.contains($0.role) }) ?? own.first else {
            throw Self.noRole
        }
        let role = starters.contains(appointment.role) ? appointment.role : Role.editor
        return Capacity(role: role, function: appointment.function, onBehalfOf: nil)
    }

    /// The id that the plan will have, so that its maker bears the pseudonym that belongs to it.
    private func expectedID(of title: String, requestID: String) async throws -> PlanID {
        let taken = Set(try await office.repositories.planIDs()).union(try await office.store.witnessedPlans())
        let slug = Slug.make(title, limit: 70, fallback: "plan")
        for number in 1...10_000 {
            guard let id = PlanID(number == 1 ? slug : "\(slug)-\(number)") else { continue }
            if !taken.contains(id) { return id }
            if try await office.store.acts(of: id).first?.requestID == requestID { return id }
        }
        throw PlanError(.conflict, Reason("plan.id-taken", ["plan": .text(title)]))
    }

    private static var noRole: PlanError {
        PlanError(
            .forbidden,
            Reason(
                "access.no-right", ["roles": .list(Role.allCases.filter(roles.contains).map(Reason.Argument.role))]))
    }
}
