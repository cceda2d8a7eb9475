import Foundation
import Prose
import Workflow

/// Where the office prepares rounds, opens, extends and closes them.
public struct ConsultationDesk: Sendable {
    let office: PlanOffice
    let store: any ConsultationStore & PeopleStore & SignInStore & OrganisationStore & DeedStore & SurveyStore

    public init(
        _ office: PlanOffice,
        store: any ConsultationStore & PeopleStore & SignInStore & OrganisationStore & DeedStore & SurveyStore
    ) {
        self.office = office
        self.store = store
    }

    /// All rounds of a plan in the order in which they were prepared.
    public func rounds(of plan: PlanID, for participant: Participant) async throws -> [RoundView] {
        try participant.require(.readWorking, in: plan)
        return try await store.roundViews(of: plan, at: office.time.now(), in: office)
    }

    public func round(_ id: RoundID, of plan: PlanID, for participant: Participant) async throws -> RoundView {
        try await rounds(of: plan, for: participant).round(id)
    }
}

/// What the office writes down of a round before it is opened.
public struct RoundPreparation: Equatable, Sendable {
    public var title: String
    public var audience: ConsultationRound.Audience
    /// Whether the law or an ordinance sets its term.
    public var isStatutory: Bool
    public var asked: String
    public var organisations: [Organisation]
    public var questions: [String]
    public var explanation: String
    public var privacy: String
    public var from: CalendarDate
    public var until: CalendarDate
    public var closingTime: TimeOfDay?
    public var channels: Set<Input.Channel>
    public var publicity: ConsultationRound.Publicity

    public init(
        title: String, audience: ConsultationRound.Audience, isStatutory: Bool = false, asked: String,
        organisations: [Organisation] = [], questions: [String] = [], explanation: String = "", privacy: String = "",
        from: CalendarDate, until: CalendarDate, closingTime: TimeOfDay? = nil,
        channels: Set<Input.Channel> = [.form], publicity: ConsultationRound.Publicity = .named
    ) {
        self.title = title
        self.audience = audience
        self.isStatutory = isStatutory
        self.asked = asked
        self.organisations = organisations
        self.questions = questions
        self.explanation = explanation
        self.privacy = privacy
        self.from = from
        self.until = until
        self.closingTime = closingTime
        self.channels = channels
        self.publicity = publicity
    }
}

/// Preparing.
extension ConsultationDesk {
    /// Writes a new round down. Its organisations take part in the plan from then on.
    @discardableResult
    public func prepare(
        _ preparation: RoundPreparation, in plan: PlanID, by participant: Participant
    ) async throws -> ConsultationRound {
        try participant.require(.consult, in: plan)
        _ = try await office.projectedPlan(plan)
        let checked = try preparation.checked()
        return try await office.turns.take(plan) {
            let taken = Set(try await store.rounds(of: plan).map(\.id.rawValue))
                .union(try await office.store.acts(of: plan).compactMap(\.openedRound))
            let round = checked.round(try Self.freeID(for: checked.title, besides: taken), of: plan)
            try await store.add(round.organisations, to: plan)
            try await store.save(round)
            return round
        }
    }

    /// Writes it down anew; `conflict` once it was opened, for then people have read it.
    @discardableResult
    public func revise(
        _ id: RoundID, of plan: PlanID, to preparation: RoundPreparation, by participant: Participant
    ) async throws -> ConsultationRound {
        try participant.require(.consult, in: plan)
        let checked = try preparation.checked()
        return try await office.turns.take(plan) {
            let known = try await store.roundViews(of: plan, at: office.time.now(), in: office).round(id)
            guard known.state == .prepared else {
                throw PlanError(.conflict, Reason("round.opened", ["title": .text(known.round.title)]))
            }
            let round = checked.round(id, of: plan)
            try await store.add(round.organisations, to: plan)
            try await store.save(round)
            return round
        }
    }

    private static func freeID(for title: String, besides taken: Set<String>) throws(PlanError) -> RoundID {
        let slug = Slug.make(title, limit: 40, fallback: "ronde")
        let names = (1...1_000).lazy.map { $0 == 1 ? slug : "\(slug)-\($0)" }
        guard let id = names.first(where: { !taken.contains($0) }).flatMap(RoundID.init(rawValue:)) else {
            throw PlanError(.conflict, Reason("round.title-taken", ["title": .text(title)]))
        }
        return id
    }
}

/// The official acts.
extension ConsultationDesk {
    /// Opens a round on the text that was shown; from then on that is the text that people react to.
    ///
    /// Throws `conflict` when the text moved on since, or when the round would be over before it began.
    @discardableResult
    public func open(
        _ id: RoundID, of plan: PlanID, shown: CommitID, requestID: String, by participant: Participant
    ) async throws -> Act {
        let official = try await official(participant, in: plan)
        let view = try await store.roundViews(of: plan, at: office.time.now(), in: office).round(id)
        let round = view.round
        guard office.time.now() < view.closesAt else {
            throw PlanError(.conflict, Reason("round.over-before-opening", ["until": .date(round.until)]))
        }
        if view.hasSurvey { try await requireSurvey(of: round) }
        return try await record(
            .roundOpened(
                round: id.rawValue, audience: LocalizedText(nl: round.asked), from: round.from, until: round.until,
                isStatutory: round.isStatutory),
            in: plan, by: official, shown: shown, requestID: requestID)
    }

