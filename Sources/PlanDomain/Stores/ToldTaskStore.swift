import Foundation
import Workflow

/// What people were told of their work, so that nobody is told twice.
public protocol ToldTaskStore: Sendable {
    /// In the order of their keys.
    func toldTasks(of person: PersonID) async throws -> [ToldTask]
    /// Puts these in place of what a person was told, and queues the mail that tells them: both, or neither.
    func note(_ told: [ToldTask], of person: PersonID, telling mail: [NewMail], at moment: Date) async throws

    /// The last day on which everybody was told what can wait; nil before the first.
    func lastRoundOfNotices() async throws -> CalendarDate?
    func noteRoundOfNotices(on day: CalendarDate) async throws
}
