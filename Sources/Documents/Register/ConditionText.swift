import Workflow

/// A condition that an act names, in the best words that there are for it.
public enum ConditionText: Equatable, Sendable {
    /// As the workflow in force states it.
    case statement(Reason)
    /// As the municipality wrote it, such as the clause of a conditional publication.
    case clause(String)
    /// Its id, where a later version of the workflow or a later choice dropped it.
    case id(String)
}
