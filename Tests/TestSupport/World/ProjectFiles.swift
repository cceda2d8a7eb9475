import Foundation
import PlanDomain
import PlanRepositories
import Workflow

/// Where the project's own files are, seen from this source file, and what may stand beside the project.
public enum ProjectFiles {
    /// The folder that holds `Package.swift`, also where a package elsewhere borrows these sources by a link.
    public static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "../../..").standardizedFileURL

    public static let skeletons = SkeletonFolder(root.appending(path: "repo-templates"))

    /// The first real case. Not everybody has it, so tests that need it say so and are skipped.
    public static let realCase = root.appending(path: "../shared/cases/deventer-2023").standardizedFileURL
    public static let noRealCase = "skipped: the published case is not here (../shared/cases/deventer-2023)"

    public static var hasRealCase: Bool {
        FileManager.default.fileExists(atPath: realCase.appending(path: "plan.md").path)
    }

    public static func realPlan() throws -> String {
        try String(contentsOf: realCase.appending(path: "plan.md"), encoding: .utf8)
    }

    /// The workflows that come with the program.
    public static func workflows() throws -> WorkflowCatalogue { try readWorkflows.get() }

    private static let readWorkflows = Result {
        let folder = root.appending(path: "workflows")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yml") }
        return WorkflowCatalogue(
            try names.sorted().map { name in
                let source = try WorkflowSource(bytes: try Data(contentsOf: folder.appending(path: name)))
                return WorkflowCatalogue.Entry(
                    definition: try WorkflowDefinition.read(yaml: source.yaml, file: name), source: source)
            })
    }
}
