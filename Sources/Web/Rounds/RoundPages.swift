import Phrases
import PlanDomain
import Workflow

/// The rounds of a plan, and the contacts who may come in for it.
struct RoundListPage: SitePage {
    static let template = "rounds"
    let plan: PlanID
    let rounds: [Row]
    let contacts: [ContactLine]

    static let fields: PageFields<RoundListPage> = [
        .text("new") { SiteAddress.newRound($0.plan).path },
        .flag("hasRounds") { !$0.rounds.isEmpty },
        .list("rounds") { $0.rounds },
        .flag("hasContacts") { !$0.contacts.isEmpty },
        .list("contacts") { $0.contacts },
    ]

    struct Row: PageContent {
        let title: String
        let address: SiteAddress
        let state: String
        let period: String

        init(_ view: RoundView, phrases: Phrases) {
            title = view.round.title
            address = .round(view.round.plan, view.round.id)
            state = phrases.text("rounds.state.\(view.state.rawValue)")
            period = RoundPage.period(view, phrases)
        }

        static let fields: PageFields<Row> = [
            .text("title") { $0.title },
            .text("address") { $0.address.path },
            .text("state") { $0.state },
            .text("period") { $0.period },
        ]
    }

    /// A contact with how their access stands. Only for who consults: drafters do not come here.
    struct ContactLine: PageContent {
        let name: String
        let organisation: String
        let standing: String
        let isInvited: Bool
        let invite: SiteAddress
        let end: SiteAddress
        let seal: FormSeal

        init(_ contact: Contact, _ invitation: Invitation?, to plan: PlanID, seal: FormSeal, phrases: Phrases) {
            name = contact.name
            organisation = contact.organisation.name
            standing =
                if let ended = invitation?.withdrawnAt {
                    phrases.text("rounds.invitation.withdrawn", ["moment": .text(phrases.moment(ended))])
                } else if let invitation {
                    phrases.text("rounds.invitation.sent", ["moment": .text(phrases.moment(invitation.invitedAt))])
                } else {
                    phrases.text("rounds.invitation.never")
                }
            isInvited = invitation?.isOpen == true
            invite = .invitation(plan, contact.id)
            end = .invitationEnd(plan, contact.id)
            self.seal = seal
        }

        static let fields: PageFields<ContactLine> = [
            .text("contactName") { $0.name },
            .text("organisation") { $0.organisation },
            .text("standing") { $0.standing },
            .flag("isInvited") { $0.isInvited },
            .text("invite") { $0.invite.path },
            .text("end") { $0.end.path },
            .text("formToken") { $0.seal.token },
            .text("requestID") { $0.seal.requestID },
        ]
    }
}

/// One round as the office sees it: what was written down, and who reacted.
struct RoundPage: SitePage {
    static let template = "round"
    let view: RoundView
    let facts: [QuestionPage.Fact]
    let explanation: Markup?
    /// Before it is opened: the organisations that are asked, each with how many of its contacts can come in.
    let asked: [Line]
    let reacted: [Line]
    let silent: [Line]
    /// How it may be closed today; nil where there is nothing to close.
    let closing: RoundView.Closing?
    /// Where people are told what became of their inputs; nil for who does not tell them.
    let feedback: SiteAddress?

