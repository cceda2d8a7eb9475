/// Writes the segments of one block as inline HTML.
///
/// The marks of Markdown are read on each side as a whole, because a segment may begin or end in the middle of them;
/// each run of characters with one style is then written as elements of its own, so that the result nests whatever was
/// changed.
struct InlineDiffWriter {
    let labels: DiffHTMLRenderer.Labels

    func html(_ segments: [BlockDiff.Segment], shape: BlockShape) -> String {
        let isVerbatim = shape.kind == .code || shape.kind == .html || shape.kind == .definition
        var old = SideCursor(segments.filter(\.isInOld), isVerbatim: isVerbatim, quoteDepth: shape.quoteDepth)
        var new = SideCursor(segments.filter(\.isInNew), isVerbatim: isVerbatim, quoteDepth: shape.quoteDepth)
        var html = ""
        for segment in segments {
            let count = segment.text.unicodeScalars.count
            let isChange = segment.kind == .inserted || segment.kind == .deleted
            let oldText = segment.isInOld ? old.take(count, showingDestinations: isChange) : ""
            let newText = segment.isInNew ? new.take(count, showingDestinations: isChange) : ""
            let text = segment.isInNew ? newText : oldText
            if segment.isBlank, segment.kind != .same, !isVerbatim {
                if segment.isInNew { html += " " }
            } else {
                html += marked(text, segment.kind)
            }
        }
        return html
    }

    private func marked(_ text: String, _ kind: BlockDiff.Segment.Kind) -> String {
        guard !text.isEmpty else { return "" }
        switch kind {
        case .same: return text
        case .inserted: return element("ins", nil, labels.inserted, "[+", text, "+]")
        case .deleted: return element("del", nil, labels.deleted, "[−", text, "−]")
        case .movedTo(let number): return element("ins", "moved", labels.movedHere(number), "[→\(number)", text, "]")
        case .movedFrom(let number): return element("del", "moved", labels.movedAway(number), "[\(number)→", text, "]")
        }
    }

    private func element(
        _ name: String, _ style: String?, _ label: String, _ open: String, _ text: String, _ close: String
    ) -> String {
        "<\(name)\(HTML.attribute("class", style))><span class=\"visually-hidden\">\(HTML.escape(label)) </span>"
            + "<span class=\"diff-mark\" aria-hidden=\"true\">\(open)</span>\(text)"
            + "<span class=\"diff-mark\" aria-hidden=\"true\">\(close)</span></\(name)>"
    }
}

/// The text of one side and how far it has been written.
private struct SideCursor {
    private let scalars: [Unicode.Scalar]
    private let roles: [InlineScan.Role]
    private let isVerbatim: Bool
    private var position = 0

    init(_ segments: [BlockDiff.Segment], isVerbatim: Bool, quoteDepth: Int) {
        scalars = Array(segments.map(\.text).joined().unicodeScalars)
        self.isVerbatim = isVerbatim
        var roles = isVerbatim ? Array(repeating: [], count: scalars.count) : InlineScan(scalars).roles
        Self.hideQuoteMarks(in: &roles, scalars, quoteDepth: isVerbatim ? 0 : quoteDepth)
        self.roles = roles
    }

    /// The `>` with which a following line of a quote begins.
    private static func hideQuoteMarks(in roles: inout [InlineScan.Role], _ scalars: [Unicode.Scalar], quoteDepth: Int)
    {
        var left = 0
        for (index, scalar) in scalars.enumerated() {
            if scalar == "\n" || scalar == "\r" {
                left = quoteDepth
            } else if scalar == ">", left > 0 {
                left -= 1
                roles[index] = .hidden
            } else if scalar != " ", scalar != "\t" {
                left = 0
            }
        }
    }

    mutating func take(_ count: Int, showingDestinations: Bool) -> String {
        var html = ""
        var run = ""
        var style: InlineScan.Role = []
        for index in position..<min(position + count, scalars.count) {
            let role = roles[index]
            if role.contains(.hidden), !(showingDestinations && role.contains(.destination)) { continue }
            let own = role.intersection([.strong, .emphasis, .strikethrough, .code])
            if own != style {
                html += Self.styled(run, style)
                (run, style) = ("", own)
            }
            run += shown(index, role)
        }
        position = min(position + count, scalars.count)
        return html + Self.styled(run, style)
    }

    /// A line end is a space; `](address)` is written as ` (address)`.
    private func shown(_ index: Int, _ role: InlineScan.Role) -> String {
        switch scalars[index] {
        case "\n", "\r": isVerbatim ? String(scalars[index]) : " "
        case "]" where role.contains(.destination): ""
        case "(" where role.contains(.destination): " ("
        default: String(scalars[index])
        }
    }

    private static func styled(_ text: String, _ style: InlineScan.Role) -> String {
        guard !text.isEmpty else { return "" }
        var html = HTML.escape(text)
        if style.contains(.code) { html = "<code>\(html)</code>" }
        if style.contains(.strikethrough) { html = "<s>\(html)</s>" }
        if style.contains(.emphasis) { html = "<em>\(html)</em>" }
        if style.contains(.strong) { html = "<strong>\(html)</strong>" }
        return html
    }
}
