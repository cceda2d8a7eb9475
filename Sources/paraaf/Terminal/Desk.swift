import ArgumentParser
import Foundation
import Phrases
import PlanDomain
import Workflow

/// What a command works with: the program's files and a terminal to speak through.
struct Desk: Sendable {
    let files: ProgramFiles
    let phrasebook: Phrasebook
    let terminal: Terminal

    init() throws {
        files = try ProgramFiles()
        phrasebook = try files.phrasebook()
        terminal = Terminal(phrasebook)
    }
}

/// A command that does its work at a desk. What the user can mend is told in their language with exit code 1.
protocol DeskCommand: AsyncParsableCommand {
    func work(at desk: Desk) async throws
}

extension DeskCommand {
    func run() async throws {
        let desk: Desk
        do {
            desk = try Desk()
        } catch {
            // Without the program's files there are no phrases to say it in.
            Terminal.complain("paraaf: the program's own files are missing or damaged: \(error)")
            Terminal.complain("Set PARAAF_HOME to the folder that holds web/, workflows/ and repo-templates/.")
            throw ExitCode.failure
        }
        do {
            try await work(at: desk)
        } catch let error as ExitCode {
            throw error
        } catch let error as ValidationError {
            throw error
        } catch {
            Terminal.complain(desk.terminal.explanation(of: error))
            throw ExitCode.failure
        }
    }
}

extension Terminal {
    /// What went wrong, for whoever typed the command.
    func explanation(of error: any Error) -> String {
        switch error {
        case let error as PlanError: phrases.sentence(error.reason)
        case let error as WorkflowFaults: lines(of: error).joined(separator: "\n")
        case let error as POSIXError where error.code == .ENOSPC: sentence("store.disk-full")
        case let error as CocoaError where error.code == .fileWriteOutOfSpace: sentence("store.disk-full")
        case let error as CocoaError where error.code == .fileReadNoSuchFile || error.code == .fileNoSuchFile:
            sentence("cli.file-missing", of: error)
        case let error as CocoaError where Self.forbidden.contains(error.code):
            sentence("cli.file-forbidden", of: error)
        default: text("cli.internal", ["error": .text("\(error)")])
        }
    }

    private static let forbidden: [CocoaError.Code] = [
        .fileWriteNoPermission, .fileReadNoPermission, .fileWriteVolumeReadOnly,
    ]

    private func sentence(_ key: String, of error: CocoaError? = nil) -> String {
        phrases.sentence(Reason(key, error.map { ["file": .text($0.filePath ?? "")] } ?? [:]))
    }

    /// `FILE:LINE: what is wrong`, as compilers print it, so that an editor can jump there.
    func lines(of faults: WorkflowFaults) -> [String] {
        faults.faults.map { "\($0.file):\($0.line): \(phrases.text($0.reason))" }
    }
}
