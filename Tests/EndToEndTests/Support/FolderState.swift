import Foundation

/// What a data folder holds, to see whether a command changed it.
///
/// Which process held the lock last is left out, and so are the files that SQLite keeps beside its database.
struct FolderState: Equatable {
    private let names: [String]
    private let references: [String]
    private let keys: [Data]
    /// Nil where this machine has no `sqlite3`.
    private let tables: String?

    init(_ folder: URL) throws {
        names = folder.names.filter { !$0.hasPrefix("paraaf.sqlite-") && $0 != "lock" }
        let plans = folder.appending(path: "plans")
        references = try plans.names.flatMap { name in
            [name] + (try StockGit(plans.appending(path: name)).run("for-each-ref").lines)
        }
        let keyFolder = folder.appending(path: "keys")
        keys = keyFolder.names.map {
            FileManager.default.contents(atPath: keyFolder.appending(path: $0).plain) ?? Data()
        }
        let database = folder.appending(path: "paraaf.sqlite")
        tables =
            Self.hasSQLite && database.exists
            ? try Command("sqlite3", ["-readonly", database.plain, ".dump"]).text.withoutTheRoundOfTheDay : nil
    }

    private static let hasSQLite = Command.isInstalled("sqlite3")
}

extension String {
    /// A dump without the notes that today was looked after: a server makes them whether or not anything was done.
    fileprivate var withoutTheRoundOfTheDay: String {
        split(separator: "\n").filter {
            !$0.hasPrefix("INSERT INTO noticeRound ") && !$0.hasPrefix("INSERT INTO disposalRound ")
        }.joined(separator: "\n")
    }
}
