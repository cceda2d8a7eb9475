import Crypto
import Foundation
import PlanDomain

/// The one style sheet, embedded in every produced file so that it can be mailed and archived whole.
public struct StyleSheet: Equatable, Sendable {
    public let text: String

    /// Nil for a text that would end the element it is embedded in, or that loads something from elsewhere.
    init?(_ text: String) {
        let lowered = text.lowercased()
        guard !["</", "<!--", "@import", "url("].contains(where: lowered.contains) else { return nil }
        self.text = text
    }

    /// With the municipality's own colour in place of the one that it comes with.
    func coloured(by colours: HouseColours?) -> StyleSheet {
        guard let colours else { return self }
        return StyleSheet(sound: text + ":root { --accent: \(colours.main); }\n")
    }

    private init(sound text: String) { self.text = text }

    /// The source expression that allows this style and no other (CSP level 2, hash sources).
    public var hashSource: String {
        "'sha256-\(Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString())'"
    }

    /// The policy that the file declares for itself.
    public var policy: String { "default-src 'none'; style-src \(hashSource)" }
}
