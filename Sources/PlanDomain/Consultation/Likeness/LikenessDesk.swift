import Foundation
import Workflow

/// Where a person says which inputs say the same, and answers them together.
public struct LikenessDesk: Sendable {
    /// How many families stand on one page of the list.
    public static let pageLength = 25

    private let office: PlanOffice
    private let store: any ConsultationStore & PeopleStore & LikenessStore
    private let dispositions: DispositionDesk

    public init(
        _ office: PlanOffice, store: any ConsultationStore & PeopleStore & LikenessStore, seals: InputSeals
    ) {
        self.office = office
        self.store = store
        dispositions = DispositionDesk(office, store: store, seals: seals)
    }

    /// A page of the families of a plan, from 1.
    public func families(
        page: Int, of plan: PlanID, for participant: Participant
    ) async throws -> (lines: [(line: InputFamilyLine, first: Input)], total: Int) {
        try participant.require(.handleInputs, in: plan)
        let found = try await store.families(
            of: plan, offset: (max(1, page) - 1) * Self.pageLength, limit: Self.pageLength)
        let inputs = try await store.inputs(found.lines.map(\.first), of: plan)
        let firsts = Dictionary(inputs.map { ($0.number, $0) }) { first, _ in first }
        return (found.lines.compactMap { line in firsts[line.first].map { (line, $0) } }, found.total)
    }

    /// The family of an input with what they say and how far they are; nil for one that is like no other.
    public func family(
        of number: InputNumber, in plan: PlanID, for participant: Participant
    ) async throws -> FamilyView? {
        try participant.require(.handleInputs, in: plan)
        guard let family = try await store.family(of: number, in: plan) else { return nil }
        let numbers = family.members.map(\.number)
        let inputs = try await store.inputs(numbers, of: plan)
        let acts = try await office.store.acts(of: plan)
        let traces = InputTraces(acts: acts, changes: [], broken: [])
        let lines = try await store.inputLines(numbers, of: plan)
        let standings = Dictionary(lines.map { ($0.number, traces.standing(of: $0)) }) { first, _ in first }
        let known = Dictionary(inputs.map { ($0.number, $0) }) { first, _ in first }
        let members = family.members.compactMap { member -> FamilyView.Member? in
            guard let input = known[member.number], let standing = standings[member.number] else { return nil }
            return FamilyView.Member(member: member, input: input, standing: standing)
        }
        return members.count > 1 ? FamilyView(family: family, members: members) : nil
    }

    /// Says of inputs that they belong with the first of their family, or that they do not. Says of how many that was new.
    @discardableResult
    public func judge(
        _ numbers: [InputNumber], areAlike: Bool, to first: InputNumber, in plan: PlanID, by participant: Participant
    ) async throws -> Int {
        try participant.require(.handleInputs, in: plan)
        guard let person = participant.person else { throw PlanError.unknownPlan(plan) }
        return areAlike
            ? try await store.confirm(numbers, alike: first, in: plan, by: person.id)
            : try await store.reject(numbers, alike: first, in: plan, by: person.id)
    }

    /// Proposes of every confirmed member that it is a duplicate of the first, for those that nobody answered yet; another
    /// adopts it. Says of which.
    ///
    /// Throws `conflict` while nobody proposed an answer to the first: a reference to nothing answers nobody; `invalid`
    /// without a reason.
    @discardableResult
    public func answerAsOne(
        _ first: InputNumber, reason: String, in plan: PlanID, by participant: Participant
    ) async throws -> [InputNumber] {
        let official = try await ActingOfficial(participant, using: .handleInputs, in: plan, people: store)
        let reason = try WrittenText.text(reason, limit: 5_000)
        guard !reason.isEmpty else { throw PlanError(.invalid, Reason("disposition.reason-empty")) }
        guard let view = try await family(of: first, in: plan, for: participant), view.first.input.number == first
        else {
            throw PlanError(.notFound, Reason("likeness.no-family", ["input": .text("\(first)")]))
        }
        guard view.isFirstAnswered else {
            throw PlanError(.conflict, Reason("likeness.first-unanswered", ["input": .text("\(first)")]))
        }
        let todo = view.unanswered
        let keys = try await store.keys(of: todo.map(\.input.number), in: plan)
        let lines = try await store.inputLines(todo.map(\.input.number), of: plan)
        let ordinals = Dictionary(lines.map { ($0.number, $0.dispositions.last?.ordinal ?? 0) }) { first, _ in first }
        let proposals = try todo.compactMap { member -> Disposition? in
            guard let key = keys[member.input.number], let last = ordinals[member.input.number] else { return nil }
            return try dispositions.sealed(
                WrittenDisposition(outcome: .duplicate, reason: reason, duplicateOf: first), of: member.input,
                ordinal: last + 1, by: official.author, under: key)
        }
        return try await store.propose(proposals, in: plan).sorted()
    }

    /// What warns of opposite answers to equals, for who handles inputs; nothing for anybody else.
    public func opponents(
        of number: InputNumber, in plan: PlanID, for participant: Participant
    ) async throws -> [OpposedInput] {
        guard participant.may(.handleInputs, in: plan) else { return [] }
        return try await store.opponents(of: number, in: plan, limit: 5)
    }

    /// Every input that gets an opposite answer to that of an equal, for who handles inputs; none for anybody else.
    public func opposed(in plan: PlanID, for participant: Participant) async throws -> [InputNumber] {
        guard participant.may(.handleInputs, in: plan) else { return [] }
        return try await store.opposed(in: plan)
    }
}

/// A family, each with what it says and how far it is.
public struct FamilyView: Equatable, Sendable {
    public let family: InputFamily
    /// By number; two or more.
    public let members: [Member]

    public struct Member: Equatable, Sendable {
        public let member: InputFamily.Member
        public let input: Input
        public let standing: InputStanding
    }

    public var first: Member { members[0] }
    public var others: ArraySlice<Member> { members.dropFirst() }

    /// Whether there is something that the others can be referred to.
    public var isFirstAnswered: Bool {
        let answer = first.standing.adopted?.disposition ?? first.standing.proposal
        return answer.map { $0.outcome != .duplicate } ?? false
    }

    /// What would be said of them together: confirmed, and not answered yet.
    public var unanswered: [Member] {
        others.filter { member in
            member.member.isConfirmed && member.standing.adopted == nil && member.input.admission == .admissible
                && !member.input.isWithdrawn && !isReferred(member)
        }
    }

    /// Those of which somebody said that they are duplicates of the first and nobody adopted it yet.
    public var waiting: [Member] {
        others.filter { $0.standing.adopted == nil && isReferred($0) }
    }

    private func isReferred(_ member: Member) -> Bool {
        member.standing.proposal?.outcome == .duplicate
            && member.standing.proposal?.duplicateOf == first.input.number
    }
}
