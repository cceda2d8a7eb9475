/// A whole HTML file taken apart, as far as its rules can be checked without a browser.
struct HTMLFile {
    struct Element: Equatable {
        let name: String
        let attributes: [String: String]
    }

    /// Start tags in the order of the file.
    private(set) var elements: [Element] = []
    /// What is wrong with the nesting or the tags.
    private(set) var faults: [String] = []

    init(_ html: String) {
        if !html.hasPrefix("<!doctype html>\n") { faults.append("no doctype") }
        var open: [String] = []
        var rest = html.dropFirst("<!doctype html>".count)
        while let start = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
            rest = rest[start...]
            if rest.first == "&" {
                checkEntity(rest)
                rest = rest.dropFirst()
                continue
            }
            guard let end = Self.end(of: rest) else {
                faults.append("tag without end: \(rest.prefix(40))")
                break
            }
            read(rest[rest.index(after: start)..<end], &open)
            rest = rest[rest.index(after: end)...]
            if open.last == "style" { rest = rest.drop { $0 != "<" } }
        }
        if !open.isEmpty { faults.append("left open: \(open)") }
        checkIDs()
        checkHeadings()
    }

    private mutating func read(_ tag: Substring, _ open: inout [String]) {
        if tag.hasPrefix("/") {
            let closed = open.popLast()
            if closed != String(tag.dropFirst()) {
                faults.append("</\(tag.dropFirst())> closes \(closed ?? "nothing")")
            }
            return
        }
        let name = String(tag.prefix { $0.isLetter || $0.isNumber })
        if name.isEmpty || name != name.lowercased() { faults.append("odd tag <\(tag.prefix(40))>") }
        if name == "li", !["ul", "ol"].contains(open.last) { faults.append("<li> in <\(open.last ?? "")>") }
        if open.last == "p", Self.blocks.contains(name) { faults.append("<\(name)> within <p>") }
        elements.append(Element(name: name, attributes: attributes(of: tag.dropFirst(name.count))))
        if !["meta", "br", "hr", "img"].contains(name) { open.append(name) }
    }

    private mutating func attributes(of text: Substring) -> [String: String] {
        var found: [String: String] = [:]
        var rest = text
        while let first = rest.first {
            guard first == " ", let equals = rest.firstIndex(of: "=") else {
                faults.append("odd attributes: \(text)")
                return found
            }
            let value = rest[rest.index(after: equals)...].dropFirst().prefix { $0 != "\"" }
            found[String(rest[..<equals].dropFirst())] = String(value)
            rest = rest[value.endIndex...].dropFirst()
        }
        return found
    }

    private mutating func checkEntity(_ text: Substring) {
        guard ["&lt;", "&gt;", "&amp;", "&quot;", "&#39;"].contains(where: text.hasPrefix) else {
            faults.append("bare &: \(text.prefix(20))")
            return
        }
    }

    private mutating func checkIDs() {
        let ids = elements.compactMap { $0.attributes["id"] }
        if Set(ids).count != ids.count { faults.append("an id twice") }
        for element in elements {
            for name in ["aria-labelledby", "href"] {
                guard let value = element.attributes[name] else { continue }
                let target = name == "href" ? value.hasPrefix("#") ? String(value.dropFirst()) : nil : value
                if let target, !ids.contains(target) { faults.append("nothing has the id \(target)") }
            }
        }
    }

    /// One `<h1>`, and no level is skipped on the way down.
    private mutating func checkHeadings() {
        if headingLevels.filter({ $0 == 1 }).count != 1 { faults.append("not one h1") }
        for (above, below) in zip(headingLevels, headingLevels.dropFirst()) where below > above + 1 {
            faults.append("h\(below) after h\(above)")
        }
    }

    var headingLevels: [Int] {
        elements.compactMap { $0.name.count == 2 && $0.name.first == "h" ? Int($0.name.dropFirst()) : nil }
    }

    /// Addresses that a browser would ask for while it shows the file.
    var requests: [String] {
        elements.flatMap { element in
            ["src", "srcset", "data", "poster", "background", "action"].compactMap { element.attributes[$0] }
                + (element.name == "link" ? [element.attributes["href"] ?? ""] : [])
        }
    }

    private static let blocks: Set<String> = ["p", "div", "ul", "ol", "table", "section", "h1", "h2", "h3", "h4"]

    private static func end(of text: Substring) -> Substring.Index? {
        var isQuoted = false
        for index in text.indices {
            if text[index] == "\"" { isQuoted.toggle() }
            if text[index] == ">", !isQuoted { return index }
        }
        return nil
    }
}
