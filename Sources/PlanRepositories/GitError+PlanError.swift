import Git
import PlanDomain
import Workflow

/// Does git's work, and turns what its user can do something about into a `PlanError`; the rest is for the operator.
func translatingErrors<Value>(_ work: () throws -> Value) throws -> Value {
    do {
        return try work()
    } catch let error as GitError {
        switch error.code {
        case .lostRace: throw PlanError(.conflict, Reason("repository.lost-race"))
        case .diskFull: throw PlanError(.unavailable, Reason("store.disk-full"))
        default: throw error
        }
    }
}
