/// Keeps the footnotes that cmark would drop because nothing refers to them, and gives the references their labels
/// back.
///
/// For each label that might be defined (`[^label]:` anywhere in the text) a paragraph `[^label]` is put *before* the
/// text, where it cannot be swallowed by an open code block. cmark then numbers the notes in the order of these
/// paragraphs, which tells the label behind each number. Afterwards the paragraphs are taken away and the notes are
/// numbered again in the order in which the text itself refers to them.
struct FootnoteProbe {
    let labels: [String]

    init(_ source: String) {
        var seen: Set<String> = []
        var labels: [String] = []
        let mayHaveNotes = source.utf8.contains(UInt8(ascii: "^"))
        for line in SourceLines(mayHaveNotes ? source : "").contents {
            for label in Self.labels(definedOn: line) where seen.insert(label.lowercased()).inserted {
                labels.append(label)
            }
        }
        self.labels = labels
    }

    var lead: String { labels.map { "[^\($0)]\n\n" }.joined() }
    var leadLines: Int { labels.count * 2 }

    /// The reference as cmark numbered it; ``withoutProbes(_:)`` puts the final number and the label in.
    func reference(index: Int) -> MarkdownInline { .footnoteReference(number: index, label: "") }

    func withoutProbes(_ blocks: [MarkdownBlock]) -> [MarkdownBlock] {
        guard !labels.isEmpty else { return blocks }
        var labelOfIndex: [Int: String] = [:]
        for (label, block) in zip(labels, blocks) {
            guard case .paragraph(let inlines) = block.kind, inlines.count == 1,
                case .footnoteReference(let index, _) = inlines[0]
            else { continue }
            labelOfIndex[index] = labelOfIndex[index] ?? label
        }
        var numbering = FootnoteNumbering(labelOfIndex: labelOfIndex)
        return numbering.renumber(Array(blocks.dropFirst(labels.count)))
    }

    private static func labels(definedOn line: ArraySlice<UInt8>) -> [String] {
        var labels: [String] = []
        var rest = line
        while let open = rest.firstIndex(of: UInt8(ascii: "^")) {
            let body = rest[(open + 1)...]
            defer { rest = body }
            guard open > line.startIndex, line[open - 1] == UInt8(ascii: "["),
                let close = body.firstIndex(where: { $0 == UInt8(ascii: "]") || $0.isBlank || $0 == 0 }),
                close > body.startIndex, close + 1 < line.endIndex,
                line[close] == UInt8(ascii: "]"), line[close + 1] == UInt8(ascii: ":")
            else { continue }
            labels.append(String(decoding: line[body.startIndex..<close], as: UTF8.self))
        }
        return labels
    }
}

/// Numbers footnotes from 1 in the order in which the text refers to them, then the notes that nothing refers to.
private struct FootnoteNumbering {
    let labelOfIndex: [Int: String]
    /// cmark's number of the note that gets number 1, 2, ….
    private var order: [Int] = []
    private var numbers: [Int: Int] = [:]

    init(labelOfIndex: [Int: String]) {
        self.labelOfIndex = labelOfIndex
    }

    /// cmark puts the notes last, in the order of its own numbers, which count from 1.
    mutating func renumber(_ blocks: [MarkdownBlock]) -> [MarkdownBlock] {
        let notes = blocks.filter(\.isFootnote)
        var result = blocks.filter { !$0.isFootnote }.map { renumbered($0) }
        for number in 1...max(1, notes.count) where number <= notes.count {
            if order.count < number { unreferred(among: notes.count).map { _ = self.number(of: $0) } }
            let index = order[number - 1]
            guard notes.indices.contains(index - 1), case .footnote(_, _, let inner) = notes[index - 1].kind
            else { continue }
            let label = labelOfIndex[index] ?? ""
            let kind = MarkdownBlock.Kind.footnote(number: number, label: label, inner.map { renumbered($0) })
            result.append(MarkdownBlock(kind, at: notes[index - 1].range))
        }
        return result
    }

    private func unreferred(among count: Int) -> Int? {
        (1...count).first { numbers[$0] == nil }
    }

    private mutating func renumbered(_ block: MarkdownBlock) -> MarkdownBlock {
        block.mapping(inlines: { $0.map { renumbered($0) } })
    }

    private mutating func renumbered(_ inline: MarkdownInline) -> MarkdownInline {
        guard case .footnoteReference(let index, _) = inline else {
            return inline.replacingChildren(inline.children.map { renumbered($0) })
        }
        return .footnoteReference(number: number(of: index), label: labelOfIndex[index] ?? "")
    }

    private mutating func number(of index: Int) -> Int {
        if let number = numbers[index] { return number }
        order.append(index)
        numbers[index] = order.count
        return order.count
    }
}

extension MarkdownBlock {
    var isFootnote: Bool {
        if case .footnote = kind { true } else { false }
    }
}
