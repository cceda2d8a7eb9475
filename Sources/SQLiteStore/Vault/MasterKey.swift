import Crypto
import Foundation
import Glibc
import PlanDomain
import Workflow

/// The key under which every record's own key lies (*hoofdsleutel*): 32 random bytes in a file outside the data folder.
///
/// Whoever copies the data folder, or a backup of it, has no names and no words of people without this file. Whoever loses
/// the file has lost them too: keep a copy, and not beside the backups.
public struct MasterKey: Sendable {
    private static let prefix = "paraaf-master-key-1 "

    let bytes: SymmetricKey

    init(_ bytes: Data) { self.bytes = SymmetricKey(data: bytes) }

    /// A key that nobody keeps.
    public static func random() -> MasterKey { MasterKey(SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }) }

    /// Reads the key from its file. Throws `unavailable` for a file that is not there, can be read by others than its
    /// owner, or holds something else.
    public init(from file: URL) throws(PlanError) {
        let path = file.path(percentEncoded: false)
        func refusal(_ key: String) -> PlanError { PlanError(.unavailable, Reason(key, ["file": .text(path)])) }
        guard FileManager.default.fileExists(atPath: path) else { throw refusal("master-key.missing") }
        var status = stat()
        guard stat(path, &status) == 0, let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw refusal("master-key.unreadable")
        }
        guard status.st_mode & 0o077 == 0 else { throw refusal("master-key.open-to-others") }
        guard text.hasPrefix(Self.prefix),
            let bytes = Data(
                base64Encoded: text.dropFirst(Self.prefix.count).trimmingCharacters(in: .whitespacesAndNewlines)),
            bytes.count == 32
        else { throw refusal("master-key.no-key") }
        self.init(bytes)
    }

    /// Makes the file with a new key where it is not there, readable by its owner alone, and reads it.
    ///
    /// Of two programs that start at once one makes it, and both read the same.
    public static func made(in file: URL) throws -> MasterKey {
        if FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) { return try MasterKey(from: file) }
        let folder = file.deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let draft = StoreFile(folder.appending(path: ".\(file.lastPathComponent)-\(UUID().uuidString)"))
            try draft.create()
            defer { unlink(draft.path) }
            let text = prefix + random().bytes.withUnsafeBytes { Data($0) }.base64EncodedString() + "\n"
            try Data(text.utf8).write(to: draft.url)
            try? draft.move(to: StoreFile(file))
        } catch let error as CocoaError {
            throw PlanError(
                .unavailable,
                Reason("master-key.not-writable", ["file": .text(file.path), "why": .text(error.localizedDescription)]))
        }
        return try MasterKey(from: file)
    }
}
