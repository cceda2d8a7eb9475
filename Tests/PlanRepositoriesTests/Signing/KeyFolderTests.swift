import Foundation
import PlanDomain
import TestSupport
import Testing

@testable import PlanRepositories

/// The signing key is kept for the server alone, in a form that OpenSSH reads.
@Suite struct KeyFolderTests {
    @Test func keyIsMadeOnceAndReadableByTheServerAlone() throws {
        let folder = try TemporaryFolder()
        let keys = KeyFolder(folder.file("keys"))
        #expect(try keys.existingKey() == nil)
        let made = try keys.signingKey()
        #expect(try keys.signingKey().publicKey == made.publicKey)
        #expect(try Self.permissions(of: folder.file("keys")) == 0o700)
        #expect(try Self.permissions(of: folder.file("keys/register")) == 0o600)
    }

    @Test(arguments: [0o640, 0o604, 0o660, 0o666, 0o610, 0o601])
    func keyThatOthersMayReadIsRefused(_ permissions: Int) throws {
        let folder = try TemporaryFolder()
        let keys = KeyFolder(folder.url)
        _ = try keys.signingKey()
        try FileManager.default.setAttributes(
            [.posixPermissions: permissions], ofItemAtPath: folder.file("register").path)
        let refused = try refusalAtOnce(of: { try keys.signingKey() })
        #expect(refused?.code == .unavailable)
        #expect(refused?.reason.key == "key.readable-by-others")
    }

    @Test(arguments: [
        "", "geen sleutel", "-----BEGIN OPENSSH PRIVATE KEY-----\nYQ==\n-----END OPENSSH PRIVATE KEY-----\n",
    ])
    func fileThatIsNoKeyIsRefusedAndStays(_ content: String) throws {
        let folder = try TemporaryFolder()
        let file = folder.file("register")
        try Data(content.utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        #expect(try refusalAtOnce(of: { try KeyFolder(folder.url).signingKey() })?.reason.key == "key.unreadable")
        #expect(try String(contentsOf: file, encoding: .utf8) == content)
    }

    @Test func fileOfOtherBytesThanTextIsRefused() throws {
        let folder = try TemporaryFolder()
        try Data([0xFF, 0xFE, 0x00]).write(to: folder.file("register"))
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: folder.file("register").path)
        #expect(try refusalAtOnce(of: { try KeyFolder(folder.url).signingKey() })?.reason.key == "key.unreadable")
    }

    @Test func sshKeygenReadsTheKeyAndAgreesOnItsPublicHalf() throws {
        let folder = try TemporaryFolder()
        let key = try KeyFolder(folder.url).signingKey()
        let derived = try Command("ssh-keygen", ["-y", "-P", "", "-f", folder.file("register").path])
        #expect(derived.text.hasPrefix(key.publicKey.openSSH), "\(derived.errors)")
        let listed = try Command("ssh-keygen", ["-l", "-f", folder.file("register.pub").path])
        #expect(listed.text.contains(key.publicKey.fingerprint))
    }

    @Test func keyThatSSHKeygenMadeIsRead() throws {
        let folder = try TemporaryFolder()
        let made = try Command(
            "ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "gemeente", "-f", folder.file("register").path])
        #expect(made.succeeded)
        let key = try #require(try KeyFolder(folder.url).existingKey())
        #expect(try String(contentsOf: folder.file("register.pub"), encoding: .utf8).hasPrefix(key.publicKey.openSSH))
    }

    @Test func nextKeyTakesThePlaceOfTheOneInUseWhichIsKept() throws {
        let folder = try TemporaryFolder()
        let keys = KeyFolder(folder.url)
        let first = try keys.signingKey()
        let next = try keys.nextKey()
        #expect(try keys.nextKey().publicKey == next.publicKey)
        #expect(try keys.signingKey().publicKey == first.publicKey)
        try keys.takeNextIntoUse()
        #expect(try keys.signingKey().publicKey == next.publicKey)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
        #expect(names.count == 3 && !names.contains("register.next"))
        let old = try #require(names.first { $0.hasPrefix("register-") })
        #expect(
            SigningKey(openSSH: try String(contentsOf: folder.file(old), encoding: .utf8))?.publicKey == first.publicKey
        )
        #expect(try Self.permissions(of: folder.file(old)) == 0o600)
    }

    private static func permissions(of file: URL) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        return try #require(attributes[.posixPermissions] as? NSNumber).intValue
    }
}