    /// Gives people more days; the time of day at which it closes stays.
    @discardableResult
    public func extend(
        _ id: RoundID, of plan: PlanID, until: CalendarDate, reason: String?, requestID: String,
        by participant: Participant
    ) async throws -> Act {
        let official = try await official(participant, in: plan)
        return try await record(
            .roundExtended(round: id.rawValue, until: until), in: plan, by: official, reason: reason,
            requestID: requestID)
    }

    /// What people are asked to answer must be there, and whole: it can't be mended once they do.
    private func requireSurvey(of round: ConsultationRound) async throws {
        guard let survey = try await store.survey(of: round.id, in: round.plan) else {
            throw PlanError(.conflict, Reason("round.survey-missing", ["title": .text(round.title)]))
        }
        guard survey.questionnaire.faults.isEmpty else {
            throw PlanError(.conflict, Reason("round.survey-faulty", ["title": .text(round.title)]))
        }
    }

    func official(_ participant: Participant, in plan: PlanID) async throws -> ActingOfficial {
        try await ActingOfficial(participant, using: .consult, in: plan, people: store)
    }

    func record(
        _ payload: ActPayload, in plan: PlanID, by official: ActingOfficial, shown: CommitID? = nil,
        reason: String? = nil, requestID: String, first: @Sendable (Act) async throws -> Void = { _ in }
    ) async throws -> Act {
        try RequestName.check(requestID)
        return try await office.record(
            NewAct(
                payload, by: official.author, onBehalfOf: official.onBehalfOf, on: office.time.today,
                reason: reason.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }, requestID: requestID),
            in: plan, shown: shown, first: first)
    }
}

extension RoundPreparation {
    /// With its lines trimmed and empty ones left out. Throws `invalid` for what is missing or cannot be.
    fileprivate func checked() throws(PlanError) -> RoundPreparation {
        var checked = self
        checked.title = try WrittenText.line(title, limit: 120, empty: "round.title-empty")
        checked.asked = try WrittenText.line(asked, limit: 120, empty: "round.asked-empty")
        checked.questions = try WrittenText.lines(questions, limit: 500)
        checked.explanation = try WrittenText.text(explanation, limit: 10_000)
        checked.privacy = try WrittenText.text(privacy, limit: 10_000)
        var known: Set<Organisation> = []
        checked.organisations = organisations.filter { known.insert($0).inserted }
        guard checked.questions.count <= 30 else {
            throw PlanError(.invalid, Reason("round.questions-many", ["limit": .number(30)]))
        }
        if audience == .partners, checked.organisations.isEmpty {
            throw PlanError(.invalid, Reason("round.no-organisations"))
        }
        guard !channels.isEmpty else { throw PlanError(.invalid, Reason("round.no-channels")) }
        // Residents have no account and no personal link, so the form that needs one is not for them.
        guard audience != .residents || !channels.contains(.form) else {
            throw PlanError(.invalid, Reason("round.no-personal-form"))
        }
        guard from <= until else {
            throw PlanError(.invalid, Reason("round.backwards", ["from": .date(from), "until": .date(until)]))
        }
        return checked
    }

    fileprivate func round(_ id: RoundID, of plan: PlanID) -> ConsultationRound {
        ConsultationRound(
            id: id, plan: plan, title: title, audience: audience, isStatutory: isStatutory, asked: asked,
            organisations: organisations, questions: questions, explanation: explanation, privacy: privacy, from: from,
            until: until, closingTime: closingTime, channels: channels, publicity: publicity)
    }
}

extension Act {
    fileprivate var openedRound: String? {
        if case .roundOpened(let round, _, _, _, _) = payload { round } else { nil }
    }
}

extension [RoundView] {
    /// Throws `notFound`.
    func round(_ id: RoundID) throws(PlanError) -> RoundView {
        guard let view = first(where: { $0.round.id == id }) else { throw .unknownRound }
        return view
    }
}

extension PlanError {
    static var unknownRound: PlanError { PlanError(.notFound, Reason("round.unknown")) }
}

extension ConsultationStore {
    /// Rounds with what the register says of them.
    func roundViews(of plan: PlanID, at moment: Date, in office: PlanOffice) async throws -> [RoundView] {
        let rounds = try await rounds(of: plan)
        guard !rounds.isEmpty else { return [] }
        let acts = try await office.store.acts(of: plan)
        let definition = try await office.definition(of: plan)
        return rounds.map { RoundView($0, acts: acts, of: definition, at: moment, time: office.time) }
    }
}
