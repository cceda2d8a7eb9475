/// A QR code of a text (ISO/IEC 18004:2015, model 2): the squares, without the quiet zone around them.
///
/// Bytes are encoded as they are (byte mode, UTF-8); the smallest version that holds them is chosen, and of the eight
/// masks the one that scans best by the standard's own count. The same text gives the same squares.
public struct QRCode: Equatable, Sendable {
    /// How much of it may be damaged and still be read.
    public enum Correction: Int, CaseIterable, Sendable {
        case low, medium, quartile, high
    }

    /// How many squares a side has: 21 for version 1, 4 more for each version up to 40.
    public let size: Int
    private let dark: [Bool]

    /// Nil for a text that is too long for any version: more than 2,331 bytes at medium correction.
    public init?(_ text: String, correction: Correction = .medium) {
        guard let layout = SymbolLayout(holding: text.utf8.count, correction) else { return nil }
        let codewords = Codewords(Array(text.utf8), in: layout).interleaved
        var grid = ModuleGrid(layout)
        grid.place(codewords)
        let best = (0..<8).map { grid.masked($0) }.min { Penalty(of: $0).points < Penalty(of: $1).points }
        guard let best else { return nil }
        size = layout.size
        dark = best.modules
    }

    /// Whether the square in a column and a row, counted from the top left, is dark.
    public subscript(column: Int, row: Int) -> Bool { dark[row * size + column] }

    /// The dark squares as one path of an SVG, a unit a square, with a quiet zone of four units on each side.
    public var path: String {
        var path = ""
        for row in 0..<size {
            for column in 0..<size where self[column, row] {
                path += "M\(column + Self.quiet) \(row + Self.quiet)h1v1h-1z"
            }
        }
        return path
    }

    /// The side of the picture that ``path`` belongs to, quiet zone included.
    public var extent: Int { size + 2 * Self.quiet }

    /// Units of light around the code; with less a reader may not find it (ISO/IEC 18004, 6.3.8).
    private static let quiet = 4
}
