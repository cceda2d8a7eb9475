import Foundation
import PlanDomain
import Testing

extension StoreContract {
    static let signIn: [Clause] = [
        Clause("credentials are kept whole, and are empty for who never chose any") { store in
            let noor = try SamplePeople.person(1)
            try await store.save(noor)
            #expect(try await store.credentials(of: noor.id) == Credentials())
            var credentials = Credentials(
                passwordHash: "scrypt$x", oneTimeKey: "JBSWY3DP", lastTimeStep: 4, recoveryCodes: ["c", "a", "b"])
            try await store.save(credentials, of: noor.id)
            #expect(try await store.credentials(of: noor.id) == credentials)
            credentials.recoveryCodes = []
            credentials.oneTimeKey = nil
            try await store.save(credentials, of: noor.id)
            #expect(try await store.credentials(of: noor.id) == credentials)
        },
        Clause("a recovery code and a time step count once, also when asked at once") { store in
            let noor = try SamplePeople.person(1)
            try await store.save(noor)
            try await store.save(Credentials(oneTimeKey: "K", recoveryCodes: ["a", "b"]), of: noor.id)
            let codes = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 { group.addTask { try await store.useRecoveryCode("a", of: noor.id) } }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(codes == 1)
            #expect(try await store.credentials(of: noor.id).recoveryCodes == ["b"])
            #expect(try await store.useTimeStep(7, of: noor.id))
            #expect(try await !store.useTimeStep(7, of: noor.id))
            #expect(try await !store.useTimeStep(6, of: noor.id))
            #expect(try await store.useTimeStep(8, of: noor.id))
        },
        Clause("a session lasts until it ends or expires") { store in
            let noor = try SamplePeople.person(1)
            try await store.save(noor)
            let session = SamplePeople.session("een", of: .person(noor.id))
            try await store.begin(session)
            #expect(try await store.session(session.id, at: SamplePeople.moment) == session)
            #expect(try await store.session(session.id, at: session.expiresAt) == nil)
            try await store.touch(session.id, at: SamplePeople.moment + 60, hasSecondFactor: true)
            let seen = try await store.session(session.id, at: SamplePeople.moment)
            #expect(seen?.lastSeenAt == SamplePeople.moment + 60)
            #expect(seen?.hasSecondFactor == true)
            try await store.end(session.id)
            #expect(try await store.session(session.id, at: SamplePeople.moment) == nil)
        },
        Clause("sessions of one holder are listed, last seen first, and end together") { store in
            let noor = try SamplePeople.person(1)
            let contact = try SamplePeople.contact(1)
            let plan = try SampleHistory().plan
            try await store.save(noor)
            try await store.save(contact)
            let partner = SignInSession.Holder.contact(contact.id, plan: plan)
            for session in [
                SamplePeople.session("a", of: .person(noor.id), seen: 1),
                SamplePeople.session("b", of: .person(noor.id), seen: 2), SamplePeople.session("c", of: partner),
                SamplePeople.session("oud", of: .person(noor.id), expires: 5),
            ] {
                try await store.begin(session)
            }
            let later = SamplePeople.moment + 10
            #expect(try await store.sessions(of: .person(noor.id), at: later).map(\.id.rawValue) == ["b", "a"])
            #expect(try await store.sessions(of: partner, at: later).map(\.holder) == [partner])
            try await store.endAll(of: .person(noor.id), except: TokenHash(rawValue: "a"))
            #expect(try await store.sessions(of: .person(noor.id), at: later).map(\.id.rawValue) == ["a"])
            try await store.endAll(of: .person(noor.id), except: nil)
            try await store.sweepSessions(at: later)
            #expect(try await store.sessions(of: .person(noor.id), at: SamplePeople.moment).isEmpty)
            #expect(try await store.sessions(of: partner, at: later).count == 1)
        },
    ]

    static let links: [Clause] = [
        Clause("a link opens once, also when used at once, and not after its time") { store in
            let noor = try SamplePeople.person(1)
            try await store.save(noor)
            let link = SamplePeople.link("een", .choosePassword(noor.id))
            try await store.make(link)
            #expect(try await store.link(link.id) == link)
            #expect(try await store.use(link.id, at: link.expiresAt) == nil)
            let uses = try await withThrowingTaskGroup(of: AccessLink?.self) { group in
                for _ in 0..<8 { group.addTask { try await store.use(link.id, at: SamplePeople.moment) } }
                return try await group.reduce(into: [AccessLink]()) { if let use = $1 { $0.append(use) } }
            }
            #expect(uses.map(\.usedAt) == [SamplePeople.moment])
            #expect(try await store.link(link.id)?.isOpen(at: SamplePeople.moment) == false)
            #expect(try await store.use(TokenHash(rawValue: "geen"), at: SamplePeople.moment) == nil)
        },
        Clause("links for one purpose are listed newest first and withdrawn together") { store in
            let contact = try SamplePeople.contact(1)
            try await store.save(contact)
            let (one, other) = (try SampleHistory("een").plan, try SampleHistory("twee").plan)
            let purpose = AccessLink.Purpose.contribute(contact.id, plan: one)
            let elsewhere = AccessLink.Purpose.contribute(contact.id, plan: other)
            for (name, purpose) in [("a", purpose), ("b", purpose), ("c", elsewhere)] {
                try await store.make(SamplePeople.link(name, purpose))
            }
            let used = try await store.use(TokenHash(rawValue: "a"), at: SamplePeople.moment)
            #expect(used?.purpose == purpose)
            try await store.withdrawLinks(for: purpose, at: SamplePeople.moment + 1)
            let links = try await store.links(for: purpose)
            #expect(links.map(\.id.rawValue) == ["b", "a"])
            #expect(links.map(\.withdrawnAt) == [SamplePeople.moment + 1, nil])
            #expect(try await store.use(TokenHash(rawValue: "b"), at: SamplePeople.moment + 2) == nil)
            #expect(try await store.use(TokenHash(rawValue: "c"), at: SamplePeople.moment + 2) != nil)
        },
    ]
}
