import PlanDomain

/// What every store owes its callers, whatever it stores in: run each clause on a fresh, empty store.
///
/// A clause knows the protocols alone, so that a second store is held to the very same promises.
public enum StoreContract {
    public static let clauses =
        applying + values + changes + acts + listing + refusals + rows + witness + reasons + organisations + settings
        + concurrency + properties + people + contacts + signIn + links + meetings
        + outbox + delivery + mailDesk + drafts + editing + imports
        + rounds + inputDrafts + inputs + intake + sessions + following + dispositions + moderation + desk + toldTasks
        + deeds + surveys + feedback + privacy + reminders + likeness + themes + coverage

    /// One promise and how it is checked.
    public struct Clause: Sendable, CustomStringConvertible {
        public let description: String
        private let check: @Sendable (any TownHallStore) async throws -> Void

        init(_ promise: String, _ check: @escaping @Sendable (any TownHallStore) async throws -> Void) {
            description = promise
            self.check = check
        }

        /// Records an issue for whatever the store does not keep.
        public func check(_ store: any TownHallStore) async throws { try await check(store) }
    }

    /// The `PlanError` that `work` throws; nil when it throws none.
    static func refusal(_ work: () async throws -> Void) async throws -> PlanError? {
        do {
            try await work()
            return nil
        } catch let error as PlanError {
            return error
        }
    }
}
