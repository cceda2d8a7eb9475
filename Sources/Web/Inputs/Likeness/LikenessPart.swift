import Phrases
import PlanDomain

/// What the page of an input says of its equals, to who handles inputs.
struct LikenessPart: PageContent {
    let count: String?
    let samples: [PageLink]
    let all: SiteAddress?
    let opponents: [PageLink]

    /// - Parameter number: of the input that the page is about. Nil where there is nothing to say.
    init?(
        _ family: InputFamily?, _ opponents: [OpposedInput], of number: InputNumber, in plan: PlanID, phrases: Phrases
    ) {
        guard family != nil || !opponents.isEmpty else { return nil }
        let others = family?.members.filter { $0.number != number } ?? []
        count = others.isEmpty ? nil : phrases.text("likeness.others", ["count": .number(others.count)])
        // How like it is was measured against the first alone.
        let isFirst = family?.first == number
        samples = others.prefix(isFirst ? 3 : 1).map { member in
            let own = family?.members.first { $0.number == number }
            let likeness = isFirst ? member.likeness : own?.likeness ?? member.likeness
            let percent = FamilyPage.MemberLine.percent(likeness)
            let isConfirmed = isFirst ? member.isConfirmed : own?.isConfirmed ?? false
            let key = isConfirmed ? "likeness.sample-confirmed" : "likeness.sample"
            return PageLink(
                label: phrases.text(key, ["input": .text(member.number.description), "percent": .number(percent)]),
                address: .input(plan, member.number))
        }
        all = family?.first.map { .family(plan, $0) }
        self.opponents = Self.lines(opponents, in: plan, phrases)
    }

    /// "INB-0002 zegt (bijna) hetzelfde en krijgt een ander antwoord: niet overgenomen."
    static func lines(_ opponents: [OpposedInput], in plan: PlanID, _ phrases: Phrases) -> [PageLink] {
        opponents.map { opponent in
            let key = "likeness.opposed.\(opponent.ground.rawValue)"
            let outcome = phrases.text("inputs.outcome.\(opponent.outcome.rawValue)")
            return PageLink(
                label: phrases.text(
                    key, ["input": .text(opponent.number.description), "outcome": .text(outcome)]),
                address: .input(plan, opponent.number))
        }
    }

    static let fields: PageFields<LikenessPart> = [
        .text("likeCount") { $0.count },
        .list("samples") { $0.samples },
        .text("all") { $0.all?.path },
        .flag("hasOpponents") { !$0.opponents.isEmpty },
        .list("opponents") { $0.opponents },
    ]
}
