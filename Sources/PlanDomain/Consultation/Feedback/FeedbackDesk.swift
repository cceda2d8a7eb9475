import Foundation
import Workflow

/// Where the office tells everybody who sent something in to a round what became of it: each of them once, all their
/// inputs in one message. Whoever may adopt dispositions may.
public struct FeedbackDesk: Sendable {
    private let office: PlanOffice
    private let store: any ConsultationStore & PeopleStore & IntakeStore & FeedbackStore
    private let newCode: @Sendable () -> NewFollowCode

    /// - Parameter newCode: makes a code by chance; the domain itself knows no cryptography.
    public init(
        _ office: PlanOffice, store: any ConsultationStore & PeopleStore & IntakeStore & FeedbackStore,
        newCode: @escaping @Sendable () -> NewFollowCode
    ) {
        self.office = office
        self.store = store
        self.newCode = newCode
    }

    /// How it stands with the feedback of a round. `notFound` for a round that is not there.
    public func sheet(
        of round: RoundID, in plan: PlanID, for participant: Participant
    ) async throws -> FeedbackSheet {
        try participant.require(.adoptDispositions, in: plan)
        return try await sheet(of: round, in: plan, withChanges: false)
    }

    /// Mails everybody who can be reached by mail and was not told yet.
    ///
    /// - Parameters:
    ///   - includingPartial: whether also those are told of whose inputs some still wait for an answer; they hear of those
    ///     later.
    ///   - writing: the words, with the code for who follows by one; nil where nobody is mailed, as in a demo.
    /// - Returns: how many were told now.
    public func send(
        of round: RoundID, in plan: PlanID, includingPartial: Bool, by participant: Participant,
        writing: @Sendable (FeedbackParcel, _ code: String?) async throws -> NewMail?
    ) async throws -> Int {
        let sheet = try await sheet(of: round, in: plan, for: participant)
        var dispatches: [FeedbackDispatch] = []
        for parcel in sheet.mails(includingPartial: includingPartial) {
            let code = code(for: parcel)
            let mail = try await writing(parcel, code?.text)
            dispatches.append(dispatch(parcel, by: .mail, mail, code, in: plan))
        }
        return try await store.send(dispatches, in: plan, at: office.time.now())
    }

    /// The letters to who has a postal address alone and all of whose inputs are answered, told by being printed. Those of
    /// before are printed again where that is asked; nobody is counted as told twice.
    public func print(
        of round: RoundID, in plan: PlanID, again: Bool, by participant: Participant
    ) async throws -> [PrintedFeedback] {
        try participant.require(.adoptDispositions, in: plan)
        let sheet = try await sheet(of: round, in: plan, withChanges: true)
        let parcels = again ? sheet.printed : sheet.letters.filter { $0.pending.isEmpty }
        let codes = parcels.map(code(for:))
        if again {
            for (parcel, code) in zip(parcels, codes) {
                if let code = kept(code, for: parcel, in: plan) { try await store.keep(code) }
            }
        } else {
            let dispatches = zip(parcels, codes).map { dispatch($0, by: .letter, nil, $1, in: plan) }
            _ = try await store.send(dispatches, in: plan, at: office.time.now())
        }
        return zip(parcels, codes).map { PrintedFeedback(parcel: $0, code: $1?.text) }
    }

    /// What was told of an input and said to it, the newest last, for who handles inputs.
    public func feedback(
        on number: InputNumber, in plan: PlanID, for participant: Participant
    ) async throws -> [Feedback] {
        guard InputAccess(participant, in: plan).seesEverything else { throw PlanError.unknownInput(number) }
        return try await store.feedback(of: plan).filter { $0.input == number }
    }

    /// Keeps a code by which who wrote a document follows what becomes of it. Keeping the same one again changes nothing.
    public func keep(
        _ code: TokenHash, for document: IntakeDocumentID, in plan: PlanID, by participant: Participant
    ) async throws {
        try participant.require(.handleInputs, in: plan)
        guard let document = try await store.intakeDocument(document, of: plan), document.kind != .sheet else {
            throw PlanError.unknownDocument
        }
        let subject: FollowCode.Subject = document.correspondent.map { .correspondent($0) } ?? .document(document.id)
        try await store.keep(FollowCode(hash: code, plan: plan, subject: subject, madeAt: office.time.now()))
    }
}

extension FeedbackDesk {
    private func sheet(of round: RoundID, in plan: PlanID, withChanges: Bool) async throws -> FeedbackSheet {
        let rounds = try await store.roundViews(of: plan, at: office.time.now(), in: office)
        let view = try rounds.round(round)
        let book = try await FeedbackAddressBook(of: plan, store)
        var answers = try await AnswerBook(of: plan, in: office, store)
        var sheet = FeedbackSheet(round: view)
        for input in try await store.inputs(of: plan) where input.round == round && !input.isWithdrawn {
            let reach = book.reach(of: input)
            // Texts are read for what is printed alone.
            let isPrinted = if case .recipient(let recipient) = reach { recipient.way == .letter } else { false }
            guard let answer = try await answers.answer(to: input, withChanges: withChanges && isPrinted) else {
                continue
            }
            sheet.add(answer, reach)
        }
        return sheet
    }

    /// Only for who has no account.
    private func code(for parcel: FeedbackParcel) -> NewFollowCode? {
        parcel.recipient.correspondent == nil ? nil : newCode()
    }

    private func dispatch(
        _ parcel: FeedbackParcel, by way: FeedbackWay, _ mail: NewMail?, _ code: NewFollowCode?, in plan: PlanID
    ) -> FeedbackDispatch {
        FeedbackDispatch(
            items: parcel.answers.map { FeedbackDispatch.Item($0.number, ordinal: $0.ordinal) }, way: way, mail: mail,
            code: kept(code, for: parcel, in: plan))
    }

    private func kept(_ code: NewFollowCode?, for parcel: FeedbackParcel, in plan: PlanID) -> FollowCode? {
        guard let code, let writer = parcel.recipient.correspondent else { return nil }
        return FollowCode(hash: code.hash, plan: plan, subject: .correspondent(writer.id), madeAt: office.time.now())
    }
}
