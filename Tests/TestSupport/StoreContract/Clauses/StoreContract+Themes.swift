import Foundation
import PlanDomain
import Testing
import Workflow

extension StoreContract {
    static let themes: [Clause] = [
        Clause("themes are kept by name, each name once in a plan") { store in
            let plan = try SampleHistory().plan
            let traffic = try theme("verkeer", "Verkeer", in: plan)
            let green = try theme("groen", "Groen", in: plan, .proposed)
            for theme in [traffic, green] { try await store.save(theme) }
            #expect(try await store.themes(of: plan) == [green, traffic])
            let double = try theme("anders", "Groen", in: plan)
            #expect(try await refusal { try await store.save(double) }?.code == .conflict)
            let elsewhere = try theme("elders", "Groen", in: try SamplePeople.required(PlanID("een-ander-plan")))
            try await store.save(elsewhere)
            #expect(try await store.themes(of: plan).count == 2)
        },
        Clause("a proposal takes the place of proposals and of nothing else") { store in
            let (plan, numbers) = try await heard(["Een", "Twee", "Drie"], store)
            let person = try SamplePeople.person(1).id
            let traffic = try theme("verkeer", "Verkeer", in: plan)
            try await store.save(traffic)
            #expect(try await store.assign([numbers[0]], to: traffic.id, in: plan, by: person) == 1)
            #expect(try await store.assign([numbers[0]], to: traffic.id, in: plan, by: person) == 0)
            let (one, other) = (
                try theme("een", "Een", in: plan, .proposed), try theme("twee", "Twee", in: plan, .proposed)
            )
            try await store.propose([one], [numbers[0]: one.id, numbers[1]: one.id, numbers[2]: traffic.id], in: plan)
            #expect(try await store.themeCounts(of: plan)[one.id] == ThemeCount(confirmed: 0, proposed: 1))
            try await store.propose([other], [numbers[2]: other.id], in: plan)
            #expect(try await store.themes(of: plan).map(\.id) == [other.id, traffic.id])
            #expect(
                try await store.inputThemes(of: plan) == [
                    numbers[0]: InputTheme(theme: traffic.id, confirmedBy: person),
                    numbers[2]: InputTheme(theme: other.id, confirmedBy: nil),
                ])
            #expect(
                try await store.themeSamples(of: plan, each: 1) == [traffic.id: [numbers[0]], other.id: [numbers[2]]])
        },
        Clause("themes are confirmed, merged and taken away with their inputs") { store in
            let (plan, numbers) = try await heard(["Een", "Twee", "Drie"], store)
            let person = try SamplePeople.person(1).id
            let (one, other) = (
                try theme("een", "Een", in: plan, .proposed), try theme("twee", "Twee", in: plan, .proposed)
            )
            try await store.propose(
                [one, other], [numbers[0]: one.id, numbers[1]: other.id, numbers[2]: one.id], in: plan)
            #expect(try await store.confirmInputs(of: one.id, in: plan, by: person) == 2)
            #expect(try await store.confirmInputs(of: one.id, in: plan, by: person) == 0)
            try await store.merge(one.id, into: other.id, in: plan)
            #expect(try await store.themes(of: plan).map(\.id) == [other.id])
            #expect(try await store.themeCounts(of: plan) == [other.id: ThemeCount(confirmed: 2, proposed: 1)])
            try await store.withdraw(numbers[0], in: plan, at: SampleInputs.moment)
            #expect(try await store.themeCounts(of: plan) == [other.id: ThemeCount(confirmed: 1, proposed: 1)])
            #expect(try await store.assign(numbers, to: nil, in: plan, by: person) == 3)
            #expect(try await store.inputThemes(of: plan).isEmpty)
        },
    ]

    static let coverage: [Clause] = [
        Clause("inputs are counted by what they share, and by the hour") { store in
            let (plan, numbers) = try await heard(["Een", "Twee", "Drie"], store)
            let person = try SamplePeople.person(1).id
            let (traffic, green) = (
                try theme("verkeer", "Verkeer", in: plan), try theme("groen", "Groen", in: plan, .proposed)
            )
            for theme in [traffic, green] { try await store.save(theme) }
            _ = try await store.assign([numbers[0]], to: traffic.id, in: plan, by: person)
            try await store.propose([green], [numbers[1]: green.id], in: plan)
            try await store.withdraw(numbers[2], in: plan, at: SampleInputs.moment + 7_200)
            let cells = try await store.coverage(of: plan)
            #expect(cells.count == 3 && cells.allSatisfy { $0.count == 1 })
            // A theme that nobody confirmed is none yet.
            #expect(Set(cells.map(\.theme)) == [traffic.id, nil])
            #expect(cells.first { $0.state == .withdrawn }?.isOpen == false)
            let flow = try await store.inputFlow(of: plan)
            #expect(flow.map(\.received) == [3, 0] && flow.map(\.answered) == [0, 1])
            #expect(try await store.coverage(of: try SamplePeople.required(PlanID("een-ander-plan"))).isEmpty)
        }
    ]

    private static func theme(
        _ id: String, _ name: String, in plan: PlanID, _ state: Theme.State = .confirmed
    ) throws -> Theme {
        Theme(id: try SamplePeople.required(ThemeID(id)), plan: plan, name: name, words: id, state: state)
    }
}
