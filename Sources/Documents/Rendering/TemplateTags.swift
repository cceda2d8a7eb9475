/// The names that a Mustache template asks for, found by reading its tags.
struct TemplateTags: Equatable {
    /// Names of values, dotted ones taken apart, in the order of the text.
    private(set) var values: [String] = []
    /// Names of templates that it includes.
    private(set) var partials: [String] = []

    init(_ template: String) {
        var rest = template[...]
        while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
            read(rest[open.upperBound..<close.lowerBound])
            rest = rest[close.upperBound...]
        }
    }

    func unknown(to names: Set<String>, templates: [String]) -> [String] {
        values.filter { !names.contains($0) } + partials.filter { !templates.contains($0) }
    }

    private mutating func read(_ tag: Substring) {
        let words = tag.trimmingPrefix { "#^/&{ ".contains($0) }.prefix { !"} ".contains($0) }
        switch words.first {
        case "!", nil: return
        case ">": partials.append(String(words.dropFirst()))
        case _ where words == ".": return
        default: values += words.split(separator: ".").map(String.init)
        }
    }
}
