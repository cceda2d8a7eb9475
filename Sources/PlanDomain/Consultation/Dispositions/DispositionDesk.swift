import Foundation
import Workflow

/// Where it is proposed and adopted what is done with inputs.
///
/// Two-person rule: who proposed it cannot adopt it, in whatever function they come.
public struct DispositionDesk: Sendable {
    let office: PlanOffice
    let store: any ConsultationStore & PeopleStore
    let seals: InputSeals

    public init(_ office: PlanOffice, store: any ConsultationStore & PeopleStore, seals: InputSeals) {
        self.office = office
        self.store = store
        self.seals = seals
    }
}

/// What somebody fills in to propose a disposition.
public struct WrittenDisposition: Equatable, Sendable {
    public let outcome: Outcome
    public let reason: String
    public let duplicateOf: InputNumber?

    public init(outcome: Outcome, reason: String = "", duplicateOf: InputNumber? = nil) {
        self.outcome = outcome
        self.reason = reason
        self.duplicateOf = duplicateOf
    }
}

extension DispositionDesk {
    /// Proposes what is done with an input; a later proposal takes the place of one that was not adopted.
    ///
    /// - Parameters:
    ///   - version: of the input, as it was shown.
    ///   - ordinal: of the last proposal that was shown; 0 where there was none. Asking twice proposes once.
    /// - Throws: `invalid` where the reason or the other input is missing; `conflict` when the input was corrected or
    ///   withdrawn since, or somebody proposed something else meanwhile.
    @discardableResult
    public func propose(
        _ written: WrittenDisposition, for number: InputNumber, in plan: PlanID, version: Int, after ordinal: Int,
        by participant: Participant
    ) async throws -> Disposition {
        let official = try await ActingOfficial(participant, using: .handleInputs, in: plan, people: store)
        let input = try await input(number, in: plan, version: version)
        let (reason, twin) = try await checked(written, for: number, in: plan)
        let known = try await line(number, in: plan).dispositions.filter { $0.ordinal > ordinal }
        if let first = known.first {
            guard known.count == 1, first.outcome == written.outcome, first.reason == reason,
                first.duplicateOf == twin, first.proposedBy == official.author
            else { throw PlanError(.conflict, Reason("disposition.moved-on", ["input": .text("\(number)")])) }
            return first
        }
        let key = try await key(of: number, in: plan)
        let disposition = try sealed(
            WrittenDisposition(outcome: written.outcome, reason: reason, duplicateOf: twin), of: input,
            ordinal: ordinal + 1, by: official.author, under: key)
        try await store.propose(disposition)
        return disposition
    }

    /// Adopts the last proposal, as an official act that names the input by its number and the proposal by its seal.
    ///
    /// - Parameter ordinal: of the proposal that was shown.
    /// - Throws: `forbidden` for who proposed it; `conflict` when there is another proposal by now, or the input was
    ///   corrected or withdrawn.
    @discardableResult
    public func adopt(
        _ ordinal: Int, of number: InputNumber, in plan: PlanID, requestID: String, by participant: Participant
    ) async throws -> Act {
        try RequestName.check(requestID)
        let official = try await ActingOfficial(participant, using: .adoptDispositions, in: plan, people: store)
        let acts = try await office.store.acts(of: plan)
        if let known = acts.first(where: { $0.requestID == requestID }) { return known }
        let line = try await line(number, in: plan)
        guard let disposition = line.dispositions.last, disposition.ordinal == ordinal else {
            throw PlanError(.conflict, Reason("disposition.moved-on", ["input": .text("\(number)")]))
        }
        // A pseudonym stands for one person in all their functions.
        guard disposition.proposedBy.pseudonym != official.author.pseudonym else {
            throw PlanError(.forbidden, Reason("disposition.own", ["input": .text("\(number)")]))
        }
        let input = try await input(number, in: plan, version: disposition.inputVersion)
        let present = try await office.projectedPlan(plan).sections.map(\.id)
        let act = NewAct(
            .dispositionAdopted(input: number.description, seal: disposition.seal),
            sections: [input.content.section].compactMap { $0 }.filter(present.contains), by: official.author,
            onBehalfOf: official.onBehalfOf, on: office.time.today, requestID: requestID)
        return try await office.record(act, in: plan)
    }

