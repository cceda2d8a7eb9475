/// A code on paper that stands in, once, for the app on a telephone that is lost.
///
/// 80 bits of chance, so that its plain hash can be kept: nobody tries that many.
struct RecoveryCode: Equatable, Sendable {
    static let count = 10

    /// `abcd-efgh-ijkl-mnop`.
    let text: String

    static func make(_ random: RandomBytes) -> RecoveryCode {
        let letters = Base32.text(of: random(10)).lowercased()
        let groups = stride(from: 0, to: letters.count, by: 4).map { String(letters.dropFirst($0).prefix(4)) }
        return RecoveryCode(text: groups.joined(separator: "-"))
    }

    static func makeAll(_ random: RandomBytes) -> [RecoveryCode] { (0..<count).map { _ in make(random) } }

    var hash: String { Self.hash(of: text) }

    /// What the store knows it by, however it was typed: case, hyphens and spaces do not count.
    static func hash(of typed: String) -> String {
        Digest.hexadecimal(of: typed.lowercased().filter { $0.isLetter || $0.isNumber }.utf8, bytes: 32)
    }
}
