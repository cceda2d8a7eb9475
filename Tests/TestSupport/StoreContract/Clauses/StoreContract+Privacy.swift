import Foundation
import PlanDomain
import Testing
import Workflow

extension StoreContract {
    static let privacy: [Clause] = [
        Clause("who was erased is known by id alone, and only they") { store in
            let (one, other) = (try SamplePeople.person(1), try SamplePeople.person(2, name: "Bo"))
            for person in [one, other] { try await store.save(person) }
            let plan = try SampleHistory().plan
            let pseudonym = try await store.pseudonym(of: one.id, in: plan)
            try await store.queue([SampleInputs.letter(to: one.mail), SampleInputs.letter(to: other.mail)], at: .now)
            #expect(try await store.scope(of: .person(one.id))?.mails == 1)
            let erasure = try erasure(of: .person(one.id), "een")
            #expect(try await store.erase(erasure) == 1)
            #expect(try await store.people() == [other])
            #expect(try await store.person(withMail: one.mail) == nil)
            #expect(try await store.person(behind: pseudonym, in: plan) == one.id)
            #expect(try await store.outbox(nil, before: nil, limit: 9).map(\.to) == [other.mail])
            #expect(try await store.erasures() == [erasure])
            #expect(try await store.erasure(of: .person(one.id)) == erasure)
            #expect(try await store.erasure(of: .person(other.id)) == nil)
        },
        Clause("what is not there, or was erased before, is not erased") { store in
            let person = try SamplePeople.person(1)
            try await store.save(person)
            #expect(try await store.scope(of: .contact(try SamplePeople.contact(1).id)) == nil)
            for (index, subject) in [Erasure.Subject.person(person.id), .person(person.id)].enumerated() {
                let erasure = try erasure(of: subject, "keer-\(index)")
                let refusal = try await refusal { try await store.erase(erasure) }
                #expect(refusal == (index == 0 ? nil : .nothingToErase))
            }
            #expect(try await store.erasures().count == 1)
        },
        Clause("periods are kept as chosen, and a removal is noted with its number") { store in
            #expect(try await store.retentionSchedule() == RetentionSchedule())
            try await store.save(RetentionSchedule([.mail: 7, .letter: nil]))
            #expect(try await store.retentionSchedule().days[.mail] == 7)
            #expect(try await store.retentionSchedule().days[.letter] == nil)
            let link = SamplePeople.link("oud", .choosePassword(try SamplePeople.person(1).id))
            try await store.save(try SamplePeople.person(1))
            try await store.make(link)
            let day = CalendarDate(dayNumber: 19_800)
            #expect(try await store.expired(.accessLink, before: day).count == 1)
            let disposal = Disposal(kind: .accessLink, count: 1, days: 365, day: day, by: nil)
            for count in [1, 0] {
                #expect(try await store.dispose(before: day, noting: disposal) == count)
            }
            #expect(try await store.disposals() == [disposal])
            #expect(try await store.lastDisposalRound() == nil)
            try await store.noteDisposalRound(on: day)
            #expect(try await store.lastDisposalRound() == day)
        },
    ]

    private static func erasure(of subject: Erasure.Subject, _ id: String) throws -> Erasure {
        Erasure(
            id: try SamplePeople.required(ErasureID(id)), subject: subject, ground: .request,
            day: CalendarDate(dayNumber: 19_800), by: nil)
    }
}
