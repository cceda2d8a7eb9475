import Crypto
import Foundation
import PlanDomain

/// The key of one sheet, as it stands in the cookie of that one questionnaire or in the link by which somebody comes back.
///
/// The store knows its hash alone. The code that is shown at the end is made of it, so that sending twice shows the same
/// one, and is too short to lead back to it.
struct SheetSecret: Sendable {
    let secret: Secret

    /// For a sheet that is begun: the same for the same showing of the same form in the same browser, so that a form that
    /// is sent twice begins one sheet.
    init?(beginning survey: String, requestID: String, in browser: FormSecret) {
        guard let secret = Secret(Base64URL.text(of: browser.offer("enquete \(survey) \(requestID)"))) else {
            return nil
        }
        self.secret = secret
    }

    init?(_ text: String?) {
        guard let secret = text.flatMap({ Secret($0) }) else { return nil }
        self.secret = secret
    }

    var key: SheetKey { SheetKey(id: secret.hash, receipt: ReceiptCode.hash(code)) }

    /// Such as `7KQF-M3XP-2NWA`: sixty bits, in letters and digits that are not taken for one another.
    var code: String {
        let bytes = Array(HMAC<SHA256>.authenticationCode(for: Data("paraaf enquete code".utf8), using: secret.key))
        return ReceiptCode.text(of: bytes)
    }
}

/// The code by which somebody can see that their answers were received.
enum ReceiptCode {
    private static let length = 12

    static func text(of bytes: [UInt8]) -> String { ReadableCode.text(of: bytes, length: length) }

    /// As people type it. Nil for what can't be one.
    static func typed(_ text: String) -> String? { ReadableCode.typed(text, length: length) }

    static func hash(_ code: String) -> TokenHash {
        TokenHash(rawValue: Digest.hexadecimal(of: ("enquete " + code).utf8, bytes: 32))
    }
}
