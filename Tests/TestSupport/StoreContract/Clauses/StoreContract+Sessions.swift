import Foundation
import PlanDomain
import Testing
import Workflow

extension StoreContract {
    static let sessions: [Clause] = [
        Clause("a session is kept whole, and changed from the version that was seen") { store in
            var session = try await session("een", in: store)
            #expect(try await store.session(session.id, of: session.plan) == session)
            #expect(try await store.session(session.id, of: try SampleHistory("elders").plan) == nil)
            session.title = "Andere \"titel\""
            session.startsAt = nil
            session.isClosed = false
            session.state = .held
            session.present = ["Politie", "Raadslid"]
            session.version = 2
            try await store.save(session, telling: [], at: SampleInputs.moment)
            #expect(try await store.sessions(of: session.plan) == [session])
            let stale = try await refusal { try await store.save(session, telling: [], at: SampleInputs.moment) }
            #expect(stale?.code == .conflict)
        },
        Clause("the mail about a session is queued with it, or not at all") { store in
            let address = try SamplePeople.required(MailAddress("sam@voorbeeld.nl"))
            let session = try await session("een", in: store)
            let letter = SampleInputs.letter(to: address)
            let refused = try await refusal {
                try await store.save(session, telling: [letter], at: SampleInputs.moment)
            }
            #expect(refused?.code == .conflict)
            #expect(try await store.outbox(nil, before: nil, limit: 10).isEmpty)
        },
        Clause("every version of a report is kept, and the last is approved") { store in
            var session = try await session("een", in: store)
            (session.state, session.version) = (.held, 2)
            try await store.save(session, telling: [], at: SampleInputs.moment)
            #expect(try await store.unreportedSessions(of: session.plan) == [session])
            let (first, second) = (try report(1, of: session), try report(2, of: session))
            for report in [first, second] { try await store.add(report, in: session.plan) }
            #expect(try await refusal { try await store.add(second, in: session.plan) }?.code == .conflict)
            let approved = SessionReport(
                session: session.id, version: 2, text: second.text, writtenBy: second.writtenBy,
                writtenAt: second.writtenAt, approvedBy: try SamplePeople.person(2).id,
                approvedAt: SampleInputs.moment + 99)
            #expect(try await refusal { try await store.approve(first, in: session.plan) }?.code == .conflict)
            try await store.approve(approved, in: session.plan)
            #expect(try await store.reports(of: session.id, in: session.plan) == [first, approved])
            #expect(try await store.unreportedSessions(of: session.plan).isEmpty)
            try await store.add(try report(3, of: session), in: session.plan)
            #expect(try await store.unreportedSessions(of: session.plan) == [session])
        },
    ]

    private static func session(_ id: String, in store: any TownHallStore) async throws -> Session {
        let plan = try SampleHistory().plan
        let round = try SampleInputs.round(of: plan)
        try await store.save(round)
        let session = Session(
            id: try SamplePeople.required(SessionID(id)), plan: plan, round: round.id, kind: .council,
            title: "Sessie \(id)", day: CalendarDate(dayNumber: 19_510), startsAt: TimeOfDay("19:30"),
            place: "Raadzaal\nhttps://voorbeeld.nl/x", organisations: [Organisation(name: "Halt")], isClosed: true)
        try await store.save(session, telling: [], at: SampleInputs.moment)
        return session
    }

    private static func report(_ version: Int, of session: Session) throws -> SessionReport {
        SessionReport(
            session: session.id, version: version, text: "Versie \(version).\n\n- Punt",
            writtenBy: try SamplePeople.person(1).id,
            writtenAt: SampleInputs.moment + TimeInterval(version))
    }
}
