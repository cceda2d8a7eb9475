import Crypto
import Foundation
import PlanDomain

extension InputSeals {
    /// Random keys of 32 bytes, HMAC with SHA-256 (RFC 2104) and SHA-256.
    public static let hmac = InputSeals(
        newKey: { InputKey(rawValue: SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }.hexadecimal) },
        seal: { bytes, key in
            let secret = SymmetricKey(data: Data(hexadecimal: key.rawValue) ?? Data(key.rawValue.utf8))
            return Data(HMAC<SHA256>.authenticationCode(for: bytes, using: secret)).hexadecimal
        },
        digest: { Data(SHA256.hash(data: $0)).hexadecimal })
}
