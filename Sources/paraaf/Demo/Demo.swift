import Foundation
import PlanDomain
import Workflow

/// The imaginary municipality as its files tell it: who there is, what they make and how that came about.
struct Demo {
    static let municipality = "Waterkerke"
    static let file = "demo.yml"

    let calendar: DemoCalendar
    let people: DemoPeople
    let partners: DemoPartners
    let plans: [DemoPlan]

    /// Throws `invalid` with file and line for what cannot be read, and for a name that leads nowhere.
    init(in folder: DemoFolder) throws {
        calendar = folder.calendar
        people = try DemoPeople(in: folder)
        partners = try DemoPartners(in: folder)
        let fields = try folder.fields(Self.file)
        try fields.allowOnly(["plannen"])
        let partners = partners
        plans = try fields.texts("plannen").map { try DemoPlan($0, in: folder, partners: partners) }
        try checkNames()
    }

    private func checkNames() throws(PlanError) {
        let keys = Set(plans.map(\.key))
        for function in people.people.flatMap(\.functions) {
            for plan in function.plans ?? [] where !keys.contains(plan) {
                throw function.place.fault("demo.unknown-plan", ["plan": .text(plan)])
            }
        }
        for (index, plan) in plans.enumerated() {
            let earlier = plans[..<index].map(\.key)
            if let follows = plan.follows, !earlier.contains(follows) {
                throw plan.place.fault("demo.unknown-plan", ["plan": .text(follows)])
            }
            for event in plan.story { _ = try people.person(event.actor, at: event.place) }
            try checkInputs(of: plan)
        }
    }

    private func checkInputs(of plan: DemoPlan) throws(PlanError) {
        var known: Set<String> = []
        for input in plan.inputs {
            guard known.insert(input.key).inserted else {
                throw input.place.fault("demo.input-twice", ["input": .text(input.key)])
            }
            guard partners.contacts.contains(where: { $0.name == input.contact }) else {
                throw input.place.fault("demo.unknown-contact", ["contact": .text(input.contact)])
            }
            for actor in [input.proposed?.actor, input.adopted?.actor].compactMap({ $0 }) {
                _ = try people.person(actor, at: input.place)
            }
        }
        for event in plan.story {
            if case .openRound(let round) = event.deed {
                for organisation in round.organisations {
                    _ = try partners.organisation(organisation.name, at: event.place)
                }
            }
        }
    }
}
