import Foundation
import Workflow

/// Where the office takes in what reaches it beside the form (letters, mails, documents, lists) and cuts it into inputs.
///
/// Whoever handles inputs may; nobody else learns so much as that there is something. What came in is kept as it came:
/// an input says out of which document it was cut.
public struct IntakeDesk: Sendable {
    let office: PlanOffice
    let store: any IntakeStore & ConsultationStore & PeopleStore
    let reading: any SourceReading
    let seals: InputSeals

    public init(
        _ office: PlanOffice, store: any IntakeStore & ConsultationStore & PeopleStore, reading: any SourceReading,
        seals: InputSeals
    ) {
        self.office = office
        self.store = store
        self.reading = reading
        self.seals = seals
    }

    /// Rounds for which something can be taken in: opened once, and with letters or mail among their channels. Also when
    /// they are over, since a letter may lie on a desk for a day.
    public func rounds(of plan: PlanID, for participant: Participant) async throws -> [RoundView] {
        try participant.require(.handleInputs, in: plan)
        return try await store.roundViews(of: plan, at: office.time.now(), in: office).filter { view in
            view.frozen != nil && !view.round.channels.isDisjoint(with: [.letter, .mail])
        }
    }

    /// What was taken in, the latest first, each with what was cut from it.
    public func documents(of plan: PlanID, for participant: Participant) async throws -> [IntakeView] {
        try participant.require(.handleInputs, in: plan)
        let rounds = try await store.roundViews(of: plan, at: office.time.now(), in: office)
        let cuts = try await store.cuts(of: plan)
        let writers = Dictionary(try await store.correspondents(of: plan).map { ($0.id, $0) }) { first, _ in first }
        return try await store.intakeDocuments(of: plan).compactMap { document in
            guard let round = rounds.first(where: { $0.round.id == document.round }) else { return nil }
            return IntakeView(
                document: document, correspondent: document.correspondent.flatMap { writers[$0] }, round: round,
                cuts: cuts[document.id] ?? [])
        }
    }

    /// `notFound` for one of another plan, as for one that is not there.
    public func document(
        _ id: IntakeDocumentID, of plan: PlanID, for participant: Participant
    ) async throws -> IntakeView {
        try participant.require(.handleInputs, in: plan)
        guard let document = try await store.intakeDocument(id, of: plan) else { throw PlanError.unknownDocument }
        let rounds = try await store.roundViews(of: plan, at: office.time.now(), in: office)
        var writer: Correspondent?
        if let id = document.correspondent { writer = try await store.correspondent(id, of: plan) }
        let cuts = try await store.cuts(of: plan)
        return IntakeView(
            document: document, correspondent: writer, round: try rounds.round(document.round), cuts: cuts[id] ?? [])
    }

    /// Where an input was cut from, for who sees everything of it; nil for what came in by itself, and for anybody else.
    public func source(of input: Input, for participant: Participant) async throws -> IntakeSource? {
        guard case .document(let text) = input.source, let id = IntakeDocumentID(text),
            InputAccess(participant, in: input.plan).seesEverything,
            let document = try await store.intakeDocument(id, of: input.plan)
        else { return nil }
        var writer: Correspondent?
        if let id = input.submitter.correspondent { writer = try await store.correspondent(id, of: input.plan) }
        return IntakeSource(document: document, correspondent: writer)
    }

    /// The file that a document came in as, to be saved. `notFound` for who does not see everything, and where there is
    /// none.
    public func original(
        _ id: IntakeDocumentID, of plan: PlanID, for participant: Participant
    ) async throws -> (file: KeptFile, bytes: Data) {
        guard InputAccess(participant, in: plan).seesEverything,
            let file = try await store.intakeDocument(id, of: plan)?.file,
            let bytes = try await store.bytes(of: id, in: plan)
        else { throw PlanError.unknownDocument }
        return (file, bytes)
    }

    /// The text that people react to, which passages are found in.
    public func frozenText(of view: RoundView) async throws -> PlanText {
        try await frozen(view).text
    }

    func frozen(_ view: RoundView) async throws -> (text: PlanText, commit: CommitID) {
        guard let commit = view.frozen else { throw PlanError.unknownRound }
        return (try await office.repositories.repository(of: view.round.plan).text(at: commit), commit)
    }

    /// Who is at the desk. Throws what they may know.
    func official(_ participant: Participant, in plan: PlanID) throws(PlanError) -> Person {
        try participant.require(.handleInputs, in: plan)
        guard let person = participant.person else { throw PlanError.unknownDocument }
        return person
    }

    /// The moment at which the office had it: on the day of its arrival, and never yet to come.
    func moment(of day: CalendarDate) -> Date {
        min(office.time.moment(on: day, hour: 12, minute: 0), office.time.now())
    }
}

/// A document with what there is to know at the desk.
public struct IntakeView: Sendable {
    public let document: IntakeDocument
    /// Who wrote it; nil for an organisation, and for who is not known.
    public let correspondent: Correspondent?
    public let round: RoundView
    /// By number of the input.
    public let cuts: [IntakeCut]

    public var source: SourceText { SourceText(document.text) }
    /// Whether somebody still has to look at it.
    public var isWaiting: Bool { document.finishedAt == nil && document.standing != .lateRefused }
}

/// What an input was cut from, and who wrote it.
public struct IntakeSource: Equatable, Sendable {
    public let document: IntakeDocument
    public let correspondent: Correspondent?
}

extension PlanError {
    static var unknownDocument: PlanError { PlanError(.notFound, Reason("intake.unknown")) }
}
