import Phrases
import PlanDomain
import Workflow

/// How it stands with the feedback of a round, and the two ways to give it.
struct FeedbackPage: SitePage {
    static let template = "feedback"
    let title: String
    let facts: [QuestionPage.Fact]
    let ready: [Recipient]
    let waiting: [Recipient]
    let letters: [Recipient]
    let disputed: [PageLink]
    /// Nil where there is nobody to mail.
    let send: FormContent?
    let seal: FormSeal
    let round: SiteAddress
    let print: SiteAddress
    let hasPrinted: Bool

    init(_ sheet: FeedbackSheet, send: FormContent?, seal: FormSeal, phrases: Phrases) {
        let (plan, id) = (sheet.round.round.plan, sheet.round.round.id)
        title = phrases.text("feedback.desk.heading", ["round": .text(sheet.round.round.title)])
        ready = sheet.mails.filter { $0.pending.isEmpty }.map { Recipient($0, phrases) }
        waiting = (sheet.mails + sheet.letters).filter { !$0.pending.isEmpty }.map { Recipient($0, phrases) }
        letters = sheet.letters.filter { $0.pending.isEmpty }.map { Recipient($0, phrases) }
        disputed = sheet.disputed.map { PageLink(label: $0.description, address: .input(plan, $0)) }
        facts = Self.facts(sheet, phrases)
        self.send = send
        self.seal = seal
        round = .round(plan, id)
        print = .feedbackLetters(plan, id)
        hasPrinted = !sheet.printed.isEmpty
    }

    /// Counts, with the numbers where somebody may want to look.
    private static func facts(_ sheet: FeedbackSheet, _ phrases: Phrases) -> [QuestionPage.Fact] {
        func fact(_ key: String, _ numbers: [InputNumber], isNamed: Bool = true) -> QuestionPage.Fact? {
            guard !numbers.isEmpty else { return nil }
            let count = phrases.text("feedback.desk.inputs", ["count": .number(numbers.count)])
            let named = numbers.prefix(12).map(\.description).joined(separator: ", ")
            let rest = numbers.count > 12 ? ", …" : ""
            return .init(label: phrases.text(key), value: isNamed ? "\(count): \(named)\(rest)" : count)
        }
        return [
            fact("feedback.desk.told", sheet.told, isNamed: false),
            fact("feedback.desk.not-ready", sheet.notReady),
            fact("feedback.desk.by-code", sheet.byCode), fact("feedback.desk.closed", sheet.closed),
            fact("feedback.desk.unreachable", sheet.unreachable),
            fact("feedback.desk.satisfied", sheet.satisfied, isNamed: false),
        ].compactMap { $0 }
    }

    static let fields: PageFields<FeedbackPage> = [
        .text("title") { $0.title },
        .flag("hasFacts") { !$0.facts.isEmpty },
        .list("facts") { $0.facts },
        .flag("hasDisputed") { !$0.disputed.isEmpty },
        .list("disputed") { $0.disputed },
        .flag("hasReady") { !$0.ready.isEmpty },
        .list("ready") { $0.ready },
        .flag("hasWaiting") { !$0.waiting.isEmpty },
        .list("waiting") { $0.waiting },
        .flag("hasLetters") { !$0.letters.isEmpty },
        .list("letters") { $0.letters },
        .part("send") { $0.send },
        .flag("hasPost") { !$0.letters.isEmpty || $0.hasPrinted },
        .flag("hasPrinted") { $0.hasPrinted },
        .text("print") { $0.print.path },
        .text("formToken") { $0.seal.token },
        .text("requestID") { $0.seal.requestID },
        .text("round") { $0.round.path },
    ]

    /// Somebody to be told, and of how many inputs.
    struct Recipient: PageContent {
        let name: String
        let organisation: String?
        let inputs: String
        let pending: String?

        init(_ parcel: FeedbackParcel, _ phrases: Phrases) {
            name = parcel.recipient.name.isEmpty ? phrases.text("inputs.resident") : parcel.recipient.name
            if case .contact(let contact) = parcel.recipient {
                organisation = contact.organisation.name
            } else {
                organisation = nil
            }
            inputs = phrases.text("feedback.desk.ready-count", ["count": .number(parcel.answers.count)])
            pending =
                parcel.pending.isEmpty
                ? nil : phrases.text("feedback.desk.pending-count", ["count": .number(parcel.pending.count)])
        }

        static let fields: PageFields<Recipient> = [
            .text("name") { $0.name },
            .text("organisation") { $0.organisation },
            .text("inputs") { $0.inputs },
            .text("pending") { $0.pending },
        ]
    }
}

/// Letters to be printed and put in envelopes, each on paper of its own.
struct FeedbackLettersPage: SitePage {
    static let template = "feedbackletters"
    let letters: [Letter]
    let back: SiteAddress

    static let fields: PageFields<FeedbackLettersPage> = [
        .flag("hasLetters") { !$0.letters.isEmpty },
        .list("letters") { $0.letters },
        .text("back") { $0.back.path },
    ]

    struct Letter: PageContent {
        let address: [Line]
        let day: String
        let greeting: String
        let about: String
        let answers: [AnswerLine]
        let code: String?
        let follow: String
        let municipality: String

        static let fields: PageFields<Letter> = [
            .list("address") { $0.address },
            .text("day") { $0.day },
            .text("greeting") { $0.greeting },
            .text("about") { $0.about },
            .list("answers") { $0.answers },
            .text("code") { $0.code },
            .text("follow") { $0.follow },
            .text("municipality") { $0.municipality },
        ]
    }
}

/// A code on paper, to be handed to who wrote a letter.
struct FollowSlipPage: SitePage {
    static let template = "followslip"
    let code: String
    let follow: String
    let about: String
    let back: SiteAddress

    static let fields: PageFields<FollowSlipPage> = [
        .text("code") { $0.code },
        .text("follow") { $0.follow },
        .text("about") { $0.about },
        .text("back") { $0.back.path },
    ]
}
