/// An address of the site; Dutch, because readers see and share it.
///
/// Areas name theirs in files of their own (`SiteAddress+Partners.swift`), with the parts that they are made of; what
/// needs it is percent-encoded here and nowhere else.
struct SiteAddress: Hashable, Sendable {
    let path: String

    /// - Parameters:
    ///   - parts: what stands between the slashes; none for the front page.
    ///   - query: names with their values; one whose value is nil is left out.
    init(_ parts: String..., query: [(String, String?)] = [], fragment: String? = nil) {
        let pairs = query.compactMap { name, value in value.map { "\(Self.encoded(name))=\(Self.encoded($0))" } }
        path =
            "/" + parts.map(Self.encoded).joined(separator: "/")
            + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
            + (fragment.map { "#" + Self.encoded($0) } ?? "")
    }

    /// An address of this site as it stands in a request.
    init(own path: String) { self.path = path }

    /// Percent-encodes all but the unreserved characters (RFC 3986, 2.3).
    private static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126: result.unicodeScalars.append(Unicode.Scalar(byte))
            default: result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }
}
