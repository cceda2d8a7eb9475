import Foundation
import Workflow

/// Throwing away for good, and knowing that it was done.
public protocol ErasureStore: Sendable {
    /// What an erasure would take along; nil for what is not there, or was erased before.
    func scope(of subject: Erasure.Subject) async throws -> ErasureScope?
    /// Throws away the key and the words of a record and of all that goes along with it, so that no file of the store holds a
    /// byte of them when this returns, and notes that it did where no older copy of the store is put back over it.
    ///
    /// Gives how many records went. `notFound` for what is not there, or was erased before; then nothing has changed.
    @discardableResult
    func erase(_ erasure: Erasure) async throws -> Int
    /// The last first.
    func erasures() async throws -> [Erasure]
    /// Nil for what was not erased.
    func erasure(of subject: Erasure.Subject) async throws -> Erasure?
}
