import Foundation

/// Text in one of the character sets that mail comes in.
enum Charset {
    /// UTF-8 where it is that, else what was named, else Windows-1252, which has a character for nearly every byte.
    static func text(_ bytes: [UInt8], named name: String?) -> String {
        let data = Data(bytes)
        let named = encodings[name?.lowercased() ?? ""]
        if let named, named != .utf8, let text = String(data: data, encoding: named) { return text }
        return String(data: data, encoding: .utf8) ?? String(data: data, encoding: .windowsCP1252)
            ?? String(data: data, encoding: .isoLatin1) ?? String(decoding: bytes, as: UTF8.self)
    }

    private static let encodings: [String: String.Encoding] = [
        "utf-8": .utf8, "us-ascii": .utf8, "iso-8859-1": .windowsCP1252, "windows-1252": .windowsCP1252,
        "iso-8859-15": .isoLatin1, "iso-8859-2": .isoLatin2, "windows-1250": .windowsCP1250, "utf-16": .utf16,
        "windows-1254": .windowsCP1254, "windows-1251": .windowsCP1251,
    ]
}

enum QuotedPrintable {
    /// What is no code stays as it is (RFC 2045, 6.7).
    static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            guard byte == UInt8(ascii: "=") else {
                result.append(byte)
                continue
            }
            let rest = bytes[index...]
            if rest.first == 10 {
                index += 1
            } else if rest.starts(with: [13, 10]) {
                index += 2
            } else if let code = PercentEncoding.byte(rest.prefix(2)) {
                result.append(code)
                index += 2
            } else {
                result.append(byte)
            }
        }
        return result
    }
}

enum PercentEncoding {
    static func decoded(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let first = rest.popFirst() {
            if first == UInt8(ascii: "%"), let byte = byte(rest.prefix(2)) {
                result.append(byte)
                rest = rest.dropFirst(2)
            } else {
                result.append(first)
            }
        }
        return result
    }

    /// Of two hexadecimal digits.
    static func byte(_ digits: ArraySlice<UInt8>) -> UInt8? {
        digits.count == 2 ? UInt8(String(decoding: digits, as: UTF8.self), radix: 16) : nil
    }
}

/// Words of a header that are not ASCII: `=?utf-8?q?caf=C3=A9?=` (RFC 2047).
enum EncodedWords {
    static func decoded(_ header: String) -> String {
        // White space between two encoded words is not part of the text.
        let joined = header.replacing(/\?=\s+=\?/, with: "?==?")
        return joined.replacing(/=\?([^?\s]+)\?([bBqQ])\?([^?\s]*)\?=/) { word in
            let text = String(word.3)
            let bytes: [UInt8]?
            if word.2.lowercased() == "b" {
                bytes = Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4)).map {
                    Array($0)
                }
            } else {
                bytes = QuotedPrintable.decoded(Array(text.replacing("_", with: " ").utf8)[...])
            }
            let charset = word.1.split(separator: "*").first.map(String.init)
            return bytes.map { Charset.text($0, named: charset) } ?? String(word.0)
        }
    }
}

enum MailDate {
    /// Such as `Mon, 12 Jun 2023 14:05:09 +0200 (CEST)` (RFC 5322, 3.3).
    static func date(_ header: String) -> Date? {
        guard
            let found = header.firstMatch(
                of:
                    /([0-9]{1,2})\s+(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+([0-9]{4})\s+([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?\s*([+-][0-9]{4}|[A-Z]+)?/
            ), let month = months.firstIndex(of: String(found.2))
        else { return nil }
        var parts = DateComponents()
        (parts.year, parts.month, parts.day) = (Int(found.3), month + 1, Int(found.1))
        (parts.hour, parts.minute, parts.second) = (Int(found.4), Int(found.5), found.6.flatMap { Int($0) } ?? 0)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let zone = found.7.flatMap { Int($0) } ?? 0
        return calendar.date(from: parts).map { $0.addingTimeInterval(-Double(zone / 100 * 3600 + zone % 100 * 60)) }
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}

/// What a person reads of a page of HTML: its words, with paragraphs and items apart.
enum HTMLText {
    static func plain(_ html: String) -> String {
        var text = html.replacing(/(?is)<(script|style|head|title)\b.*?<\/\1\s*>/, with: "")
        text = text.replacing(/(?s)<!--.*?-->/, with: "").replacing(/\s+/, with: " ")
        text = text.replacing(/(?i)<br\s*\/?>/, with: "\n").replacing(/(?i)<li\b[^>]*>/, with: "\n- ")
        text = text.replacing(/(?i)<\/?(p|div|tr|table|ul|ol|h[1-6]|blockquote)\b[^>]*>/, with: "\n")
        text = text.replacing(/<[^>]*>/, with: "")
        let lines = unescaped(text).split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
        return lines.joined(separator: "\n").replacing(/\n{3,}/, with: "\n\n").trimmingCharacters(
            in: .whitespacesAndNewlines)
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing(/&(#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z]{2,8});/) { entity in
            let name = entity.1
            if name.hasPrefix("#") {
                let isHex = name.dropFirst().first.map { "xX".contains($0) } ?? false
                let value = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
                return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? String(entity.0)
            }
            return named[String(name)] ?? String(entity.0)
        }
    }

    private static let named = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "euro": "€", "eacute": "é",
        "euml": "ë",
        "iuml": "ï", "ouml": "ö", "uuml": "ü", "egrave": "è", "agrave": "à", "ndash": "–", "mdash": "—", "rsquo": "’",
        "lsquo": "‘", "ldquo": "“", "rdquo": "”", "hellip": "…", "bull": "•", "copy": "©", "deg": "°", "ccedil": "ç",
    ]
}
