import Phrases
import PlanDomain
import Prose
import Workflow

/// One family: the first, and the others beside it, each with what it says otherwise; to be confirmed, and answered as one.
struct FamilyPage: SitePage {
    static let template = "family"
    /// More than anybody compares word by word on one page.
    static let comparedAtMost = 30

    let view: FamilyView
    let heading: String
    let lead: String
    let first: MemberLine
    let members: [MemberLine]
    /// Who stands on the page without a comparison, in words; nil where that is nobody.
    let rest: String?
    let form: FormContent?
    /// Where the first is answered; nil once it is, or where there is nobody yet to refer to it.
    let answerFirst: SiteAddress?
    let adopt: PageLink?
    let errors: [TextLine]
    let seal: FormSeal

    init(
        _ view: FamilyView, answer: FormContent?, mayAdopt: Bool, seal: FormSeal, errors: [String] = [],
        phrases: Phrases
    ) {
        self.view = view
        self.seal = seal
        self.errors = errors.map(TextLine.init)
        let number = view.first.input.number
        let plan = view.family.plan
        heading = phrases.text("likeness.heading", ["input": .text(number.description)])
        lead = phrases.text("likeness.lead", ["count": .number(view.members.count - 1)])
        first = MemberLine(view.first, beside: nil, phrases: phrases)
        members = view.others.enumerated().map { place, member in
            MemberLine(member, beside: place < Self.comparedAtMost ? view.first.input : nil, phrases: phrases)
        }
        let left = view.others.count - Self.comparedAtMost
        rest = left > 0 ? phrases.text("likeness.rest", ["count": .number(left)]) : nil
        form = answer
        let hasConfirmed = !view.family.confirmed.isEmpty
        answerFirst = hasConfirmed && !view.isFirstAnswered ? .proposal(plan, number) : nil
        let waiting = view.waiting.map(\.input.number)
        adopt =
            mayAdopt && !waiting.isEmpty
            ? PageLink(
                label: phrases.text("likeness.adopt", ["count": .number(waiting.count)]),
                address: .bulkAdoption(plan, Array(waiting.prefix(60)))) : nil
    }

    static let fields: PageFields<FamilyPage> = [
        .text("heading") { $0.heading },
        .text("lead") { $0.lead },
        .part("first") { $0.first },
        .text("action") { SiteAddress.family($0.view.family.plan, $0.view.first.input.number).path },
        .flag("hasAlerts") { !$0.errors.isEmpty },
        .list("alerts") { $0.errors },
        .list("members") { $0.members },
        .text("rest") { $0.rest },
        .part("form") { $0.form },
        .text("answerFirst") { $0.answerFirst?.path },
        .part("adopt") { $0.adopt },
        .text("back") { SiteAddress.families($0.view.family.plan).path },
        .text("formToken") { $0.seal.token },
        .text("requestID") { $0.seal.requestID },
    ]

    struct MemberLine: PageContent {
        let number: InputNumber
        let address: SiteAddress
        let submitter: String
        let state: String
        let outcome: String?
        let likeness: String
        let isConfirmed: Bool
        let choose: String
        let text: String?
        let difference: Markup?
        let isSame: Bool

        /// - Parameter first: what it is compared with; nil for the first itself, and for those that are merely named.
        init(_ member: FamilyView.Member, beside first: Input?, phrases: Phrases) {
            let input = member.input
            number = input.number
            address = .input(input.plan, input.number)
            submitter = input.submitter.label(phrases)
            state = phrases.text("inputs.state.\(member.standing.state.rawValue)")
            let answer = member.standing.adopted?.disposition ?? member.standing.proposal
            outcome = answer.map { phrases.text("inputs.outcome.\($0.outcome.rawValue)") }
            likeness = phrases.text("likeness.percent", ["percent": .number(Self.percent(member.member.likeness))])
            isConfirmed = member.member.isConfirmed
            choose = phrases.text("handling.choose", ["input": .text(input.number.description)])
            let words = Self.words(of: input)
            isSame = first.map { Self.words(of: $0) == words } ?? false
            text = first == nil ? words : nil
            difference =
                isSame
                ? nil
                : first.map {
                    ComparisonMarkup.inOneColumn(WordDiff(old: Self.words(of: $0) + "\n", new: words + "\n"), phrases)
                }
        }

        /// A whole hundred is said of the same words alone.
        static func percent(_ likeness: Double) -> Int { likeness >= 1 ? 100 : min(99, Int(likeness * 100)) }

        private static func words(of input: Input) -> String {
            [input.content.text, input.content.proposal ?? ""].filter { !$0.isEmpty }.joined(separator: "\n\n")
        }

        static let fields: PageFields<MemberLine> = [
            .text("memberNumber") { $0.number.description },
            .text("address") { $0.address.path },
            .text("submitter") { $0.submitter },
            .text("state") { $0.state },
            .text("outcome") { $0.outcome },
            .text("likeness") { $0.likeness },
            .flag("isConfirmed") { $0.isConfirmed },
            .text("choose") { $0.choose },
            .text("tickName") { "n\($0.number.rawValue)" },
            .text("memberText") { $0.text },
            .flag("isSame") { $0.isSame },
            .flag("hasDifference") { $0.difference != nil },
            .markup("difference") { $0.difference },
        ]
    }
}
