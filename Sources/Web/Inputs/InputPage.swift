import Phrases
import PlanDomain
import Workflow

/// One input with all that an official needs to answer it, and what was done with it until now.
struct InputPage: SitePage {
    static let template = "input"
    let seen: SeenInput
    let number: String
    let facts: [QuestionPage.Fact]
    let context: QuoteInContext?
    let written: WrittenLine
    let difference: Markup?
    let files: [FileLine]
    let state: String
    let settled: Settled?
    let proposal: Settled?
    /// Whether it takes part and what is left out of it, for who may judge that.
    let moderation: ModerationPart?
    let mayPropose: Bool
    let mayAdopt: Bool
    let isOwnProposal: Bool
    let editor: SiteAddress?
    /// Who handles it, to be changed; nil for who may not.
    let handler: FormContent?
    let history: [Line]
    let changes: [Change]
    let place: PassagePlace?
    /// What broke the promise of its disposition.
    let suspect: PageLink?
    let isSuspect: Bool
    /// The letter or the mail that it was cut from, for who sees everything.
    let source: Source?
    /// What was told of it, for who sees everything.
    let feedback: FeedbackPart?
    /// The day on which its words were thrown away, in words.
    let erasedOn: String?
    /// Where they can be; nil for who may not.
    let erasure: SiteAddress?
    /// Inputs that say the same, and whether they get another answer; for who handles inputs.
    var likeness: LikenessPart?
    /// What it is about beside its section; to be changed by who handles inputs.
    var theme: FormContent?

    var passages: [Markup] { difference.map { [$0] } ?? [] }

    static let fields: PageFields<InputPage> = [
        .text("number") { $0.number },
        .list("facts") { $0.facts },
        .part("context") { $0.context },
        .part("written") { $0.written },
        .part("place") { $0.place },
        .flag("isSuspect") { $0.isSuspect },
        .part("suspect") { $0.suspect },
        .flag("hasDifference") { $0.difference != nil },
        .passage("difference") { $0.difference == nil ? nil : 0 },
        .flag("hasFiles") { !$0.files.isEmpty },
        .list("files") { $0.files },
        .text("state") { $0.state },
        .part("moderation") { $0.moderation },
        .part("feedback") { $0.feedback },
        .part("settled") { $0.settled },
        .part("proposal") { $0.proposal },
        .flag("isOwnProposal") { $0.isOwnProposal },
        .text("propose") { $0.mayPropose ? SiteAddress.proposal($0.seen.input.plan, $0.seen.input.number).path : nil },
        .text("adopt") { $0.mayAdopt ? SiteAddress.adoption($0.seen.input.plan, $0.seen.input.number).path : nil },
        .part("handler") { $0.handler },
        .text("editor") { $0.editor?.path },
        .flag("hasChanges") { !$0.changes.isEmpty },
        .list("changes") { $0.changes },
        .part("source") { $0.source },
        .text("erasedOn") { $0.erasedOn },
        .text("erasure") { $0.erasure?.path },
        .part("likeness") { $0.likeness },
        .part("theme") { $0.theme },
        .flag("hasHistory") { !$0.history.isEmpty },
        .list("history") { $0.history },
        .text("all") { SiteAddress.inputs($0.seen.input.plan).path },
    ]

    /// The words that it is about, with what stands around them in the text that people reacted to.
    struct QuoteInContext: PageContent {
        let anchor: Anchor
        let section: SiteAddress?

        static let fields: PageFields<QuoteInContext> = [
            .text("before") { $0.anchor.prefix },
            .text("quoted") { $0.anchor.quote },
            .text("after") { $0.anchor.suffix },
            .text("inText") { $0.section?.path },
        ]
    }

    /// Where its passage stands now.
    struct PassagePlace: PageContent {
        let state: String
        let isAdrift: Bool
        let title: String?
        let quote: String?
        /// For who may say where it stands.
        let address: SiteAddress?

        static let fields: PageFields<PassagePlace> = [
            .text("state") { $0.state },
            .flag("isAdrift") { $0.isAdrift },
            .text("title") { $0.title },
            .text("quoted") { $0.quote },
            .text("address") { $0.address?.path },
        ]
    }

    /// What is done with it, proposed or adopted.
    struct Settled: PageContent {
        let outcome: String
        let reason: String?
        let duplicateOf: PageLink?
        let by: String

        init(_ disposition: Disposition, phrases: Phrases) {
            outcome = phrases.text("inputs.outcome.\(disposition.outcome.rawValue)")
            reason = disposition.reason.isEmpty ? nil : disposition.reason
            duplicateOf = disposition.duplicateOf.map {
                PageLink(label: $0.description, address: .input(disposition.plan, $0))
            }
            by = phrases.text(
                "inputs.proposed-by",
                [
                    "function": .text(disposition.proposedBy.function),
                    "moment": .text(phrases.moment(disposition.proposedAt)),
                ])
        }

        static let fields: PageFields<Settled> = [
            .text("outcome") { $0.outcome },
            .text("reason") { $0.reason },
            .part("duplicateOf") { $0.duplicateOf },
            .text("by") { $0.by },
        ]
    }

    /// Where it was cut from.
    struct Source: PageContent {
        let label: String
        /// Nil for who may read what came in, and not handle it.
        let address: SiteAddress?
        let original: SiteAddress?
        let late: String?

        static let fields: PageFields<Source> = [
            .text("sourceLabel") { $0.label },
            .text("address") { $0.address?.path },
            .text("original") { $0.original?.path },
            .text("late") { $0.late },
        ]
    }

    /// A change of the text that names it, with the way to what was and became.
    struct Change: PageContent {
        let summary: String
        let moment: String
        let address: SiteAddress?

        static let fields: PageFields<Change> = [
            .text("summary") { $0.summary },
            .text("moment") { $0.moment },
            .text("address") { $0.address?.path },
        ]
    }
}
