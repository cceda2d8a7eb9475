import Foundation
import Git

/// A fresh repository in a folder of its own, seen through this module and through stock git.
struct World {
    let folder: TemporaryFolder
    let repository: Repository
    let git: StockGit

    init() throws {
        folder = try TemporaryFolder()
        repository = try Repository.createBare(at: folder.file("plan.git"))
        git = StockGit(folder: repository.location)
    }

    /// A second handle, such as another process would have.
    func secondHandle() throws -> Repository { try Repository.open(bareAt: repository.location) }

    /// A tree of exactly these files.
    func tree(_ files: [String: String]) throws -> ObjectID {
        try repository.writeTree(
            base: nil, changes: try files.map { .put(path: $0, blob: try repository.writeBlob($1.utf8)) })
    }

    func commit(
        _ files: [String: String], parents: [ObjectID] = [], message: String = "Change", minute: Int = 0
    ) throws -> ObjectID {
        try repository.write(draft(tree: tree(files), parents: parents, message: message, minute: minute))
    }

    func draft(
        tree: ObjectID, parents: [ObjectID] = [], message: String = "Change", trailers: [Trailer] = [], minute: Int = 0
    ) -> CommitDraft {
        CommitDraft(tree: tree, parents: parents, author: .drafter(minute), message: message, trailers: trailers)
    }

    /// A line of commits, each changing one file; returns them oldest first with `main` at the last.
    @discardableResult
    func line(_ count: Int, file: String = "a.md") throws -> [ObjectID] {
        var ids: [ObjectID] = []
        for number in 1...count {
            ids.append(
                try commit(
                    [file: "text \(number)\n"], parents: ids.suffix(1), message: "Change \(number)", minute: number))
        }
        try repository.updateReference("refs/heads/main", to: ids[count - 1], expecting: nil)
        return ids
    }

    /// The file of a loose object.
    func looseFile(_ id: ObjectID) -> URL {
        repository.location.appending(path: "objects/\(id.description.prefix(2))/\(id.description.dropFirst(2))")
    }

    /// Overwrites a loose object, which git makes read-only.
    func damage(_ id: ObjectID, with bytes: Data) throws {
        try FileManager.default.removeItem(at: looseFile(id))
        try bytes.write(to: looseFile(id))
    }

    /// Has stock git store bytes that this module would refuse to write.
    func store(_ kind: String, _ bytes: Data) throws -> ObjectID {
        let command = try git.run(["hash-object", "-t", kind, "-w", "--literally", "--stdin"], input: bytes)
        guard let id = ObjectID(command.text.trimmingCharacters(in: .newlines)) else {
            throw Command.Failure(description: command.errors)
        }
        return id
    }
}

extension Identity {
    /// 15 June 2023, 12:00 in Deventer, and some minutes.
    static func drafter(_ minute: Int = 0) -> Identity {
        Identity(
            name: "Steller", email: "steller@example.org",
            date: Date(timeIntervalSince1970: 1_686_823_200 + Double(60 * minute)), offsetMinutes: 120)
    }
}

/// The `GitError` that the body throws, nil when it throws none.
func gitError(_ body: () throws -> Void) -> GitError? {
    do {
        try body()
        return nil
    } catch {
        return error as? GitError
    }
}
