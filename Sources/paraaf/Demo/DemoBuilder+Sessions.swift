import PlanDomain
import PlanRepositories
import Workflow

/// Sessions at which people are heard: on one day planned, held, reported on and approved.
extension DemoBuilder {
    func hold(
        _ held: DemoSession, _ event: DemoEvent, in plan: DemoPlan, at desk: Desk, request: String
    ) async throws {
        guard let round = rounds[name(held.round, in: plan)] else {
            throw event.place.fault("demo.unknown-round", ["round": .text(held.round)])
        }
        let sessions = SessionDesk(hall.office, store: hall.store, seals: .hmac)
        let written = SessionPlan(
            round: round, kind: held.kind, title: held.title, day: hall.office.time.today,
            startsAt: TimeOfDay("19:30"), place: held.place, organisations: held.organisations,
            isClosed: held.isClosed)
        // In a demo nobody is mailed.
        let session = try await sessions.plan(
            written, in: desk.plan, requestID: request, by: desk.participant
        ) { _, _ in [] }
        try await sessions.hold(
            session.id, in: desk.plan, present: held.present,
            called: held.isClosed ? "Besloten bijeenkomst" : held.title,
            account: "Erbij: \(held.present.joined(separator: ", ")).", requestID: "\(request):held",
            by: desk.participant)
        try await sessions.write(held.report, of: session.id, in: desk.plan, after: 0, by: desk.participant)
        guard let approver = held.approver else { return }
        let other = try await reception.participant(for: .person(try person(approver, at: event.place)))
        try await sessions.approve(1, of: session.id, in: desk.plan, by: other)
        let view = try await sessions.session(session.id, of: desk.plan, for: desk.participant)
        let text = try await sessions.frozenText(of: view)
        for (number, statement) in held.statements.enumerated() {
            let section = try statement.section.map { title in
                guard let section = text?.sections.first(where: { $0.heading?.plainTitle == title }) else {
                    throw event.place.fault("demo.unknown-section", ["section": .text(title)])
                }
                return section.id
            }
            let input = WrittenInput(kind: section == nil ? .general : .remark, section: section, text: statement.text)
            _ = try await sessions.state(
                input, by: statement.speaker, in: session.id, of: desk.plan, requestID: "\(request):\(number)",
                takenInBy: desk.participant)
        }
    }
}
