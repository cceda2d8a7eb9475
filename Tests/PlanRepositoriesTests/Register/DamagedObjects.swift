import Foundation
import TestSupport

/// Spoils single objects of a repository on disk, as a failing disk or a clumsy hand would, and puts them back.
struct DamagedObjects {
    enum Damage: CaseIterable {
        /// A whole object under the name of another: well packed, wrong content.
        case changedByte
        case rottenByte
        case truncated
        case deleted
    }

    let git: StockGit

    /// Spoils the object, runs `work`, and puts it back whatever happens.
    func damage<Value>(_ damage: Damage, _ id: String, while work: () async throws -> Value) async throws -> Value {
        let file = self.file(of: id)
        let content = try Data(contentsOf: file)
        let spoilt = try spoilt(damage, id, content)
        try replace(file, by: spoilt)
        defer { try? replace(file, by: content) }
        return try await work()
    }

    private func spoilt(_ damage: Damage, _ id: String, _ content: Data) throws -> Data? {
        switch damage {
        case .deleted: return nil
        case .truncated: return content.prefix(content.count / 2)
        case .rottenByte:
            var content = content
            content[content.count / 2] ^= 0x10
            return content
        case .changedByte:
            let kind = try git("cat-file", "-t", id)
            var object = try git.run(["cat-file", kind, id]).output
            object[object.count / 2] ^= 1
            let other = try git("hash-object", "-t", kind, "--literally", "-w", "--stdin", input: object)
            defer { try? FileManager.default.removeItem(at: file(of: other)) }
            return try Data(contentsOf: file(of: other))
        }
    }

    private func replace(_ file: URL, by content: Data?) throws {
        try? FileManager.default.removeItem(at: file)
        try content?.write(to: file)
    }

    private func file(of id: String) -> URL { git.folder.appending(path: "objects/\(id.prefix(2))/\(id.dropFirst(2))") }
}
