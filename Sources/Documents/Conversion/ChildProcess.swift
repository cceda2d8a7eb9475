import Dispatch
import Foundation
import Synchronization

/// A program that is run with an argument list, an environment of its own and a limit on its time.
///
/// What it prints goes nowhere: it may hold words of a document, and logs hold none.
final class ChildProcess: Sendable {
    enum Outcome: Equatable {
        /// Its exit status; 127 where the program is not there.
        case ended(Int32)
        case stopped
    }

    private enum State {
        case running, stopped, ended
    }

    private let program: String
    private let arguments: [String]
    private let folder: URL
    private let environment: [String: String]
    private let seconds: TimeInterval
    private let state = Mutex(State.running)

    init(
        _ program: String, _ arguments: [String], in folder: URL, environment: [String: String], seconds: TimeInterval
    ) {
        self.program = program
        self.arguments = arguments
        self.folder = folder
        self.environment = environment
        self.seconds = seconds
    }

    /// Runs it to its end, once.
    func run() async throws -> Outcome {
        try await withCheckedThrowingContinuation { continuation in
            do {
                try start { outcome in continuation.resume(returning: outcome) }
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }

    private func start(_ ended: @escaping @Sendable (Outcome) -> Void) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["--", program] + arguments
        process.currentDirectoryURL = folder
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        process.environment = environment.merging(["PATH": path]) { own, _ in own }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.terminationHandler = { [self] process in
            let wasStopped = state.withLock { state in
                defer { state = .ended }
                return state == .stopped
            }
            ended(wasStopped ? .stopped : .ended(process.terminationStatus))
        }
        try process.run()
        let identifier = process.processIdentifier
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { [self] in
            state.withLock { state in
                // Once it ended, another process may bear its number.
                guard state == .running else { return }
                state = .stopped
                kill(identifier, SIGKILL)
            }
        }
    }
}
