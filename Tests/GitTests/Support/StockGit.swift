import Foundation

/// The git command line on one repository, deaf to the configuration of whoever runs the tests.
struct StockGit {
    let folder: URL

    private static let environment = [
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8", "TZ": "UTC",
        "GIT_AUTHOR_NAME": "Stock", "GIT_AUTHOR_EMAIL": "stock@example.org", "GIT_AUTHOR_DATE": "1700000000 +0100",
        "GIT_COMMITTER_NAME": "Stock", "GIT_COMMITTER_EMAIL": "stock@example.org",
        "GIT_COMMITTER_DATE": "1700000000 +0100",
    ]

    /// What git printed, without white space at either end; throws when it failed.
    @discardableResult
    func callAsFunction(_ arguments: String..., input: String? = nil) throws -> String {
        let command = try run(arguments, input: input.map { Data($0.utf8) })
        guard command.succeeded else { throw Command.Failure(description: "git \(arguments): \(command.errors)") }
        return command.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func run(_ arguments: [String], input: Data? = nil) throws -> Command {
        try Command("git", arguments, in: folder, input: input, environment: Self.environment)
    }

    /// What `git fsck --strict` has to say, an empty array when nothing.
    func faults() throws -> [String] {
        let command = try run(["fsck", "--strict", "--no-dangling"])
        let said = command.lines + command.errors.split(separator: "\n").map(String.init)
        let faults = said.filter { !$0.hasPrefix("Checking") && !$0.hasPrefix("notice:") }
        return faults.isEmpty && !command.succeeded ? ["git fsck failed"] : faults
    }
}
