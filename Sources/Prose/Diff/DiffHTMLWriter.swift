/// Writes blocks one after the other and keeps the lists, quotes and tables around them open as long as they last.
struct DiffHTMLWriter {
    private let renderer: DiffHTMLRenderer
    private var html = ""
    private var open: [Element] = []
    private var isInTable = false

    /// A list, quote or list item that is open.
    private enum Element: Equatable {
        case quote, bullets, numbers, item, note

        var name: String {
            switch self {
            case .quote: "blockquote"
            case .bullets: "ul"
            case .numbers: "ol"
            case .item: "li"
            case .note: "aside"
            }
        }
    }

    init(renderer: DiffHTMLRenderer) {
        self.renderer = renderer
    }

    mutating func finished() -> String {
        closeTable()
        close(downTo: 0)
        return html
    }

    mutating func writeGap() {
        closeTable()
        close(downTo: 0)
        html += "<p class=\"diff-gap\">…</p>\n"
    }

    mutating func write(_ block: BlockDiff) {
        enter(block.shape.containers)
        if case .tableRow(let isHeader) = block.shape.kind { return writeRow(block, isHeader: isHeader) }
        closeTable()
        let content = restyledMark(block) + inline(block.segments, block.shape)
        switch block.shape.kind {
        case .paragraph, .tableRow: html += "<p\(attribute(block))>\(content)</p>\n"
        case .heading(let level):
            let shown = min(6, max(1, level + renderer.headingShift))
            html += "<h\(shown)\(attribute(block))>\(content)</h\(shown)>\n"
        case .code, .html, .definition: html += "<pre\(attribute(block))>\(content)</pre>\n"
        case .thematicBreak: html += block.kind == .unchanged ? "<hr>\n" : "<p\(attribute(block))>\(content)</p>\n"
        }
    }

    private func inline(_ segments: [BlockDiff.Segment], _ shape: BlockShape) -> String {
        InlineDiffWriter(labels: renderer.labels).html(segments, shape: shape)
    }

    private func attribute(_ block: BlockDiff) -> String {
        switch block.kind {
        case .unchanged: ""
        case .added: " class=\"diff-added\""
        case .removed: " class=\"diff-removed\""
        case .changed: " class=\"diff-changed\""
        case .movedFrom, .movedTo: " class=\"diff-moved\""
        }
    }

    /// Only where no word changed: otherwise the words say enough.
    private func restyledMark(_ block: BlockDiff) -> String {
        guard block.kind == .changed, block.segments.allSatisfy({ $0.kind == .same || $0.isBlank }) else { return "" }
        return "<span class=\"diff-restyled\">[\(HTML.escape(renderer.labels.restyled))]</span> "
    }

    private mutating func writeRow(_ block: BlockDiff, isHeader: Bool) {
        if !isInTable {
            html += "<table>\n<tbody>\n"
            isInTable = true
        }
        html += "<tr\(attribute(block))>\n"
        for part in block.parts {
            let content = inline(part.segments, block.shape)
            html += isHeader ? "<th scope=\"col\">\(content)</th>\n" : "<td>\(content)</td>\n"
        }
        html += "</tr>\n"
    }

    private mutating func closeTable() {
        guard isInTable else { return }
        html += "</tbody>\n</table>\n"
        isInTable = false
    }

    /// Closes and opens what is needed to stand in `containers`; a first block in an item begins a new one.
    private mutating func enter(_ containers: [BlockShape.Container]) {
        var wanted: [(element: Element, isNew: Bool, attribute: String)] = []
        for container in containers {
            switch container {
            case .quote: wanted.append((.quote, false, ""))
            case .footnote(let label, let isFirst):
                wanted.append((.note, isFirst, HTML.attribute("aria-label", label)))
            case .item(nil, let isFirst):
                wanted += [(.bullets, false, ""), (.item, isFirst, "")]
            case .item(let number?, let isFirst):
                wanted += [(.numbers, false, ""), (.item, isFirst, " value=\"\(number)\"")]
            }
        }
        var shared = 0
        while shared < min(open.count, wanted.count), open[shared] == wanted[shared].element, !wanted[shared].isNew {
            shared += 1
        }
        close(downTo: shared)
        for element in wanted[shared...] {
            closeTable()
            html += "<\(element.element.name)\(element.attribute)>\n"
            open.append(element.element)
        }
    }

    private mutating func close(downTo depth: Int) {
        guard open.count > depth else { return }
        closeTable()
        while open.count > depth { html += "</\(open.removeLast().name)>\n" }
    }
}
