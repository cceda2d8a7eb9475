import Foundation
import Git
import PlanDomain

/// Whole repositories as one file each, in git's own bundle format.
extension GitPlanRepositories {
    /// Writes everything that the plan's references reach; writers go on meanwhile.
    public func writeBundle(of plan: PlanID, to file: URL) throws {
        try withRepository(of: plan) { repository in
            try repository.writeBundle(refs: try repository.references().map(\.name), to: file)
        }
    }

    /// Makes the plan's repository from a bundle; every object is checked first.
    public func restore(_ plan: PlanID, from bundle: URL) throws {
        _ = try Repository.restore(bundle: bundle, bareAt: location(of: plan))
    }
}
