import Foundation
import Phrases
import PlanDomain
import Workflow

/// The mail to who was to have more time: that a round was closed, and what becomes of their draft.
struct ClosingMail {
    private let phrases: Phrases
    private let plan: String
    private let municipality: String
    /// Where readers find the site, without a slash at the end.
    private let site: String

    /// - Parameter plan: its title.
    init(_ services: SiteServices, plan: String) async throws {
        phrases = services.phrasebook.phrases(in: .nl)
        municipality = services.look.now.municipality
        site = try await LinkMail.site(services)
        self.plan = plan
    }

    /// One for each contact. It says nothing of why: the reason may name who else was asked.
    func letters(about closing: EarlyClosing) -> [NewMail] {
        closing.cutOff.map { letter(to: $0.contact, unsent: $0.unsent, closing) }
    }

    private func letter(to contact: Contact, unsent: Int, _ closing: EarlyClosing) -> NewMail {
        let round = closing.round.round
        let words: [String: PhraseArgument] = [
            "name": .text(contact.name), "round": .text(round.title), "plan": .text(plan),
            "moment": .text(phrases.moment(closing.closedAt)),
            "until": .text(phrases.writtenDate(closing.round.until)),
        ]
        let draft = phrases.text("rounds.closed-mail.draft", ["count": .number(unsent)])
        let place = site + ContributionPlace(plan: round.plan, round: round.id).overview().path
        let parts =
            [phrases.text("rounds.closed-mail.text", words)] + (unsent > 0 ? [draft, place] : [])
            + [phrases.text("rounds.closed-mail.contact", ["municipality": .text(municipality)])]
        return NewMail(
            to: contact.mail, name: contact.name, language: phrases.language.rawValue,
            subject: phrases.text("rounds.closed-mail.subject", ["round": .text(round.title), "plan": .text(plan)]),
            text: parts.joined(separator: "\n\n") + "\n", urgency: .atOnce)
    }
}
