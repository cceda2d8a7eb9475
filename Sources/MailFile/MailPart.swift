import Foundation

/// A message or one part of it: its headers, and what stands below them.
struct MailPart {
    private static let depthLimit = 8
    private static let partLimit = 200
    private static let headerLimit = 64 << 10

    /// By name in lower case, unfolded; the first where one stands twice.
    let headers: [String: String]
    private let body: ArraySlice<UInt8>
    private let depth: Int

    /// Nil without a line that is a header.
    init?(_ bytes: [UInt8], depth: Int) {
        self.init(bytes[...], depth: depth)
    }

    private init?(_ bytes: ArraySlice<UInt8>, depth: Int) {
        guard depth <= Self.depthLimit else { return nil }
        var headers: [String: String] = [:]
        var last: String?
        var rest = bytes
        while !rest.isEmpty, bytes.count - rest.count < Self.headerLimit {
            let line = Self.takeLine(&rest)
            guard !line.isEmpty else { break }
            let text = Self.latin(line)
            if text.first == " " || text.first == "\t", let name = last {
                headers[name, default: ""] += " " + text.trimmingCharacters(in: .whitespaces)
            } else if let colon = text.firstIndex(of: ":"),
                text[..<colon].allSatisfy({ $0.isASCII && !$0.isWhitespace })
            {
                let name = text[..<colon].lowercased()
                last = headers[name] == nil ? name : nil
                if last != nil {
                    headers[name] = text[text.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                }
            } else if headers.isEmpty, !text.hasPrefix("From ") {
                // A part without headers is plain text; a message has some.
                guard depth > 0 else { return nil }
                self.init(headers: [:], body: bytes, depth: depth)
                return
            }
        }
        self.init(headers: headers, body: rest, depth: depth)
    }

    private init(headers: [String: String], body: ArraySlice<UInt8>, depth: Int) {
        (self.headers, self.body, self.depth) = (headers, body, depth)
    }

    var contentType: HeaderValue { HeaderValue(headers["content-type"] ?? "text/plain") }
    private var disposition: HeaderValue { HeaderValue(headers["content-disposition"] ?? "") }

    var isAttachment: Bool { disposition.name == "attachment" || fileName != nil && disposition.name != "inline" }

    /// Without folders: it names a file, not a place.
    var fileName: String? {
        let name = disposition.parameters["filename"] ?? contentType.parameters["name"]
        return name.map { EncodedWords.decoded($0) }.flatMap { $0.split { "/\\".contains($0) }.last.map(String.init) }
    }

    /// Between the lines that hold the boundary (RFC 2046, 5.1.1).
    var parts: [MailPart] {
        guard let boundary = contentType.parameters["boundary"], !boundary.isEmpty else { return [] }
        let mark = Array("--\(boundary)".utf8)
        var parts: [MailPart] = []
        var start: Int?
        var rest = body
        while !rest.isEmpty, parts.count < Self.partLimit {
            let place = rest.startIndex
            let line = Self.takeLine(&rest)
            guard line.starts(with: mark) else { continue }
            if let start, let part = MailPart(Self.withoutLastLineEnd(body[start..<place]), depth: depth + 1) {
                parts.append(part)
            }
            start = rest.startIndex
            if line.dropFirst(mark.count).starts(with: Array("--".utf8)) { return parts }
        }
        // A message that was cut off: what there is of the last part.
        if rest.isEmpty, let start, start < body.endIndex, let part = MailPart(body[start...], depth: depth + 1) {
            parts.append(part)
        }
        return parts
    }

    var decodedBytes: [UInt8] {
        switch headers["content-transfer-encoding"]?.lowercased().trimmingCharacters(in: .whitespaces) {
        case "base64":
            Data(base64Encoded: Data(body), options: .ignoreUnknownCharacters).map { Array($0) } ?? Array(body)
        case "quoted-printable": QuotedPrintable.decoded(body)
        default: Array(body)
        }
    }

    var decodedText: String {
        Charset.text(decodedBytes, named: contentType.parameters["charset"]).replacing("\r\n", with: "\n")
    }

    private static func takeLine(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let end = rest.firstIndex(of: 10) ?? rest.endIndex
        let line = rest[..<end]
        rest = end < rest.endIndex ? rest[(end + 1)...] : rest[rest.endIndex...]
        return line.last == 13 ? line.dropLast() : line
    }

    private static func withoutLastLineEnd(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes
        if bytes.last == 10 { bytes.removeLast() }
        if bytes.last == 13 { bytes.removeLast() }
        return bytes
    }

    /// Headers should be ASCII; what is not is read as UTF-8 (RFC 6532), or as what it most likely is.
    private static func latin(_ line: ArraySlice<UInt8>) -> String { Charset.text(Array(line), named: nil) }
}

/// A header with parameters, such as `text/plain; charset="utf-8"`.
struct HeaderValue {
    /// In lower case.
    let name: String
    /// By name in lower case; values in parts or in another character set are put together (RFC 2231).
    let parameters: [String: String]

    init(_ text: String) {
        var pieces = Self.pieces(of: text)
        name = pieces.removeFirst().trimmingCharacters(in: .whitespaces).lowercased()
        var plain: [String: String] = [:]
        var parts: [String: [(Int, String, Bool)]] = [:]
        for piece in pieces {
            guard let equals = piece.firstIndex(of: "=") else { continue }
            let key = piece[..<equals].trimmingCharacters(in: .whitespaces).lowercased()
            let value = Self.unquoted(piece[piece.index(after: equals)...].trimmingCharacters(in: .whitespaces))
            if let found = key.wholeMatch(of: /([^*]+)(?:\*([0-9]{1,3}))?(\*)?/), found.2 != nil || found.3 != nil {
                parts[String(found.1), default: []].append((found.2.flatMap { Int($0) } ?? 0, value, found.3 != nil))
            } else {
                plain[key] = value
            }
        }
        for (key, values) in parts { plain[key] = Self.joined(values.sorted { $0.0 < $1.0 }.map { ($0.1, $0.2) }) }
        parameters = plain
    }

    /// At semicolons outside quotation marks; at least one.
    private static func pieces(of text: String) -> [String] {
        var pieces = [""]
        var (isQuoted, isEscaped) = (false, false)
        for character in text {
            if character == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = character == "\\" && !isEscaped
            if character == ";", !isQuoted { pieces.append("") } else { pieces[pieces.count - 1].append(character) }
        }
        return pieces
    }

    private static func unquoted(_ text: String) -> String {
        guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
        var (plain, isEscaped) = ("", false)
        for character in text.dropFirst().dropLast() {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                plain.append(character)
                isEscaped = false
            }
        }
        return plain
    }

    private static func joined(_ values: [(value: String, isEncoded: Bool)]) -> String {
        var charset: String?
        var bytes: [UInt8] = []
        for (index, part) in values.enumerated() {
            var value = part.value
            if index == 0, part.isEncoded {
                let pieces = value.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false).map(
                    String.init)
                if pieces.count == 3 { (charset, value) = (pieces[0], pieces[2]) }
            }
            bytes += part.isEncoded ? PercentEncoding.decoded(value) : Array(value.utf8)
        }
        return Charset.text(bytes, named: charset)
    }
}
