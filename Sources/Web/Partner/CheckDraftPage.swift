import Phrases
import PlanDomain
import Prose

/// Everything that is about to be sent in, to be looked over.
struct CheckDraftPage: SitePage {
    static let template = "contributecheck"
    let items: [DraftLine]
    let form: FormContent?
    let isComplete: Bool
    let overview: SiteAddress
    let deadline: String
    let isOver: Bool

    static let fields: PageFields<CheckDraftPage> = [
        .flag("hasItems") { !$0.items.isEmpty },
        .list("items") { $0.items },
        .part("form") { $0.form },
        .flag("isComplete") { $0.isComplete },
        .text("overview") { $0.overview.path },
        .text("deadline") { $0.deadline },
        .flag("isOver") { $0.isOver },
        .flag("maySend") { $0.form.map { !$0.isClosed } ?? false },
    ]
}

/// That it was received: the numbers and the moment.
struct ReceiptPage: SitePage {
    static let template = "contributereceipt"
    let numbers: [PageLink]
    let received: String
    let mailed: String?
    let deadline: String
    let overview: SiteAddress

    init(_ receipt: Receipt, mailedTo address: String?, _ view: RoundView?, phrases: Phrases) {
        let place = ContributionPlace(plan: receipt.plan, round: nil)
        numbers = receipt.numbers.map { PageLink(label: $0.description, address: place.input($0)) }
        received = phrases.text(
            "partner.received-at",
            ["count": .number(receipt.numbers.count), "moment": .text(phrases.moment(receipt.receivedAt))])
        mailed = address.map { phrases.text("partner.mailed", ["mail": .text($0)]) }
        deadline = view.map { ContributePage.deadline($0, phrases: phrases) } ?? ""
        overview = ContributionPlace(plan: receipt.plan, round: receipt.round).overview()
    }

    static let fields: PageFields<ReceiptPage> = [
        .list("numbers") { $0.numbers },
        .text("received") { $0.received },
        .text("mailed") { $0.mailed },
        .text("deadline") { $0.deadline },
        .text("overview") { $0.overview.path },
    ]
}

/// One input of their own: what they wrote, and what happened with it.
struct OwnInputPage: SitePage {
    static let template = "contributeinput"
    let number: String
    let received: String
    let written: WrittenLine
    let files: [FileLine]
    let state: InputState
    let outcome: String?
    let reason: String?
    /// Why it does not take part; nil where it does, or may yet.
    let whyNot: String?
    let changes: [OutcomeChange]
    /// The differences, in the order of the changes.
    let passages: [Markup]
    let correction: SiteAddress?
    let withdrawal: SiteAddress?
    /// Where they say whether they are satisfied; nil where there is no final answer yet.
    let reply: SiteAddress?
    let overview: SiteAddress

    init(
        _ seen: SeenInput, _ changes: [CarriedOutChange], title: String?, mayChange: Bool, phrases: Phrases
    ) {
        let input = seen.input
        let place = ContributionPlace(plan: input.plan, round: nil)
        number = input.number.description
        received = phrases.text("partner.received", ["moment": .text(phrases.moment(input.receivedAt))])
        written = WrittenLine(input.content, title: title, isErased: input.isErased, phrases: phrases)
        files = input.attachments.map {
            FileLine($0, at: place.file($0.id, of: input.number), phrases: phrases)
        }
        state = InputState(seen.standing.state, phrases: phrases)
        let adopted = seen.standing.adopted?.disposition
        outcome = adopted.map { phrases.text("inputs.outcome.\($0.outcome.rawValue)") }
        reason = adopted.flatMap { $0.reason.isEmpty ? nil : $0.reason }
        if case .inadmissible(let why) = input.admission { whyNot = why } else { whyNot = nil }
        self.changes = changes.enumerated().map { OutcomeChange($0.element, index: $0.offset, phrases: phrases) }
        passages = changes.map { change in
            ComparisonMarkup.inOneColumn(
                WordDiff(
                    old: DraftText.withoutGuidance(change.before), new: DraftText.withoutGuidance(change.after)),
                phrases)
        }
        let isOpen = mayChange && !input.isWithdrawn && !input.isErased
        correction = isOpen ? place.correction(of: input.number) : nil
        withdrawal = isOpen ? place.withdrawal(of: input.number) : nil
        let isSettled = [.carriedOut, .answered, .disputed].contains(seen.standing.state) && !input.isErased
        reply = isSettled ? .reply(input.plan, to: input.number) : nil
        overview = ContributionPlace(plan: input.plan, round: input.round).overview()
    }

    static let fields: PageFields<OwnInputPage> = [
        .text("number") { $0.number },
        .text("received") { $0.received },
        .part("written") { $0.written },
        .flag("hasFiles") { !$0.files.isEmpty },
        .list("files") { $0.files },
        .text("state") { $0.state.label },
        .text("stateExplanation") { $0.state.explanation },
        .text("outcome") { $0.outcome },
        .text("reason") { $0.reason },
        .text("whyNot") { $0.whyNot },
        .flag("hasChanges") { !$0.changes.isEmpty },
        .list("changes") { $0.changes },
        .text("correction") { $0.correction?.path },
        .text("withdrawal") { $0.withdrawal?.path },
        .text("reply") { $0.reply?.path },
        .text("overview") { $0.overview.path },
    ]
}

/// What a section was and became by a change that carries an input out.
struct OutcomeChange: PageContent {
    let index: Int
    let title: String
    let moment: String

    init(_ change: CarriedOutChange, index: Int, phrases: Phrases) {
        self.index = index
        title = change.title
        moment = phrases.writtenDate(of: change.madeAt)
    }

    static let fields: PageFields<OutcomeChange> = [
        .text("changeTitle") { $0.title },
        .text("changeMoment") { $0.moment },
        .passage("difference") { $0.index },
    ]
}
