import Foundation
import PlanDomain
import Workflow

/// `DATA/keys`: where the signing key lies, readable by the server alone.
public struct KeyFolder: Sendable {
    private let folder: URL

    public init(_ folder: URL) { self.folder = folder }

    private var secretFile: URL { folder.appending(path: "register") }
    private var nextFile: URL { folder.appending(path: "register.next") }
    private var publicFile: URL { folder.appending(path: "register.pub") }

    /// The key in use; made when there is none yet.
    ///
    /// Throws `unavailable` when the file can be read by others, or is no key.
    public func signingKey() throws -> SigningKey {
        if let key = try existingKey() { return key }
        let key = SigningKey()
        try keep(key)
        return key
    }

    /// The key in use, or nil in a folder that has none.
    public func existingKey() throws -> SigningKey? {
        try key(in: secretFile)
    }

    /// The key that is to follow. It is kept before any register names it, so that a rotation that was interrupted is
    /// finished with the same one.
    public func nextKey() throws -> SigningKey {
        if let key = try key(in: nextFile) { return key }
        let key = SigningKey()
        try makeFolder()
        try DurableFile.write(Data(key.openSSH.utf8), to: nextFile, permissions: 0o600)
        return key
    }

    /// Puts the next key in the place of the one in use, when all registers have been handed over to it. The old one
    /// stays beside it under its fingerprint.
    public func takeNextIntoUse() throws {
        guard let next = try key(in: nextFile) else { return }
        if let old = try existingKey(), old.publicKey != next.publicKey {
            let name = "register-" + old.publicKey.fingerprint.filter { $0.isLetter || $0.isNumber }.suffix(12)
            try DurableFile.write(Data(old.openSSH.utf8), to: folder.appending(path: name), permissions: 0o600)
        }
        try keep(next)
        try FileManager.default.removeItem(at: nextFile)
        try DurableFile.syncFolder(folder)
    }

    private func key(in file: URL) throws -> SigningKey? {
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        let permissions = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
        guard permissions & 0o077 == 0 else {
            throw PlanError(.unavailable, Reason("key.readable-by-others", ["file": .text(file.path)]))
        }
        guard let text = String(validating: try Data(contentsOf: file), as: UTF8.self),
            let key = SigningKey(openSSH: text)
        else { throw PlanError(.unavailable, Reason("key.unreadable", ["file": .text(file.path)])) }
        return key
    }

    private func makeFolder() throws {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    private func keep(_ key: SigningKey) throws {
        try makeFolder()
        try DurableFile.write(Data(key.openSSH.utf8), to: secretFile, permissions: 0o600)
        try DurableFile.write(Data((key.publicKey.openSSH + " paraaf\n").utf8), to: publicFile, permissions: 0o644)
    }
}
