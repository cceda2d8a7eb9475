/// One stage of a workflow, with the gate that must open before a section may leave it.
public struct StageDefinition: Sendable {
    public let id: StageID
    public let label: LocalizedText
    /// What happens here, for the secretary and on the plan's page.
    public let description: LocalizedText
    public let subject: Subject
    /// Stages that may follow, all of them further in the file; empty for an end stage.
    public let next: [StageID]
    /// Who may move sections on, once the gate is open; empty for an end stage.
    public let movedBy: [Role]
    /// Conditions for leaving; empty where nothing guards it.
    public let gate: [GateClause]
    public let sendBack: SendBack?

    public var isEnd: Bool { next.isEmpty }

    /// What moves through the stage.
    public enum Subject: String, CaseIterable, Sendable {
        /// Each section at its own pace.
        case sections
        /// The frozen version of the whole plan, all sections together.
        case version
    }

    /// Where sections may be sent back to, and by whom; it always takes a reason.
    public struct SendBack: Equatable, Sendable {
        public let targets: [StageID]
        public let roles: [Role]
    }
}

/// One line of a gate: a condition of the catalogue as a workflow uses it.
public struct GateClause: Sendable {
    /// Unique within its stage, gates of steps among them; the name of the condition where the file gives no other.
    public let id: String
    public let condition: any GateCondition
    /// Who must see to it, where the file says so; the condition itself knows better in most cases.
    public let actors: [Role]
    /// Who may set it aside with a reason; empty when nobody may.
    public let override: [Role]
}
