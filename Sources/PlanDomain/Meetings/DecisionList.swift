import Workflow

/// What a body decided at one meeting (*besluitenlijst*), as far as its reader may know it.
///
/// The public reads what was released and is not closed; of what is closed it reads that there was something, and on
/// what ground (Gemeentewet, articles 23 and 60).
public struct DecisionList: Equatable, Sendable {
    public let meeting: Meeting
    /// In the order of the agenda.
    public let items: [Item]

    public init(meeting: Meeting, items: [Item]) {
        self.meeting = meeting
        self.items = items
    }

    public struct Item: Equatable, Sendable {
        public let kind: AgendaItem.Kind
        /// The day that the decision bears; nil where nothing was decided, or where that may not be told yet.
        public let day: CalendarDate?
        public let content: Content

        public init(kind: AgendaItem.Kind, day: CalendarDate?, content: Content) {
            self.kind = kind
            self.day = day
            self.content = content
        }
    }

    /// What a reader is shown of one item.
    public enum Content: Equatable, Sendable {
        case decided(plan: PlanID, title: String, points: [Point], disclosure: Disclosure?)
        /// On the agenda, and not decided on there.
        case undecided(plan: PlanID, title: String)
        /// The decision was taken and has not left the house, or waits for a condition.
        case notYet(condition: String?)
        /// Closed, on a ground in the Woo.
        case closed(ground: String?)
    }

    public struct Point: Equatable, Sendable {
        public let number: Int
        /// Nil for a point of which the text is not known.
        public let text: String?
        public let outcome: PointOutcome

        public init(number: Int, text: String?, outcome: PointOutcome) {
            self.number = number
            self.text = text
            self.outcome = outcome
        }
    }
}

extension DecisionList {
    /// The decision that a meeting took on a plan: after it was scheduled for it, and of its day where it bears one.
    static func decision(of meeting: Meeting, after scheduling: Int, among acts: [Act]) -> Act? {
        acts.last { act in
            guard case .decided(meeting.body, _) = act.payload, act.sequence > scheduling else { return false }
            return act.date.map { $0 == meeting.day } ?? true
        }
    }
}

extension DecisionList.Item {
    /// - Parameters:
    ///   - points: what was asked, in the text that was decided on.
    ///   - isWithin: whether the reader works on the plan, and so reads all of it.
    init(
        _ item: AgendaItem, title: String, points: [String], decision: Act?, of body: GoverningBody, view: PlanView,
        acts: [Act], isWithin: Bool
    ) {
        kind = item.kind
        let disclosure = view.standing.disclosure
        guard let decision, case .decided(_, let results) = decision.payload else {
            day = nil
            let undecided = DecisionList.Content.undecided(plan: item.plan, title: title)
            content = isWithin ? undecided : view.published(undecided, of: body)
            return
        }
        let whole = DecisionList.Content.decided(
            plan: item.plan, title: title,
            points: results.map { result in
                .init(
                    number: result.point,
                    text: points.indices.contains(result.point - 1) ? points[result.point - 1] : nil,
                    outcome: result.outcome)
            }, disclosure: disclosure)
        let shown = isWithin ? whole : view.published(whole, of: body, decidedBy: decision, acts: acts)
        content = shown
        day = shown == whole ? decision.date : nil
    }
}

extension PlanView {
    /// What the public may read of what stands on an agenda and was not decided on. The council's agendas are public,
    /// the college meets behind closed doors (Gemeentewet, articles 19 and 54).
    fileprivate func published(_ content: DecisionList.Content, of body: GoverningBody) -> DecisionList.Content {
        if standing.disclosure?.choice == .closed { return .closed(ground: standing.disclosure?.ground) }
        return body == .raad ? content : .notYet(condition: nil)
    }

    /// What the public may read of a decision today.
    fileprivate func published(
        _ content: DecisionList.Content, of body: GoverningBody, decidedBy decision: Act, acts: [Act]
    ) -> DecisionList.Content {
        if standing.disclosure?.choice == .closed { return .closed(ground: standing.disclosure?.ground) }
        let needsRelease = definition.tracks.flatMap(\.steps).contains { $0.act == .finalReleased && $0.body == body }
        let isReleased = acts.contains { $0.payload.kind == .finalReleased && $0.sequence > decision.sequence }
        if needsRelease, !isReleased { return .notYet(condition: nil) }
        if let open = standing.conditions.first(where: { !$0.isFulfilled }) { return .notYet(condition: open.clause) }
        return standing.disclosure == nil ? .notYet(condition: nil) : content
    }
}
