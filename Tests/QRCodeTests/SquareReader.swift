import QRCode

/// Reads an undamaged code back: finds level and mask in its format bits, takes the mask off, follows the columns and
/// undoes the interleaving. Written from the standard, apart from the encoder.
struct SquareReader {
    private let code: QRCode
    private let version: Int
    private let level: Int
    private let mask: Int

    struct Unreadable: Error {}

    init(_ code: QRCode) throws {
        self.code = code
        version = (code.size - 17) / 4
        let places = (0...5).map { (8, $0) } + [(8, 7), (8, 8), (7, 8)] + (9..<15).map { (14 - $0, 8) }
        let bits = places.enumerated().reduce(0) { $0 | (code[$1.element.0, $1.element.1] ? 1 << $1.offset : 0) }
        let data = (bits ^ 0b101_0100_0001_0010) >> 10
        // L, M, Q, H are written 01, 00, 11, 10.
        level = [1, 0, 3, 2][data >> 3]
        mask = data & 7
        let dark = code[8, code.size - 8]
        guard dark else { throw Unreadable() }
    }

    func text() throws -> String {
        let bytes = try data()
        var position = 0
        func take(_ count: Int) -> Int {
            defer { position += count }
            return (position..<position + count).reduce(0) { $0 << 1 | Int(bytes[$1 / 8] >> (7 - $1 % 8) & 1) }
        }
        guard take(4) == 4 else { throw Unreadable() }
        let count = take(version < 10 ? 8 : 16)
        return String(decoding: (0..<count).map { _ in UInt8(take(8)) }, as: UTF8.self)
    }

    /// Blocks of the versions that the tests reach, as the standard's table lists them: (blocks, data codewords) twice.
    private func data() throws -> [UInt8] {
        let all = codewords()
        guard let shapes = Self.blocks[version]?[level] else { throw Unreadable() }
        let lengths = shapes.flatMap { Array(repeating: $0.1, count: $0.0) }
        var blocks = lengths.map { _ in [UInt8]() }
        var next = 0
        for index in 0..<(lengths.max() ?? 0) {
            for block in lengths.indices where index < lengths[block] {
                blocks[block].append(all[next])
                next += 1
            }
        }
        return blocks.flatMap { $0 }
    }

    private func codewords() -> [UInt8] {
        var bits: [Bool] = []
        var column = code.size - 1
        var isUpward = true
        while column > 0 {
            if column == 6 { column -= 1 }
            for step in 0..<code.size {
                let row = isUpward ? code.size - 1 - step : step
                for place in [column, column - 1] where !isFixed(place, row) {
                    bits.append(code[place, row] != isMasked(place, row))
                }
            }
            isUpward.toggle()
            column -= 2
        }
        return stride(from: 0, to: bits.count - bits.count % 8, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
    }

    private func isFixed(_ x: Int, _ y: Int) -> Bool {
        let size = code.size
        if x == 6 || y == 6 { return true }
        if x < 9 && y < 9 || x >= size - 8 && y < 9 || x < 9 && y >= size - 8 { return true }
        if version >= 7, x >= size - 11 && y < 6 || y >= size - 11 && x < 6 { return true }
        let centres = Self.alignments[version] ?? []
        return centres.contains { centreX in
            centres.contains { centreY in
                let inCorner =
                    (centreX == 6 && centreY == 6) || (centreX == 6 && centreY == centres.last)
                    || (centreX == centres.last && centreY == 6)
                return !inCorner && abs(x - centreX) <= 2 && abs(y - centreY) <= 2
            }
        }
    }

    private func isMasked(_ j: Int, _ i: Int) -> Bool {
        switch mask {
        case 0: (i + j) % 2 == 0
        case 1: i % 2 == 0
        case 2: j % 3 == 0
        case 3: (i + j) % 3 == 0
        case 4: (i / 2 + j / 3) % 2 == 0
        case 5: (i * j) % 2 + (i * j) % 3 == 0
        case 6: ((i * j) % 2 + (i * j) % 3) % 2 == 0
        default: ((i + j) % 2 + (i * j) % 3) % 2 == 0
        }
    }

    /// Annex E, of the versions that the tests reach.
    private static let alignments: [Int: [Int]] = [
        2: [6, 18], 3: [6, 22], 4: [6, 26], 5: [6, 30], 6: [6, 34], 7: [6, 22, 38], 8: [6, 24, 42], 9: [6, 26, 46],
        10: [6, 28, 50], 11: [6, 30, 54], 12: [6, 32, 58], 13: [6, 34, 62],
    ]

    /// Table 9, of the versions that the tests reach, by level.
    private static let blocks: [Int: [[(Int, Int)]]] = [
        1: [[(1, 19)], [(1, 16)], [(1, 13)], [(1, 9)]],
        2: [[(1, 34)], [(1, 28)], [(1, 22)], [(1, 16)]],
        3: [[(1, 55)], [(1, 44)], [(2, 17)], [(2, 13)]],
        4: [[(1, 80)], [(2, 32)], [(2, 24)], [(4, 9)]],
        5: [[(1, 108)], [(2, 43)], [(2, 15), (2, 16)], [(2, 11), (2, 12)]],
        6: [[(2, 68)], [(4, 27)], [(4, 19)], [(4, 15)]],
        7: [[(2, 78)], [(4, 31)], [(2, 14), (4, 15)], [(4, 13), (1, 14)]],
        8: [[(2, 97)], [(2, 38), (2, 39)], [(4, 18), (2, 19)], [(4, 14), (2, 15)]],
        9: [[(2, 116)], [(3, 36), (2, 37)], [(4, 16), (4, 17)], [(4, 12), (4, 13)]],
        10: [[(2, 68), (2, 69)], [(4, 43), (1, 44)], [(6, 19), (2, 20)], [(6, 15), (2, 16)]],
        11: [[(4, 81)], [(1, 50), (4, 51)], [(4, 22), (4, 23)], [(3, 12), (8, 13)]],
        12: [[(2, 92), (2, 93)], [(6, 36), (2, 37)], [(4, 20), (6, 21)], [(7, 14), (4, 15)]],
        13: [[(4, 107)], [(8, 37), (1, 38)], [(8, 20), (4, 21)], [(12, 11), (4, 12)]],
    ]
}
