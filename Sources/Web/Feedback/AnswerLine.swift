import Phrases
import PlanDomain
import Prose

/// One input as who sent it in reads what became of it.
struct AnswerLine: PageContent {
    let number: String
    let received: String
    let state: InputState
    let written: WrittenLine
    let outcome: String?
    let reason: String?
    let whyNot: String?
    let changes: [AnswerChange]
    let place: PageLink?
    /// The title of the section, where there is no address for it yet.
    let section: String?
    /// What they answered before.
    let replied: String?
    let replyReason: String?
    /// Where they answer; nil where they cannot (yet), and on paper.
    let reply: SiteAddress?

    /// - Parameters:
    ///   - place: where its section stands in what the reader may read.
    ///   - reply: nil on paper.
    init(_ answer: InputAnswer, at place: SiteAddress?, reply: SiteAddress?, phrases: Phrases) {
        let adopted = answer.adopted?.disposition
        number = answer.number.description
        received = phrases.text("partner.received", ["moment": .text(phrases.moment(answer.receivedAt))])
        state = InputState(answer.state, phrases: phrases)
        written = WrittenLine(answer.content, title: answer.aboutTitle, phrases: phrases)
        outcome = adopted.map { Self.outcome($0, phrases) }
        reason = adopted.flatMap { $0.reason.isEmpty ? nil : $0.reason }
        whyNot = answer.whyNot
        changes = answer.changes.map { AnswerChange($0, phrases: phrases) }
        let title = adopted.map { Self.stands($0.outcome) } == true ? answer.title : nil
        self.place = title.flatMap { title in place.map { PageLink(label: title, address: $0) } }
        section = place == nil ? title : nil
        let given = answer.feedback?.reply
        replied = given.map {
            phrases.text(
                "feedback.replied.\($0.verdict.rawValue)", ["moment": .text(phrases.moment($0.at))])
        }
        replyReason = given.flatMap { $0.reason.isEmpty ? nil : $0.reason }
        self.reply = answer.mayReply ? reply : nil
    }

    /// Whether what they asked stands somewhere in the text.
    private static func stands(_ outcome: Outcome) -> Bool { outcome.needsChange || outcome == .presentAlready }

    /// A duplicate names the input that says the same, by its number alone.
    static func outcome(_ disposition: Disposition, _ phrases: Phrases) -> String {
        let words = phrases.text("inputs.outcome.\(disposition.outcome.rawValue)")
        return disposition.duplicateOf.map { "\(words) (\($0))" } ?? words
    }

    static let fields: PageFields<AnswerLine> = [
        .text("number") { $0.number },
        .text("received") { $0.received },
        .text("state") { $0.state.label },
        .text("stateExplanation") { $0.state.explanation },
        .part("written") { $0.written },
        .flag("hasFacts") { $0.outcome != nil || $0.whyNot != nil || $0.replied != nil },
        .text("outcome") { $0.outcome },
        .text("reason") { $0.reason },
        .text("whyNot") { $0.whyNot },
        .flag("hasChanges") { !$0.changes.isEmpty },
        .list("changes") { $0.changes },
        .part("place") { $0.place },
        .text("section") { $0.section },
        .text("replied") { $0.replied },
        .text("replyReason") { $0.replyReason },
        .text("reply") { $0.reply?.path },
    ]
}

/// What one section was and became: the passages that changed, and nothing of the rest.
struct AnswerChange: PageContent {
    let title: String
    let moment: String
    let passages: [Passage]

    init(_ change: CarriedOutChange, phrases: Phrases) {
        title = change.title
        moment = phrases.writtenDate(of: change.madeAt)
        let diff = WordDiff(
            old: DraftText.withoutGuidance(change.before), new: DraftText.withoutGuidance(change.after))
        passages = diff.passages.map { passage in
            Passage(
                was: ComparisonMarkup.side(.old, of: passage, in: diff, phrases),
                becomes: ComparisonMarkup.side(.new, of: passage, in: diff, phrases))
        }
    }

    static let fields: PageFields<AnswerChange> = [
        .text("changeTitle") { $0.title },
        .text("changeMoment") { $0.moment },
        .list("changedPassages") { $0.passages },
    ]

    struct Passage: PageContent {
        /// Nil where nothing stood there.
        let was: Markup?
        /// Nil where nothing is left.
        let becomes: Markup?

        static let fields: PageFields<Passage> = [
            .flag("hasWas") { $0.was != nil },
            .markup("was") { $0.was },
            .flag("hasBecome") { $0.becomes != nil },
            .markup("becomes") { $0.becomes },
        ]
    }
}
