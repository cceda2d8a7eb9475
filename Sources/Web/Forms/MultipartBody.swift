import Foundation
import PlanDomain

/// `multipart/form-data`, as browsers send forms with files (RFC 7578).
///
/// Reads what the browsers of today write and refuses the rest: no folded headers, no transfer encodings, no nesting.
struct MultipartBody {
    struct Part {
        let name: String
        /// Nil for a part that is no file.
        let fileName: String?
        let contentType: String
        let bytes: ArraySlice<UInt8>
    }

    private(set) var parts: [Part] = []

    /// Throws `invalid` for what does not keep to the format, and for more parts than `limit`.
    init(_ body: [UInt8], contentType: String, limit: Int) throws(PlanError) {
        guard let boundary = Self.boundary(in: contentType) else { throw FormValues.unreadable }
        let opening = Array("--\(boundary)".utf8)
        guard body.starts(with: opening) else { throw FormValues.unreadable }
        let delimiter = Array("\r\n".utf8) + opening
        var rest = body[opening.count...]
        while !rest.starts(with: Array("--".utf8)) {
            guard rest.starts(with: Self.lineEnd), parts.count < limit,
                let headEnd = Self.firstPlace(of: Self.headEnd, in: rest),
                let end = Self.firstPlace(of: delimiter, in: rest[(headEnd + 2)...])
            else { throw FormValues.unreadable }
            let head = rest[(rest.startIndex + 2)..<max(headEnd, rest.startIndex + 2)]
            parts.append(try Self.part(head, body[min(headEnd + 4, end)..<end]))
            rest = body[(end + delimiter.count)...]
        }
    }

    private static let lineEnd = Array("\r\n".utf8)
    private static let headEnd = Array("\r\n\r\n".utf8)

    private static func part(_ head: ArraySlice<UInt8>, _ bytes: ArraySlice<UInt8>) throws(PlanError) -> Part {
        guard head.count <= 4_000, let text = String(validating: head, as: UTF8.self) else {
            throw FormValues.unreadable
        }
        var headers: [String: String] = [:]
        for line in text.unicodeScalars.split(separator: "\r\n".unicodeScalars) {
            let parts = String(line).split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { throw FormValues.unreadable }
            headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
        }
        guard let disposition = headers["content-disposition"], disposition.lowercased().hasPrefix("form-data"),
            headers["content-transfer-encoding"] == nil, let name = parameter("name", of: disposition)
        else { throw FormValues.unreadable }
        return Part(
            name: name, fileName: parameter("filename", of: disposition),
            contentType: headers["content-type"] ?? "text/plain", bytes: bytes)
    }

    /// A quoted value, in which browsers write `"`, CR and LF as `%22`, `%0D` and `%0A` (WHATWG HTML, 4.10.21.8).
    private static func parameter(_ name: String, of header: String) -> String? {
        var rest = header[...]
        while let start = rest.firstRange(of: "\(name)=\"") {
            let before = rest[..<start.lowerBound].last
            rest = rest[start.upperBound...]
            guard before == ";" || before == " " else { continue }
            guard let end = rest.firstIndex(of: "\"") else { return nil }
            return String(rest[..<end]).replacing("%22", with: "\"").replacing("%0D", with: "\r")
                .replacing("%0A", with: "\n")
        }
        return nil
    }

    /// RFC 2046, 5.1.1: at most 70 characters.
    private static func boundary(in contentType: String) -> String? {
        guard let start = contentType.firstRange(of: "boundary=") else { return nil }
        let text = contentType[start.upperBound...]
        let value =
            text.first == "\"" ? text.dropFirst().prefix { $0 != "\"" } : text.prefix { $0 != ";" && $0 != " " }
        return (1...70).contains(value.utf8.count) ? String(value) : nil
    }

    /// The index at which `pattern` first stands; jumps from one first byte to the next.
    private static func firstPlace(of pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.withUnsafeBytes { text in
            pattern.withUnsafeBytes { pattern in
                guard let start = text.baseAddress, let wanted = pattern.baseAddress else { return nil }
                var offset = 0
                while offset + pattern.count <= text.count {
                    let room = text.count - pattern.count - offset + 1
                    guard let hit = memchr(start + offset, Int32(pattern[0]), room) else { return nil }
                    offset = UnsafeRawPointer(hit) - start
                    if memcmp(hit, wanted, pattern.count) == 0 { return bytes.startIndex + offset }
                    offset += 1
                }
                return nil
            }
        }
    }
}
