import Crypto
import Foundation
import Synchronization

/// What the forms of one browser are bound to: the secret of its session, or for a visitor that of a cookie of their
/// own, which is made when a form is first shown to them.
///
/// A token is a code over that secret (HMAC-SHA256), so that it lives as long as the session, survives a restart of the
/// server, and says nothing about the secret to who reads the page. Another site can read neither.
final class FormSecret: Sendable {
    private let secret: Secret
    /// Whether the browser must be given the secret together with the form.
    private let isNew: Bool
    private let wasUsed = Mutex(false)

    init(_ secret: Secret, isNew: Bool = false) {
        self.secret = secret
        self.isNew = isNew
    }

    func token() -> String {
        wasUsed.withLock { $0 = true }
        return Base64URL.text(of: HMAC<SHA256>.authenticationCode(for: Self.purpose, using: secret.key))
    }

    /// In constant time.
    func matches(_ token: String?) -> Bool {
        guard let bytes = token.flatMap(Base64URL.bytes), !isNew else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(bytes, authenticating: Self.purpose, using: secret.key)
    }

    /// A key that only this browser and this server can come to, for as long as the secret lives: what a page offers
    /// before it is kept, such as the key of one-time codes.
    func offer(_ purpose: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data(("paraaf offer " + purpose).utf8), using: secret.key))
    }

    /// What the visitor's cookie must say from now on; nil when it says so already or no form was shown.
    var toSend: Secret? { isNew && wasUsed.withLock { $0 } ? secret : nil }

    private static let purpose = Data("paraaf form 1".utf8)
}
