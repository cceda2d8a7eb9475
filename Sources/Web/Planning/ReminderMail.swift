import Foundation
import Phrases
import PlanDomain
import Workflow

/// The mail that reminds a contact of a round that is about to end.
struct ReminderMail {
    private let phrases: Phrases
    private let municipality: String
    /// Where readers find the site, without a slash at the end.
    private let site: String

    init(_ services: SiteServices) async throws {
        phrases = services.phrasebook.phrases(in: .nl)
        municipality = services.look.now.municipality
        site = try await LinkMail.site(services)
    }

    /// - Parameter plan: its title.
    func letter(to contact: Contact, about view: RoundView, _ kind: RoundReminder.Kind, plan: String) -> NewMail {
        let round = view.round
        let place = site + ContributionPlace(plan: round.plan, round: round.id).overview().path
        let words: [String: PhraseArgument] = [
            "name": .text(contact.name), "round": .text(round.title), "plan": .text(plan),
            "organisation": .text(contact.organisation.name), "until": .text(phrases.writtenDate(view.until)),
            "time": .text(phrases.text(view.lastMinute)), "place": .text(place),
            "municipality": .text(municipality),
        ]
        let subjectKey = "planning.reminder.subject-\(kind.rawValue)"
        return NewMail(
            to: contact.mail, name: contact.name, language: phrases.language.rawValue,
            subject: phrases.text(subjectKey, words), text: phrases.text("planning.reminder.text", words) + "\n",
            urgency: .atOnce)
    }
}
