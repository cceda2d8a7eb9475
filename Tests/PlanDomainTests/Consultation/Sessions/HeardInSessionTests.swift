import Foundation
import PlanDomain
import PlanRepositories
import TestSupport
import Testing
import Workflow

/// People are heard in a session: it is planned, held, reported on, approved, and its statements become inputs.
@Suite struct HeardInSessionTests {
    private struct Scene: Sendable {
        let hearing: Hearing
        let round: RoundID
        let desk: SessionDesk

        init() async throws {
            hearing = try await Hearing()
            var preparation = Hearing.preparation()
            preparation.channels = [.form, .session]
            round = try await hearing.openRound(preparation)
            desk = SessionDesk(hearing.world.office, store: hearing.world.store, seals: .hmac)
        }

        var plan: PlanID { hearing.plan }

        func planned(isClosed: Bool = false, day: String = "2023-06-05") async throws -> Session {
            let written = SessionPlan(
                round: round, kind: .partners, title: "Kanarie-sessie", day: Hearing.day(day),
                organisations: Hearing.organisations, isClosed: isClosed)
            return try await desk.plan(written, in: plan, requestID: UUID().uuidString, by: hearing.handler) {
                _, guests in guests.map { Self.letter(to: $0) }
            }
        }

        static func letter(to guest: SessionGuest) -> NewMail {
            NewMail(to: guest.mail, name: guest.name, subject: "Sessie", text: "Kom.", urgency: .atOnce)
        }

        func held(isClosed: Bool = false) async throws -> Session {
            let session = try await planned(isClosed: isClosed)
            try await desk.hold(
                session.id, in: plan, present: ["Politie Oost", "Wijkraad"],
                called: isClosed ? "Besloten bijeenkomst" : session.title, account: "Erbij: Politie Oost, Wijkraad.",
                requestID: UUID().uuidString, by: hearing.handler)
            return session
        }

        func approved(isClosed: Bool = false) async throws -> Session {
            let session = try await held(isClosed: isClosed)
            try await desk.write("Kanarie-verslag.", of: session.id, in: plan, after: 0, by: hearing.handler)
            try await desk.approve(1, of: session.id, in: plan, by: hearing.editor)
            return session
        }

        @discardableResult
        func state(
            _ text: String, by speaker: String, in session: Session, request: String = UUID().uuidString
        ) async throws -> InputNumber {
            try await desk.state(
                WrittenInput(kind: .remark, section: .named("doel"), text: text), by: speaker, in: session.id, of: plan,
                requestID: request, takenInBy: hearing.handler)
        }
    }

    @Test func whoIsInvitedIsMailedWhenItIsPlannedChangedAndCalledOff() async throws {
        let scene = try await Scene()
        let session = try await scene.planned(day: "2023-06-12")
        let store = scene.hearing.world.store
        #expect(try await store.outbox(nil, before: nil, limit: 50).count == 3)
        var changed = SessionPlan(round: scene.round, kind: .partners, title: "Anders", day: session.day)
        changed.organisations = [Hearing.organisations[1]]
        let version = session.version
        let written = changed
        try await scene.desk.change(
            session.id, in: scene.plan, to: written, after: version, by: scene.hearing.handler
        ) { _, guests in guests.map { Scene.letter(to: $0) } }
        #expect(try await store.outbox(nil, before: nil, limit: 50).count == 4)
        let stale = try await refusal {
            try await scene.desk.cancel(session.id, in: scene.plan, after: version, by: scene.hearing.handler) { _, _ in
                []
            }
        }
        #expect(stale?.code == .conflict)
        for _ in 1...2 {
            try await scene.desk.cancel(session.id, in: scene.plan, after: 2, by: scene.hearing.handler) { _, guests in
                guests.map { Scene.letter(to: $0) }
            }
        }
        #expect(try await store.outbox(nil, before: nil, limit: 50).count == 5)
        #expect(try await store.session(session.id, of: scene.plan)?.state == .cancelled)
    }

    @Test func theRegisterTellsThatItTookPlaceAndOfAClosedOneNoMore() async throws {
        let scene = try await Scene()
        _ = try await scene.held()
        _ = try await scene.held(isClosed: true)
        let acts = try await scene.hearing.world.store.acts(of: scene.plan).filter { $0.payload.kind == .meetingHeld }
        let names = acts.map { act in
            if case .meetingHeld(let name, _) = act.payload { name } else { "" }
        }
        #expect(names == ["Kanarie-sessie", "Besloten bijeenkomst"])
        #expect(acts.map { $0.reasonHash == nil } == [false, true])
        let early = try await scene.planned(day: "2023-06-12")
        let refusal = try await refusal {
            try await scene.desk.hold(
                early.id, in: scene.plan, present: ["Brandweer"], called: "x", account: "y", requestID: "z",
                by: scene.hearing.handler)
        }
        #expect(refusal?.reason.key == "sessions.to-come")
    }

