extension MarkdownDocument {
    /// Whether a reader sees the same: the same blocks with the same text, where the end of a source line within a
    /// paragraph counts as the space that it becomes, a run of spaces counts as one, and places in the source do not
    /// count.
    public func rendersSame(as other: MarkdownDocument) -> Bool {
        rendering == other.rendering
    }

    private var rendering: [MarkdownBlock] {
        blocks.map { $0.mapping(inlines: \.rendering, range: { _ in SourceRange(lines: 1...1) }).withPlainLineEnds }
    }
}

extension [MarkdownInline] {
    fileprivate var rendering: [MarkdownInline] {
        var result: [MarkdownInline] = []
        for inline in self {
            guard let text = inline.flowingText else {
                result.append(inline.renderingChildren)
                continue
            }
            if case .text(let before) = result.last {
                result[result.count - 1] = .text((before + text).collapsingBlanks)
            } else {
                result.append(.text(text.collapsingBlanks))
            }
        }
        return result
    }
}

extension MarkdownInline {
    fileprivate var flowingText: String? {
        switch self {
        case .text(let text): text
        case .softBreak: " "
        default: nil
        }
    }

    fileprivate var renderingChildren: MarkdownInline {
        switch self {
        case .html(let text): .html(text.collapsingBlanks)
        case .code(let text): .code(text.collapsingBlanks)
        default: replacingChildren(children.rendering)
        }
    }
}

extension MarkdownBlock {
    /// HTML knows one line end; so does the comparison.
    fileprivate var withPlainLineEnds: MarkdownBlock {
        let kind: Kind =
            switch kind {
            case .codeBlock(let info, let text): .codeBlock(info: info, text: text.withPlainLineEnds)
            case .html(let text): .html(text.withPlainLineEnds)
            case .blockQuote(let blocks): .blockQuote(blocks.map(\.withPlainLineEnds))
            case .footnote(let number, let label, let blocks):
                .footnote(number: number, label: label, blocks.map(\.withPlainLineEnds))
            case .list(let list):
                .list(
                    MarkdownList(
                        marker: list.marker, isTight: list.isTight,
                        items: list.items.map { MarkdownList.Item($0.blocks.map(\.withPlainLineEnds), at: $0.range) }))
            case .heading, .paragraph, .thematicBreak, .table: kind
            }
        return MarkdownBlock(kind, at: range)
    }
}

extension String {
    /// Every run of spaces, tabs and line ends as one space.
    var collapsingBlanks: String {
        var result = String.UnicodeScalarView()
        var wasBlank = false
        for scalar in unicodeScalars {
            let isBlank = scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
            if !isBlank { result.append(scalar) } else if !wasBlank { result.append(" ") }
            wasBlank = isBlank
        }
        return String(result)
    }

    /// With `\n` for every line end.
    var withPlainLineEnds: String {
        guard utf8.contains(.carriageReturn) else { return self }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var previous: UInt8 = 0
        for byte in utf8 {
            if byte == .carriageReturn {
                bytes.append(.newline)
            } else if byte != .newline || previous != .carriageReturn {
                bytes.append(byte)
            }
            previous = byte
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
