import Crypto
import Foundation

/// The key that an app on somebody's telephone makes codes with: six digits every thirty seconds (RFC 6238 with SHA-1,
/// which is what the apps know).
struct OneTimeKey: Equatable, Sendable {
    /// As apps take it when it is typed: base 32 without padding.
    let text: String
    private let bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
        text = Base32.text(of: bytes)
    }

    /// Nil for a text that is not base 32.
    init?(_ text: String) {
        guard let bytes = Base32.bytes(of: text), !bytes.isEmpty else { return nil }
        self.init(bytes: bytes)
    }

    /// In groups of four, to be read out and typed.
    var groups: String {
        stride(from: 0, to: text.count, by: 4).map { start in
            String(text.dropFirst(start).prefix(4))
        }.joined(separator: " ")
    }

    /// What a QR code holds, and what a telephone opens its app with.
    func link(account: String, issuer: String) -> String {
        let allowed = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\u{21}"..."\u{7E}"))
            .union(CharacterSet(charactersIn: "-._~@"))
        func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: allowed) ?? "" }
        return "otpauth://totp/\(encoded(issuer)):\(encoded(account))?secret=\(text)&issuer=\(encoded(issuer))"
    }

    static let stepLength: TimeInterval = 30

    static func step(at moment: Date) -> Int { Int((moment.timeIntervalSince1970 / stepLength).rounded(.down)) }

    /// The step that a code belongs to: the present one or a neighbour, for clocks that differ and fingers that are slow
    /// (RFC 6238, 5.2). Nil for a wrong code. The caller sees to it that a step counts once.
    func step(of code: String, at moment: Date) -> Int? {
        let digits = code.filter { !$0.isWhitespace }
        guard digits.utf8.count == 6, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        let present = Self.step(at: moment)
        // All three are tried, so that the time of the answer tells nothing.
        let matches = (present - 1...present + 1).filter { Self.isSame(self.code(atStep: $0), digits) }
        return matches.last
    }

    /// RFC 4226, 5.3.
    func code(atStep step: Int, digits: Int = 6) -> String {
        let counter = (0..<8).reversed().map { UInt8(truncatingIfNeeded: step >> ($0 * 8)) }
        let code = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: Data(counter), using: SymmetricKey(data: Data(bytes))))
        let offset = Int(code[code.count - 1] & 0xF)
        let number = code[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let limit = (0..<digits).reduce(1) { limit, _ in limit * 10 }
        let text = String(number % limit)
        return String(repeating: "0", count: digits - text.count) + text
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        SymmetricKey(data: Data(left.utf8)) == SymmetricKey(data: Data(right.utf8))
    }
}

/// RFC 4648, 6, without padding.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func text(of bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var (buffer, count) = (0, 0)
        for byte in bytes {
            buffer = buffer << 8 | Int(byte)
            count += 8
            while count >= 5 {
                text.append(alphabet[buffer >> (count - 5) & 31])
                count -= 5
            }
            buffer &= 1 << count - 1
        }
        if count > 0 { text.append(alphabet[buffer << (5 - count) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Case, spaces and padding do not count.
    static func bytes(of text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var (buffer, count) = (0, 0)
        for sign in text.uppercased().utf8 where sign != UInt8(ascii: " ") && sign != UInt8(ascii: "=") {
            guard let digit = alphabet.firstIndex(of: sign) else { return nil }
            buffer = buffer << 5 | digit
            count += 5
            if count >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: buffer >> (count - 8)))
                count -= 8
            }
            buffer &= 1 << count - 1
        }
        return bytes
    }
}
