import Crypto
import Foundation
import Hummingbird
import PlanDomain

/// The code by which somebody without an account follows their inputs.
///
/// Eighty bits of chance, so that its plain hash can be kept: nobody tries that many.
public struct FollowSecret: Equatable, Sendable {
    private static let length = 16

    /// Such as `7KQF-M3XP-2NWA-H04B`.
    let text: String

    public static func make(_ random: RandomBytes) -> FollowSecret {
        FollowSecret(text: ReadableCode.text(of: random(length), length: length))
    }

    private init(text: String) { self.text = text }

    /// The same for the same showing of the same form in the same browser, so that a form that is sent twice makes one.
    init(forForm requestID: String, in browser: FormSecret) {
        text = ReadableCode.text(of: browser.offer("volgcode \(requestID)"), length: Self.length)
    }

    /// As people type it. Nil for what can't be one.
    init?(typed text: String) {
        guard let code = ReadableCode.typed(text, length: Self.length) else { return nil }
        self.text = code
    }

    /// What the store knows it by.
    var hash: TokenHash { TokenHash(rawValue: Digest.hexadecimal(of: ("volg " + text).utf8, bytes: 32)) }

    public var given: NewFollowCode { NewFollowCode(text: text, hash: hash) }
}

/// The cookie that holds a code that was given, for the pages of that code alone; gone with the browser's session.
struct FollowCookie {
    private let isSecure: Bool

    init(_ services: SiteServices) { isSecure = services.settings.isBehindTLS }

    var name: String { (isSecure ? "__Secure-" : "") + "volg" }

    func make(_ secret: FollowSecret) -> Cookie { cookie(secret.text, seconds: nil) }

    var removal: Cookie { cookie("", seconds: 0) }

    private func cookie(_ value: String, seconds: Int?) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: seconds, path: "/volg", secure: isSecure, httpOnly: true, sameSite: .lax)
    }
}

extension SiteServices {
    /// Where a try of a code came from, so that it is told from another and nobody can tell where that is.
    func maskedSender(_ context: SiteContext) -> AttemptLimits.Key {
        let code = HMAC<SHA256>.authenticationCode(for: Data("volg \(context.sender)".utf8), using: noticeKey)
        return AttemptLimits.Key(rule: .source, of: Base64URL.text(of: code.prefix(12)))
    }
}
