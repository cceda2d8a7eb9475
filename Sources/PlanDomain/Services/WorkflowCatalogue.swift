import Workflow

/// The workflows that this installation ships, one per plan type, checked when the program started.
public struct WorkflowCatalogue: Sendable {
    public struct Entry: Sendable {
        public let definition: WorkflowDefinition
        public let source: WorkflowSource

        public init(definition: WorkflowDefinition, source: WorkflowSource) {
            self.definition = definition
            self.source = source
        }
    }

    private let entries: [String: Entry]

    /// Workflows by the type of plan that they are for.
    public init(_ entries: [Entry]) {
        self.entries = Dictionary(entries.map { ($0.definition.id, $0) }) { first, _ in first }
    }

    public var types: [String] { entries.keys.sorted() }

    /// Throws `invalid` with the types that there are.
    public func workflow(for type: String) throws(PlanError) -> Entry {
        guard let entry = entries[type] else {
            throw PlanError(
                .invalid,
                Reason(
                    "plan.unknown-type", ["type": .text(type), "types": .list(types.map(Reason.Argument.text))]))
        }
        return entry
    }
}

/// Reads the skeleton of a new plan.
public protocol PlanSkeletons: Sendable {
    /// The text that a new plan of this type begins with: sections with guidance, documents to fill in.
    func skeleton(for type: String) throws -> PlanText
}
