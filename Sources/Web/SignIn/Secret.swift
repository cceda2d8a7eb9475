import Crypto
import Foundation
import PlanDomain

/// 256 bits of chance, as they stand in a cookie or a link. Only their hash is ever kept.
public struct Secret: Hashable, Sendable {
    /// 43 letters and digits of base64url (RFC 4648, 5).
    public let text: String

    public static func make(_ random: RandomBytes) -> Secret { Secret(bytes: random(32)) }

    /// Nil for what cannot be one.
    public init?(_ text: String) {
        guard text.utf8.count == 43, text.utf8.allSatisfy(Base64URL.isDigit) else { return nil }
        self.text = text
    }

    private init(bytes: [UInt8]) { text = Base64URL.text(of: bytes) }

    /// What the store knows it by.
    public var hash: TokenHash { TokenHash(rawValue: Digest.hexadecimal(of: text.utf8, bytes: 32)) }

    /// A key for codes that only who holds the secret can be given.
    var key: SymmetricKey { SymmetricKey(data: Data(text.utf8)) }
}

/// Base 64 in an alphabet that needs no escape in an address or a cookie (RFC 4648, 5), without padding.
enum Base64URL {
    static func text(of bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    static func bytes(of text: some StringProtocol) -> [UInt8]? {
        let plain = String(text).replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        return Data(base64Encoded: plain + padding).map(Array.init)
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122, 45, 95: true
        default: false
        }
    }
}
