/// The output so far and what must be unique in it.
struct HTMLWriter {
    let options: HTMLRenderer.Options
    private(set) var html = ""
    private var usedIDs: Set<String> = []
    private var footnoteReferences: [Int: Int] = [:]
    var isInLink = false

    init(options: HTMLRenderer.Options) {
        self.options = options
    }

    mutating func write(_ blocks: [MarkdownBlock]) {
        for block in blocks where !block.isFootnote { write(block) }
        let notes = blocks.filter(\.isFootnote)
        guard !notes.isEmpty else { return }
        put("<section class=\"footnotes\"\(HTML.attribute("aria-label", options.footnotesLabel))>\n<ol>\n")
        for note in notes { write(note) }
        put("</ol>\n</section>\n")
    }

    mutating func put(_ markup: String) {
        html += markup
    }

    private mutating func write(_ block: MarkdownBlock) {
        switch block.kind {
        case .heading(let level, let inlines): writeHeading(level, inlines)
        case .paragraph(let inlines): writeElement("p", inlines)
        case .blockQuote(let blocks):
            put("<blockquote>\n")
            write(blocks)
            put("</blockquote>\n")
        case .codeBlock(let info, let text): writeCode(info, text)
        case .thematicBreak: put("<hr>\n")
        case .html(let text): put("<pre class=\"raw-html\">\(HTML.escape(String(text.droppingLastLineEnd)))</pre>\n")
        case .list(let list): write(list)
        case .table(let table): write(table)
        case .footnote(let number, _, let blocks): writeFootnote(number, blocks)
        }
    }

    private mutating func writeElement(_ name: String, _ inlines: [MarkdownInline]) {
        put("<\(name)>")
        write(inlines)
        put("</\(name)>\n")
    }

    private mutating func writeHeading(_ level: Int, _ inlines: [MarkdownInline]) {
        let shown = min(6, max(1, level + options.headingShift))
        let id = options.headingIDPrefix.map { uniqueID($0 + Slug.make(inlines.plainText)) }
        put("<h\(shown)\(HTML.attribute("id", id))>")
        write(inlines)
        put("</h\(shown)>\n")
    }

    private mutating func uniqueID(_ wanted: String) -> String {
        var id = wanted
        var count = 1
        while !usedIDs.insert(id).inserted {
            count += 1
            id = "\(wanted)-\(count)"
        }
        return id
    }

    private mutating func writeCode(_ info: String, _ text: String) {
        let language = info.split(separator: " ").first.map(String.init) ?? ""
        put("<pre><code\(HTML.attribute("class", language.isEmpty ? nil : "language-" + language))>")
        put("\(HTML.escape(text))</code></pre>\n")
    }

    private mutating func write(_ list: MarkdownList) {
        let name: String
        switch list.marker {
        case .bullet:
            name = "ul"
            put("<ul>\n")
        case .ordered(let start):
            name = "ol"
            put(start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n")
        }
        for item in list.items {
            put("<li>")
            writeItem(item.blocks, isTight: list.isTight)
            put("</li>\n")
        }
        put("</\(name)>\n")
    }

    /// In a tight list a paragraph stands without `<p>`.
    private mutating func writeItem(_ blocks: [MarkdownBlock], isTight: Bool) {
        for (index, block) in blocks.enumerated() {
            if isTight, case .paragraph(let inlines) = block.kind {
                write(inlines)
                if index < blocks.count - 1 { put("\n") }
            } else {
                if index == 0 { put("\n") }
                write(block)
            }
        }
    }

    private mutating func writeFootnote(_ number: Int, _ blocks: [MarkdownBlock]) {
        let prefix = HTML.escape(options.footnoteIDPrefix)
        put("<li id=\"\(prefix)\(number)\">\n")
        write(blocks)
        if footnoteReferences[number] != nil {
            let label = HTML.attribute("aria-label", options.backLinkLabel)
            put("<p><a href=\"#\(prefix)ref-\(number)\"\(label)>↩</a></p>\n")
        }
        put("</li>\n")
    }

    mutating func writeFootnoteReference(_ number: Int) {
        let prefix = HTML.escape(options.footnoteIDPrefix)
        let count = footnoteReferences[number, default: 0] + 1
        footnoteReferences[number] = count
        let id = "\(prefix)ref-\(number)\(count == 1 ? "" : "-\(count)")"
        let mark = isInLink ? "\(number)" : "<a href=\"#\(prefix)\(number)\">\(number)</a>"
        put("<sup class=\"footnote-ref\" id=\"\(id)\">\(mark)</sup>")
    }

    private mutating func write(_ table: MarkdownTable) {
        if let label = options.tableLabel {
            put("<div class=\"table-frame\" role=\"group\" tabindex=\"0\"\(HTML.attribute("aria-label", label))>\n")
        }
        defer { if options.tableLabel != nil { put("</div>\n") } }
        put("<table>\n<thead>\n")
        write(table.header, table.alignments, open: "<th scope=\"col\"", close: "</th>")
        put("</thead>\n")
        guard !table.rows.isEmpty else { return put("</table>\n") }
        put("<tbody>\n")
        for row in table.rows { write(row, table.alignments, open: "<td", close: "</td>") }
        put("</tbody>\n</table>\n")
    }

    private mutating func write(
        _ row: MarkdownTable.Row, _ alignments: [MarkdownTable.Alignment], open: String, close: String
    ) {
        put("<tr>\n")
        for (column, cell) in row.cells.enumerated() {
            let alignment = alignments.indices.contains(column) ? alignments[column] : .natural
            put("\(open)\(alignment.htmlClass)>")
            write(cell.inlines)
            put("\(close)\n")
        }
        put("</tr>\n")
    }
}

extension MarkdownTable.Alignment {
    /// A class, not a style: the pages' content security policy allows no inline style.
    fileprivate var htmlClass: String {
        switch self {
        case .natural: ""
        case .left: " class=\"align-left\""
        case .center: " class=\"align-center\""
        case .right: " class=\"align-right\""
        }
    }
}