    /// - Parameters:
    ///   - invited: how many contacts of each organisation may come in; nil where that is not told.
    ///   - reminded: when those of an organisation were last reminded.
    init(
        _ view: RoundView, inputs: [SeenInput], invited: [Organisation: Int]? = nil,
        reminded: [Organisation: CalendarDate] = [:], today: CalendarDate, tells: Bool = false, phrases: Phrases
    ) {
        self.view = view
        feedback = tells && view.state != .prepared ? .feedback(view.round.plan, view.round.id) : nil
        asked =
            view.state != .prepared
            ? []
            : view.round.organisations.map { organisation in
                Line(text: Self.asked(organisation, invited: invited?[organisation] ?? 0, phrases))
            }
        closing = view.closing(on: today)
        let round = view.round
        let known: [QuestionPage.Fact] = [
            .init(
                label: phrases.text("rounds.fact-audience"),
                value: phrases.text("rounds.audience.\(round.audience.rawValue)")),
            .init(label: phrases.text("rounds.fact-asked"), value: round.asked),
            .init(
                label: phrases.text("rounds.field.channels"),
                value: Input.Channel.allCases.filter(round.channels.contains).map {
                    phrases.text("inputs.channel.\($0.rawValue)")
                }.joined(separator: ", ")),
            .init(
                label: phrases.text("rounds.field.publicity"),
                value: phrases.text("rounds.publicity.\(round.publicity.rawValue)")),
            .init(label: phrases.text("rounds.period"), value: Self.period(view, phrases)),
            .init(
                label: phrases.text("inputs.filter.state"), value: phrases.text("rounds.state.\(view.state.rawValue)")),
        ]
        let questions = round.questions.enumerated().map { index, question in
            QuestionPage.Fact(
                label: phrases.text("rounds.question", ["number": .number(index + 1)]), value: question)
        }
        facts = known + Self.term(of: view, phrases) + questions
        explanation =
            round.explanation.isEmpty
            ? nil : SectionMarkup(round.explanation, topLevel: 3, prefix: "uitleg-", phrases: phrases).render()
        let own = inputs.filter { $0.input.round == round.id }
        let names = own.map { $0.input.submitter.label(phrases) }
        let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
        reacted = counts.sorted { $0.key < $1.key }.map { name, count in
            Line(text: phrases.text("rounds.reacted", ["name": .text(name), "count": .number(count)]))
        }
        // From whom nobody was invited, nothing can come; while it runs that can still be mended.
        let isOver = view.state == .closed || view.state == .ended
        silent = round.organisations.filter { counts[$0.name] == nil }.map { organisation in
            let isUninvited = invited != nil && !isOver && invited?[organisation] == nil
            if isUninvited { return Line(text: Self.asked(organisation, invited: 0, phrases)) }
            guard let day = reminded[organisation] else { return Line(text: organisation.name) }
            return Line(
                text: phrases.text(
                    "planning.reminded", ["name": .text(organisation.name), "day": .text(phrases.writtenDate(day))]))
        }
    }

    /// "Wijkraad: 2 contactpersonen uitgenodigd": whoever was not invited cannot react, whatever the round says.
    private static func asked(_ organisation: Organisation, invited: Int, _ phrases: Phrases) -> String {
        let access =
            invited == 0
            ? phrases.text("rounds.nobody-invited")
            : phrases.text("rounds.invited-count", ["count": .number(invited)])
        return phrases.text("rounds.asked-line", ["name": .text(organisation.name), "access": .text(access)])
    }

    /// That the law sets its term, and that it was closed before its last day had passed.
    private static func term(of view: RoundView, _ phrases: Phrases) -> [QuestionPage.Fact] {
        var facts: [QuestionPage.Fact] = []
        if view.round.isStatutory {
            facts.append(
                .init(
                    label: phrases.text("rounds.field.statutory"),
                    value: phrases.text("rounds.statutory", ["until": .text(phrases.writtenDate(view.until))])))
        }
        if view.wasClosedEarly, let day = view.closedOn {
            facts.append(.init(label: phrases.text("rounds.closed-early"), value: phrases.writtenDate(day)))
        }
        return facts
    }

    static func period(_ view: RoundView, _ phrases: Phrases) -> String {
        phrases.text(
            "rounds.from-until",
            [
                "from": .text(phrases.writtenDate(view.round.from)), "until": .text(phrases.writtenDate(view.until)),
                "time": .text(phrases.text(view.lastMinute)),
            ])
    }

    private func step(_ step: SiteAddress.RoundStep, when isFit: Bool) -> String? {
        isFit ? SiteAddress.round(view.round.plan, view.round.id, step).path : nil
    }

    private var mayClose: Bool { closing == .due || closing == .early }

    private var isRunning: Bool { [.announced, .open, .ended].contains(view.state) }

    static let fields: PageFields<RoundPage> = [
        .text("title") { $0.view.round.title },
        .list("facts") { $0.facts },
        .flag("hasExplanation") { $0.explanation != nil },
        .markup("explanation") { $0.explanation },
        .text("prepare") { $0.step(.prepare, when: $0.view.state == .prepared) },
        .text("survey") {
            $0.view.hasSurvey ? BuilderPlace(plan: $0.view.round.plan, round: $0.view.round.id).overview.path : nil
        },
        .text("open") { $0.step(.open, when: $0.view.state == .prepared) },
        .text("extend") { $0.step(.extend, when: $0.isRunning) },
        .text("close") { $0.step(.close, when: $0.mayClose) },
        .flag("closesEarly") { $0.closing == .early },
        .flag("hasAsked") { !$0.asked.isEmpty },
        .list("asked") { $0.asked },
        .flag("wasOpened") { $0.view.state != .prepared },
        .text("feedback") { $0.feedback?.path },
        .flag("hasReacted") { !$0.reacted.isEmpty },
        .list("reacted") { $0.reacted },
        .flag("hasSilent") { !$0.silent.isEmpty },
        .list("silent") { $0.silent },
        .text("contacts") { SiteAddress.rounds($0.view.round.plan, fragment: "contactpersonen").path },
        .text("inputs") { SiteAddress.inputs($0.view.round.plan).path },
    ]
}
