import PlanDomain
import PlanRepositories
import Workflow

/// A place in a file of the demo: what is wrong there is told with it.
struct Place {
    let file: String
    let line: Int

    /// `invalid`, with the place beside the arguments of the phrase.
    func fault(_ key: String, _ arguments: [String: Reason.Argument] = [:]) -> PlanError {
        let place: [String: Reason.Argument] = ["file": .text(file), "line": .number(line)]
        return PlanError(.invalid, Reason(key, arguments.merging(place) { _, place in place }))
    }
}

extension YAMLFields {
    var place: Place { Place(file: file, line: line) }

    /// A day counted from the one of building.
    func day(_ key: String) throws(PlanError) -> RelativeDay? { try value(key, RelativeDay.init) }

    func requiredDay(_ key: String) throws(PlanError) -> RelativeDay { try requiredValue(key, RelativeDay.init) }
}
