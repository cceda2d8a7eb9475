import Foundation

/// The `git` of this machine on one bare repository, as an outsider would use it.
struct StockGit {
    let repository: URL

    init(_ repository: URL) { self.repository = repository }

    init(plan: String, in data: URL) { self.init(data.appending(path: "plans/\(plan).git")) }

    @discardableResult
    func run(_ arguments: String..., input: String = "", settings: [String: String] = [:]) throws -> Command {
        let answer = try attempt(arguments, input: input, settings: settings)
        guard answer.status == 0 else {
            throw Command.Failure("git \(arguments.joined(separator: " ")): \(answer.complaint)")
        }
        return answer
    }

    /// Runs without looking at the exit status.
    func attempt(_ arguments: [String], input: String = "", settings: [String: String] = [:]) throws -> Command {
        let settings = settings.sorted { $0.key < $1.key }.flatMap { ["-c", "\($0.key)=\($0.value)"] }
        let place = ["-c", "safe.directory=*", "--git-dir", repository.plain]
        return try Command(
            "git", place + settings + arguments, input: Data(input.utf8),
            environment: Command.plainWorld.merging(Self.identity) { $1 })
    }

    /// The id that a name stands for.
    func id(_ name: String) throws -> String { try run("rev-parse", "--verify", name).lines[0] }

    /// The commits of the register, the first act first.
    func acts() throws -> [String] {
        try run("rev-list", "--first-parent", "--reverse", Self.register).lines.filter { commit in
            try run("ls-tree", "--name-only", commit).lines.contains("act.json")
        }
    }

    /// Where an object lies that is in no pack.
    func looseObject(_ id: String) -> URL {
        repository.appending(path: "objects/\(id.prefix(2))/\(id.dropFirst(2))")
    }

    static let register = "refs/register/acts"

    private static let identity = [
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_AUTHOR_NAME": "Iemand",
        "GIT_AUTHOR_EMAIL": "iemand@example.invalid", "GIT_COMMITTER_NAME": "Iemand",
        "GIT_COMMITTER_EMAIL": "iemand@example.invalid", "GIT_AUTHOR_DATE": "2026-01-01T12:00:00Z",
        "GIT_COMMITTER_DATE": "2026-01-01T12:00:00Z",
    ]
}
