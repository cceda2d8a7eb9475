import Foundation
import PlanDomain
import Prose
import Workflow

/// Lives the demo in a new data folder: everybody does what the story says, through the same use cases and under the
/// same rules as the people on the pages, each at their own moment.
struct DemoBuilder {
    let demo: Demo
    let hall: TownHall
    let clock: DemoClock
    let now: Date
    /// Told after each event: what was done, how many are done and how many there are.
    let progress: (Reason, Int, Int) -> Void
    /// Ids by the short names of the demo.
    var people: [String: PersonID] = [:]
    var plans: [String: PlanID] = [:]
    /// By name.
    var contacts: [String: ContactID] = [:]
    /// Of one plan, so by `name(_:in:)`.
    var rounds: [String: RoundID] = [:]
    var inputs: [String: InputNumber] = [:]

    init(
        _ demo: Demo, in hall: TownHall, clock: DemoClock, now: Date, progress: @escaping (Reason, Int, Int) -> Void
    ) {
        self.demo = demo
        self.hall = hall
        self.clock = clock
        self.now = now
        self.progress = progress
    }

    /// Lives the whole of it. Returns the plans, in the order of the demo.
    mutating func run() async throws -> [PlanID] {
        let diary = try DemoDiary(of: demo, until: now)
        clock.put(on: diary.beginning(before: now))
        try await furnish()
        progress(Reason("demo.progress.people"), 0, diary.entries.count)
        for (index, entry) in diary.entries.enumerated() {
            clock.put(on: entry.moment)
            let plan = demo.plans[entry.plan]
            switch entry.step {
            case .event(let number): try await live(plan.story[number], number: number + 1, in: plan)
            case .contribution(let number), .proposal(let number), .adoption(let number), .reply(let number):
                try await live(entry.step, of: plan.inputs[number], in: plan)
            }
            let arguments: [String: Reason.Argument] = [
                "plan": .text(plan.metadata.title), "date": .date(hall.office.time.today),
                "deed": .text(entry.step.words(for: plan)),
            ]
            progress(Reason("demo.progress.deed", arguments), index + 1, diary.entries.count)
        }
        clock.put(on: now)
        try await findThemes()
        try await sayGoodbye()
        return demo.plans.compactMap { plans[$0.key] }
    }

    /// Does what an event says, in the place where it says it.
    private mutating func live(_ event: DemoEvent, number: Int, in plan: DemoPlan) async throws {
        do {
            let request = "demo:\(plan.key):\(number)"
            if case .start(let summary) = event.deed {
                return try await start(plan, by: event, summary: summary, request: request)
            }
            guard let id = plans[plan.key] else { throw event.place.fault("demo.not-started") }
            let desk = try await desk(of: event, in: id)
            switch event.deed {
            case .change, .addSection, .fillDocument: try await write(event.deed, of: plan, at: desk)
            default: try await act(event, in: plan, at: desk, request: request)
            }
        } catch let error as PlanError {
            let arguments: [String: Reason.Argument] = [
                "deed": .text(event.deed.kind.rawValue), "why": .phrase(error.reason),
            ]
            throw event.place.fault("demo.deed-refused", arguments)
        }
    }

    /// Somebody at work on a plan, in one of the capacities that they have there at that moment.
    struct Desk {
        let plan: PlanID
        let participant: Participant
        let capacity: Capacity
        let author: Author
    }

    var reception: Reception { Reception(store: hall.store, time: hall.office.time) }

    /// The short name of something within a plan, apart from those of other plans.
    func name(_ key: String, in plan: DemoPlan) -> String { "\(plan.key)/\(key)" }

    private func desk(of event: DemoEvent, in plan: PlanID) async throws -> Desk {
        let person = try person(event.actor, at: event.place)
        let participant = try await reception.participant(for: .person(person))
        let capacity = participant.capacities(in: plan).first { capacity in
            (capacity.onBehalfOf != nil) == event.isDeputising && event.role.map { $0 == capacity.role } ?? true
        }
        guard let capacity else {
            throw event.place.fault("demo.no-capacity", ["person": .text(event.actor)])
        }
        let pseudonym = try await hall.store.pseudonym(of: person, in: plan)
        return Desk(
            plan: plan, participant: participant, capacity: capacity, author: capacity.author(pseudonym: pseudonym))
    }

    func person(_ key: String, at place: Place) throws(PlanError) -> PersonID {
        guard let id = people[key] else { throw place.fault("demo.unknown-person", ["person": .text(key)]) }
        return id
    }
}
