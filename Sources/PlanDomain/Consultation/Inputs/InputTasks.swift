import Foundation
import Workflow

/// What waits for somebody among the inputs: judging them, proposing what is done with them, adopting what another proposed, carrying
/// out what was adopted.
///
/// An input that was handed to somebody waits for them, and for who replaces them; one that was not, for all who may.
public struct InputTasks: TaskSource {
    private let office: PlanOffice
    private let store: any ConsultationStore & PeopleStore

    public init(_ office: PlanOffice, store: any ConsultationStore & PeopleStore) {
        self.office = office
        self.store = store
    }

    public func tasks(
        for participant: Participant, in plans: [PlanView], on today: CalendarDate
    ) async throws -> [WorkTask] {
        var tasks: [WorkTask] = []
        for plan in plans {
            let id = plan.projected.id
            let rights: [PlanRight] = [.handleInputs, .adoptDispositions, .write]
            guard rights.contains(where: { participant.may($0, in: id) }) else { continue }
            var pseudonym: String?
            if let person = participant.person { pseudonym = try await store.pseudonym(of: person.id, in: id) }
            let room = InputRoom(office, store: store)
            let assigned = try await AssignmentDesk(office, store: store).assigned(in: id)
            let all = try await room.inputs(of: id, for: participant)
            tasks += try await adrift(all, of: plan, assigned, for: participant, on: today)
            for seen in all {
                guard let (right, key) = Self.need(of: seen.standing, pseudonym),
                    let capacity = participant.capacities(in: id).first(where: { right.roles.contains($0.role) })
                else { continue }
                if right == .handleInputs, let handler = assigned[seen.input.number],
                    !participant.standsFor(handler, in: id)
                {
                    continue
                }
                tasks.append(
                    WorkTask(
                        plan: id, planTitle: plan.projected.metadata.title,
                        what: Reason(key, ["input": .text(seen.input.number.description)]),
                        since: office.time.day(of: seen.standing.since(receivedAt: seen.input.receivedAt)),
                        today: today, capacity: capacity,
                        place: .inputs(number: seen.input.number.description)))
            }
        }
        return tasks
    }

    /// Passages of which a person must say where they stand.
    private func adrift(
        _ inputs: [SeenInput], of plan: PlanView, _ assigned: [InputNumber: InputHandler],
        for participant: Participant, on today: CalendarDate
    ) async throws -> [WorkTask] {
        let id = plan.projected.id
        let right = PlanRight.handleInputs
        guard let capacity = participant.capacities(in: id).first(where: { right.roles.contains($0.role) }) else {
            return []
        }
        let adrift = Set(try await office.store.following(of: id).adrift)
        return inputs.filter { adrift.contains($0.input.number) && !$0.input.isWithdrawn }.compactMap { seen in
            if let handler = assigned[seen.input.number], !participant.standsFor(handler, in: id) { return nil }
            return WorkTask(
                plan: id, planTitle: plan.projected.metadata.title,
                what: Reason("inputs.work.place", ["input": .text(seen.input.number.description)]),
                since: office.time.day(of: seen.input.receivedAt), today: today, capacity: capacity,
                place: .inputs(number: seen.input.number.description))
        }
    }

    /// What is to be done next, and by whom; nil where this person must leave it to another.
    private static func need(of standing: InputStanding, _ pseudonym: String?) -> (PlanRight, String)? {
        switch standing.state {
        case .toBeJudged: return (.handleInputs, "inputs.work.judge")
        case .received: return (.handleInputs, "inputs.work.handle")
        case .disputed where standing.proposal == nil: return (.handleInputs, "inputs.work.disputed")
        case .proposed, .disputed:
            let isOwn = standing.proposal?.proposedBy.pseudonym == pseudonym
            return isOwn ? nil : (.adoptDispositions, "inputs.work.adopt")
        case .toBeCarriedOut: return (.write, "inputs.work.carry-out")
        case .suspect: return (.handleInputs, "inputs.work.repair")
        case .carriedOut, .answered, .inadmissible, .withdrawn: return nil
        }
    }
}

extension Participant {
    /// Whether they are that handler, or replace them in the function in which they handle inputs.
    fileprivate func standsFor(_ handler: InputHandler, in plan: PlanID) -> Bool {
        person?.id == handler.person.id
            || replacements.contains { replacement in
                let replaced = replacement.appointment
                return replaced.person == handler.person.id && replaced.covers(plan)
                    && PlanRight.handleInputs.roles.contains(replaced.role)
            }
    }
}
