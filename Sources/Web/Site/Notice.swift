import Crypto
import Foundation
import Hummingbird
import Phrases

/// What was just done, said once on the next page: a phrase with its arguments, in a signed cookie that goes when it is
/// shown.
struct Notice: Codable, Equatable, Sendable {
    let key: String
    let arguments: [String: String]

    init(_ key: String, _ arguments: [String: String] = [:]) {
        self.key = key
        self.arguments = arguments
    }

    func text(_ phrases: Phrases) -> String {
        phrases.text(key, arguments.mapValues(PhraseArgument.text))
    }

    /// Longer than a redirect takes, shorter than anybody keeps a page open.
    static let seconds = 60

    func sealed(with key: SymmetricKey) -> String? {
        guard let content = try? JSONEncoder().encode(self), content.count <= 2_000 else { return nil }
        let code = HMAC<SHA256>.authenticationCode(for: content, using: key)
        return Base64URL.text(of: content) + "." + Base64URL.text(of: code)
    }

    /// Nil for a cookie that this server did not make.
    init?(sealed text: String, with key: SymmetricKey) {
        let parts = text.split(separator: ".")
        guard parts.count == 2, let content = Base64URL.bytes(of: parts[0]), let code = Base64URL.bytes(of: parts[1]),
            HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: content, using: key),
            let notice = try? JSONDecoder().decode(Notice.self, from: Data(content))
        else { return nil }
        self = notice
    }
}
