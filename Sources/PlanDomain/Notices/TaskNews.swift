import Workflow

/// What one person is to be told in one mail.
public struct TaskNews: Equatable, Sendable {
    public let person: Person
    public let items: [Item]
    public let urgency: NewMail.Urgency

    public init(person: Person, items: [Item], urgency: NewMail.Urgency) {
        self.person = person
        self.items = items
        self.urgency = urgency
    }

    public struct Item: Equatable, Sendable {
        public let task: WorkTask
        public let urgency: TaskUrgency
        /// Where a body decides on it, once that is known.
        public let meeting: Meeting?

        public init(task: WorkTask, urgency: TaskUrgency, meeting: Meeting? = nil) {
            self.task = task
            self.urgency = urgency
            self.meeting = meeting
        }

        public var key: TaskKey { TaskKey(task) }
    }
}
