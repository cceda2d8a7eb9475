import Foundation
import Workflow

/// Doing the same with many inputs at once. What cannot be done with one of them is passed over and counted, never done
/// by halves.
public struct BulkDesk: Sendable {
    /// How many acts one request records; the rest waits for the next, so that others get their turn.
    public static let actsAtOnce = 100

    private let office: PlanOffice
    private let store: any ConsultationStore & PeopleStore & ThemeStore
    private let dispositions: DispositionDesk
    private let assignments: AssignmentDesk

    public init(_ office: PlanOffice, store: any ConsultationStore & PeopleStore & ThemeStore, seals: InputSeals) {
        self.office = office
        self.store = store
        dispositions = DispositionDesk(office, store: store, seals: seals)
        assignments = AssignmentDesk(office, store: store)
    }

    /// What is done with each.
    public enum Deed: Equatable, Sendable {
        /// To somebody who handles inputs, or with nil to all who do.
        case assign(PersonID?)
        case admit
        /// With words in which fields stand, see ``ReplyText``.
        case propose(Outcome, reason: String)
        /// The last proposal of each, as an official act of its own.
        case adopt
        /// Under a confirmed theme, or with nil under none.
        case theme(ThemeID?)

        var right: PlanRight { self == .adopt ? .adoptDispositions : .handleInputs }
    }

    /// What would happen, and with which.
    public func plan(
        _ deed: Deed, with numbers: [InputNumber], in plan: PlanID, by participant: Participant
    ) async throws -> BulkPlan {
        try participant.require(deed.right, in: plan)
        let inputs = try await store.inputs(numbers, of: plan)
        let acts = try await office.store.acts(of: plan)
        let traces = InputTraces(acts: acts, changes: [], broken: [])
        let lines = Dictionary(try await store.inputLines(of: plan).map { ($0.number, $0) }) { first, _ in first }
        var pseudonym: String?
        if let person = participant.person { pseudonym = try await store.pseudonym(of: person.id, in: plan) }
        var sorted = BulkPlan(deed: deed)
        for input in inputs {
            guard let line = lines[input.number] else { continue }
            let standing = traces.standing(of: line)
            if let obstacle = deed.obstacle(input, standing, pseudonym) {
                sorted.skipped[obstacle, default: 0] += 1
            } else {
                sorted.todo.append(input)
                sorted.lines[input.number] = line
            }
        }
        return sorted
    }

    /// Does it, all in one transaction; acts in parts.
    public func perform(
        _ deed: Deed, with numbers: [InputNumber], in plan: PlanID, requestID: String, by participant: Participant
    ) async throws -> BulkResult {
        try RequestName.check(requestID)
        let sorted = try await self.plan(deed, with: numbers, in: plan, by: participant)
        let todo = sorted.todo.map(\.number)
        switch deed {
        case .assign(let handler):
            try await check(handler, in: plan)
            try await store.assign(todo, in: plan, to: handler, at: office.time.now())
            return BulkResult(sorted, done: todo.count)
        case .admit: return BulkResult(sorted, done: try await admit(sorted, in: plan, by: participant))
        case .propose(let outcome, let reason):
            return BulkResult(
                sorted, done: try await propose(outcome, reason, for: sorted, in: plan, by: participant))
        case .adopt: return try await adopt(sorted, in: plan, requestID: requestID, by: participant)
        case .theme(let theme): return try await put(sorted, under: theme, in: plan, by: participant)
        }
    }
}

extension BulkDesk {
    private func check(_ handler: PersonID?, in plan: PlanID) async throws {
        guard let handler else { return }
        guard try await assignments.handlers(of: plan).contains(where: { $0.person.id == handler }) else {
            throw PlanError(.invalid, Reason("assignment.no-handler"))
        }
    }

    private func put(
        _ sorted: BulkPlan, under theme: ThemeID?, in plan: PlanID, by participant: Participant
    ) async throws -> BulkResult {
        guard let person = participant.person else { throw PlanError.unknownPlan(plan) }
        if let theme {
            let known = try await store.themes(of: plan)
            guard known.contains(where: { $0.id == theme && $0.state == .confirmed }) else {
                throw PlanError(.notFound, Reason("theme.unknown"))
            }
        }
        let numbers = sorted.todo.map(\.number)
        _ = try await store.assign(numbers, to: theme, in: plan, by: person.id)
        return BulkResult(sorted, done: numbers.count)
    }

    /// What looks like personal data stays out of each as it is now; nobody confirms what they did not look at.
    private func admit(_ sorted: BulkPlan, in plan: PlanID, by participant: Participant) async throws -> Int {
        let now = office.time.now()
        let judgements = sorted.todo.map { input in
            Moderation(
                plan: plan, input: input.number, version: input.version, verdict: .admissible,
                redactions: PersonalWords(names: []).redactions(in: input.content, keeping: input.redactions),
                judgedBy: participant.person?.id, judgedAt: now)
        }
        return try await store.judge(judgements) { _ in [] }.count
    }

