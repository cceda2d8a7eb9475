import Foundation
import Git

/// An Ed25519 key made by ssh-keygen for one test, with the file of allowed signers that stock git wants.
final class SigningKey {
    static let isPossible = Command.isInstalled("ssh-keygen")

    private let folder: TemporaryFolder
    let allowedSigners: URL

    init() throws {
        folder = try TemporaryFolder()
        let made = try Command(
            "ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", folder.file("key").path])
        guard made.succeeded else { throw Command.Failure(description: made.errors) }
        let publicKey = try String(contentsOf: folder.file("key.pub"), encoding: .utf8)
        allowedSigners = try folder.write("* \(publicKey)", to: "allowed")
    }

    func sign(_ payload: Data) throws -> String? {
        let command = try Command(
            "ssh-keygen", ["-Y", "sign", "-n", "git", "-f", folder.file("key").path], input: payload)
        guard command.succeeded else { throw Command.Failure(description: command.errors) }
        return command.text
    }

    /// Whether the signature is that of this key over exactly this payload.
    func accepts(_ signature: ObjectSignature) throws -> Bool {
        let file = try folder.write(signature.armored + "\n", to: "signature")
        let arguments = ["-Y", "verify", "-n", "git", "-I", "anyone", "-f", allowedSigners.path, "-s", file.path]
        return try Command("ssh-keygen", arguments, input: signature.payload).succeeded
    }

    /// Tells stock git whom to believe.
    func trust(in git: StockGit) throws {
        try git("config", "gpg.format", "ssh")
        try git("config", "gpg.ssh.allowedSignersFile", allowedSigners.path)
    }
}
