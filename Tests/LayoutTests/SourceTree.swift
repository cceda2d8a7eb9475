import Foundation
import Testing

/// The project's own Swift files, read as text.
struct SourceTree {
    struct File: CustomTestStringConvertible {
        /// From the root of the project, such as `Sources/Git/Commit.swift`.
        let path: String
        let lines: [Substring]

        var testDescription: String { path }

        /// The folder below `Sources` or `Tests`.
        var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

        /// Names of the modules that its `import` lines name, submodules and attributes left out.
        var imports: [(line: Int, module: String)] {
            lines.enumerated().compactMap { index, line in
                let words = line.split(separator: " ").drop { $0.hasPrefix("@") || Self.modifiers.contains(String($0)) }
                guard words.first == "import", let name = words.dropFirst().first(where: { !Self.kinds.contains($0) })
                else { return nil }
                return (index + 1, String(name.prefix { $0 != "." && $0 != ";" }))
            }
        }

        private static let modifiers: Set<String> = ["public", "package", "internal", "fileprivate", "private"]
        private static let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "typealias"]
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Every Swift file below a folder of the project, in order of path.
    static func files(below folder: String) throws -> [File] {
        let names = FileManager.default.subpaths(atPath: root.appending(path: folder).path) ?? []
        return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
            let path = "\(folder)/\(name)"
            let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
            return File(path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }
}
