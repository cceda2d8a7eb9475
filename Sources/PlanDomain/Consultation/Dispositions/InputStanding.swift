import Foundation
import Workflow

/// How far an input is: computed from what was proposed, what the register adopted and what the text carries out.
public struct InputStanding: Equatable, Sendable {
    public let state: State
    /// What holds; nil while nothing was adopted.
    public let adopted: AdoptedDisposition?
    /// What somebody proposed since, and nobody adopted yet.
    public let proposal: Disposition?
    /// The changes that name it, oldest first.
    public let changes: [Change]
    /// The change that took away what carried it out; of a suspect one alone.
    public let brokenBy: CommitID?
    /// When who sent it in disputed what was adopted; of a disputed one alone.
    public let disputedAt: Date?

    public enum State: String, CaseIterable, Codable, Sendable {
        /// Nobody decided yet whether it takes part.
        case toBeJudged
        case received
        /// Being handled: something was proposed.
        case proposed
        /// Settled to be taken over, as a whole or in part, and no change carries it out yet.
        case toBeCarriedOut
        /// Taken over, and a change names it.
        case carriedOut
        /// Taken over and carried out, and a later change took the words away that did so.
        case suspect
        /// Settled, with nothing to change.
        case answered
        /// Settled, and who sent it in disputes what was decided.
        case disputed
        /// It does not take part, and who sent it in knows why.
        case inadmissible
        case withdrawn
    }

    /// Whether something is still to be done.
    public var isOpen: Bool { need != nil }

    /// What is still to be done.
    var need: OpenInputFact.Need? {
        switch state {
        case .toBeJudged: .judgement
        case .received, .proposed: .disposition
        case .toBeCarriedOut: .change
        case .suspect: .repair
        case .disputed: .dispute
        case .carriedOut, .answered, .inadmissible, .withdrawn: nil
        }
    }

    init(
        state: State, adopted: AdoptedDisposition?, proposal: Disposition?, changes: [Change],
        brokenBy: CommitID? = nil, disputedAt: Date? = nil
    ) {
        self.state = state
        self.adopted = adopted
        self.proposal = proposal
        self.changes = changes
        self.brokenBy = brokenBy
        self.disputedAt = disputedAt
    }

    /// As who sent it in may know it.
    var withoutProposal: InputStanding {
        InputStanding(
            state: state, adopted: adopted, proposal: nil, changes: changes, brokenBy: brokenBy, disputedAt: disputedAt)
    }
}

/// A disposition with the act that adopted it.
public struct AdoptedDisposition: Equatable, Sendable {
    public let disposition: Disposition
    public let act: Act
}

/// What the standing of an input depends on, as the store keeps it.
public struct InputLine: Equatable, Sendable {
    public let number: InputNumber
    public let version: Int
    public let isWithdrawn: Bool
    public let admission: Admission
    /// Whether it was said behind closed doors.
    public let isClosed: Bool
    /// In the order in which they were proposed.
    public let dispositions: [Disposition]
    /// What was disputed last, whether it still holds or not.
    public let dispute: InputDispute?

    public init(
        number: InputNumber, version: Int, isWithdrawn: Bool, isClosed: Bool = false, admission: Admission,
        dispositions: [Disposition], dispute: InputDispute? = nil
    ) {
        self.number = number
        self.version = version
        self.isWithdrawn = isWithdrawn
        self.admission = admission
        self.isClosed = isClosed
        self.dispositions = dispositions
        self.dispute = dispute
    }
}

/// What git says of the inputs of a plan: which dispositions are adopted, which changes name which input, and what became
/// of their words since.
struct InputTraces {
    private let adoptions: [Adoption: Act]
    private let changes: [InputNumber: [Change]]
    /// The place of each change in the history.
    private let order: [CommitID: Int]
    private let broken: [InputNumber: [BrokenPromise]]

