import Foundation
import Workflow

/// Where somebody decides whether an input takes part, and what others do not get to read of it.
public struct ModerationDesk: Sendable {
    private let office: PlanOffice
    private let store: any ConsultationStore & PeopleStore & IntakeStore

    public init(_ office: PlanOffice, store: any ConsultationStore & PeopleStore & IntakeStore) {
        self.office = office
        self.store = store
    }

    /// Everything that is needed to judge one input.
    public func sheet(
        _ number: InputNumber, of plan: PlanID, for participant: Participant
    ) async throws -> ModerationSheet {
        try participant.require(.handleInputs, in: plan)
        let input = try await present(number, of: plan)
        let names = try await names(around: input)
        let all = PersonalWords(names: names).redactions(in: input.content, keeping: input.redactions)
        return ModerationSheet(input: input, redactions: all, addressee: try await addressee(of: input))
    }

    /// Judges an input as it was shown. Judging it so again changes nothing and tells nobody again.
    ///
    /// - Parameter telling: the mail to who sent it in, where they can be reached and the judgement is news to them.
    /// - Throws: `invalid` where the reason is missing or a passage does not stand there; `conflict` when the input was
    ///   corrected, withdrawn or answered since.
    public func judge(
        _ written: WrittenJudgement, of number: InputNumber, in plan: PlanID, version: Int,
        by participant: Participant, telling: @escaping @Sendable (Addressee, Moderation.Verdict) -> NewMail
    ) async throws {
        try participant.require(.handleInputs, in: plan)
        let input = try await present(number, of: plan)
        guard input.version == version else { throw Self.movedOn(number) }
        let verdict = try written.verdict()
        if case .inadmissible = verdict, try await isAnswered(number, in: plan) {
            throw PlanError(.conflict, Reason("moderation.answered", ["input": .text("\(number)")]))
        }
        let judgement = Moderation(
            plan: plan, input: number, version: version, verdict: verdict,
            redactions: try written.redactions(in: input.content), judgedBy: participant.person?.id,
            judgedAt: office.time.now())
        guard input.admission != verdict.admission || input.redactions != judgement.redactions else { return }
        let news: NewMail? =
            input.admission.isNews(verdict) ? try await addressee(of: input).map { telling($0, verdict) } : nil
        let done = try await store.judge([judgement]) { $0.isEmpty ? [] : [news].compactMap { $0 } }
        guard done.contains(number) else { throw Self.movedOn(number) }
    }

    public func rule(of plan: PlanID, for participant: Participant) async throws -> ModerationRule {
        try participant.require(.handleInputs, in: plan)
        return try await store.moderationRule(of: plan)
    }

    /// Holds for what comes in from now on.
    public func choose(_ rule: ModerationRule, for plan: PlanID, by participant: Participant) async throws {
        try participant.require(.handleInputs, in: plan)
        try await store.save(rule, of: plan)
    }
}

extension ModerationDesk {
    /// An input that was not withdrawn.
    private func present(_ number: InputNumber, of plan: PlanID) async throws -> Input {
        guard let input = try await store.input(number, of: plan) else { throw PlanError.unknownInput(number) }
        guard !input.isWithdrawn else {
            throw PlanError(.conflict, Reason("disposition.input-withdrawn", ["input": .text("\(number)")]))
        }
        return input
    }

    private static func movedOn(_ number: InputNumber) -> PlanError {
        PlanError(.conflict, Reason("disposition.input-corrected", ["input": .text("\(number)")]))
    }

    private func isAnswered(_ number: InputNumber, in plan: PlanID) async throws -> Bool {
        let acts = try await office.store.acts(of: plan)
        let traces = InputTraces(acts: acts, changes: [], broken: [])
        let line = try await store.inputLines(of: plan).first { $0.number == number }
        return line.map { traces.standing(of: $0).adopted != nil } ?? false
    }

    /// Who sent it in, as far as the program can write to them.
    private func addressee(of input: Input) async throws -> Addressee? {
        let submitter = input.submitter
        if let contact = submitter.contact, let known = try await store.contact(contact), !known.isDisabled {
            return Addressee(name: known.name, mail: known.mail)
        }
        if let person = submitter.person, let known = try await store.person(person), !known.isDisabled {
            return Addressee(name: known.name, mail: known.mail)
        }
        if let writer = submitter.correspondent, let known = try await store.correspondent(writer, of: input.plan),
            let mail = known.mail
        {
            return Addressee(name: known.name, mail: mail)
        }
        return nil
    }

    /// Names that are likely to stand in it: of who sent it in, and of those who work on the plan.
    private func names(around input: Input) async throws -> [String] {
        var names: [String] = []
        if let contact = input.submitter.contact { names += [try await store.contact(contact)?.name].compactMap { $0 } }
        if let person = input.submitter.person { names += [try await store.person(person)?.name].compactMap { $0 } }
        if let writer = input.submitter.correspondent {
            names += [try await store.correspondent(writer, of: input.plan)?.name].compactMap { $0 }
        }
        let appointed = Set(
            try await store.appointments(of: nil).filter { $0.covers(input.plan) }.map(\.person))
        return names + (try await store.people().filter { appointed.contains($0.id) }.map(\.name))
    }
}

extension Admission {
    /// Whether who sent it in must hear of a judgement: that it does not take part, or that it does after all.
    fileprivate func isNews(_ verdict: Moderation.Verdict) -> Bool {
        switch (self, verdict) {
        case (.toBeJudged, .admissible), (.admissible, .admissible): false
        default: self != verdict.admission
        }
    }
}
