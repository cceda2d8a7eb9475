import Workflow

/// What makes a task the same task tomorrow: its plan, where it is done, what is asked.
///
/// Numbers, dates and names are left out, since they move while the task stays: a section gets another number, a
/// deadline is put off. It is kept in the store, so how it is made is never changed without telling everything anew.
public struct TaskKey: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public init(_ task: WorkTask) {
        let function = task.capacity.map { $0.onBehalfOf?.function ?? $0.function } ?? ""
        rawValue = [task.plan.rawValue, Self.words(task.place), Self.words(task.what), function].joined(separator: "|")
    }

    public static func < (left: TaskKey, right: TaskKey) -> Bool { left.rawValue < right.rawValue }

    private static func words(_ place: WorkTask.Place) -> String {
        switch place {
        case .gate(let stage): "gate \(stage.rawValue)"
        case .section(let section): "section \(section.rawValue)"
        case .signOff(let step): "sign-off \(step)"
        case .scheduling(let body): "scheduling \(body.rawValue)"
        case .decision(let body): "decision \(body.rawValue)"
        case .release: "release"
        case .planning: "planning"
        case .disclosure: "disclosure"
        case .publication: "publication"
        case .rounds: "rounds"
        case .contribution(let round): "contribution \(round.rawValue)"
        case .session: "meetings"
        case .inputs(let number): "inputs \(number ?? "")"
        case .intake(let document): "intake \(document.rawValue)"
        }
    }

    private static func words(_ reason: Reason) -> String {
        let arguments = reason.arguments.sorted { $0.key < $1.key }.compactMap { words($0.value) }
        return ([reason.key] + arguments).joined(separator: " ")
    }

    private static func words(_ argument: Reason.Argument) -> String? {
        switch argument {
        case .text, .number, .date: nil
        case .role(let role): role.rawValue
        case .body(let body): body.rawValue
        case .label(let label): label.text(in: "nl")
        case .phrase(let reason): words(reason)
        case .list(let items): items.compactMap(words).joined(separator: ",")
        }
    }
}

/// What somebody was told of a task that waits for them.
public struct ToldTask: Equatable, Sendable {
    public let key: TaskKey
    public let urgency: TaskUrgency

    public init(_ key: TaskKey, _ urgency: TaskUrgency) {
        self.key = key
        self.urgency = urgency
    }
}

/// How pressing a task is. It is told once, and again whenever it has become more pressing than when it was told.
public enum TaskUrgency: String, CaseIterable, Codable, Comparable, Sendable {
    case waiting
    /// Due within three working days.
    case dueSoon
    case dueToday
    case overdue

    public init(of task: WorkTask, on today: CalendarDate, calendar: MunicipalCalendar) {
        if task.isOverdue {
            self = .overdue
        } else if task.due == today {
            self = .dueToday
        } else if let due = task.due, due <= calendar.addingWorkingDays(3, to: today) {
            self = .dueSoon
        } else {
            self = .waiting
        }
    }

    public static func < (left: TaskUrgency, right: TaskUrgency) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .waiting: 0
        case .dueSoon: 1
        case .dueToday: 2
        case .overdue: 3
        }
    }
}

extension WorkTask {
    /// Whether others stand still until it is done, so that it is told as soon as it is there. A section that is written
    /// for the first time is not such a task, one that was sent back is.
    public var stopsOthers: Bool {
        switch place {
        case .signOff: true
        case .gate, .scheduling, .decision, .release, .disclosure, .publication: isRequired
        case .section: what.key == "work.rewrite"
        case .rounds, .planning, .contribution, .session, .inputs, .intake: false
        }
    }
}
