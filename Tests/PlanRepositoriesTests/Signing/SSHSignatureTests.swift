import Foundation
import TestSupport
import Testing

@testable import PlanRepositories

/// Signatures are those of OpenSSH, and fit one message alone.
@Suite struct SSHSignatureTests {
    private let key = SigningKey()
    private let message = Data("tree abc\n\nHandeling 1\n".utf8)

    @Test func sshKeygenAcceptsASignature() throws {
        let folder = try TemporaryFolder()
        try Data(KeyRing(first: key.publicKey).file.utf8).write(to: folder.file("signers"))
        try Data(try key.sign(message).utf8).write(to: folder.file("signature"))
        let arguments = [
            "-Y", "verify", "-f", folder.file("signers").path, "-I", KeyRing.principal, "-n", "git", "-s",
            folder.file("signature").path,
        ]
        #expect(try Command("ssh-keygen", arguments, input: message).succeeded)
        #expect(try !Command("ssh-keygen", arguments, input: message + Data(" ".utf8)).succeeded)
    }

    @Test func signatureOfSSHKeygenIsRead() throws {
        let folder = try TemporaryFolder()
        let keys = KeyFolder(folder.url)
        let key = try keys.signingKey()
        let signed = try Command(
            "ssh-keygen", ["-Y", "sign", "-n", "git", "-f", folder.file("register").path], input: message)
        let signature = try #require(SSHSignature(armoured: signed.text))
        #expect(signature.key == key.publicKey)
        #expect(signature.isValid(for: message))
    }

    @Test func signatureUnderAnotherNamespaceIsNone() throws {
        let folder = try TemporaryFolder()
        _ = try KeyFolder(folder.url).signingKey()
        let signed = try Command(
            "ssh-keygen", ["-Y", "sign", "-n", "file", "-f", folder.file("register").path], input: message)
        #expect(signed.succeeded)
        #expect(SSHSignature(armoured: signed.text) == nil)
    }

    @Test func everyChangedByteOfASignatureIsNoticed() throws {
        let armoured = try key.sign(message)
        let lines = armoured.split(separator: "\n")
        let bytes = try #require(Data(base64Encoded: lines.dropFirst().dropLast().joined()))
        let armour = SSHArmour(label: "SSH SIGNATURE")
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            let signature = SSHSignature(armoured: armour.wrap(changed))
            #expect(signature.map { $0.isValid(for: message) && $0.key == key.publicKey } != true, "byte \(index)")
        }
        #expect(SSHSignature(armoured: armour.wrap(bytes))?.isValid(for: message) == true)
    }

    @Test func signatureThatIsCutOffIsNone() throws {
        let armoured = try key.sign(message)
        let bytes = try #require(
            Data(base64Encoded: armoured.split(separator: "\n").dropFirst().dropLast().joined()))
        for count in 0..<bytes.count {
            #expect(SSHSignature(armoured: SSHArmour(label: "SSH SIGNATURE").wrap(bytes.prefix(count))) == nil)
        }
    }

    @Test func publicKeyIsReadBackFromItsLine() {
        #expect(PublicKey(openSSH: key.publicKey.openSSH + " met opmerking") == key.publicKey)
        #expect(PublicKey(openSSH: "ssh-rsa AAAA") == nil)
        #expect(PublicKey(openSSH: "ssh-ed25519 AAAA") == nil)
        #expect(PublicKey(openSSH: "") == nil)
    }
}
