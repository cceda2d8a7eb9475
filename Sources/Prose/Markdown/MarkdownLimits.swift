/// What one Markdown text may ask of the server.
///
/// cmark-gfm 0.29.0.gfm.6 needs quadratic time or memory on a few kinds of text: lines nested thousands deep followed
/// by lazy lines, `![[]()` repeated, very wide tables with short rows, one long link definition used many times. Such
/// texts are recognised *before* they are parsed, by counting characters in one pass. The counts are upper estimates,
/// set far above what a plan holds.
public struct MarkdownLimits: Equatable, Sendable {
    /// Length of the text in UTF-8 bytes.
    public var bytes = 2 << 20
    /// Levels of blocks and inlines within each other; also bounds the recursion of everything that walks the tree.
    public var depth = 100
    /// White space before the text of a line, in columns.
    public var indentation = 400
    /// Pipes on one line, and columns times rows of one table.
    public var pipesPerLine = 500
    public var tableCells = 100_000
    /// `[` between two blank lines.
    public var brackets = 5_000
    /// Lines between two blank lines.
    public var linesWithoutBlank = 10_000
    public var footnotes = 1_000
    /// Length of the longest link definition times the number of brackets that might use it.
    public var referenceBytes = 64 << 20

    public static let standard = MarkdownLimits()

    public init() {}

    func check(_ source: String) throws(MarkdownError) {
        let length = source.utf8.count
        guard length <= bytes else { throw .tooLarge(bytes: length, limit: bytes) }
        var scan = LimitScan(limits: self)
        for (index, line) in SourceLines(source).contents.enumerated() {
            try scan.read(line, number: index + 1)
        }
        try scan.finish()
    }
}

/// One pass over the lines, counting what cmark would pay for.
private struct LimitScan {
    let limits: MarkdownLimits
    private var runStart = 1
    private var runLines = 0
    private var runBrackets = 0
    private var tableColumns = 0
    private var brackets = 0
    private var definition: Int?
    private var longestDefinition = 0

    init(limits: MarkdownLimits) {
        self.limits = limits
    }

    mutating func read(_ line: ArraySlice<UInt8>, number: Int) throws(MarkdownError) {
        guard let prefix = ContainerPrefix(of: line) else { return endRun(before: number + 1) }
        guard prefix.markers <= limits.depth, prefix.indentation <= limits.indentation else {
            throw .nestedTooDeeply(line: number, limit: limits.depth)
        }
        runLines += 1
        guard runLines <= limits.linesWithoutBlank else {
            throw .paragraphTooLong(line: runStart, limit: limits.linesWithoutBlank)
        }
        try countBrackets(line)
        try countCells(line, number: number)
    }

    mutating func finish() throws(MarkdownError) {
        endRun(before: 0)
        guard longestDefinition.multipliedReportingOverflow(by: brackets).partialValue <= limits.referenceBytes else {
            throw .referencesTooLarge(limit: limits.referenceBytes)
        }
    }

    private mutating func endRun(before next: Int) {
        endDefinition()
        (runStart, runLines, runBrackets, tableColumns) = (next, 0, 0, 0)
    }

    private mutating func endDefinition() {
        longestDefinition = max(longestDefinition, definition ?? 0)
        definition = nil
    }

    private mutating func countBrackets(_ line: ArraySlice<UInt8>) throws(MarkdownError) {
        var previous: UInt8 = 0
        for byte in line {
            if byte == UInt8(ascii: "[") { runBrackets += 1 }
            if byte == UInt8(ascii: "["), limits.brackets < runBrackets {
                throw .tooManyBrackets(line: runStart, limit: limits.brackets)
            }
            if byte == UInt8(ascii: ":"), previous == UInt8(ascii: "]") {
                endDefinition()
                definition = 0
            }
            definition = definition.map { $0 + 1 }
            previous = byte
        }
        brackets += line.count { $0 == UInt8(ascii: "[") }
    }

    private mutating func countCells(_ line: ArraySlice<UInt8>, number: Int) throws(MarkdownError) {
        let pipes = line.count { $0 == UInt8(ascii: "|") }
        guard pipes <= limits.pipesPerLine else { throw .tableTooLarge(line: number, limit: limits.pipesPerLine) }
        if pipes > 0, line.allSatisfy({ Self.delimiterRowBytes.contains($0) }) {
            tableColumns = max(tableColumns, pipes + 1)
        }
        guard tableColumns * runLines <= limits.tableCells else {
            throw .tableTooLarge(line: runStart, limit: limits.tableCells)
        }
    }

    /// A row of `---|:--:` and whatever quote or list markers may stand before it.
    private static let delimiterRowBytes = Set("|-: \t>*+.)0123456789".utf8)
}

/// What stands before the text of a line: quote and list markers and white space.
private struct ContainerPrefix {
    private(set) var markers = 0
    private(set) var indentation = 0

    /// Nil for a blank line.
    init?(of line: ArraySlice<UInt8>) {
        var isBlank = true
        scan: for byte in line {
            switch byte {
            case UInt8(ascii: " "): indentation += 1
            case UInt8(ascii: "\t"): indentation += 4
            case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."),
                UInt8(ascii: ")"):
                (markers, isBlank) = (markers + 1, false)
            case UInt8(ascii: "0")...UInt8(ascii: "9"): isBlank = false
            default:
                isBlank = false
                break scan
            }
        }
        if isBlank { return nil }
    }
}