    private struct Adoption: Hashable {
        let input: String
        let seal: String
    }

    /// - Parameter changes: oldest first.
    init(acts: [Act], changes: [Change], broken: [BrokenPromise]) {
        var adoptions: [Adoption: Act] = [:]
        for act in acts {
            guard case .dispositionAdopted(let input, let seal) = act.payload else { continue }
            adoptions[Adoption(input: input, seal: seal)] = act
        }
        var named: [InputNumber: [Change]] = [:]
        for change in changes {
            for number in Set(change.inputs.compactMap(InputNumber.init(_:))) {
                named[number, default: []].append(change)
            }
        }
        self.adoptions = adoptions
        self.changes = named
        self.broken = Dictionary(grouping: broken, by: \.input)
        order = Dictionary(changes.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    func standing(of line: InputLine) -> InputStanding {
        let current = line.dispositions.filter { $0.inputVersion == line.version }
        let adopted = current.compactMap(adoption).max { $0.act.sequence < $1.act.sequence }
        let proposal = current.last { $0.ordinal > adopted?.disposition.ordinal ?? 0 }
        let changes = changes[line.number] ?? []
        let brokenBy = adopted.flatMap { breach(of: $0, carriedOutBy: changes) }
        // About what was adopted before, it is over.
        let dispute = line.dispute.flatMap { $0.ordinal == adopted?.disposition.ordinal ? $0 : nil }
        let state: InputStanding.State =
            if line.isWithdrawn {
                .withdrawn
            } else if case .inadmissible = line.admission {
                .inadmissible
            } else if let adopted {
                if dispute != nil {
                    .disputed
                } else if !adopted.disposition.outcome.needsChange {
                    .answered
                } else if changes.isEmpty {
                    .toBeCarriedOut
                } else {
                    brokenBy == nil ? .carriedOut : .suspect
                }
            } else if line.admission == .toBeJudged {
                .toBeJudged
            } else {
                proposal == nil ? .received : .proposed
            }
        return InputStanding(
            state: state, adopted: adopted, proposal: proposal, changes: changes, brokenBy: brokenBy,
            disputedAt: state == .disputed ? dispute?.at : nil)
    }

    /// The change that broke what an adopted disposition promises, unless the text was mended since by a change that names
    /// the input, or somebody adopted a disposition on the text as it reads now. Nil where the promise stands.
    private func breach(of adopted: AdoptedDisposition, carriedOutBy changes: [Change]) -> CommitID? {
        guard adopted.disposition.outcome.needsChange, let last = changes.last.flatMap({ order[$0.id] }) else {
            return nil
        }
        let since = max(last, order[adopted.act.text] ?? -1)
        return broken[adopted.disposition.input]?
            .filter { broken in order[broken.brokenBy].map { $0 > since } ?? false }
            .max { order[$0.brokenBy, default: 0] < order[$1.brokenBy, default: 0] }?.brokenBy
    }

    /// Nil where no act bears its seal.
    func adoption(_ disposition: Disposition) -> AdoptedDisposition? {
        adoptions[Adoption(input: disposition.input.description, seal: disposition.seal)].map {
            AdoptedDisposition(disposition: disposition, act: $0)
        }
    }
}

extension PlanFacts {
    /// Adds what is still to be done with inputs.
    mutating func gather(_ lines: [InputLine], _ following: Following, acts: [Act], changes: [Change]) {
        let traces = InputTraces(acts: acts, changes: changes, broken: following.broken)
        let adrift = Set(following.adrift)
        openInputs = lines.sorted { $0.number < $1.number }.flatMap { line in
            let standing = traces.standing(of: line)
            let isOut = standing.state == .withdrawn || standing.state == .inadmissible
            let needs = [standing.need, !isOut && adrift.contains(line.number) ? .anchor : nil]
            return needs.compactMap { $0 }.map { OpenInputFact(number: line.number.description, need: $0) }
        }
    }
}