    @Test func twoWhoWriteAtOnceLoseNothing() async throws {
        let scene = try await Scene()
        let session = try await scene.held()
        let (desk, plan, hearing) = (scene.desk, scene.plan, scene.hearing)
        try await desk.write("Eerste.", of: session.id, in: plan, after: 0, by: hearing.handler)
        let conflict = try await refusal {
            try await desk.write("Tweede.", of: session.id, in: plan, after: 0, by: hearing.editor)
        }
        #expect(conflict == PlanError(.conflict, Reason("sessions.report-moved-on")))
        try await desk.write("Eerste. Tweede.", of: session.id, in: plan, after: 1, by: hearing.editor)
        let kept = try await hearing.world.store.reports(of: session.id, in: plan)
        #expect(kept.map(\.text) == ["Eerste.", "Eerste. Tweede."])
    }

    @Test func somebodyElseThanTheLastWriterApproves() async throws {
        let scene = try await Scene()
        let session = try await scene.held()
        let (desk, plan, hearing) = (scene.desk, scene.plan, scene.hearing)
        try await desk.write("Verslag.", of: session.id, in: plan, after: 0, by: hearing.handler)
        let own = try await refusal { try await desk.approve(1, of: session.id, in: plan, by: hearing.handler) }
        #expect(own?.code == .forbidden)
        let early = try await refusal { try await scene.state("Te vroeg", by: "Wijkraad", in: session) }
        #expect(early?.reason.key == "sessions.not-approved")
        try await desk.approve(1, of: session.id, in: plan, by: hearing.editor)
        #expect(try await hearing.world.store.unreportedSessions(of: plan).isEmpty)
        try await desk.write("Verslag, gewijzigd.", of: session.id, in: plan, after: 1, by: hearing.editor)
        #expect(try await hearing.world.store.unreportedSessions(of: plan).map(\.id) == [session.id])
    }

    @Test func aStatementBecomesTheInputOfWhoMadeIt() async throws {
        let scene = try await Scene()
        let session = try await scene.approved()
        let numbers = [
            try await scene.state("Meer licht", by: "Politie Oost", in: session, request: "een"),
            try await scene.state("Meer licht", by: "Politie Oost", in: session, request: "een"),
            try await scene.state("Ook groen", by: "Wijkraad", in: session),
        ]
        #expect(numbers[0] == numbers[1])
        let inputs = try await scene.hearing.world.store.inputs(of: scene.plan)
        #expect(inputs.map(\.submitter.organisation?.name) == ["Politie Oost", nil])
        #expect(inputs.map(\.submitter.function) == [nil, "Wijkraad"])
        #expect(inputs.allSatisfy { $0.channel == .session && $0.source == .session(session.id.rawValue) })
        let own = try await scene.hearing.inputs.input(numbers[0], of: scene.plan, for: scene.hearing.police)
        #expect(own.isOwn)
        let absent = try await refusal { try await scene.state("x", by: "Brandweer", in: session) }
        #expect(absent?.reason.key == "sessions.speaker-unknown")
    }

    @Test func whatWasSaidBehindClosedDoorsStaysWithWhoWorksOnThePlan() async throws {
        let scene = try await Scene()
        let hearing = scene.hearing
        let session = try await scene.approved(isClosed: true)
        let number = try await scene.state("Kanarie-uitspraak", by: "Politie Oost", in: session)
        let unjudged = try await refusal {
            try await hearing.inputs.input(number, of: scene.plan, for: hearing.drafter)
        }
        #expect(unjudged?.code == .notFound)
        try await hearing.judge(number)
        let input = try await hearing.inputs.input(number, of: scene.plan, for: hearing.drafter).input
        #expect(input.isClosed && input.content.text == "Kanarie-uitspraak")
        for participant in [hearing.police, hearing.fireBrigade, hearing.councillor, hearing.stranger, .visitor] {
            let error = try await refusal { try await hearing.inputs.input(number, of: scene.plan, for: participant) }
            #expect(error?.code == .notFound)
            let list = try await refusal { try await scene.desk.sessions(of: scene.plan, for: participant) }
            #expect(list?.code == .notFound)
        }
        let tallies = try await KeptConsultation(hearing.world.store).tallies(of: scene.plan)
        #expect(tallies.flatMap(\.organisations).allSatisfy { $0.inputs == 0 })
        let acts = try await hearing.world.store.acts(of: scene.plan)
        let reasons = try await hearing.world.store.reasons(for: acts.compactMap(\.reasonHash))
        #expect(!"\(acts)\(reasons)".contains("Kanarie"))
    }
}
