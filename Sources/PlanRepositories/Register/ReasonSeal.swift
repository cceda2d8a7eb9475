import Crypto
import Foundation
import PlanDomain

/// Makes the salted hash by which the register knows a free text without holding it.
public enum ReasonSeal {
    /// With a new random salt of 32 bytes: equal texts cannot be told from their hashes.
    public static func seal(_ text: String) -> KeptReason {
        let salt = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        return KeptReason(hash: hash(of: text, salt: salt), salt: salt.hexadecimal, text: text)
    }

    /// Whether a kept text is the one that the register knows.
    public static func fits(_ reason: KeptReason) -> Bool {
        guard let salt = Data(hexadecimal: reason.salt) else { return false }
        return hash(of: reason.text, salt: salt) == reason.hash
    }

    private static func hash(of text: String, salt: Data) -> ReasonHash {
        ReasonHash(rawValue: Data(SHA256.hash(data: salt + Data(text.utf8))).hexadecimal)
    }
}

extension Data {
    var hexadecimal: String {
        map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    init?(hexadecimal text: String) {
        let digits = text.utf8.map { UInt8(String(UnicodeScalar($0)), radix: 16) }
        guard digits.count.isMultiple(of: 2), digits.allSatisfy({ $0 != nil }) else { return nil }
        let values = digits.compactMap { $0 }
        self.init(stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] })
    }
}
