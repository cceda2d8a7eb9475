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

    public enum State: String, CaseIterable, Sendable {
        case received
        /// Being handled: something was proposed.
        case proposed
        /// Settled to be taken over, as a whole or in part, and no change carries it out yet.
        case toBeCarriedOut
        /// Taken over, and a change names it.
        case carriedOut
        /// Settled, with nothing to change.
        case answered
        case withdrawn
    }

    /// Whether something is still to be done.
    public var isOpen: Bool { need != nil }

    /// What is still to be done.
    var need: OpenInputFact.Need? {
        switch state {
        case .received, .proposed: .disposition
        case .toBeCarriedOut: .change
        case .carriedOut, .answered, .withdrawn: nil
        }
    }

    init(state: State, adopted: AdoptedDisposition?, proposal: Disposition?, changes: [Change]) {
        self.state = state
        self.adopted = adopted
        self.proposal = proposal
        self.changes = changes
    }

    /// As who sent it in may know it.
    var withoutProposal: InputStanding {
        InputStanding(state: state, adopted: adopted, proposal: nil, changes: changes)
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
    /// In the order in which they were proposed.
    public let dispositions: [Disposition]

    public init(number: InputNumber, version: Int, isWithdrawn: Bool, dispositions: [Disposition]) {
        self.number = number
        self.version = version
        self.isWithdrawn = isWithdrawn
        self.dispositions = dispositions
    }
}

/// What git says of the inputs of a plan: which dispositions are adopted, and which changes name which input.
struct InputTraces {
    private let adoptions: [Adoption: Act]
    private let changes: [InputNumber: [Change]]

    private struct Adoption: Hashable {
        let input: String
        let seal: String
    }

    /// - Parameter changes: oldest first.
    init(acts: [Act], changes: [Change]) {
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
    }

    func standing(of line: InputLine) -> InputStanding {
        let current = line.dispositions.filter { $0.inputVersion == line.version }
        let adopted = current.compactMap(adoption).max { $0.act.sequence < $1.act.sequence }
        let proposal = current.last { $0.ordinal > adopted?.disposition.ordinal ?? 0 }
        let changes = changes[line.number] ?? []
        let state: InputStanding.State =
            if line.isWithdrawn {
                .withdrawn
            } else if let adopted {
                !adopted.disposition.outcome.needsChange ? .answered : changes.isEmpty ? .toBeCarriedOut : .carriedOut
            } else {
                proposal == nil ? .received : .proposed
            }
        return InputStanding(state: state, adopted: adopted, proposal: proposal, changes: changes)
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
    mutating func gather(_ lines: [InputLine], acts: [Act], changes: [Change]) {
        let traces = InputTraces(acts: acts, changes: changes)
        openInputs = lines.sorted { $0.number < $1.number }.compactMap { line in
            traces.standing(of: line).need.map { OpenInputFact(number: line.number.description, need: $0) }
        }
    }
}
