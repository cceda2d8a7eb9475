import Foundation
import PlanDomain
import Testing

extension StoreContract {
    static let drafts: [Clause] = [
        Clause("a draft is kept with every letter, the latest first") { store in
            let place = try await place(in: store)
            for (version, text) in (SampleText.odd + [""]).enumerated() {
                let draft = try draft(place, version: version, text: text)
                #expect(try await store.keep(draft, reopening: false) == .kept)
                #expect(try await store.draft(at: place) == draft)
            }
            let other = try draft(place.with(tab: "tab-2"), version: 1, text: "Later.", after: 60)
            #expect(try await store.keep(other, reopening: false) == .kept)
            #expect(try await store.drafts(of: place.person, in: place.plan).map(\.text) == ["Later.", ""])
        },
        Clause("a slow request never overwrites a newer one of its tab") { store in
            let place = try await place(in: store)
            for (version, expected) in [(3, DraftKeeping.kept), (2, .outdated), (3, .outdated), (4, .kept)] {
                let outcome = try await store.keep(try draft(place, version: version), reopening: version == 2)
                #expect(outcome == expected, "\(version)")
            }
            #expect(try await store.draft(at: place)?.version == 4)
        },
        Clause("drafts of other people, plans, texts and tabs are left alone") { store in
            let place = try await place(in: store)
            let colleague = try SamplePeople.person(2)
            try await store.save(colleague)
            let elsewhere = [
                place.with(tab: "tab-2"), place.with(subject: .fields), place.with(person: colleague.id),
                place.with(plan: try SampleHistory("ander").plan),
            ]
            for other in [place] + elsewhere { _ = try await store.keep(try draft(other), reopening: false) }
            try await store.close(place, at: moment)
            #expect(try await store.draft(at: place) == nil)
            for other in elsewhere { #expect(try await store.draft(at: other) == (try draft(other))) }
            #expect(try await store.drafts(of: place.person, in: place.plan).count == 2)
        },
        Clause("what arrives late in a closed tab is told so, what is posted on purpose opens it again") { store in
            let place = try await place(in: store)
            _ = try await store.keep(try draft(place, version: 5), reopening: false)
            try await store.close(place, at: moment)
            #expect(try await store.keep(try draft(place, version: 6), reopening: false) == .closed)
            #expect(try await store.drafts(of: place.person, in: place.plan).isEmpty)
            #expect(try await store.keep(try draft(place, version: 1, text: "Terug."), reopening: true) == .kept)
            #expect(try await store.draft(at: place)?.text == "Terug.")
            #expect(try await store.draft(at: place)?.version == 5)
        },
        Clause("a request is noted before it is written, and answered once") { store in
            let place = try await place(in: store)
            let (first, second, made) = (try commit(1), try commit(2), try commit(3))
            #expect(try await store.request("verzoek", in: place.plan) == nil)
            try await store.note(TextRequest(id: "verzoek", parent: first, notedAt: moment), in: place.plan)
            try await store.note(TextRequest(id: "verzoek", parent: second, notedAt: moment), in: place.plan)
            #expect(try await store.request("verzoek", in: place.plan)?.parent == second)
            #expect(try await store.request("verzoek", in: place.plan)?.change == nil)
            try await store.finish("verzoek", in: place.plan, with: made, closing: nil, at: moment)
            try await store.note(TextRequest(id: "verzoek", parent: first, notedAt: moment), in: place.plan)
            let answered = TextRequest(id: "verzoek", parent: second, change: made, notedAt: moment)
            #expect(try await store.request("verzoek", in: place.plan) == answered)
            #expect(try await store.request("verzoek", in: try SampleHistory("ander").plan) == nil)
        },
        Clause("an answer closes the draft that it saved, and forgets what is old") { store in
            let place = try await place(in: store)
            _ = try await store.keep(try draft(place), reopening: false)
            try await store.note(Editing(subject: place.subject, person: place.person, seenAt: moment), in: place.plan)
            let (parent, made) = (try commit(1), try commit(2))
            try await store.note(TextRequest(id: "oud", parent: parent, notedAt: moment - 40 * 86_400), in: place.plan)
            try await store.note(TextRequest(id: "nieuw", parent: parent, notedAt: moment), in: place.plan)
            try await store.finish("nieuw", in: place.plan, with: made, closing: place, at: moment)
            #expect(try await store.draft(at: place) == nil)
            #expect(try await store.editing(in: place.plan, since: .distantPast).isEmpty)
            #expect(try await store.request("oud", in: place.plan) == nil)
            #expect(try await store.request("nieuw", in: place.plan)?.change == made)
        },
    ]

    static let editing: [Clause] = [
        Clause("who has a text open is seen for as long as they are") { store in
            let place = try await place(in: store)
            let colleague = try SamplePeople.person(2)
            try await store.save(colleague)
            let seen = [
                Editing(subject: place.subject, person: place.person, seenAt: moment),
                Editing(subject: place.subject, person: colleague.id, seenAt: moment + 30),
                Editing(subject: .fields, person: colleague.id, seenAt: moment + 60),
            ]
            for editing in seen { try await store.note(editing, in: place.plan) }
            #expect(try await store.editing(in: place.plan, since: moment - 1) == seen.reversed())
            #expect(try await store.editing(in: place.plan, since: moment + 30) == [seen[2]])
            try await store.note(seen[0], in: place.plan)
            try await store.endEditing(of: .fields, in: place.plan, by: colleague.id)
            #expect(try await store.editing(in: place.plan, since: moment - 1) == [seen[1], seen[0]])
            #expect(try await store.editing(in: try SampleHistory("ander").plan, since: .distantPast).isEmpty)
        },
        Clause("a late sign of life does not take back a newer one") { store in
            let place = try await place(in: store)
            for later in [60, 0] as [TimeInterval] {
                let editing = Editing(subject: .fields, person: place.person, seenAt: moment + later)
                try await store.note(editing, in: place.plan)
            }
            #expect(try await store.editing(in: place.plan, since: moment).map(\.seenAt) == [moment + 60])
        },
    ]

    private static let moment = SamplePeople.moment

    private static func commit(_ number: UInt64) throws -> CommitID {
        try SamplePeople.required(CommitID.sample(number))
    }

    /// A place for a draft, of a person who is there.
    private static func place(in store: any TownHallStore) async throws -> DraftPlace {
        let person = try SamplePeople.person(1)
        try await store.save(person)
        return DraftPlace(
            plan: try SampleHistory().plan, subject: .part(document: "nota", heading: "Kader / één"),
            person: person.id, tab: try SamplePeople.required(DraftTab("tab-1")))
    }

    private static func draft(
        _ place: DraftPlace, version: Int = 1, text: String = "Een zin.", after seconds: TimeInterval = 0
    ) throws -> Draft {
        Draft(
            place: place, version: version, base: try commit(1), text: text, keptAt: moment + seconds)
    }
}

extension DraftPlace {
    fileprivate func with(
        plan: PlanID? = nil, subject: DraftSubject? = nil, person: PersonID? = nil, tab: String? = nil
    ) -> DraftPlace {
        DraftPlace(
            plan: plan ?? self.plan, subject: subject ?? self.subject, person: person ?? self.person,
            tab: tab.flatMap { DraftTab($0) } ?? self.tab)
    }
}
