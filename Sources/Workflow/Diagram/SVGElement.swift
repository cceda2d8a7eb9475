/// One element of an SVG picture. Looks are attributes, not styles, so that a strict content policy lets it through.
public struct SVGElement {
    let name: String
    var attributes: [(name: String, value: String)]
    var text: String?
    var children: [SVGElement]

    public init(_ name: String, _ attributes: [(String, String)] = [], text: String? = nil, children: [SVGElement] = [])
    {
        self.name = name
        self.attributes = attributes.map { (name: $0.0, value: $0.1) }
        self.text = text
        self.children = children
    }

    /// The element as markup, every value escaped; one element per line.
    public var markup: String {
        let opening = attributes.reduce("<" + name) { $0 + " \($1.name)=\"\(Self.escaped($1.value))\"" }
        if let text { return "\(opening)>\(Self.escaped(text))</\(name)>" }
        if children.isEmpty { return opening + "/>" }
        return "\(opening)>\n\(children.map(\.markup).joined(separator: "\n"))\n</\(name)>"
    }

    /// Characters that XML does not know at all are left out.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

/// A length in points as SVG writes it: at most one decimal, the same on every machine.
public func svgLength(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
}
