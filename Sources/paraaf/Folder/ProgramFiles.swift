import Foundation
import Phrases
import PlanDomain
import PlanRepositories
import Workflow

/// The files that come with the program: pages and phrases, workflows, skeletons of plans.
///
/// Looked for where `PARAAF_HOME` says, else beside the binary (`../share/paraaf`), else in the working folder.
struct ProgramFiles {
    private let home: URL

    /// That they are nowhere to be found; in English, because without them there are no phrases to say it in.
    struct Missing: Error, CustomStringConvertible {
        let places: [URL]

        var description: String { "looked in \(places.map(\.path).joined(separator: ", "))" }
    }

    init() throws(Missing) {
        let environment = ProcessInfo.processInfo.environment
        let binary = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let places = [
            environment["PARAAF_HOME"].map { URL(filePath: $0) },
            Self.executable(binary).deletingLastPathComponent().appending(path: "../share/paraaf"),
            URL(filePath: FileManager.default.currentDirectoryPath),
        ].compactMap { $0?.standardizedFileURL }
        guard let home = places.first(where: Self.isHome) else {
            throw Missing(places: places)
        }
        self.home = home
    }

    var web: URL { home.appending(path: "web") }
    var locales: URL { web.appending(path: "locales") }
    var templates: URL { web.appending(path: "templates") }
    var staticFiles: URL { web.appending(path: "static") }
    /// What the demo is made of.
    var demo: URL { home.appending(path: "scripts/demo") }
    private var workflowFolder: URL { home.appending(path: "workflows") }
    private var skeletonFolder: URL { home.appending(path: "repo-templates") }

    func phrasebook() throws -> Phrasebook { try Phrasebook(directory: locales) }

    /// The shipped workflows, all of them checked.
    func workflows() throws -> WorkflowCatalogue {
        let names = try FileManager.default.contentsOfDirectory(atPath: workflowFolder.path).filter {
            $0.hasSuffix(".yml")
        }
        return WorkflowCatalogue(
            try names.sorted().map { name in
                let source = try WorkflowSource(bytes: try Data(contentsOf: workflowFolder.appending(path: name)))
                let definition = try WorkflowDefinition.read(yaml: source.yaml, file: name)
                return WorkflowCatalogue.Entry(definition: definition, source: source)
            })
    }

    var skeletons: SkeletonFolder { SkeletonFolder(skeletonFolder) }

    private static func isHome(_ place: URL) -> Bool {
        ["web/locales", "workflows", "repo-templates"].allSatisfy {
            FileManager.default.fileExists(atPath: place.appending(path: $0).path)
        }
    }

    /// The binary itself, where the system tells; the name it was called by may be found through `PATH`.
    private static func executable(_ called: URL) -> URL {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")).map { URL(filePath: $0) }
            ?? called
    }
}
