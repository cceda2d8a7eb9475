import Foundation
import Glibc
import Phrases
import PlanDomain
import Web
import Workflow

/// Speaks to whoever typed the command, in the words of the locale files.
struct Terminal: Sendable {
    let phrases: Phrases

    init(_ phrasebook: Phrasebook) {
        let language = ProcessInfo.processInfo.environment["PARAAF_LANGUAGE"].flatMap(Language.init(rawValue:))
        phrases = phrasebook.phrases(in: language ?? .nl)
    }

    func text(_ key: String, _ arguments: [String: PhraseArgument] = [:]) -> String { phrases.text(key, arguments) }

    /// A line to standard output.
    func say(_ key: String, _ arguments: [String: PhraseArgument] = [:]) {
        Self.write(text(key, arguments) + "\n")
    }

    /// A line to standard error, for progress and warnings: output that is piped on stays clean.
    func note(_ key: String, _ arguments: [String: PhraseArgument] = [:]) {
        Self.complain(text(key, arguments))
    }

    /// Writes bytes to standard output as they are, at once.
    static func write(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    static func complain(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}
