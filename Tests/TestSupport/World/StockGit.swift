import Foundation

/// The git command line on one repository, deaf to the configuration of whoever runs the tests: what it says counts,
/// since it is what a stranger would check with.
public struct StockGit: Sendable {
    public let folder: URL

    public init(folder: URL) { self.folder = folder }

    /// What git printed, without white space at either end; throws when it failed.
    @discardableResult
    public func callAsFunction(_ arguments: String..., input: Data = Data()) throws -> String {
        let command = try run(arguments, input: input)
        guard command.succeeded else { throw Command.Failure(description: "git \(arguments): \(command.errors)") }
        return command.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    public func run(_ arguments: [String], input: Data = Data()) throws -> Command {
        try Command(
            "git", arguments, in: folder, input: input,
            environment: [
                "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8", "TZ": "UTC",
                "GIT_AUTHOR_NAME": "Stock", "GIT_AUTHOR_EMAIL": "stock@example.org",
                "GIT_AUTHOR_DATE": "1700000000 +0100", "GIT_COMMITTER_NAME": "Stock",
                "GIT_COMMITTER_EMAIL": "stock@example.org", "GIT_COMMITTER_DATE": "1700000000 +0100",
            ])
    }

    /// What `git fsck --strict` has to say, objects that nothing refers to included; empty when all is well.
    public func faults() throws -> [String] {
        let command = try run(["fsck", "--strict", "--full"])
        let said = command.lines + command.errors.split(separator: "\n").map(String.init)
        let faults = said.filter { !$0.hasPrefix("Checking") && !$0.hasPrefix("notice:") }
        return faults.isEmpty && !command.succeeded ? ["git fsck failed"] : faults
    }

    /// All references with their objects.
    public func references() throws -> [String] { try self("show-ref").split(separator: "\n").map(String.init) }
}

/// A program run to its end, with what it printed.
public struct Command: Sendable {
    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    public let status: Int32
    public let output: Data
    public let errors: String

    public var text: String { String(decoding: output, as: UTF8.self) }
    public var lines: [String] { text.split(separator: "\n").map(String.init) }
    public var succeeded: Bool { status == 0 }

    /// Runs without looking at the exit status. Streams go by way of files, so that no pipe can fill up.
    public init(
        _ program: String, _ arguments: [String], in folder: URL? = nil, input: Data = Data(),
        environment: [String: String] = [:]
    ) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let scratch = try TemporaryFolder()
        let handles = try ["input", "output", "errors"].map { name in
            try (name == "input" ? input : Data()).write(to: scratch.file(name))
            return try FileHandle(forUpdating: scratch.file(name))
        }
        (process.standardInput, process.standardOutput, process.standardError) = (handles[0], handles[1], handles[2])
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        output = try Data(contentsOf: scratch.file("output"))
        errors = String(decoding: try Data(contentsOf: scratch.file("errors")), as: UTF8.self)
    }
}
