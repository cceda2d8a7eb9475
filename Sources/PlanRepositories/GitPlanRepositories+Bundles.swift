import Foundation
import Git
import PlanDomain

/// Whole repositories as one file each, in git's own bundle format.
extension GitPlanRepositories {
    /// Writes the plan as it stood at `heads`: what was written since is left out, so that the bundle fits the copy of
    /// the database that names these heads. Writers go on meanwhile.
    public func writeBundle(of plan: PlanID, at heads: PlanHeads, to file: URL) throws {
        try withRepository(of: plan) { repository in
            var references = try repository.references(prefix: "refs/tags/")
            for (name, commit) in [
                (Repository.textReference, heads.text), (Repository.registerReference, heads.register.commit),
            ] {
                guard let id = ObjectID(commit.rawValue) else { throw RegisterFault.textUnknown }
                references.append(Reference(name: name, id: id))
            }
            try repository.writeBundle(of: references, to: file)
        }
    }

    /// Makes the plan's repository from a bundle; every object is checked first.
    public func restore(_ plan: PlanID, from bundle: URL) throws {
        _ = try Repository.restore(bundle: bundle, bareAt: location(of: plan))
    }
}
