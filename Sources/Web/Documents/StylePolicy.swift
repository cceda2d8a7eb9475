import Crypto
import Foundation

/// The content security policy of a produced document: nothing but the styles that it brings along itself, each
/// allowed by its hash (CSP level 3, 2.3.1).
enum StylePolicy {
    static func policy(for html: Data) -> String {
        let sources = styles(in: html).map { "'sha256-\(Data(SHA256.hash(data: $0)).base64EncodedString())'" }
        let styleSource = sources.isEmpty ? "'none'" : sources.joined(separator: " ")
        return "default-src 'none'; style-src \(styleSource); img-src 'self' data:; form-action 'none'; "
            + "base-uri 'none'; frame-src 'none'; frame-ancestors 'none'"
    }

    /// What stands between `<style…>` and `</style>`, byte for byte as a browser hashes it.
    static func styles(in html: Data) -> [Data] {
        var styles: [Data] = []
        var from = html.startIndex
        while let open = html.range(of: Data("<style".utf8), in: from..<html.endIndex),
            let start = html[open.upperBound...].firstIndex(of: UInt8(ascii: ">")),
            let close = html.range(of: Data("</style".utf8), in: html.index(after: start)..<html.endIndex)
        {
            styles.append(html[html.index(after: start)..<close.lowerBound])
            from = close.upperBound
        }
        return styles
    }
}
