/// How a version at a level of correction divides its squares (ISO/IEC 18004, tables 7 and 9).
struct SymbolLayout {
    /// From 1 to 40.
    let version: Int
    let correction: QRCode.Correction
    let blocks: Int
    /// Codewords of correction in each block.
    let checkLength: Int

    /// The smallest version that holds `count` bytes; nil when none does.
    init?(holding count: Int, _ correction: QRCode.Correction) {
        let fitting = (1...40).lazy.map { SymbolLayout(version: $0, correction) }
            .first { $0.dataBits >= 4 + $0.lengthBits + 8 * count }
        guard let fitting else { return nil }
        self = fitting
    }

    private init(version: Int, _ correction: QRCode.Correction) {
        self.version = version
        self.correction = correction
        blocks = Self.blocks[correction.rawValue][version - 1]
        checkLength = Self.checkLengths[correction.rawValue][version - 1]
    }

    var size: Int { 4 * version + 17 }

    /// Bits of the field that says how many bytes follow.
    var lengthBits: Int { version < 10 ? 8 : 16 }

    var codewords: Int { Self.dataModules(version) / 8 }

    var dataCodewords: Int { codewords - blocks * checkLength }

    private var dataBits: Int { 8 * dataCodewords }

    /// Where alignment patterns have their middle, along either side (annex E).
    var alignmentCentres: [Int] {
        guard version > 1 else { return [] }
        let count = version / 7 + 2
        let step = version == 32 ? 26 : (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2
        return [6] + (0..<(count - 1)).map { size - 7 - $0 * step }.reversed()
    }

    /// Squares that are left for codewords when the fixed patterns are drawn.
    private static func dataModules(_ version: Int) -> Int {
        var count = (16 * version + 128) * version + 64
        guard version >= 2 else { return count }
        let alignments = version / 7 + 2
        count -= (25 * alignments - 10) * alignments - 55
        return version >= 7 ? count - 36 : count
    }

    private static let checkLengths = [
        [
            7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30,
            30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
        ],
        [
            10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28,
            28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
        ],
        [
            13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30, 30, 30, 28, 30,
            30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
        ],
        [
            17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24, 30, 30, 30, 30, 30,
            30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
        ],
    ]

    private static let blocks = [
        [
            1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18,
            19, 19, 20, 21, 22, 24, 25,
        ],
        [
            1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29,
            31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
        ],
        [
            1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29, 34, 34, 35, 38, 40,
            43, 45, 48, 51, 53, 56, 59, 62, 65, 68,
        ],
        [
            1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30, 32, 35, 37, 40, 42, 45,
            48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81,
        ],
    ]
}
