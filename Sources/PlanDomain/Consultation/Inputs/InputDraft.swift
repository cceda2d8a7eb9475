import Foundation
import Workflow

/// What somebody wrote in a round and has not sent in yet: kept so that they can come back to it.
public struct InputDraft: Equatable, Sendable {
    public let plan: PlanID
    public let round: RoundID
    public let submitter: Submitter
    public private(set) var items: [Item]
    /// 0 before it was first kept; one more with every save.
    public private(set) var version: Int
    public private(set) var savedAt: Date?
    /// The id of the next item: an id that was used is not used again, so that an old page cannot hit another item.
    public private(set) var nextItem: Int

    public init(plan: PlanID, round: RoundID, submitter: Submitter) {
        self.init(plan: plan, round: round, submitter: submitter, items: [], version: 0, savedAt: nil, nextItem: 1)
    }

    /// For a store, which gives back what it was given.
    public init(
        plan: PlanID, round: RoundID, submitter: Submitter, items: [Item], version: Int, savedAt: Date?, nextItem: Int
    ) {
        self.plan = plan
        self.round = round
        self.submitter = submitter
        self.items = items
        self.version = version
        self.savedAt = savedAt
        self.nextItem = nextItem
    }

    /// One input to be; it may be half written.
    public struct Item: Identifiable, Equatable, Codable, Sendable {
        public let id: Int
        public var content: InputContent
        public var attachments: [Attachment]

        public init(id: Int, content: InputContent, attachments: [Attachment] = []) {
            self.id = id
            self.content = content
            self.attachments = attachments
        }
    }

    public var attachments: [Attachment] { items.flatMap(\.attachments) }

    public func item(_ id: Int) -> Item? { items.first { $0.id == id } }
}

extension InputDraft {
    /// Puts an item at the end and gives its id. Throws `invalid` when there are too many.
    mutating func add(_ content: InputContent) throws(PlanError) -> Int {
        guard items.count < InputLimits.items else {
            throw PlanError(.invalid, Reason("input.items-many", ["limit": .number(InputLimits.items)]))
        }
        items.append(Item(id: nextItem, content: content))
        nextItem += 1
        return nextItem - 1
    }

    /// Throws `notFound` for an item that is not there.
    mutating func change(_ id: Int, _ change: (inout Item) throws(PlanError) -> Void) throws(PlanError) {
        guard let index = items.firstIndex(where: { $0.id == id }) else { throw .unknownItem }
        try change(&items[index])
    }

    mutating func remove(_ id: Int) throws(PlanError) {
        guard items.contains(where: { $0.id == id }) else { throw .unknownItem }
        items.removeAll { $0.id == id }
    }

    /// Throws `notFound` for a file that does not go with that reaction.
    mutating func remove(_ attachment: AttachmentID, from id: Int) throws(PlanError) {
        guard item(id)?.attachments.contains(where: { $0.id == attachment }) == true else {
            throw item(id) == nil ? .unknownItem : PlanError(.notFound, Reason("attachment.unknown"))
        }
        try change(id) { item in item.attachments.removeAll { $0.id == attachment } }
    }

    mutating func saved(at moment: Date) {
        version += 1
        savedAt = moment
    }
}

extension PlanError {
    fileprivate static var unknownItem: PlanError { PlanError(.notFound, Reason("input.item-unknown")) }
}

/// How much one round takes from one submitter; far beyond what anybody writes by hand.
enum InputLimits {
    /// In characters.
    static let text = 20_000
    static let quote = 5_000
    static let items = 200
    static let attachments = 20
}
