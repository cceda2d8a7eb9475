import Foundation

/// The built program, from outside: its command line, its exit codes and what it prints.
enum Paraaf {
    /// The project's root.
    static let home = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// What `PARAAF_BINARY` names, else the program beside this test bundle, else the project's debug build.
    static let binary: URL? = {
        let named = ProcessInfo.processInfo.environment["PARAAF_BINARY"].map { URL(filePath: $0) }
        let bundle = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let places = [
            named, bundle.deletingLastPathComponent().appending(path: "paraaf"),
            home.appending(path: ".build/debug/paraaf"),
        ].compactMap(\.self)
        return places.first { FileManager.default.isExecutableFile(atPath: $0.plain) }
    }()

    /// Runs a command to its end. `data` is where the plans are; nil leaves `--data` out.
    static func run(
        _ arguments: String..., data: URL? = nil, environment: [String: String] = [:]
    ) throws -> Command {
        try start(arguments, data: data, environment: environment).end()
    }

    static func start(
        _ arguments: [String], data: URL? = nil, environment: [String: String] = [:]
    ) throws -> Child {
        try Child(try path(), arguments + dataOption(data), environment: world.merging(environment) { $1 })
    }

    /// As `run`, under a line of shell that sets limits first and then does `exec "$@"`.
    static func run(under shell: String, _ arguments: String..., data: URL) throws -> Command {
        let program = ["-c", "\(shell); exec \"$@\"", "sh", try path()]
        return try Command("sh", program + arguments + dataOption(data), environment: world)
    }

    private static func path() throws -> String {
        guard let binary else {
            throw Command.Failure("There is no paraaf to test: run `swift build`, or set PARAAF_BINARY.")
        }
        return binary.plain
    }

    private static func dataOption(_ data: URL?) -> [String] { data.map { ["--data", $0.plain] } ?? [] }

    /// The program finds its own files in the project, unless `PARAAF_HOME` names another place.
    private static let world = Command.plainWorld.merging([
        "PARAAF_HOME": ProcessInfo.processInfo.environment["PARAAF_HOME"] ?? home.plain
    ]) { $1 }
}
