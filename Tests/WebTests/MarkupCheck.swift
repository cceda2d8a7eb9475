import Foundation

/// A check of HTML that is stricter than a browser: every element closed in its place, every attribute quoted, no id
/// given twice, nothing inline that the content security policy would refuse.
struct MarkupCheck {
    private(set) var faults: [String] = []
    private(set) var ids: Set<String> = []
    private(set) var anchors: [String] = []
    private(set) var headings: [Int] = []

    private static let empty: Set<String> = ["meta", "link", "input", "br", "hr", "img"]

    init(_ html: String) {
        var open: [String] = []
        // A browser reads scalar by scalar: a quote with an accent on it is a quote and an accent.
        let scalars = html.unicodeScalars.map {
            [.nonspacingMark, .format].contains($0.properties.generalCategory) ? "x" : $0
        }
        let plain = String(String.UnicodeScalarView(scalars))
        var rest = plain[...]
        if let doctype = rest.firstRange(of: "<!DOCTYPE html>"), doctype.lowerBound == rest.startIndex {
            rest = rest[doctype.upperBound...]
        } else {
            faults.append("no doctype")
        }
        while let start = rest.firstIndex(of: "<") {
            check(text: rest[..<start])
            guard let end = Self.endOfTag(rest[start...]) else {
                faults.append("a tag that does not end: \(rest[start...].prefix(40))")
                return
            }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                let name = String(tag.dropFirst())
                if open.last == name {
                    open.removeLast()
                } else {
                    faults.append("</\(name)> closes <\(open.last ?? "")>")
                }
            } else {
                read(tag, &open)
            }
        }
        check(text: rest)
        if !open.isEmpty { faults.append("left open: \(open)") }
        for anchor in anchors where !ids.contains(anchor) { faults.append("#\(anchor) leads nowhere") }
        checkHeadings()
    }

    /// The `>` that is not in a quoted value.
    private static func endOfTag(_ text: Substring) -> Substring.Index? {
        var quote: Character?
        for index in text.indices {
            let character = text[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == ">" {
                return index
            }
        }
        return nil
    }

    private mutating func check(text: Substring) {
        if text.contains(">") { faults.append("a bare > in: \(text.prefix(60))") }
        var rest = text
        while let ampersand = rest.firstIndex(of: "&") {
            rest = rest[rest.index(after: ampersand)...]
            let entity = rest.prefix { $0.isLetter || $0.isNumber || $0 == "#" }
            if entity.isEmpty || rest[entity.endIndex...].first != ";" {
                faults.append("a bare & before: \(rest.prefix(20))")
            }
        }
    }

    private mutating func read(_ tag: Substring, _ open: inout [String]) {
        let isClosed = tag.hasSuffix("/")
        let content = isClosed ? tag.dropLast() : tag
        let name = String(content.prefix { !$0.isWhitespace })
        let isModule = name == "script" && content.contains("type=\"module\" src=\"/static/")
        if name == "script" && !isModule || name == "style" { faults.append("<\(name)> inline") }
        if name.count == 2, name.first == "h", let level = name.last?.wholeNumberValue { headings.append(level) }
        read(attributes: content.dropFirst(name.count), of: name)
        if !isClosed, !Self.empty.contains(name) { open.append(name) }
    }

    private mutating func read(attributes: Substring, of element: String) {
        var rest = attributes.drop(while: \.isWhitespace)
        while !rest.isEmpty {
            let name = rest.prefix { $0 != "=" && !$0.isWhitespace }
            rest = rest[name.endIndex...]
            if rest.first == "=" {
                guard rest.dropFirst().first == "\"", let end = rest.dropFirst(2).firstIndex(of: "\"") else {
                    faults.append("\(name) of <\(element)> is not quoted")
                    return
                }
                take(String(name), String(rest[rest.index(rest.startIndex, offsetBy: 2)..<end]), of: element)
                rest = rest[rest.index(after: end)...]
                if let next = rest.first, !next.isWhitespace {
                    faults.append("no space behind \(name) of <\(element)>")
                }
            } else if !["checked", "selected", "novalidate", "readonly"].contains(name) {
                faults.append("\(name) of <\(element)> has no value")
            }
            rest = rest.drop(while: \.isWhitespace)
        }
    }

    private mutating func take(_ name: String, _ value: String, of element: String) {
        if name.hasPrefix("on") || name == "style" { faults.append("\(name) on <\(element)>") }
        if name == "id", !ids.insert(value).inserted { faults.append("id \(value) twice") }
        if name == "href", value.hasPrefix("#") { anchors.append(String(value.dropFirst())) }
        if name == "href", value.isEmpty { faults.append("an empty link") }
        if name == "aria-labelledby" || name == "aria-describedby" {
            anchors += value.split(separator: " ").map(String.init)
        }
    }

    /// One `h1`, first, and no level skipped on the way down (WCAG 1.3.1).
    private mutating func checkHeadings() {
        if headings.count(where: { $0 == 1 }) != 1 { faults.append("not one h1") }
        for (before, after) in zip(headings, headings.dropFirst()) where after > before + 1 {
            faults.append("h\(after) after h\(before)")
        }
    }
}
