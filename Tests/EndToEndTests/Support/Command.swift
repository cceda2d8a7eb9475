import Foundation

/// A program run to its end, with what it printed.
struct Command {
    struct Failure: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) { self.description = description }
    }

    let status: Int32
    /// Whether a signal ended it, whose number is then the status.
    let wasKilled: Bool
    let output: Data
    let complaint: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }

    init(
        _ program: String, _ arguments: [String], input: Data? = nil, environment: [String: String] = Command.plainWorld
    ) throws {
        self = try Child(program, arguments, input: input, environment: environment).end()
    }

    fileprivate init(_ process: Process, output: Data, complaint: String) {
        status = process.terminationStatus
        wasKilled = process.terminationReason == .uncaughtSignal
        self.output = output
        self.complaint = complaint
    }

    /// The environment of a user who set nothing: neither language nor zone nor anything of git.
    static let plainWorld: [String: String] = {
        let world = ProcessInfo.processInfo.environment
        return ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH"].reduce(into: [:]) { $0[$1] = world[$1] }
    }()

    static func isInstalled(_ program: String) -> Bool {
        (try? Command("sh", ["-c", "command -v \(program)"]).status) == 0
    }
}

/// A program that runs beside the test.
///
/// Its output goes to files: a pipe fills up when nobody reads it, and other children would inherit it.
final class Child {
    private let process = Process()
    private let scratch: Scratch

    init(
        _ program: String, _ arguments: [String], input: Data? = nil, environment: [String: String] = Command.plainWorld
    ) throws {
        scratch = try Scratch()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.environment = environment
        process.standardInput = try FileHandle(forReadingFrom: scratch.write(input ?? Data(), to: "input"))
        process.standardOutput = try FileHandle(forWritingTo: scratch.write("", to: "output"))
        process.standardError = try FileHandle(forWritingTo: scratch.write("", to: "errors"))
        try process.run()
    }

    deinit {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
        wait()
    }

    var number: Int32 { process.processIdentifier }
    var isRunning: Bool { process.isRunning }

    /// What it has printed until now.
    var output: String { read("output") }
    var complaint: String { read("errors") }

    func signal(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits until it ends; a program that goes on for minutes, such as a server that should have been refused, is
    /// ended by force.
    func end() throws -> Command {
        let deadline = Date.now.addingTimeInterval(180)
        wait { Date.now < deadline }
        if process.isRunning {
            signal(SIGKILL)
            wait()
            throw Command.Failure("it did not end: \(process.arguments ?? []) \(complaint)")
        }
        return Command(process, output: try Data(contentsOf: scratch.place("output")), complaint: complaint)
    }

    /// `Process.waitUntilExit` looks only twenty times a second, and hundreds of programs are waited for.
    private func wait(while condition: () -> Bool = { true }) {
        while process.isRunning, condition() { usleep(1_000) }
    }

    private func read(_ name: String) -> String {
        String(decoding: (try? Data(contentsOf: scratch.place(name))) ?? Data(), as: UTF8.self)
    }
}
