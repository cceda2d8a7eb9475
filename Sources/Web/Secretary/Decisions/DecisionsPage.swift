import Phrases
import PlanDomain
import Workflow

/// Where a plan stands with the bodies: agendas, what was decided, what comes next, and what becomes public.
struct DecisionsPage: SitePage {
    static let template = "decisions"
    let actions: [PageLink]
    let placings: [PlacingRow]
    let decisions: [DecisionCard]
    let disclosure: String?
    let disclosureDetails: [TextLine]
    let conditions: [ConditionRow]

    /// - Parameters:
    ///   - asked: the points of each decision, by the number of its act.
    ///   - linksMeetings: whether the reader may open the pages of meetings.
    init(
        _ reader: GateReader, placings: [PlacedItem], asked: [Int: [String]], register: RegisterView,
        linksMeetings: Bool, phrases: Phrases
    ) {
        let view = reader.view
        actions = DecisionsPage.actions(reader, phrases: phrases)
        self.placings = placings.map { PlacingRow($0, isLinked: linksMeetings, phrases: phrases) }
        decisions = view.standing.decisions.map { decision in
            DecisionCard(
                decision, reader, asked: asked[decision.sequence] ?? [], register: register, phrases: phrases)
        }
        let disclosure = view.standing.disclosure
        self.disclosure = disclosure.map { phrases.capitalized(phrases.text("disclosure.\($0.choice.rawValue)")) }
        disclosureDetails = disclosure.map { Self.details(of: $0, in: view, phrases: phrases) } ?? []
        conditions = view.standing.conditions.map { ConditionRow($0, reader, phrases: phrases) }
    }

    /// Steps of bodies that the reader may record now, and the choice of what becomes public.
    private static func actions(_ reader: GateReader, phrases: Phrases) -> [PageLink] {
        let steps = reader.view.standing.tracks.flatMap(\.steps).compactMap { step in
            reader.action(at: step).map { action in
                PageLink(
                    label: StepLink.label(of: step, phrases: phrases),
                    address: .decision(reader.plan, action, body: action == .decide ? step.body : nil))
            }
        }
        let mayChoose = reader.may(.recordDecisions, as: reader.view.roles(for: .disclose))
        return steps
            + (mayChoose
                ? [
                    PageLink(
                        label: phrases.text(
                            reader.view.standing.disclosure == nil
                                ? "secretary.do.openbaarheid" : "secretary.do.openbaarheid-again"),
                        address: .decision(reader.plan, .disclose))
                ] : [])
    }

    private static func details(of disclosure: Disclosure, in view: PlanView, phrases: Phrases) -> [TextLine] {
        var lines: [String] = []
        if let condition = disclosure.condition {
            lines.append(phrases.text("web.act.disclosure-condition", ["condition": .text(condition)]))
        }
        if let ground = disclosure.ground {
            lines.append(phrases.text("web.act.disclosure-ground", ["ground": .text(ground)]))
        }
        let parts = disclosure.closedParts.map { part in
            switch part.subject {
            case .section(let id): view.projected.sections.first { $0.id.rawValue == id }?.printedTitle ?? id
            case .document(let name): view.definition.document(name).map { phrases.text($0.label) } ?? name
            }
        }
        if !parts.isEmpty {
            lines.append(phrases.text("secretary.disclose.closed", ["parts": .text(phrases.list(parts))]))
        }
        if let wording = disclosure.wording {
            lines.append(phrases.text("web.act.disclosure-wording", ["wording": .text(wording)]))
        }
        return lines.map(TextLine.init)
    }

    static let fields: PageFields<DecisionsPage> = [
        .flag("hasActions") { !$0.actions.isEmpty },
        .list("actions") { $0.actions },
        .flag("hasPlacings") { !$0.placings.isEmpty },
        .list("placings") { $0.placings },
        .flag("hasDecisions") { !$0.decisions.isEmpty },
        .list("decisions") { $0.decisions },
        .text("disclosure") { $0.disclosure },
        .flag("hasDetails") { !$0.disclosureDetails.isEmpty },
        .list("details") { $0.disclosureDetails },
        .list("conditions") { $0.conditions },
    ]

    /// A meeting on whose agenda the plan stands.
    struct PlacingRow: PageContent {
        let label: String
        let address: SiteAddress?
        let kind: String

        init(_ placed: PlacedItem, isLinked: Bool, phrases: Phrases) {
            label = phrases.text(placed.meeting)
            address = isLinked ? .meeting(placed.meeting.id) : nil
            kind = phrases.text("secretary.kind.\(placed.item.kind.rawValue)")
        }

        static let fields: PageFields<PlacingRow> = [
            .text("meeting") { $0.label },
            .text("address") { $0.address?.path },
            .text("kind") { $0.kind },
        ]
    }

    /// A condition that was set, and whether it is met.
    struct ConditionRow: PageContent {
        let clause: String
        let isFulfilled: Bool
        let address: SiteAddress?

        init(_ condition: ConditionStanding, _ reader: GateReader, phrases: Phrases) {
            clause = phrases.text("secretary.fulfil.clause", ["clause": .text(condition.clause)])
            isFulfilled = condition.isFulfilled
            let may = reader.may(.recordDecisions, as: reader.view.roles(for: .fulfil))
            address =
                may && !condition.isFulfilled ? .decision(reader.plan, .fulfil, condition: condition.id) : nil
        }

        static let fields: PageFields<ConditionRow> = [
            .text("clause") { $0.clause },
            .flag("isFulfilled") { $0.isFulfilled },
            .text("fulfil") { $0.address?.path },
        ]
    }
}

extension Phrases {
    /// "Het college, 12 juni 2023 om 09.30 uur".
    func text(_ meeting: Meeting) -> String {
        let body = capitalized(text(meeting.body))
        let day = writtenDate(meeting.day)
        guard let time = meeting.startsAt else {
            return text("secretary.meeting.on", ["body": .text(body), "day": .text(day)])
        }
        return text(
            "secretary.meeting.at", ["body": .text(body), "day": .text(day), "time": .text(text(time))])
    }
}
