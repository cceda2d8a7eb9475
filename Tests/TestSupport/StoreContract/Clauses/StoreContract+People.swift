import PlanDomain
import Testing
import Workflow

extension StoreContract {
    static let people: [Clause] = [
        Clause("people are listed by name, and found by id and address") { store in
            let (noor, bas) = (try SamplePeople.person(1), try SamplePeople.person(2, name: "bas Abels"))
            for person in [noor, bas] { try await store.save(person) }
            #expect(try await store.people() == [bas, noor])
            #expect(try await store.person(noor.id) == noor)
            #expect(try await store.person(withMail: bas.mail) == bas)
            #expect(try await store.person(try SamplePeople.required(PersonID("niemand"))) == nil)
        },
        Clause("a person is changed whole, and keeps their address for themselves") { store in
            var noor = try SamplePeople.person(1)
            let bas = try SamplePeople.person(2)
            for person in [noor, bas] { try await store.save(person) }
            noor.name = "Noor de Wit"
            noor.language = "en"
            noor.isDisabled = true
            try await store.save(noor)
            #expect(try await store.person(noor.id) == noor)
            noor.mail = bas.mail
            let refusal = try await refusal { try await store.save(noor) }
            #expect(refusal?.code == .conflict)
            #expect(try await store.person(withMail: bas.mail) == bas)
        },
        Clause("appointments keep their order and their period") { store in
            let noor = try SamplePeople.person(1)
            let bas = try SamplePeople.person(2)
            for person in [noor, bas] { try await store.save(person) }
            let year = try Period(from: CalendarDate(iso8601: "2026-01-01"), until: CalendarDate(iso8601: "2026-12-31"))
            let plan = try SampleHistory().plan
            let appointments = [
                try SamplePeople.appointment(1, of: noor, plan: plan, period: year),
                try SamplePeople.appointment(2, of: bas, role: .secretary),
                try SamplePeople.appointment(3, of: noor, role: .admin),
            ]
            for appointment in appointments { try await store.save(appointment) }
            #expect(try await store.appointments(of: nil) == appointments)
            #expect(try await store.appointments(of: noor.id) == [appointments[0], appointments[2]])
            let ended = try SamplePeople.appointment(1, of: noor, plan: plan, period: .always)
            try await store.save(ended)
            #expect(try await store.appointments(of: noor.id) == [ended, appointments[2]])
        },
        Clause("nobody is appointed who is not there") { store in
            let ghost = try SamplePeople.person(9)
            let refusal = try await refusal { try await store.save(try SamplePeople.appointment(1, of: ghost)) }
            #expect(refusal?.code == .notFound)
            #expect(try await store.appointments(of: nil).isEmpty)
        },
        Clause("a substitution is for an appointment and a person that are there, and can be taken back") { store in
            let (noor, bas) = (try SamplePeople.person(1), try SamplePeople.person(2))
            for person in [noor, bas] { try await store.save(person) }
            let mayor = try SamplePeople.appointment(1, of: noor, role: .portfolioHolder)
            let week = try Period(from: CalendarDate(iso8601: "2026-07-06"), until: CalendarDate(iso8601: "2026-07-12"))
            let substitution = Substitution(
                id: try SamplePeople.required(SubstitutionID("vervanging-1")), appointment: mayor.id, deputy: bas.id,
                period: week, ground: "Vervangingsregeling, artikel 4")
            let refusal = try await refusal { try await store.save(substitution) }
            #expect(refusal?.code == .notFound)
            try await store.save(mayor)
            try await store.save(substitution)
            #expect(try await store.substitutions() == [substitution])
            try await store.removeSubstitution(substitution.id)
            #expect(try await store.substitutions().isEmpty)
        },
        Clause("a pseudonym is one person's in one plan, for good") { store in
            let (noor, bas) = (try SamplePeople.person(1), try SamplePeople.person(2))
            for person in [noor, bas] { try await store.save(person) }
            let (one, other) = (try SampleHistory("een").plan, try SampleHistory("twee").plan)
            let first = try await store.pseudonym(of: noor.id, in: one)
            #expect(try await store.pseudonym(of: noor.id, in: one) == first)
            #expect(try await store.pseudonym(of: noor.id, in: other) != first)
            #expect(try await store.pseudonym(of: bas.id, in: one) != first)
            #expect(try await store.person(behind: first, in: one) == noor.id)
            #expect(try await store.person(behind: first, in: other) == nil)
        },
    ]

    static let contacts: [Clause] = [
        Clause("contacts are listed by organisation and name") { store in
            let contacts = [
                try SamplePeople.contact(1, of: "Brandweer", name: "Zoë"), try SamplePeople.contact(2, name: "Ali"),
                try SamplePeople.contact(3, name: "bo"),
            ]
            for contact in contacts.reversed() { try await store.save(contact) }
            #expect(try await store.contacts(of: nil) == contacts)
            #expect(try await store.contacts(of: Organisation(name: "Politie")) == [contacts[1], contacts[2]])
            #expect(try await store.contact(contacts[0].id) == contacts[0])
        },
        Clause("one organisation has one contact per address; another may have the same one") { store in
            let ali = try SamplePeople.contact(1)
            try await store.save(ali)
            let twin = Contact(
                id: try SamplePeople.required(ContactID("contact-2")), organisation: ali.organisation, name: "Ali 2",
                mail: ali.mail)
            #expect(try await refusal { try await store.save(twin) }?.code == .conflict)
            let elsewhere = Contact(
                id: twin.id, organisation: Organisation(name: "Halt"), name: "Ali", mail: ali.mail)
            try await store.save(elsewhere)
            #expect(try await store.contacts(of: nil).count == 2)
        },
        Clause("an organisation is known by its plans and by its contacts") { store in
            let plan = try SampleHistory().plan
            try await store.add([Organisation(name: "Halt"), Organisation(name: "brandweer")], to: plan)
            try await store.save(try SamplePeople.contact(1, of: "Halt"))
            try await store.save(try SamplePeople.contact(2, of: "Politie"))
            #expect(try await store.organisations().map(\.name) == ["brandweer", "Halt", "Politie"])
            #expect(try await store.plans(of: Organisation(name: "Halt")) == [plan])
            #expect(try await store.plans(of: Organisation(name: "Politie")).isEmpty)
        },
    ]
}
