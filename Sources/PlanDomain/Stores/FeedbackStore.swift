import Foundation

/// What was told of what is done with inputs, what people say to it, and the codes by which some follow theirs.
public protocol FeedbackStore: Sendable {
    /// By input, the first disposition first.
    func feedback(of plan: PlanID) async throws -> [Feedback]

    /// Notes what is told and queues its mail: of each dispatch all of it or nothing, and nothing where any of it was told
    /// before, so that nobody hears the same twice.
    ///
    /// - Returns: how many went.
    func send(_ dispatches: [FeedbackDispatch], in plan: PlanID, at moment: Date) async throws -> Int

    /// Notes that what is done with inputs was read; the first time counts. Those that are not there are passed over.
    func noteReading(_ told: [FeedbackDispatch.Item], in plan: PlanID, at moment: Date) async throws

    /// Takes the place of what was said before of the same disposition. `notFound` for an input that is not there or was
    /// erased.
    func reply(_ reply: FeedbackReply, to item: FeedbackDispatch.Item, in plan: PlanID) async throws

    /// One that is there already is left as it is.
    func keep(_ code: FollowCode) async throws
    /// Nil for a code that nobody was given.
    func followCode(_ hash: TokenHash) async throws -> FollowCode?
}

/// What one recipient is told at once.
public struct FeedbackDispatch: Equatable, Sendable {
    public let items: [Item]
    public let way: FeedbackWay
    /// Nil for what is printed.
    public let mail: NewMail?
    /// By which the recipient follows their inputs from now on; nil for who has an account.
    public let code: FollowCode?

    /// One input, and the disposition of it that is told.
    public struct Item: Hashable, Sendable {
        public let input: InputNumber
        /// 0 where it is told that the input does not take part.
        public let ordinal: Int

        public init(_ input: InputNumber, ordinal: Int) {
            self.input = input
            self.ordinal = ordinal
        }
    }

    public init(items: [Item], way: FeedbackWay, mail: NewMail? = nil, code: FollowCode? = nil) {
        self.items = items
        self.way = way
        self.mail = mail
        self.code = code
    }
}
