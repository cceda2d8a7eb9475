import Phrases
import PlanDomain
import Workflow

/// The list of decisions of one meeting, as far as its reader may know it; made to be printed.
struct DecisionListPage: SitePage {
    static let template = "decision-list"
    let meeting: String
    let items: [Item]
    /// Says that somebody reads more than the public does.
    let isWithin: Bool

    init(_ list: DecisionList, on today: CalendarDate, isWithin: Bool, phrases: Phrases) {
        meeting = phrases.text(list.meeting)
        let isToCome = list.meeting.state == .planned && list.meeting.day >= today
        items = list.items.map { Item($0, isToCome: isToCome, phrases: phrases) }
        self.isWithin = isWithin
    }

    static let fields: PageFields<DecisionListPage> = [
        .text("meeting") { $0.meeting },
        .flag("isEmpty") { $0.items.isEmpty },
        .list("items") { $0.items },
        .flag("isWithin") { $0.isWithin },
    ]

    struct Item: PageContent {
        /// What the plan is called, or that it is not told.
        let title: String
        let kind: String
        let day: String?
        let remark: String?
        let points: [Point]
        let disclosure: String?

        init(_ item: DecisionList.Item, isToCome: Bool, phrases: Phrases) {
            kind = phrases.text("secretary.kind.\(item.kind.rawValue)")
            day = item.day.map { phrases.writtenDate($0) }
            switch item.content {
            case .decided(_, let title, let points, let disclosure):
                self.title = title
                remark = nil
                self.points = points.map { Point($0, phrases: phrases) }
                self.disclosure = disclosure.map {
                    phrases.capitalized(phrases.text("disclosure.\($0.choice.rawValue)"))
                }
            case .undecided(_, let title):
                self.title = title
                remark = phrases.text(isToCome ? "secretary.list.undecided-yet" : "secretary.list.undecided")
                (points, disclosure) = ([], nil)
            case .notYet(let condition):
                title = phrases.text("secretary.list.one-item")
                remark =
                    condition.map { phrases.text("secretary.list.after", ["condition": .text($0)]) }
                    ?? phrases.text("secretary.list.not-yet")
                (points, disclosure) = ([], nil)
            case .closed(let ground):
                title = phrases.text("secretary.list.one-item")
                remark =
                    ground.map { phrases.text("secretary.list.closed-ground", ["ground": .text($0)]) }
                    ?? phrases.text("secretary.list.closed")
                (points, disclosure) = ([], nil)
            }
        }

        static let fields: PageFields<Item> = [
            .text("itemTitle") { $0.title },
            .text("kind") { $0.kind },
            .text("day") { $0.day },
            .text("remark") { $0.remark },
            .flag("hasPoints") { !$0.points.isEmpty },
            .list("points") { $0.points },
            .text("disclosure") { $0.disclosure },
        ]
    }

    struct Point: PageContent {
        let text: String
        let outcome: String

        init(_ point: DecisionList.Point, phrases: Phrases) {
            text = point.text ?? phrases.text("secretary.list.point", ["number": .number(point.number)])
            outcome = phrases.text("outcome.\(point.outcome.rawValue)")
        }

        static let fields: PageFields<Point> = [
            .text("pointText") { $0.text },
            .text("outcome") { $0.outcome },
        ]
    }
}
