import Phrases
import PlanDomain
import Workflow

/// A meeting with its agenda, and for who keeps it the buttons that put it in order.
struct MeetingPage: SitePage {
    static let template = "meeting"
    let heading: String
    let meeting: Meeting
    let facts: [PlanFact]
    let items: [Item]
    let change: SiteAddress?
    /// Nil for who may not put the agenda in order, and for a meeting that is over.
    let ordering: Ordering?

    /// - Parameter decided: plans on which this meeting decided.
    init(
        _ meeting: Meeting, agenda: [AgendaLine], decided: Set<PlanID>, reader: Participant, seal: FormSeal,
        phrases: Phrases
    ) {
        heading = phrases.text(meeting)
        self.meeting = meeting
        let facts: [(String, String)] = [
            ("secretary.meeting.place", meeting.place),
            ("secretary.meeting.state", phrases.text("secretary.meeting.\(meeting.state.rawValue)")),
        ]
        self.facts = facts.filter { !$0.1.isEmpty }.map { PlanFact(label: phrases.text($0.0), value: $0.1) }
        let isKeeper = reader.keptBodies.contains(meeting.body)
        let mayOrder = isKeeper && meeting.state == .planned
        items = agenda.enumerated().map { index, line in
            Item(
                line, isDecided: decided.contains(line.plan),
                record: isKeeper && reader.may(.recordDecisions, in: line.plan)
                    ? .decision(line.plan, .decide, body: meeting.body) : nil,
                buttons: mayOrder ? .init(isFirst: index == 0, isLast: index == agenda.count - 1) : nil,
                phrases: phrases)
        }
        change = isKeeper ? .meetingForm(meeting.id) : nil
        ordering =
            mayOrder && !agenda.isEmpty
            ? Ordering(
                action: .agendaForm(meeting.id), order: agenda.map(\.plan.rawValue).joined(separator: ","), seal: seal)
            : nil
    }

    static let fields: PageFields<MeetingPage> = [
        .text("heading") { $0.heading },
        .list("facts") { $0.facts },
        .flag("isEmpty") { $0.items.isEmpty },
        .list("items") { $0.items },
        .text("change") { $0.change?.path },
        .part("ordering") { $0.ordering },
        .text("decisionList") { SiteAddress.decisionList($0.meeting.id).path },
    ]

    /// The form around the agenda.
    struct Ordering: PageContent {
        let action: SiteAddress
        let order: String
        let seal: FormSeal

        static let fields: PageFields<Ordering> = [
            .text("orderAction") { $0.action.path },
            .text("order") { $0.order },
            .text("formToken") { $0.seal.token },
            .text("requestID") { $0.seal.requestID },
        ]
    }

    struct Item: PageContent {
        let title: String
        let plan: PlanID
        /// Nil where the reader may read nothing of the plan.
        let address: SiteAddress?
        let kind: String
        let explanation: String?
        let isDecided: Bool
        let record: SiteAddress?
        let buttons: Buttons?

        init(
            _ line: AgendaLine, isDecided: Bool, record: SiteAddress?, buttons: Buttons?, phrases: Phrases
        ) {
            title = line.title
            plan = line.plan
            address =
                switch line.level {
                case .none: nil
                case .working: .decisions(line.plan)
                case .published, .consulted, .offered: .plan(line.plan)
                }
            kind = phrases.text("secretary.kind.\(line.item.kind.rawValue)")
            explanation = line.explanation
            self.isDecided = isDecided
            self.record = isDecided ? nil : record
            self.buttons = buttons
        }

        struct Buttons: PageContent {
            let isFirst: Bool
            let isLast: Bool

            static let fields: PageFields<Buttons> = [
                .flag("isFirst") { $0.isFirst },
                .flag("isLast") { $0.isLast },
            ]
        }

        static let fields: PageFields<Item> = [
            .text("itemTitle") { $0.title },
            .text("itemPlan") { $0.plan.rawValue },
            .text("itemAddress") { $0.address?.path },
            .text("kind") { $0.kind },
            .text("explanation") { $0.explanation },
            .flag("isDecided") { $0.isDecided },
            .text("record") { $0.record?.path },
            .part("buttons") { $0.buttons },
        ]
    }
}

extension DecisionList {
    /// Plans of which the reader may know that something was decided.
    var decidedPlans: Set<PlanID> {
        Set(
            items.compactMap { item in
                if case .decided(let plan, _, _, _) = item.content { plan } else { nil }
            })
    }
}
