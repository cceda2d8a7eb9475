import PlanDomain
import Testing
import Workflow

extension StoreContract {
    static let toldTasks: [Clause] = [
        Clause("what somebody was told is put in place of what they were told before, with its mail") { store in
            let (first, second) = (try SamplePeople.person(1), try SamplePeople.person(2))
            for person in [first, second] { try await store.save(person) }
            let told = TaskUrgency.allCases.map { ToldTask(TaskKey(rawValue: "plan|\($0.rawValue) 'é'"), $0) }
                .sorted { $0.key < $1.key }
            try await store.note(
                told, of: first.id, telling: [try SampleMail.mail()], at: SampleMail.minute(1))
            #expect(try await store.toldTasks(of: first.id) == told)
            #expect(try await store.toldTasks(of: second.id).isEmpty)
            #expect(try await store.dueMail(at: SampleMail.minute(1), limit: 9).count == 1)
            let now = [ToldTask(told[0].key, .overdue)]
            try await store.note(now, of: first.id, telling: [], at: SampleMail.minute(2))
            #expect(try await store.toldTasks(of: first.id) == now)
            #expect(try await store.outbox(nil, before: nil, limit: 9).count == 1)
        },
        Clause("where the mail cannot be queued, nobody counts as told") { store in
            let person = try SamplePeople.person(1)
            try await store.save(person)
            let told = [ToldTask(TaskKey(rawValue: "plan|a"), .waiting)]
            let broken = try SampleMail.mail(text: "nul\0teken")
            let refused = try await refusal {
                try await store.note(told, of: person.id, telling: [broken], at: SampleMail.minute(1))
            }
            #expect(refused?.code == .invalid)
            #expect(try await store.toldTasks(of: person.id).isEmpty)
        },
        Clause("the last round of notices is the one that was noted last") { store in
            #expect(try await store.lastRoundOfNotices() == nil)
            for text in ["2023-06-05", "2023-06-06"] {
                let day = try #require(CalendarDate(iso8601: text))
                try await store.noteRoundOfNotices(on: day)
                #expect(try await store.lastRoundOfNotices() == day)
            }
        },
    ]
}
