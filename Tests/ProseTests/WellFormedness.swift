/// A small check that HTML nests: what is opened is closed in order, attributes are quoted, text holds no bare `<` or
/// `&`.
enum WellFormedness {
    private static let void: Set<String> = ["br", "hr", "img"]

    /// What is wrong, or nil.
    static func fault(in html: String) -> String? {
        var open: [String] = []
        var rest = html[...]
        while let start = rest.firstIndex(where: { $0 == "<" || $0 == "&" || $0 == ">" }) {
            let from = rest[start...]
            if rest[start] == ">" { return "bare > near \(from.prefix(40))" }
            if rest[start] == "&" {
                guard let end = from.prefix(10).firstIndex(of: ";") else { return "bare & near \(from.prefix(40))" }
                rest = rest[rest.index(after: end)...]
                continue
            }
            guard let end = endOfTag(from) else { return "open tag near \(from.prefix(40))" }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                guard open.popLast() == String(tag.dropFirst()) else {
                    return "unexpected </\(tag.dropFirst())> in \(open)"
                }
            } else if let name = name(of: tag) {
                if !void.contains(name) { open.append(name) }
            } else {
                return "malformed tag <\(tag)>"
            }
        }
        return open.isEmpty ? nil : "left open: \(open)"
    }

    private static func endOfTag(_ text: Substring) -> Substring.Index? {
        var isQuoted = false
        for index in text.indices.dropFirst() {
            if text[index] == "\"" { isQuoted.toggle() }
            if text[index] == "<" { return nil }
            if text[index] == ">", !isQuoted { return index }
        }
        return nil
    }

    /// The name when all attributes have the form `name="value"` and none comes twice.
    private static func name(of tag: Substring) -> String? {
        let name = tag.prefix { $0.isLetter || $0.isNumber }
        var rest = tag[name.endIndex...]
        var seen: Set<Substring> = []
        while !rest.isEmpty {
            guard rest.first == " ", let equals = rest.firstIndex(of: "="), seen.insert(rest[..<equals]).inserted else {
                return nil
            }
            let value = rest[rest.index(after: equals)...]
            guard value.first == "\"", let end = value.dropFirst().firstIndex(of: "\"") else { return nil }
            rest = value[value.index(after: end)...]
        }
        return name.isEmpty ? nil : String(name)
    }
}
