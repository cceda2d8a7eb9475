import Foundation
import PlanDomain
import Workflow

/// `DATA/keys`: where the signing key lies, readable by the server alone.
public struct KeyFolder: Sendable {
    private let folder: URL

    public init(_ folder: URL) { self.folder = folder }

    private var secretFile: URL { folder.appending(path: "register") }
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
        guard FileManager.default.fileExists(atPath: secretFile.path) else { return nil }
        let attributes = try FileManager.default.attributesOfItem(atPath: secretFile.path)
        let permissions = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
        guard permissions & 0o077 == 0 else {
            throw PlanError(.unavailable, Reason("key.readable-by-others", ["file": .text(secretFile.path)]))
        }
        let text = try String(contentsOf: secretFile, encoding: .utf8)
        guard let key = SigningKey(openSSH: text) else {
            throw PlanError(.unavailable, Reason("key.unreadable", ["file": .text(secretFile.path)]))
        }
        return key
    }

    /// Puts `key` in the place of the one in use; the old one stays beside it under its fingerprint.
    func replace(with key: SigningKey) throws {
        if let old = try existingKey() {
            let name = "register-" + old.publicKey.fingerprint.filter { $0.isLetter || $0.isNumber }.suffix(12)
            try DurableFile.write(Data(old.openSSH.utf8), to: folder.appending(path: name), permissions: 0o600)
        }
        try keep(key)
    }

    private func keep(_ key: SigningKey) throws {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try DurableFile.write(Data(key.openSSH.utf8), to: secretFile, permissions: 0o600)
        try DurableFile.write(Data((key.publicKey.openSSH + " paraaf\n").utf8), to: publicFile, permissions: 0o644)
    }
}
