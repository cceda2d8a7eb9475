import Foundation
import Workflow

/// Where sessions are planned, reported on, and turned into inputs.
///
/// Two-person rule: who wrote the last words of a report does not approve it. Statements become inputs once it is.
public struct SessionDesk: Sendable {
    public typealias Stores = SessionStore & ConsultationStore & PeopleStore

    let office: PlanOffice
    let store: any Stores
    let seals: InputSeals

    public init(_ office: PlanOffice, store: any Stores, seals: InputSeals) {
        self.office = office
        self.store = store
        self.seals = seals
    }

    /// Rounds that hear people in sessions.
    public func rounds(of plan: PlanID, for participant: Participant) async throws -> [RoundView] {
        try participant.require(.readWorking, in: plan)
        return try await store.roundViews(of: plan, at: office.time.now(), in: office).filter {
            $0.round.channels.contains(.session)
        }
    }

    /// By day. For who works on the plan; whether there are any is nobody else's to know.
    public func sessions(of plan: PlanID, for participant: Participant) async throws -> [SessionView] {
        try participant.require(.readWorking, in: plan)
        let rounds = try await store.roundViews(of: plan, at: office.time.now(), in: office)
        let inputs = try await store.inputs(of: plan)
        let access = InputAccess(participant, in: plan)
        var views: [SessionView] = []
        for session in try await store.sessions(of: plan) {
            let report = try await store.reports(of: session.id, in: plan).last
            views.append(
                SessionView(
                    session: session, round: try rounds.round(session.round), report: report,
                    inputs: inputs.filter { $0.source == .session(session.id.rawValue) }.compactMap(access.shown)))
        }
        return views
    }

    /// `notFound` for one of another plan, as for one that is not there.
    public func session(
        _ id: SessionID, of plan: PlanID, for participant: Participant
    ) async throws -> SessionView {
        let all = try await sessions(of: plan, for: participant)
        guard let view = all.first(where: { $0.session.id == id }) else { throw PlanError.unknownSession }
        return view
    }

    /// Who is mailed about a session: contacts of the organisations that are invited, as far as they were let in for this
    /// plan, and for one with the council its members.
    public func invited(to session: Session) async throws -> [SessionGuest] {
        let known = Set(try await store.invitations(of: session.plan).filter(\.isOpen).map(\.contact))
        let contacts = try await store.contacts(of: nil).filter {
            !$0.isDisabled && known.contains($0.id) && session.organisations.contains($0.organisation)
        }
        let guests = contacts.map { SessionGuest(name: $0.name, mail: $0.mail) }
        guard session.kind == .council else { return guests }
        let today = office.time.today
        let members = try await store.appointments(of: nil).filter {
            $0.role == .councillor && $0.covers(session.plan) && $0.period.contains(today)
        }
        let people = try await store.people().filter { person in
            !person.isDisabled && members.contains { $0.person == person.id }
        }
        return guests + people.map { SessionGuest(name: $0.name, mail: $0.mail) }
    }

    /// Plans a session. The same request plans one.
    ///
    /// - Parameter telling: the mail that goes with it, once it is known what is planned.
    public func plan(
        _ written: SessionPlan, in plan: PlanID, requestID: String, by participant: Participant,
        telling: (Session, [SessionGuest]) throws -> [NewMail]
    ) async throws -> Session {
        let person = try official(participant, in: plan)
        try RequestName.check(requestID)
        guard let id = SessionID("\(person.id)/\(requestID)".fingerprint) else { throw PlanError.unknownSession }
        if let known = try await store.session(id, of: plan) { return known }
        let checked = try await checked(written, in: plan)
        let session = Session(
            id: id, plan: plan, round: checked.round, kind: checked.kind, title: checked.title, day: checked.day,
            startsAt: checked.startsAt, place: checked.place, organisations: checked.organisations,
            isClosed: checked.isClosed)
        let guests = try await invited(to: session)
        try await store.save(session, telling: try telling(session, guests), at: office.time.now())
        return session
    }

    /// Changes what was planned, and tells who was invited. What was said behind closed doors stays so: one that took
    /// place is changed no more.
    ///
    /// - Parameter version: as it was shown.
    public func change(
        _ id: SessionID, in plan: PlanID, to written: SessionPlan, after version: Int, by participant: Participant,
        telling: (Session, [SessionGuest]) throws -> [NewMail]
    ) async throws {
        _ = try official(participant, in: plan)
        var session = try await planned(id, in: plan, version)
        let checked = try await checked(written, in: plan)
        (session.round, session.kind, session.title) = (checked.round, checked.kind, checked.title)
        (session.day, session.startsAt, session.place) = (checked.day, checked.startsAt, checked.place)
        (session.organisations, session.isClosed) = (checked.organisations, checked.isClosed)
        session.version += 1
        let guests = try await invited(to: session)
        try await store.save(session, telling: try telling(session, guests), at: office.time.now())
    }

    /// Calls it off, and tells who was invited. Doing so again changes nothing.
    public func cancel(
        _ id: SessionID, in plan: PlanID, after version: Int, by participant: Participant,
        telling: (Session, [SessionGuest]) throws -> [NewMail]
    ) async throws {
        _ = try official(participant, in: plan)
        if try await store.session(id, of: plan)?.state == .cancelled { return }
        var session = try await planned(id, in: plan, version)
        session.state = .cancelled
        session.version += 1
        let guests = try await invited(to: session)
        try await store.save(session, telling: try telling(session, guests), at: office.time.now())
    }

    private func planned(_ id: SessionID, in plan: PlanID, _ version: Int) async throws -> Session {
        guard let session = try await store.session(id, of: plan) else { throw PlanError.unknownSession }
        guard session.state == .planned else { throw PlanError(.conflict, Reason("sessions.not-planned")) }
        guard session.version == version else { throw PlanError(.conflict, Reason("sessions.moved-on")) }
        return session
    }

    private func checked(_ written: SessionPlan, in plan: PlanID) async throws -> SessionPlan {
        var checked = written
        checked.title = try WrittenText.line(written.title, limit: 120, empty: "sessions.title-empty")
        checked.place = try WrittenText.text(written.place, limit: 500)
        let rounds = try await store.roundViews(of: plan, at: office.time.now(), in: office)
        let round = try rounds.round(written.round).round
        guard round.channels.contains(.session) else {
            throw PlanError(.invalid, Reason("sessions.no-channel", ["title": .text(round.title)]))
        }
        let known = try await office.store.organisations(of: plan)
        guard Set(written.organisations).isSubset(of: known) else {
            throw PlanError(.invalid, Reason("intake.organisation-unknown"))
        }
        return checked
    }

    func official(_ participant: Participant, in plan: PlanID) throws(PlanError) -> Person {
        try participant.require(.recordSessions, in: plan)
        guard let person = participant.person else { throw PlanError.unknownSession }
        return person
    }
}

/// Somebody who is told of a session by mail.
public struct SessionGuest: Equatable, Sendable {
    public let name: String
    public let mail: MailAddress
}

extension PlanError {
    static var unknownSession: PlanError { PlanError(.notFound, Reason("sessions.unknown")) }
}
