import PlanDomain
import Testing

@testable import Web

@Suite("Passwords")
struct PasswordTests {
    /// RFC 7914, 12: of each key its first half, which PBKDF2 makes first.
    @Test(arguments: [
        ("", "", 4, 1, "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"),
        (
            "pleaseletmein", "SodiumChloride", 14, 8,
            "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
        ),
    ])
    func theKeysAreThoseOfTheStandard(
        password: String, salt: String, logRounds: Int, blockSize: Int, key: String
    ) throws {
        let cost = try #require(PasswordCost(logRounds: logRounds, blockSize: blockSize))
        let hash = try PasswordHash(password, salt: Array(salt.utf8), cost: cost)
        #expect(hash.key.withUnsafeBytes { $0.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() } == key)
    }

    @Test func aHashCarriesItsCostAndSalt() async throws {
        let hasher = PasswordHasher(cost: .slight, random: SystemRandom.bytes)
        let text = try await hasher.hash("vier natte fietsen")
        #expect(text.hasPrefix("scrypt$4$8$1$"))
        #expect(try #require(PasswordHash(text)).text == text)
        #expect(try await hasher.hash("vier natte fietsen") != text, "another salt")
        let dearer = PasswordHasher(cost: try #require(PasswordCost(logRounds: 6)), random: SystemRandom.bytes)
        #expect(try await dearer.matches("vier natte fietsen", text), "an old hash is tried at its own cost")
        #expect(try await !dearer.matches("vier natte fietsem", text))
    }

    @Test func whatIsNoHashMatchesNothing() async throws {
        let hasher = PasswordHasher(cost: .slight, random: SystemRandom.bytes)
        let wrong: [String?] = [
            nil, "", "scrypt", "scrypt$4$8$1$AAAA$AAAA", "scrypt$40$8$1$AAAA$AAAA", "vier natte fietsen",
        ]
        for text in wrong { #expect(try await !hasher.matches("", text), "\(text ?? "nil")") }
    }

    @Test func aLetterIsTheSameHoweverItWasComposed() async throws {
        let hasher = PasswordHasher(cost: .slight, random: SystemRandom.bytes)
        let text = try await hasher.hash("caf\u{E9} om de hoek")
        #expect(try await hasher.matches("cafe\u{301} om de hoek", text))
        #expect(try await !hasher.matches("cafe om de hoek", text))
    }

    @Test func manyAtOnceAllComeThrough() async throws {
        let hasher = PasswordHasher(cost: .slight, random: SystemRandom.bytes)
        let text = try await hasher.hash("vier natte fietsen")
        let right = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<40 {
                group.addTask { try await hasher.matches(number < 20 ? "vier natte fietsen" : "\(number)", text) }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(right == 20)
    }
}

@Suite("What a password must be")
struct PasswordRuleTests {
    private let rule = PasswordRule(
        name: "Sanne de Wit", mail: MailAddress("s.dewit@deventer.nl")!, municipality: "Gemeente Deventer")

    @Test(arguments: [
        ("", "password.short"), ("elf tekens!", "password.short"), ("abababababab", "password.repeated"),
        ("aaaaaaaaaaaaaaaaaaaa", "password.repeated"), ("123456789012", "password.sequence"),
        ("qwertyuiop12", "password.sequence"), ("abcdefghijklmn", "password.sequence"),
        ("Sanne20242025!", "password.own"), ("DeventerDeventer", "password.own"), ("dewit-2024-dewit", "password.own"),
        ("Deventer2026!!", "password.own"), ("S\u{E1}nne-1908-1908", "password.own"),
        ("Paraaf2026-07", "password.own"), ("Welkom2026-07!", "password.common"),
        ("wachtwoord1908", "password.common"), ("ZomerZomer1908", "password.common"),
    ])
    func whatCanBeGuessedIsRefusedWithTheReason(password: String, key: String) {
        #expect(rule.objection(to: password)?.key == key)
    }

    @Test(arguments: [
        "vier natte fietsen", "Sanne koopt vier natte fietsen", "correct horse battery staple", "8fK2pQ9wXz4m",
        "de zomer van mijn tante", "日本語のとても長い合言葉です",
    ])
    func whatIsLongAndOnesOwnWillDo(password: String) {
        #expect(rule.objection(to: password) == nil)
    }
}
