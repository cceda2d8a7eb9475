import Foundation
import PlanDomain
import Testing
import Workflow

extension StoreContract {
    static let deeds: [Clause] = [
        Clause("deeds of the office come back whole, newest first") { store in
            let (doer, other) = (try SamplePeople.person(1), try SamplePeople.person(2))
            for person in [doer, other] { try await store.save(person) }
            let contact = try SamplePeople.contact(1)
            try await store.save(contact)
            let june = try Period(from: CalendarDate(iso8601: "2023-06-05"), until: CalendarDate(iso8601: "2023-06-06"))
            let office = OfficeDeed.Office(
                function: "Burgemeester", role: .portfolioHolder, period: june, ground: "Artikel 4 'é'")
            let plan = PlanID("plan")
            var deeds: [OfficeDeed] = []
            for (index, kind) in OfficeDeed.Kind.allCases.enumerated() {
                deeds.append(
                    OfficeDeed(
                        kind, at: SamplePeople.moment + Double(index), by: index % 3 == 0 ? nil : doer.id,
                        about: [.person(other.id), .contact(contact.id), nil][index % 3],
                        plan: index.isMultiple(of: 2) ? plan : nil, office: index.isMultiple(of: 2) ? office : nil))
            }
            for deed in deeds { try await store.note(deed) }
            #expect(try await store.deeds() == deeds.reversed())
        },
        Clause("a deed names people and contacts who are there") { store in
            let (stranger, contact) = (try SamplePeople.person(1), try SamplePeople.contact(1))
            let deeds = [
                OfficeDeed(.houseStyleChanged, at: SamplePeople.moment, by: stranger.id),
                OfficeDeed(.accessEnded, at: SamplePeople.moment, by: nil, about: .person(stranger.id)),
                OfficeDeed(.contactAdded, at: SamplePeople.moment, by: nil, about: .contact(contact.id)),
            ]
            for deed in deeds {
                #expect(try await refusal { try await store.note(deed) }?.code == .notFound)
            }
            #expect(try await store.deeds().isEmpty)
        },
    ]
}
