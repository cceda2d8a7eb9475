import Foundation
import Workflow

/// That a session took place, its report, and what becomes of its statements.
extension SessionDesk {
    /// Records in the register that it took place, on its own day. The same request records it once.
    ///
    /// Of a closed session the register bears no more than the name that it is given here, and says nothing of who was
    /// there.
    ///
    /// - Parameters:
    ///   - present: organisations and functions that were there; never names of persons.
    ///   - name: as the register prints it; for a closed session one that tells nothing.
    ///   - account: who was there, as the reason of the act; left out for a closed session.
    public func hold(
        _ id: SessionID, in plan: PlanID, present: [String], called name: String, account: String, requestID: String,
        by participant: Participant
    ) async throws {
        try RequestName.check(requestID)
        let official = try await ActingOfficial(participant, using: .recordSessions, in: plan, people: store)
        guard var session = try await store.session(id, of: plan) else { throw PlanError.unknownSession }
        let known = try await office.store.acts(of: plan).contains { $0.requestID == requestID }
        if known, session.state == .held { return }
        guard session.state == .planned else { throw PlanError(.conflict, Reason("sessions.not-planned")) }
        guard session.day <= office.time.today else { throw PlanError(.conflict, Reason("sessions.to-come")) }
        let present = try WrittenText.lines(present, limit: 120)
        guard !present.isEmpty else { throw PlanError(.invalid, Reason("session.nobody")) }
        let act = NewAct(
            .meetingHeld(
                meeting: try WrittenText.line(name, limit: 120, empty: "session.name-empty"),
                body: session.kind.body),
            by: official.author, onBehalfOf: official.onBehalfOf, on: session.day,
            reason: session.isClosed ? nil : account, requestID: requestID)
        try await office.record(act, in: plan)
        session.state = .held
        session.present = present
        session.version += 1
        try await store.save(session, telling: [], at: office.time.now())
    }

    /// Writes the next version of the report. `conflict` where somebody wrote another since; nothing of either is lost.
    ///
    /// - Parameter version: of the report that was shown; 0 where there was none.
    @discardableResult
    public func write(
        _ text: String, of id: SessionID, in plan: PlanID, after version: Int, by participant: Participant
    ) async throws -> SessionReport {
        let person = try official(participant, in: plan)
        guard try await store.session(id, of: plan)?.state == .held else {
            throw PlanError(.conflict, Reason("sessions.not-held"))
        }
        let text = try WrittenText.text(text, limit: 100_000)
        guard !text.isEmpty else { throw PlanError(.invalid, Reason("sessions.report-empty")) }
        let last = try await store.reports(of: id, in: plan).last
        if let last, last.version == version + 1, last.text == text, last.writtenBy == person.id { return last }
        if let last, last.text == text, last.version == version { return last }
        guard (last?.version ?? 0) == version else { throw PlanError(.conflict, Reason("sessions.report-moved-on")) }
        let report = SessionReport(
            session: id, version: version + 1, text: text, writtenBy: person.id, writtenAt: office.time.now())
        try await store.add(report, in: plan)
        return report
    }

    /// Approves the report as it was shown. `forbidden` for who wrote it; `conflict` where it was changed since.
    public func approve(
        _ version: Int, of id: SessionID, in plan: PlanID, by participant: Participant
    ) async throws {
        let person = try official(participant, in: plan)
        guard let last = try await store.reports(of: id, in: plan).last, last.version == version else {
            throw PlanError(.conflict, Reason("sessions.report-moved-on"))
        }
        if last.isApproved { return }
        guard last.writtenBy != person.id else { throw PlanError(.forbidden, Reason("sessions.report-own")) }
        try await store.approve(
            SessionReport(
                session: id, version: version, text: last.text, writtenBy: last.writtenBy, writtenAt: last.writtenAt,
                approvedBy: person.id, approvedAt: office.time.now()), in: plan)
    }

    /// Makes an input of a statement in the report: from who made it, closed where the session was. The same request
    /// makes one.
    ///
    /// - Parameter speaker: one of those who were there.
    public func state(
        _ written: WrittenInput, by speaker: String, in id: SessionID, of plan: PlanID, requestID: String,
        takenInBy participant: Participant
    ) async throws -> InputNumber {
        try participant.require(.handleInputs, in: plan)
        let person = try official(participant, in: plan)
        try RequestName.check(requestID)
        if let known = try await store.receipt(for: requestID, in: plan)?.numbers.first { return known }
        let view = try await session(id, of: plan, for: participant)
        guard view.report?.isApproved == true else { throw PlanError(.conflict, Reason("sessions.not-approved")) }
        guard view.session.present.contains(speaker) else {
            throw PlanError(.invalid, Reason("sessions.speaker-unknown"))
        }
        guard let commit = view.round.frozen else { throw PlanError(.conflict, Reason("sessions.round-closed")) }
        let text = try await office.repositories.repository(of: plan).text(at: commit)
        let content = try written.content(on: text, at: commit)
        if let gap = content.gaps.first { throw PlanError(.invalid, gap) }
        let organisation = Organisation(name: speaker)
        let isKnown = try await office.store.organisations(of: plan).contains(organisation)
        let submitter =
            isKnown
            ? Submitter(organisation)
            : Submitter(organisation: nil, function: speaker, contact: nil, person: nil)
        let noon = office.time.moment(on: view.session.day, hour: 12, minute: 0)
        let submission = Submission(
            of: [Submission.Item(content: content, key: seals.newKey())], in: view.session.round, of: plan,
            from: submitter, by: .session, source: .session(id.rawValue), takenInBy: person.id,
            isClosed: view.session.isClosed, requestID: requestID, receivedAt: min(noon, office.time.now()))
        guard let number = try await store.receive(submission).numbers.first else { throw PlanError.unknownSession }
        return number
    }

    /// The text that a passage is found in; nil where the round was not opened.
    public func frozenText(of view: SessionView) async throws -> PlanText? {
        guard let commit = view.round.frozen else { return nil }
        return try await office.repositories.repository(of: view.session.plan).text(at: commit)
    }
}
