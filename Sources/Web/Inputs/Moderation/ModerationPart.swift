import Phrases
import PlanDomain

/// What the page of an input says of its judgement, to who may judge.
struct ModerationPart: PageContent {
    let verdict: String
    let whyNot: String?
    /// What others read in place of what was written; one line for each passage.
    let redactions: [Line]
    /// Whether the program proposed some of them and nobody looked yet.
    let isUnconfirmed: Bool
    let address: SiteAddress

    init(_ input: Input, phrases: Phrases) {
        switch input.admission {
        case .toBeJudged: (verdict, whyNot) = (phrases.text("moderation.not-yet"), nil)
        case .admissible: (verdict, whyNot) = (phrases.text("moderation.admitted"), nil)
        case .inadmissible(let reason): (verdict, whyNot) = (phrases.text("moderation.not-admitted"), reason)
        }
        redactions = input.redactions.map { redaction in
            let key = redaction.isConfirmed ? "moderation.left-out" : "moderation.left-out-for-now"
            let ground = phrases.text("moderation.ground.\(redaction.ground.rawValue)")
            return Line(text: phrases.text(key, ["quote": .text(redaction.quote), "ground": .text(ground)]))
        }
        isUnconfirmed = input.redactions.contains { !$0.isConfirmed }
        address = .judgement(input.plan, input.number)
    }

    static let fields: PageFields<ModerationPart> = [
        .text("verdict") { $0.verdict },
        .text("whyNot") { $0.whyNot },
        .flag("hasRedactions") { !$0.redactions.isEmpty },
        .list("redactions") { $0.redactions },
        .flag("isUnconfirmed") { $0.isUnconfirmed },
        .text("judgement") { $0.address.path },
    ]
}
