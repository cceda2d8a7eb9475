import Phrases
import PlanDomain
import Workflow

/// What came in beside the form: what still waits to be cut, and what is done.
struct IntakeListPage: SitePage {
    static let template = "intake"
    let plan: PlanID
    let waiting: [Row]
    let done: [Row]
    /// Whether there is a round that takes letters or mail.
    let takesMore: Bool

    init(_ documents: [IntakeView], of plan: PlanID, takesMore: Bool, phrases: Phrases) {
        self.plan = plan
        self.takesMore = takesMore
        waiting = documents.filter(\.isWaiting).map { Row($0, phrases: phrases) }
        done = documents.filter { !$0.isWaiting }.map { Row($0, phrases: phrases) }
    }

    static let fields: PageFields<IntakeListPage> = [
        .flag("takesMore") { $0.takesMore },
        .text("new") { SiteAddress.newIntake($0.plan).path },
        .text("sheet") { SiteAddress.newSheet($0.plan).path },
        .text("rounds") { SiteAddress.rounds($0.plan).path },
        .flag("hasWaiting") { !$0.waiting.isEmpty },
        .list("waiting") { $0.waiting },
        .flag("hasDone") { !$0.done.isEmpty },
        .list("done") { $0.done },
    ]

    struct Row: PageContent {
        let title: String
        let address: SiteAddress
        let facts: String
        let state: String
        let late: String?

        init(_ view: IntakeView, phrases: Phrases) {
            let document = view.document
            title = document.shownTitle(phrases)
            address = .intake(document)
            facts = phrases.text(
                "intake.row",
                [
                    "kind": .text(phrases.text("intake.kind.\(document.kind.rawValue)")),
                    "sender": .text(view.shownSender(phrases)),
                    "day": .text(phrases.writtenDate(document.arrivedOn)), "round": .text(view.round.round.title),
                ])
            state = phrases.text("intake.cut-count", ["count": .number(view.cuts.count)])
            late =
                document.isLate
                ? phrases.text("intake.standing.\(document.standing.rawValue)") : nil
        }

        static let fields: PageFields<Row> = [
            .text("title") { $0.title },
            .text("address") { $0.address.path },
            .text("facts") { $0.facts },
            .text("state") { $0.state },
            .text("late") { $0.late },
        ]
    }
}

extension IntakeDocument {
    func shownTitle(_ phrases: Phrases) -> String {
        guard title.isEmpty else { return title }
        return phrases.text(
            "intake.untitled",
            [
                "kind": .text(phrases.text("intake.kind.\(kind.rawValue)")),
                "day": .text(phrases.writtenDate(arrivedOn)),
            ])
    }
}

extension IntakeView {
    /// For who handles inputs alone: it may be the name of a person.
    func shownSender(_ phrases: Phrases) -> String {
        document.kind == .sheet
            ? phrases.text("intake.many-senders")
            : document.organisation?.name ?? correspondent?.shownName ?? phrases.text("intake.unknown-sender")
    }
}

extension Correspondent {
    /// As they signed, or whatever else is known of them.
    var shownName: String? { [name, mail?.rawValue ?? "", address].first { !$0.isEmpty } }
}
