import Foundation
import Phrases
import PlanDomain

/// Mail about getting in: links, and what was changed. Goes at once, because its reader waits for it.
struct LinkMail {
    private let phrasebook: Phrasebook
    private let municipality: String

    init(_ services: SiteServices) {
        phrasebook = services.phrasebook
        municipality = services.look.now.municipality
    }

    /// Where readers find the site, without a slash at the end. Never what a request claims: whoever asks for somebody
    /// else's link would choose where it leads.
    static func site(_ services: SiteServices) async throws -> String {
        try await services.store.mailSettings()?.siteAddress ?? services.address
    }

    func invitation(of contact: Contact, to plan: String, address: String, until end: Date) -> NewMail {
        let phrases = phrasebook.phrases(in: .nl)
        return mail(
            "invitation", to: contact.mail, contact.name, phrases,
            [
                "organisation": .text(contact.organisation.name), "plan": .text(plan), "link": .text(address),
                "end": .text(phrases.writtenDate(of: end)),
            ])
    }

    /// A personal link that was asked for anew.
    struct PlanLink {
        let organisation: String
        let plan: String
        let address: String
        let until: Date
    }

    /// All the links of one reader; nil where there are none.
    func renewal(to contact: Contact, _ links: [PlanLink]) -> NewMail? {
        guard let first = links.first else { return nil }
        let phrases = phrasebook.phrases(in: .nl)
        let lines = links.map { link in
            phrases.text(
                "link-mail.renewal.line",
                ["organisation": .text(link.organisation), "plan": .text(link.plan), "link": .text(link.address)])
        }
        return mail(
            "renewal", to: contact.mail, contact.name, phrases,
            [
                "count": .number(links.count), "links": .text(lines.joined(separator: "\n\n")),
                "end": .text(phrases.writtenDate(of: links.map(\.until).min() ?? first.until)),
            ])
    }

    func password(for person: Person, address: String) -> NewMail {
        mail("password", to: person.mail, person.name, own(person), ["link": .text(address)])
    }

    func passwordChanged(of person: Person, address: String) -> NewMail {
        mail("changed", to: person.mail, person.name, own(person), ["link": .text(address)])
    }

    private func own(_ person: Person) -> Phrases {
        phrasebook.phrases(in: Language(rawValue: person.language) ?? .nl)
    }

    private func mail(
        _ kind: String, to address: MailAddress, _ name: String, _ phrases: Phrases,
        _ arguments: [String: PhraseArgument]
    ) -> NewMail {
        let arguments = arguments.merging(["name": .text(name), "municipality": .text(municipality)]) { $1 }
        return NewMail(
            to: address, name: name, language: phrases.language.rawValue,
            subject: phrases.text("link-mail.\(kind).subject", arguments),
            text: phrases.text("link-mail.\(kind).text", arguments), urgency: .atOnce)
    }
}
