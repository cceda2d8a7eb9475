import Foundation
import Phrases
import PlanDomain
import Workflow

/// The mail to who sent something in: what became of each of their inputs, and where they read why.
struct FeedbackMail: Sendable {
    private let services: SiteServices
    private let plan: PlanID
    private let title: String
    private let site: String

    init(_ services: SiteServices, about plan: PlanID) async throws {
        self.services = services
        self.plan = plan
        title = try await services.reading.plan(plan).projected.metadata.title
        site = try await LinkMail.site(services)
    }

    /// The subject bears neither a name nor words of anybody: subjects are read by more people than mail is.
    func letter(for parcel: FeedbackParcel, code: String?) async throws -> NewMail {
        let phrases = phrases(for: parcel.recipient)
        guard let mail = parcel.recipient.mail else { throw PlanError(.unavailable, Reason("feedback.no-mail")) }
        let lines = parcel.answers.map { answer in
            phrases.text(
                "feedback.mail.line",
                [
                    "input": .text(answer.number.description),
                    "outcome": .text(answer.adopted.map { AnswerLine.outcome($0.disposition, phrases) } ?? ""),
                ])
        }
        var parts = [
            phrases.text("feedback.mail.greeting", ["name": .text(parcel.recipient.name)]),
            phrases.text("feedback.mail.about", ["plan": .text(title)]), lines.joined(separator: "\n"),
            try await way(for: parcel.recipient, code, phrases), phrases.text("feedback.mail.disagree"),
        ]
        if !parcel.pending.isEmpty {
            parts.append(phrases.text("feedback.mail.pending", ["count": .number(parcel.pending.count)]))
        }
        parts.append(services.look.now.municipality)
        return NewMail(
            to: mail, name: parcel.recipient.name, language: phrases.language.rawValue,
            subject: phrases.text("feedback.mail.subject", ["plan": .text(title)]),
            text: parts.joined(separator: "\n\n") + "\n", urgency: .atOnce)
    }

    /// Where they read it: by a personal link, under their own name, or by their code.
    private func way(for recipient: FeedbackRecipient, _ code: String?, _ phrases: Phrases) async throws -> String {
        switch recipient {
        case .contact(let contact):
            if let (address, end) = try await PartnerLinks(services: services).fresh(for: contact, to: plan) {
                return phrases.text(
                    "feedback.mail.by-link",
                    ["link": .text(address), "end": .text(phrases.writtenDate(of: end))])
            }
            return phrases.text("feedback.mail.read", ["link": .text(site + SiteAddress.answers(plan).path)])
        case .person:
            return phrases.text("feedback.mail.read", ["link": .text(site + SiteAddress.answers(plan).path)])
        case .correspondent:
            return phrases.text(
                "feedback.mail.by-code",
                ["link": .text(site + SiteAddress.follow().path), "code": .text(code ?? "")])
        }
    }

    private func phrases(for recipient: FeedbackRecipient) -> Phrases {
        guard case .person(let person) = recipient else { return services.phrasebook.phrases(in: .nl) }
        return services.phrasebook.phrases(in: Language(rawValue: person.language) ?? .nl)
    }
}

extension PartnerLinks {
    /// A new personal link for who is invited still, to stand in a mail about something else; nil for who is not.
    func fresh(for contact: Contact, to plan: PlanID) async throws -> (address: String, until: Date)? {
        let secret = Secret.make(services.random)
        let expiry = services.clock().addingTimeInterval(Self.lifetime)
        guard let link = try await desk.renew(contact.id, to: plan, token: secret.hash, expiresAt: expiry) else {
            return nil
        }
        let site = try await LinkMail.site(services)
        return (site + SiteAddress.partner(secret).path, link.expiresAt)
    }
}
