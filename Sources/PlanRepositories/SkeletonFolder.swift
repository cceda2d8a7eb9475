import Foundation
import PlanDomain
import Workflow

/// `repo-templates`: a folder per plan type, laid out as the repository of a plan.
public struct SkeletonFolder: PlanSkeletons {
    private let folder: URL

    public init(_ folder: URL) { self.folder = folder }

    public func skeleton(for type: String) throws -> PlanText {
        let root = folder.appending(path: type)
        guard let names = FileManager.default.subpaths(atPath: root.path) else {
            throw PlanError(.invalid, Reason("plan.no-skeleton", ["type": .text(type)]))
        }
        return try PlanLayout.text(of: names.filter(PlanLayout.isOwned).sorted()) { path in
            try Data(contentsOf: root.appending(path: path))
        }
    }
}
