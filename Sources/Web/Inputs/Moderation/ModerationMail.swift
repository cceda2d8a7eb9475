import Phrases
import PlanDomain

/// The mail to who sent something in that it does not take part, and why; or that it does after all.
struct ModerationMail: Sendable {
    private let phrases: Phrases
    private let plan: String
    private let municipality: String
    private let number: InputNumber

    /// - Parameter plan: its title.
    init(_ services: SiteServices, about number: InputNumber, plan: String) {
        phrases = services.phrasebook.phrases(in: .nl)
        municipality = services.look.now.municipality
        self.plan = plan
        self.number = number
    }

    /// The subject bears the number alone: subjects are read by more people than mail is.
    @Sendable func letter(to addressee: Addressee, _ verdict: Moderation.Verdict) -> NewMail {
        var words: [String: PhraseArgument] = [
            "name": .text(addressee.name), "input": .text(number.description), "plan": .text(plan),
            "municipality": .text(municipality),
        ]
        let text: String
        switch verdict {
        case .admissible: text = phrases.text("moderation.mail.admitted", words)
        case .inadmissible(let reason):
            words["reason"] = .text(reason)
            text = phrases.text("moderation.mail.not-admitted", words)
        }
        return NewMail(
            to: addressee.mail, name: addressee.name, language: phrases.language.rawValue,
            subject: phrases.text(
                "moderation.mail.subject", ["input": .text(number.description), "plan": .text(plan)]),
            text: text + "\n", urgency: .atOnce)
    }
}
