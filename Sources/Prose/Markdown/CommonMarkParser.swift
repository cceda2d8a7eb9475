import CCMarkGFM
import Foundation

/// The one door to cmark-gfm: a text goes in, a tree of values comes out, no pointer leaves this file.
///
/// Choices that a reader could get wrong:
/// - cmark's autolink extension is left out: in 0.29.0.gfm.6 it reads before the start of a buffer (CVE-2023-22485).
///   The HTML renderer links bare addresses itself.
/// - Parsing takes a lock. The strikethrough extension registers `~` in a table that all parsers of the process share,
///   for as long as one of them runs.
/// - cmark drops footnotes that nothing refers to. Here every label that looks like a definition is referred to once,
///   in paragraphs put before the text and taken away again, so that no note disappears; see ``FootnoteProbe``.
struct CommonMarkParser {
    let limits: MarkdownLimits

    func blocks(of source: String) throws(MarkdownError) -> [MarkdownBlock] {
        let probe = FootnoteProbe(source)
        guard probe.labels.count <= limits.footnotes else {
            throw .tooManyFootnotes(count: probe.labels.count, limit: limits.footnotes)
        }
        // A byte order mark is no text, and columns are counted without it.
        let mark = source.unicodeScalars.first == "\u{FEFF}" ? 1 : 0
        let root = try Self.parse(probe.lead + String(source.unicodeScalars.dropFirst(mark)))
        defer { cmark_node_free(root) }
        var tree = TreeReader(limits: limits, probe: probe)
        return try tree.read(root)
    }

    private static func parse(_ source: String) throws(MarkdownError) -> OpaquePointer {
        _ = extensionsRegistered
        guard let parser = cmark_parser_new(options) else { throw .outOfMemory }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough"] {
            cmark_find_syntax_extension(name).map { _ = cmark_parser_attach_syntax_extension(parser, $0) }
        }
        lock.lock()
        defer { lock.unlock() }
        var source = source
        source.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let root = cmark_parser_finish(parser) else { throw .outOfMemory }
        return root
    }

    private static let options =
        CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE | CMARK_OPT_VALIDATE_UTF8
    private static let extensionsRegistered: Void = cmark_gfm_core_extensions_ensure_registered()
    private static let lock = NSLock()
}

/// Walks cmark's tree without recursion and builds ours from the leaves up.
private struct TreeReader {
    let limits: MarkdownLimits
    let probe: FootnoteProbe
    private var open: [OpenNode] = []
    private var footnoteLabels: [String] = []

    init(limits: MarkdownLimits, probe: FootnoteProbe) {
        self.limits = limits
        self.probe = probe
    }

