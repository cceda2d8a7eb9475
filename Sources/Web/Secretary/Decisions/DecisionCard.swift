import Phrases
import PlanDomain
import Workflow

/// What a body decided, point by point, and what must be done before the plan goes on.
struct DecisionCard: PageContent {
    let heading: String
    let day: String?
    let address: SiteAddress
    let points: [Point]
    let minutes: String?
    let state: String
    /// In the order in which they are done; empty where the decision is concluded.
    let next: [NextStep]

    /// - Parameter asked: the points in the text that was decided on.
    init(
        _ decision: DecisionStanding, _ reader: GateReader, asked: [String], register: RegisterView, phrases: Phrases
    ) {
        heading = phrases.text("secretary.decision.heading", ["body": .text(phrases.text(decision.body))])
        day = decision.date.map { phrases.writtenDate($0) }
        address = .act(reader.plan, decision.sequence)
        points = decision.points.map { Point($0, asked: asked, phrases: phrases) }
        minutes = register.reason(of: decision.sequence)
        state = phrases.text("secretary.decision.state-\(decision.state.rawValue)")
        next = NextStep.all(after: decision, reader, phrases: phrases)
    }

    static let fields: PageFields<DecisionCard> = [
        .text("decisionHeading") { $0.heading },
        .text("day") { $0.day },
        .text("address") { $0.address.path },
        .list("points") { $0.points },
        .text("minutes") { $0.minutes },
        .text("decisionState") { $0.state },
        .flag("hasNext") { !$0.next.isEmpty },
        .list("next") { $0.next },
    ]

    /// What was asked, and what the body made of it.
    struct Point: PageContent {
        let text: String
        let outcome: String

        init(_ point: PointResult, asked: [String], phrases: Phrases) {
            let number = PhraseArgument.number(point.point)
            if asked.indices.contains(point.point - 1) {
                let words = PhraseArgument.text(asked[point.point - 1])
                text = phrases.text("secretary.decide.point", ["number": number, "text": words])
            } else {
                text = phrases.text("secretary.list.point", ["number": number])
            }
            outcome = phrases.text("outcome.\(point.outcome.rawValue)")
        }

        static let fields: PageFields<Point> = [
            .text("pointText") { $0.text },
            .text("outcome") { $0.outcome },
        ]
    }
}

/// One thing on the way from a decision to a plan that can go on.
struct NextStep: PageContent {
    enum State: String { case done, open, waiting }

    let text: String
    let state: State
    let stateText: String
    /// Where it is done, when it is its turn.
    let address: SiteAddress?

    init(_ key: String, _ state: State, _ address: SiteAddress?, phrases: Phrases) {
        text = phrases.text("secretary.next.\(key)")
        self.state = state
        stateText = phrases.text("web.step.\(state.rawValue)")
        self.address = state == .open ? address : nil
    }

    static let fields: PageFields<NextStep> = [
        .text("nextText") { $0.text },
        .text("state") { $0.state.rawValue },
        .text("stateText") { $0.stateText },
        .text("nextAddress") { $0.address?.path },
    ]

    static func all(after decision: DecisionStanding, _ reader: GateReader, phrases: Phrases) -> [NextStep] {
        let back = SiteAddress.gate(reader.plan, .sendBack, stage: reader.view.standing.stage)
        return switch decision.state {
        case .concluded: []
        case .deferred:
            [NextStep("schedule-again", .open, .decision(reader.plan, .schedule), phrases: phrases)]
        case .mustGoBack: [NextStep("send-back", .open, back, phrases: phrases)]
        case .awaitsVersion: amended(decision, reader, back: back, phrases: phrases)
        }
    }

    /// *Gewijzigd vastgesteld*: the version is opened, changed, frozen anew, and its difference approved.
    private static func amended(
        _ decision: DecisionStanding, _ reader: GateReader, back: SiteAddress, phrases: Phrases
    ) -> [NextStep] {
        let (view, plan) = (reader.view, reader.plan)
        let frozen = view.standing.frozen.map { $0.sequence > decision.sequence }
        // Nil while the text is open to be changed.
        let isFrozenAnew = frozen == true
        let isOpen = frozen == nil
        let isChanged = view.projected.heads.text.rawValue != decision.text
        let signing = view.standing.tracks.flatMap(\.steps).first {
            $0.act == .signedOff && $0.mayBeDone && $0.isRequired
        }
        let section = view.projected.sections.first.map { SiteAddress.section(plan, $0.id) }
        return [
            NextStep("send-back-amended", isOpen || isFrozenAnew ? .done : .open, back, phrases: phrases),
            NextStep(
                "change", isFrozenAnew || isOpen && isChanged ? .done : isOpen ? .open : .waiting, section,
                phrases: phrases),
            NextStep(
                "freeze", isFrozenAnew ? .done : isOpen && isChanged ? .open : .waiting,
                .gate(plan, .moveOn, stage: view.standing.stage), phrases: phrases),
            NextStep(
                "approve", isFrozenAnew ? .open : .waiting, signing.map { .signOff(plan, step: $0.id) },
                phrases: phrases),
            NextStep("release", .waiting, nil, phrases: phrases),
        ]
    }
}
