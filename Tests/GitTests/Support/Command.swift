import Foundation

/// A program run to its end, with what it printed.
struct Command {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let status: Int32
    let output: Data
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }
    var succeeded: Bool { status == 0 }

    /// Runs without looking at the exit status. Input goes by way of a file, so that no pipe can fill up.
    init(
        _ program: String, _ arguments: [String], in folder: URL? = nil, input: Data? = nil,
        environment: [String: String] = [:]
    ) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let scratch = try TemporaryFolder()
        let handles = try ["input", "output", "errors"].map { name in
            try (name == "input" ? input ?? Data() : Data()).write(to: scratch.file(name))
            return try FileHandle(forUpdating: scratch.file(name))
        }
        (process.standardInput, process.standardOutput, process.standardError) = (handles[0], handles[1], handles[2])
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        output = try Data(contentsOf: scratch.file("output"))
        errors = String(decoding: try Data(contentsOf: scratch.file("errors")), as: UTF8.self)
    }

    static func isInstalled(_ program: String) -> Bool {
        (try? Command("which", [program]).succeeded) ?? false
    }
}
