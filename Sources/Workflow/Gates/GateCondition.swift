/// A condition that a gate can ask for; each is a file of its own, named after what must hold.
///
/// A condition is pure: it looks at the situation and says what is missing, each thing in a typed reason.
public protocol GateCondition: Sendable {
    /// The word for it in a workflow file.
    static var name: String { get }
    /// Parameters that the file must give with it.
    static var required: Set<ConditionParameter> { get }
    /// Parameters that the file may give with it.
    static var optional: Set<ConditionParameter> { get }

    /// Nil when a required parameter is missing.
    init?(_ parameters: ConditionParameters)

    /// Steps of which the workflow needs one at least, or this condition could never be met.
    var neededStep: StepNeed? { get }
    /// The condition in words, as the picture of the workflow shows it.
    func statement(in definition: WorkflowDefinition) -> Reason
    /// What is not yet so; empty when the condition is met.
    func missing(in situation: Situation) -> [Reason]
    /// Whether the situation tells what the condition asks. Facts that only the store holds are not known to who checks
    /// a register later: there the condition counts as met, and setting it aside as called for.
    func isKnown(in situation: Situation) -> Bool
    /// Who can do something about it.
    func actors(in situation: Situation) -> [Role]
}

extension GateCondition {
    public static var required: Set<ConditionParameter> { [] }
    public static var optional: Set<ConditionParameter> { [] }
    public var neededStep: StepNeed? { nil }

    public func statement(in definition: WorkflowDefinition) -> Reason {
        Reason("condition." + Self.name)
    }

    public func isKnown(in situation: Situation) -> Bool { true }

    public func actors(in situation: Situation) -> [Role] {
        situation.stage.movedBy
    }
}

/// A kind of step, of one body where it matters which.
public struct StepNeed: Equatable, Sendable {
    public let act: ActKind
    public let body: GoverningBody?

    public init(_ act: ActKind, _ body: GoverningBody? = nil) {
        self.act = act
        self.body = body
    }
}

/// What a workflow file may add to the name of a condition.
public enum ConditionParameter: String, CaseIterable, Sendable {
    case documents, body, track, deadline, count
}

/// The parameters of one condition, as the file gives them.
public struct ConditionParameters: Equatable, Sendable {
    public var documents: [String] = []
    public var body: GoverningBody?
    public var track: String?
    public var deadline: String?
    public var count: Int?
    /// Where each of them stands in the file.
    var lines: [ConditionParameter: Int] = [:]

    public init() {}

    var given: Set<ConditionParameter> {
        var given: Set<ConditionParameter> = []
        if !documents.isEmpty { given.insert(.documents) }
        if body != nil { given.insert(.body) }
        if track != nil { given.insert(.track) }
        if deadline != nil { given.insert(.deadline) }
        if count != nil { given.insert(.count) }
        return given
    }
}
