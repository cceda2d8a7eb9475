import Phrases
import PlanDomain
import Workflow

/// Everything that waits for one person, by when it is due.
struct DeskPage: SitePage {
    static let template = "desk"
    let count: String
    let groups: [Group]

    init(_ list: WorkList, on today: CalendarDate, phrases: Phrases) {
        count = phrases.text("secretary.desk.count", ["count": .number(list.tasks.count)])
        let sunday = today.adding(days: 7 - today.weekday)
        let byGroup = Dictionary(grouping: list.tasks) { Group.Kind($0, until: sunday) }
        groups = Group.Kind.allCases.compactMap { kind in
            byGroup[kind].map { Group(kind, tasks: $0, phrases: phrases) }
        }
    }

    static let fields: PageFields<DeskPage> = [
        .text("count") { $0.count },
        .flag("isEmpty") { $0.groups.isEmpty },
        .list("groups") { $0.groups },
    ]

    /// Tasks that are due in the same stretch of time.
    struct Group: PageContent {
        enum Kind: String, CaseIterable {
            case overdue, week, later
            /// Waits without a last day; what waits longest comes first.
            case undated
            /// May also be left undone.
            case optional

            init(_ task: WorkTask, until sunday: CalendarDate) {
                if task.isOverdue {
                    self = .overdue
                } else if !task.isRequired {
                    self = .optional
                } else if let due = task.due, due <= sunday {
                    self = .week
                } else {
                    self = task.due == nil ? .undated : .later
                }
            }
        }

        let kind: Kind
        let heading: String
        let tasks: [TaskRow]

        init(_ kind: Kind, tasks: [WorkTask], phrases: Phrases) {
            self.kind = kind
            heading = phrases.text("secretary.desk.\(kind.rawValue)")
            self.tasks = tasks.map { TaskRow($0, phrases: phrases) }
        }

        static let fields: PageFields<Group> = [
            .text("kind") { $0.kind.rawValue },
            .text("groupHeading") { $0.heading },
            .list("tasks") { $0.tasks },
        ]
    }
}

/// One task, with the page on which it is done.
struct TaskRow: PageContent {
    let what: String
    let plan: String
    let address: SiteAddress
    let due: String?
    /// Since when, in which function, and in whose place.
    let note: String?
    let reasons: [TextLine]

    init(_ task: WorkTask, phrases: Phrases) {
        what = phrases.sentence(task.what)
        plan = task.planTitle
        address = SiteAddress.place(of: task)
        due = task.due.map { phrases.text("secretary.desk.due", ["date": .text(phrases.writtenDate($0))]) }
        let since = task.since.map { phrases.text("secretary.desk.since", ["date": .text(phrases.writtenDate($0))]) }
        let capacity = task.capacity.map { phrases.text("secretary.desk.as", ["function": .text(phrases.text($0))]) }
        let notes = [since, capacity].compactMap { $0 }
        note = notes.isEmpty ? nil : notes.joined(separator: " · ")
        reasons = task.reasons.map { TextLine(line: phrases.sentence($0)) }
    }

    static let fields: PageFields<TaskRow> = [
        .text("what") { $0.what },
        .text("plan") { $0.plan },
        .text("address") { $0.address.path },
        .text("due") { $0.due },
        .text("note") { $0.note },
        .flag("hasReasons") { !$0.reasons.isEmpty },
        .list("reasons") { $0.reasons },
    ]
}

extension Phrases {
    /// "Burgemeester", or "Wethouder wonen, namens Burgemeester (Vervangingsregeling, art. 4)".
    func text(_ capacity: Capacity) -> String {
        guard let replaced = capacity.onBehalfOf else { return capacity.function }
        return text(
            "secretary.on-behalf",
            [
                "function": .text(capacity.function), "replaced": .text(replaced.function),
                "ground": .text(replaced.ground),
            ])
    }
}
