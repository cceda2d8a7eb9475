/// A text as UTF-8 bytes cut into lines the way CommonMark does: at `\n`, `\r\n` and a lone `\r`.
///
/// Everything that must put a text together again to the byte works on these, not on `Character`s: in Swift `"\r\n"` is
/// one character, and `==` on strings does not see the difference between normal forms.
struct SourceLines: Sendable {
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    let bytes: [UInt8]
    /// The range of each line without its line ending and without a byte order mark before the first; a final empty
    /// line is not counted.
    private(set) var ranges: [Range<Int>] = []

    init(_ source: String) {
        bytes = Array(source.utf8)
        var start = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte == .newline || byte == .carriageReturn else { continue }
            ranges.append(start..<index - 1)
            if byte == .carriageReturn, index < bytes.count, bytes[index] == .newline { index += 1 }
            start = index
        }
        if start < bytes.count { ranges.append(start..<bytes.count) }
    }

    var contents: some Sequence<ArraySlice<UInt8>> { ranges.lazy.map { bytes[$0] } }

    /// Where line `number`, counted from 1, stands; empty at the end for a line beyond the last.
    func range(ofLine number: Int) -> Range<Int> {
        guard number >= 1, number <= ranges.count else { return bytes.count..<bytes.count }
        return ranges[number - 1]
    }

    /// Where a position stands, never within a character: for a table row that continues a quote without its mark cmark
    /// gives the column of the row before.
    func offset(of position: SourceRange.Position) -> Int {
        let line = range(ofLine: position.line)
        var offset = min(line.lowerBound + max(0, position.column - 1), line.upperBound)
        while offset > line.lowerBound, offset < line.upperBound, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}

extension UInt8 {
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")

    var isBlank: Bool { self == .space || self == .tab }
    var isLineEnd: Bool { self == .newline || self == .carriageReturn }
    var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
    var isASCIILetter: Bool {
        (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z")
    }
}