    private func propose(
        _ outcome: Outcome, _ reason: String, for sorted: BulkPlan, in plan: PlanID, by participant: Participant
    ) async throws -> Int {
        let official = try await ActingOfficial(participant, using: .handleInputs, in: plan, people: store)
        let text = try await replyText(reason, outcome, in: plan)
        let keys = try await store.keys(of: sorted.todo.map(\.number), in: plan)
        let proposals = try sorted.todo.compactMap { input -> Disposition? in
            guard let key = keys[input.number], let line = sorted.lines[input.number] else { return nil }
            let written = WrittenDisposition(outcome: outcome, reason: text.filled(for: input))
            return try dispositions.sealed(
                written, of: input, ordinal: (line.dispositions.last?.ordinal ?? 0) + 1, by: official.author, under: key
            )
        }
        return try await store.propose(proposals, in: plan).count
    }

    /// The words of a reply, checked. Throws `invalid` for a field that is none, or where words are missing.
    public func replyText(_ reason: String, _ outcome: Outcome, in plan: PlanID) async throws -> ReplyText {
        let titles = try await office.projectedPlan(plan).sections.map { ($0.id, $0.printedTitle) }
        let text = try ReplyText(
            reason, planTitle: try await office.projectedPlan(plan).metadata.title,
            titles: Dictionary(titles) { first, _ in first })
        guard outcome != .duplicate else { throw PlanError(.invalid, Reason("bulk.no-duplicates")) }
        guard !outcome.needsReason || !text.isEmpty else {
            throw PlanError(.invalid, Reason("disposition.reason-empty"))
        }
        return text
    }

    /// One act for each, as many as one request may record.
    private func adopt(
        _ sorted: BulkPlan, in plan: PlanID, requestID: String, by participant: Participant
    ) async throws -> BulkResult {
        let official = try await ActingOfficial(participant, using: .adoptDispositions, in: plan, people: store)
        let present = Set(try await office.projectedPlan(plan).sections.map(\.id))
        let now = sorted.todo.prefix(Self.actsAtOnce)
        let acts = now.compactMap { input -> NewAct? in
            guard let proposal = sorted.lines[input.number]?.dispositions.last else { return nil }
            return NewAct(
                .dispositionAdopted(input: input.number.description, seal: proposal.seal),
                sections: [input.content.section].compactMap { $0 }.filter(present.contains), by: official.author,
                onBehalfOf: official.onBehalfOf, on: office.time.today, requestID: "\(requestID):\(input.number)")
        }
        let recorded = try await office.record(all: acts, in: plan)
        return BulkResult(sorted, done: recorded.count, left: sorted.todo.dropFirst(now.count).map(\.number))
    }
}

/// What would happen to many inputs.
public struct BulkPlan: Equatable, Sendable {
    public let deed: BulkDesk.Deed
    /// Those with which it can be done, in the order in which they were given.
    public fileprivate(set) var todo: [Input] = []
    /// How many are passed over, by why.
    public fileprivate(set) var skipped: [Obstacle: Int] = [:]
    fileprivate var lines: [InputNumber: InputLine] = [:]

    init(deed: BulkDesk.Deed) { self.deed = deed }

    /// Why something is not done with an input.
    public enum Obstacle: String, CaseIterable, Sendable {
        case withdrawn, erased, judged, notAdmitted, answered, noProposal, ownProposal
    }
}

/// What happened to many inputs.
public struct BulkResult: Equatable, Sendable {
    public let done: Int
    public let skipped: [BulkPlan.Obstacle: Int]
    /// How many changed between the look and the deed.
    public let overtaken: Int
    /// Those that wait for the next request.
    public let left: [InputNumber]

    init(_ plan: BulkPlan, done: Int, left: [InputNumber] = []) {
        self.done = done
        self.left = left
        skipped = plan.skipped
        overtaken = plan.todo.count - left.count - done
    }
}

extension BulkDesk.Deed {
    fileprivate func obstacle(
        _ input: Input, _ standing: InputStanding, _ pseudonym: String?
    ) -> BulkPlan.Obstacle? {
        if input.isWithdrawn { return .withdrawn }
        if input.isErased { return .erased }
        switch self {
        case .assign: return nil
        case .theme: return input.admission == .admissible ? nil : .notAdmitted
        case .admit: return input.admission == .toBeJudged ? nil : .judged
        case .propose:
            if input.admission != .admissible { return .notAdmitted }
            return standing.adopted == nil ? nil : .answered
        case .adopt:
            if input.admission != .admissible { return .notAdmitted }
            guard let proposal = standing.proposal else { return .noProposal }
            return proposal.proposedBy.pseudonym == pseudonym ? .ownProposal : nil
        }
    }
}
