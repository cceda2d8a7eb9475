import Foundation
import PlanDomain
import Web
import Workflow

/// Rounds, and who is invited to them.
extension DemoBuilder {
    private var consultation: ConsultationDesk { ConsultationDesk(hall.office, store: hall.store) }

    /// Prepares a round, invites whoever is reached there, and opens it on the text as it stands.
    mutating func open(_ round: DemoRound, in plan: DemoPlan, at desk: Desk, request: String) async throws {
        let all = round.organisations.isEmpty ? plan.partners : round.organisations
        let organisations = round.group == .partners ? all : []
        let survey = round.survey.flatMap { plan.surveys[$0] }
        var preparation = RoundPreparation(
            title: round.audience, audience: round.group, asked: round.audience, organisations: organisations,
            questions: round.questions, explanation: round.explanation, from: hall.office.time.today,
            until: demo.calendar.date(round.until), channels: round.channels.union([.form]))
        if survey != nil { preparation.channels = round.channels.union([.survey, .panel]) }
        let prepared = try await consultation.prepare(preparation, in: desk.plan, by: desk.participant)
        rounds[name(round.key, in: plan)] = prepared.id
        if let survey { try await build(survey, for: prepared.id, at: desk) }
        try await consultation.open(
            prepared.id, of: desk.plan, shown: try await shown(of: desk.plan), requestID: request, by: desk.participant)
        if let survey { try await answer(survey, of: prepared.id, in: desk.plan) }
        for contact in demo.partners.contacts where organisations.contains(where: { $0.name == contact.organisation }) {
            guard let id = contacts[contact.name] else { continue }
            try await invite(id, at: desk)
        }
    }

    /// Once is enough. Nobody is sent the link: in a demo people come in without one.
    private func invite(_ contact: ContactID, at desk: Desk) async throws {
        guard try await !consultation.isInvited(contact, to: desk.plan) else { return }
        try await consultation.invite(
            contact, to: desk.plan, token: Secret.make(SystemRandom.bytes).hash,
            expiresAt: hall.office.time.now().addingTimeInterval(14 * 86_400), by: desk.participant)
    }

    func extend(
        _ round: String, until day: RelativeDay, _ event: DemoEvent, in plan: DemoPlan, at desk: Desk, request: String
    )
        async throws
    {
        try await consultation.extend(
            try self.round(round, in: plan, at: event.place), of: desk.plan, until: demo.calendar.date(day),
            reason: event.reason, requestID: request, by: desk.participant)
    }

    func close(_ round: String, _ event: DemoEvent, in plan: DemoPlan, at desk: Desk, request: String) async throws {
        try await consultation.close(
            try self.round(round, in: plan, at: event.place), of: desk.plan, requestID: request, by: desk.participant)
    }

    /// Tells everybody of whom everything was answered. In a demo nobody is mailed.
    func tell(_ round: String, _ event: DemoEvent, in plan: DemoPlan, at desk: Desk) async throws {
        let feedback = FeedbackDesk(hall.office, store: hall.store) { FollowSecret.make(SystemRandom.bytes).given }
        _ = try await feedback.send(
            of: try self.round(round, in: plan, at: event.place), in: desk.plan, includingPartial: false,
            by: desk.participant
        ) { _, _ in nil }
    }

    private func round(_ key: String, in plan: DemoPlan, at place: Place) throws(PlanError) -> RoundID {
        guard let round = rounds[name(key, in: plan)] else {
            throw place.fault("demo.unknown-round", ["round": .text(key)])
        }
        return round
    }
}
