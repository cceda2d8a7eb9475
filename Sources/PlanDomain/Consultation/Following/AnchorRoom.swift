import Prose
import Workflow

/// Where somebody says where a passage stands that the program is not sure of.
public struct AnchorRoom: Sendable {
    private let office: PlanOffice
    private let store: any ConsultationStore & PeopleStore
    private let inputs: InputRoom

    public init(_ office: PlanOffice, store: any ConsultationStore & PeopleStore) {
        self.office = office
        self.store = store
        inputs = InputRoom(office, store: store)
    }

    /// Where the passage of an input stands, for who may read that input in full and works on the plan; nil for an input that
    /// is about no passage.
    public func place(
        of number: InputNumber, in plan: PlanID, for participant: Participant
    ) async throws -> AnchorPlace? {
        let input = try await inputs.input(number, of: plan, for: participant).input
        guard participant.may(.readWorking, in: plan), input.content.anchor != nil else { return nil }
        return try await office.store.followed(of: plan).anchors[number]
    }

    /// The passage as it was read and as it stands now, side by side. `notFound` for an input that is about no passage.
    public func sight(
        of number: InputNumber, in plan: PlanID, for participant: Participant
    ) async throws -> AnchorSight {
        try participant.require(.handleInputs, in: plan)
        let input = try await inputs.input(number, of: plan, for: participant).input
        guard let anchor = input.content.anchor, let section = input.content.section,
            let place = try await place(of: number, in: plan, for: participant)
        else { throw PlanError(.notFound, Reason("anchor.none", ["input": .text(number.description)])) }
        let repository = try await office.repositories.repository(of: plan)
        let text = try await office.projectedPlan(plan).heads.text
        let (was, now) = (try await repository.text(at: anchor.commit), try await repository.text(at: text))
        let quote = TextQuote(exact: anchor.quote, prefix: anchor.prefix, suffix: anchor.suffix)
        let change = try await office.store.changes(of: plan, section: nil).first { $0.id == place.changedBy }
        return AnchorSight(
            place: place, text: text, was: PassageSight(quote, in: section, of: was),
            now: place.state == .orphaned ? nil : PassageSight(place.quote, in: place.section, of: now), change: change)
    }

    /// Says where the passage stands.
    ///
    /// - Parameters:
    ///   - place: as it was shown; `conflict` when it has moved on since.
    ///   - text: that was shown; `conflict` when it has changed since.
    /// - Throws: `invalid` for words that are not in the section, or are there more than once.
    public func decide(
        _ answer: AnchorAnswer, of number: InputNumber, in plan: PlanID, shown text: CommitID,
        by participant: Participant
    ) async throws {
        let official = try await ActingOfficial(participant, using: .handleInputs, in: plan, people: store)
        let sight = try await sight(of: number, in: plan, for: participant)
        guard sight.text == text else { throw PlanError(.conflict, Reason("text.moved-on")) }
        try await office.turns.take(plan) {
            let repository = try await office.repositories.repository(of: plan)
            let present = try await repository.text(at: text)
            let decision = AnchorDecision(
                input: number, inputVersion: sight.place.inputVersion, text: text,
                place: try answer.place(from: sight, in: present, at: text), decidedBy: official.author)
            // The same answer again changes nothing.
            guard decision.applied(to: sight.place) != sight.place else { return }
            try await office.store.decide(decision, over: sight.place, in: plan)
        }
    }
}

/// What somebody answers to the question where a passage stands.
public enum AnchorAnswer: Equatable, Sendable {
    /// Where the program thinks.
    case asShown
    case elsewhere(SectionID, Passage)
    case gone

    fileprivate func place(
        from sight: AnchorSight, in text: PlanText, at commit: CommitID
    ) throws(PlanError) -> AnchorDecision.Place? {
        switch self {
        case .gone: return nil
        case .asShown:
            guard sight.now != nil else { throw PlanError(.invalid, Reason("input.passage-missing")) }
            return AnchorDecision.Place(section: sight.place.section, quote: sight.place.quote)
        case .elsewhere(let id, let passage):
            guard let section = text.section(id) else {
                throw PlanError(.invalid, Reason("section.unknown", ["section": .text(id.rawValue)]))
            }
            let anchor = try PassageText(section).anchor(passage, at: commit)
            return AnchorDecision.Place(
                section: id, quote: TextQuote(exact: anchor.quote, prefix: anchor.prefix, suffix: anchor.suffix))
        }
    }
}

/// A passage as it was read and as it stands now.
public struct AnchorSight: Equatable, Sendable {
    public let place: AnchorPlace
    /// The present text.
    public let text: CommitID
    /// Nil where the section cannot be read any more.
    public let was: PassageSight?
    /// Nil where nothing like it stands there.
    public let now: PassageSight?
    /// The change that brought the doubt; nil where none did.
    public let change: Change?
}

/// A passage with what stands around it.
public struct PassageSight: Equatable, Sendable {
    /// How much of what stands around it is shown, in characters.
    private static let around = 320

    public let section: SectionID
    public let title: String
    public let before: String
    public let quote: String
    public let after: String

    /// Nil where the words do not stand there.
    init?(_ quote: TextQuote, in section: SectionID, of text: PlanText) {
        guard let found = text.section(section) else { return nil }
        let words = PassageText(found).text
        guard let place = quote.places(in: words).first?.place else { return nil }
        self.section = section
        title = found.heading?.plainTitle ?? section.rawValue
        before = String(words[..<place.lowerBound].suffix(Self.around))
        self.quote = String(words[place])
        after = String(words[place.upperBound...].prefix(Self.around))
    }
}