    mutating func read(_ root: OpaquePointer) throws(MarkdownError) -> [MarkdownBlock] {
        guard let iterator = cmark_iter_new(root) else { throw .outOfMemory }
        defer { cmark_iter_free(iterator) }
        var blocks: [MarkdownBlock] = []
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
            let isLeaf = cmark_node_first_child(node) == nil && Self.isLeaf(node)
            if event == CMARK_EVENT_ENTER {
                guard open.count <= limits.depth else { throw .nestedTooDeeply(line: nil, limit: limits.depth) }
                open.append(OpenNode(node))
            }
            if event == CMARK_EVENT_EXIT || isLeaf {
                let closed = open.removeLast()
                if open.isEmpty { blocks = closed.blocks } else { add(node, closed) }
            }
        }
        return probe.withoutProbes(blocks)
    }

    /// Leaves get no exit event: cmark says so by kind, not by the absence of children.
    private static func isLeaf(_ node: OpaquePointer) -> Bool {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
            CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
            true
        default: false
        }
    }

    /// Hands a finished node to the one it stands in: as an inline, as a block, or as a part of a list or table.
    private mutating func add(_ node: OpaquePointer, _ closed: OpenNode) {
        let parent = open.count - 1
        if let inline = inline(node, closed) {
            open[parent].append(inline)
        } else if let kind = block(node, closed) {
            open[parent].blocks.append(MarkdownBlock(kind, at: range(node)))
        } else {
            addPart(node, closed, to: parent)
        }
    }

    private mutating func inline(_ node: OpaquePointer, _ closed: OpenNode) -> MarkdownInline? {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT: .text(literal(node))
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .code(literal(node))
        case CMARK_NODE_HTML_INLINE: .html(literal(node))
        case CMARK_NODE_EMPH: .emphasis(closed.inlines)
        case CMARK_NODE_STRONG: .strong(closed.inlines)
        case CMARK_NODE_LINK:
            .link(destination: string(cmark_node_get_url(node)), title: title(node), closed.inlines)
        case CMARK_NODE_IMAGE: .image(source: string(cmark_node_get_url(node)), title: title(node), alt: closed.inlines)
        case CMARK_NODE_FOOTNOTE_REFERENCE: probe.reference(index: Int(literal(node)) ?? 0)
        default: string(cmark_node_get_type_string(node)) == "strikethrough" ? .strikethrough(closed.inlines) : nil
        }
    }

    private mutating func block(_ node: OpaquePointer, _ closed: OpenNode) -> MarkdownBlock.Kind? {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)), closed.inlines)
        case CMARK_NODE_PARAGRAPH: .paragraph(closed.inlines)
        case CMARK_NODE_BLOCK_QUOTE: .blockQuote(closed.blocks)
        case CMARK_NODE_CODE_BLOCK: .codeBlock(info: string(cmark_node_get_fence_info(node)), text: literal(node))
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_HTML_BLOCK: .html(literal(node))
        case CMARK_NODE_LIST:
            .list(
                MarkdownList(marker: marker(node), isTight: cmark_node_get_list_tight(node) != 0, items: closed.items))
        case CMARK_NODE_FOOTNOTE_DEFINITION:
            .footnote(number: 0, label: "", closed.blocks)
        default: string(cmark_node_get_type_string(node)) == "table" ? table(node, closed) : nil
        }
    }

    /// Items, rows and cells: parts of a block that are no block themselves.
    private mutating func addPart(_ node: OpaquePointer, _ closed: OpenNode, to parent: Int) {
        switch string(cmark_node_get_type_string(node)) {
        case "item": open[parent].items.append(MarkdownList.Item(closed.blocks, at: range(node)))
        case "table_cell": open[parent].cells.append(MarkdownTable.Cell(closed.inlines))
        case "table_row", "table_header": open[parent].rows.append(MarkdownTable.Row(closed.cells, at: range(node)))
        default:
            open[parent].blocks += closed.blocks
            open[parent].inlines += closed.inlines
        }
    }

    private func table(_ node: OpaquePointer, _ closed: OpenNode) -> MarkdownBlock.Kind? {
        guard let header = closed.rows.first else { return nil }
        let columns = Int(cmark_gfm_extensions_get_table_columns(node))
        let letters = cmark_gfm_extensions_get_table_alignments(node)
        let alignments = (0..<columns).map { column -> MarkdownTable.Alignment in
            switch letters?[column] {
            case UInt8(ascii: "l"): .left
            case UInt8(ascii: "c"): .center
            case UInt8(ascii: "r"): .right
            default: .natural
            }
        }
        return .table(MarkdownTable(alignments: alignments, header: header, rows: Array(closed.rows.dropFirst())))
    }

    private func marker(_ node: OpaquePointer) -> MarkdownList.Marker {
        guard cmark_node_get_list_type(node) == CMARK_ORDERED_LIST else { return .bullet }
        return .ordered(start: Int(cmark_node_get_list_start(node)))
    }

    private func range(_ node: OpaquePointer) -> SourceRange {
        let shift = probe.leadLines
        return SourceRange(
            start: .init(
                line: Int(cmark_node_get_start_line(node)) - shift, column: Int(cmark_node_get_start_column(node))),
            end: .init(line: Int(cmark_node_get_end_line(node)) - shift, column: Int(cmark_node_get_end_column(node))))
    }

    private func title(_ node: OpaquePointer) -> String { string(cmark_node_get_title(node)) }
    private func literal(_ node: OpaquePointer) -> String { string(cmark_node_get_literal(node)) }
    private func string(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
}

/// A node whose children are still being read.
private struct OpenNode {
    var blocks: [MarkdownBlock] = []
    var inlines: [MarkdownInline] = []
    var items: [MarkdownList.Item] = []
    var rows: [MarkdownTable.Row] = []
    var cells: [MarkdownTable.Cell] = []

    init(_ node: OpaquePointer) {}

    /// cmark cuts text at every character that might have meant something; here neighbouring texts are one.
    mutating func append(_ inline: MarkdownInline) {
        if case .text(let addition) = inline, case .text(let text) = inlines.last {
            inlines[inlines.count - 1] = .text(text + addition)
        } else {
            inlines.append(inline)
        }
    }
}