    /// Numbers of inputs of which the store says something else than was sealed: the words, or what is done with them,
    /// were changed past the program.
    public func broken(in plan: PlanID, for participant: Participant) async throws -> [InputNumber] {
        guard InputAccess(participant, in: plan).seesEverything else {
            throw PlanError(.notFound, Reason("plan.unknown", ["plan": .text(plan.rawValue)]))
        }
        var broken: [InputNumber] = []
        for line in try await store.inputLines(of: plan) where !line.dispositions.isEmpty {
            guard let input = try await store.input(line.number, of: plan),
                let key = try await store.key(of: line.number, in: plan)
            else { continue }
            let versions = try await store.versions(of: line.number, in: plan)
            let areSound = try line.dispositions.allSatisfy { try fits($0, input, versions, key) }
            if !areSound { broken.append(line.number) }
        }
        return broken
    }
}

extension DispositionDesk {
    private func fits(
        _ disposition: Disposition, _ input: Input, _ versions: [InputVersion], _ key: InputKey
    ) throws -> Bool {
        guard let version = versions.first(where: { $0.number == disposition.inputVersion }) else { return false }
        let sealed = SealedDisposition(
            plan: disposition.plan, input: disposition.input.description, content: version.content,
            receivedAt: input.receivedAt.wholeMilliseconds, ordinal: disposition.ordinal, outcome: disposition.outcome,
            reason: disposition.reason, duplicateOf: disposition.duplicateOf?.description,
            proposedBy: disposition.proposedBy, proposedAt: disposition.proposedAt.wholeMilliseconds)
        return seals.seal(try sealed.bytes(), key) == disposition.seal
    }

    /// A proposal with its seal, made now.
    func sealed(
        _ written: WrittenDisposition, of input: Input, ordinal: Int, by author: Author, under key: InputKey
    ) throws -> Disposition {
        let now = office.time.now()
        let sealed = SealedDisposition(
            plan: input.plan, input: input.number.description, content: input.content,
            receivedAt: input.receivedAt.wholeMilliseconds, ordinal: ordinal, outcome: written.outcome,
            reason: written.reason, duplicateOf: written.duplicateOf?.description, proposedBy: author,
            proposedAt: now.wholeMilliseconds)
        return Disposition(
            plan: input.plan, input: input.number, ordinal: ordinal, inputVersion: input.version,
            outcome: written.outcome, reason: written.reason, duplicateOf: written.duplicateOf, proposedBy: author,
            proposedAt: now, seal: seals.seal(try sealed.bytes(), key))
    }

    /// The input as it was shown. Throws `conflict` when it was corrected or withdrawn since, or does not take part (yet).
    private func input(_ number: InputNumber, in plan: PlanID, version: Int) async throws -> Input {
        guard let input = try await store.input(number, of: plan) else { throw PlanError.unknownInput(number) }
        let name: [String: Reason.Argument] = ["input": .text("\(number)")]
        guard !input.isWithdrawn else { throw PlanError(.conflict, Reason("disposition.input-withdrawn", name)) }
        guard input.version == version else { throw PlanError(.conflict, Reason("disposition.input-corrected", name)) }
        guard input.admission == .admissible else {
            throw PlanError(.conflict, Reason("disposition.not-admitted", name))
        }
        return input
    }

    private func line(_ number: InputNumber, in plan: PlanID) async throws -> InputLine {
        guard let line = try await store.inputLines([number], of: plan).first else {
            throw PlanError.unknownInput(number)
        }
        return line
    }

    private func key(of number: InputNumber, in plan: PlanID) async throws -> InputKey {
        guard let key = try await store.key(of: number, in: plan) else { throw PlanError.unknownInput(number) }
        return key
    }

    /// The reason and the other input, where the outcome asks for them.
    private func checked(
        _ written: WrittenDisposition, for number: InputNumber, in plan: PlanID
    ) async throws -> (reason: String, duplicateOf: InputNumber?) {
        let reason = try WrittenText.text(written.reason, limit: 5_000)
        if written.outcome.needsReason, reason.isEmpty {
            throw PlanError(.invalid, Reason("disposition.reason-empty"))
        }
        guard written.outcome == .duplicate else { return (reason, nil) }
        guard let twin = written.duplicateOf, twin != number else {
            throw PlanError(.invalid, Reason("disposition.duplicate-missing"))
        }
        guard try await store.input(twin, of: plan) != nil else {
            throw PlanError(.invalid, Reason("disposition.duplicate-unknown", ["input": .text("\(twin)")]))
        }
        return (reason, twin)
    }
}

extension PlanError {
    static func unknownInput(_ number: InputNumber) -> PlanError {
        PlanError(.notFound, Reason("input.unknown", ["input": .text("\(number)")]))
    }
}
