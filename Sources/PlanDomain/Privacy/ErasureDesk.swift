import Foundation
import Workflow

/// Erases on request, after showing what will go (*wisverzoek*).
///
/// | what | who may |
/// |---|---|
/// | a person of the office whose access has ended, a contact | the administrator |
/// | a correspondent, a letter, an input, the answers to a questionnaire | who has ``PlanRight/erase`` in its plan |
///
/// The command line may do all of it.
public struct ErasureDesk: Sendable {
    private let store: any ErasureStore & PeopleStore
    private let time: OfficeTime
    private let newID: @Sendable () -> String

    public init(
        _ store: any ErasureStore & PeopleStore, time: OfficeTime,
        newID: @escaping @Sendable () -> String = { UUID().uuidString.lowercased() }
    ) {
        self.store = store
        self.time = time
        self.newID = newID
    }

    /// What would go. Throws `notFound` for who may not erase it, and for what is not there any more.
    public func preview(_ subject: Erasure.Subject, for participant: Participant) async throws -> ErasureScope {
        try Self.require(subject, participant)
        guard let scope = try await store.scope(of: subject) else { throw PlanError.nothingToErase }
        return scope
    }

    /// Erases for good.
    ///
    /// Throws `conflict` for a person who can still come in, and for inputs without an answer unless that was accepted: what
    /// has no words any more can't be answered.
    @discardableResult
    public func erase(
        _ subject: Erasure.Subject, on ground: Erasure.Ground, acceptingUnanswered: Bool = false,
        by participant: Participant
    ) async throws -> Erasure {
        let scope = try await preview(subject, for: participant)
        if case .person(let id) = subject, try await store.person(id)?.isDisabled == false {
            throw PlanError(.conflict, Reason("erasure.person-active"))
        }
        guard scope.unanswered.isEmpty || acceptingUnanswered else {
            let numbers = scope.unanswered.map { Reason.Argument.text($0.description) }
            throw PlanError(.conflict, Reason("erasure.unanswered", ["inputs": .list(numbers)]))
        }
        guard let id = ErasureID(newID()) else { throw PlanError(.unavailable, Reason("people.no-id")) }
        let erasure = Erasure(id: id, subject: subject, ground: ground, day: time.today, by: participant.person?.id)
        try await store.erase(erasure)
        return erasure
    }

    private static func require(_ subject: Erasure.Subject, _ participant: Participant) throws(PlanError) {
        if participant.identity == .keeper { return }
        let may = subject.plan.map { participant.may(.erase, in: $0) } ?? participant.isAdministrator
        guard may else { throw .nothingToErase }
    }
}

extension PlanError {
    /// What is not there, is not the reader's, or went before: all the same to who asks.
    public static var nothingToErase: PlanError { PlanError(.notFound, Reason("erasure.nothing")) }
}
