/// The last act of a register, as a witness remembers it.
public struct RegisterHead: Equatable, Hashable, Codable, Sendable {
    public let commit: CommitID
    /// Its number, which is how many acts there are.
    public let sequence: Int

    public init(commit: CommitID, sequence: Int) {
        self.commit = commit
        self.sequence = sequence
    }
}

/// Where a plan stands in git: what a projection has applied, or what there is to apply.
public struct PlanHeads: Equatable, Codable, Sendable {
    /// The last commit of the text.
    public let text: CommitID
    public let register: RegisterHead

    public init(text: CommitID, register: RegisterHead) {
        self.text = text
        self.register = register
    }
}
