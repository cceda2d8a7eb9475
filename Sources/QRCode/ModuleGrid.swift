/// The squares of a code while it is drawn: which are dark, and which belong to a fixed pattern.
struct ModuleGrid {
    let layout: SymbolLayout
    private(set) var modules: [Bool]
    private var isFixed: [Bool]

    var size: Int { layout.size }

    init(_ layout: SymbolLayout) {
        self.layout = layout
        modules = Array(repeating: false, count: layout.size * layout.size)
        isFixed = modules
        drawTiming()
        drawFinders()
        drawAlignments()
        drawFormat(mask: 0)
        drawVersion()
    }

    subscript(column: Int, row: Int) -> Bool { modules[row * size + column] }

    /// Draws the codewords in columns of two, up and down, right to left, around the fixed patterns (7.7.3).
    mutating func place(_ codewords: [UInt8]) {
        var bit = 0
        for right in stride(from: size - 1, through: 1, by: -2).map({ $0 <= 6 ? $0 - 1 : $0 }) {
            let isUpward = (right + 1) & 2 == 0
            for step in 0..<size {
                let row = isUpward ? size - 1 - step : step
                for column in [right, right - 1] where !isFixed[row * size + column] && bit < codewords.count * 8 {
                    modules[row * size + column] = codewords[bit >> 3] >> UInt8(7 - bit & 7) & 1 == 1
                    bit += 1
                }
            }
        }
    }

    /// A copy under one of the eight masks, with the mask named in it.
    func masked(_ mask: Int) -> ModuleGrid {
        var grid = self
        for row in 0..<size {
            for column in 0..<size where !isFixed[row * size + column] && Self.turns(mask, column, row) {
                grid.modules[row * size + column].toggle()
            }
        }
        grid.drawFormat(mask: mask)
        return grid
    }

    /// Table 10.
    private static func turns(_ mask: Int, _ column: Int, _ row: Int) -> Bool {
        switch mask {
        case 0: (column + row) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (column + row) % 3 == 0
        case 4: (column / 3 + row / 2) % 2 == 0
        case 5: column * row % 2 + column * row % 3 == 0
        case 6: (column * row % 2 + column * row % 3) % 2 == 0
        default: ((column + row) % 2 + column * row % 3) % 2 == 0
        }
    }

    private mutating func fix(_ column: Int, _ row: Int, _ isDark: Bool) {
        modules[row * size + column] = isDark
        isFixed[row * size + column] = true
    }

    private mutating func drawTiming() {
        for place in 0..<size {
            fix(6, place, place % 2 == 0)
            fix(place, 6, place % 2 == 0)
        }
    }

    private mutating func drawFinders() {
        for (middleColumn, middleRow) in [(3, 3), (size - 4, 3), (3, size - 4)] {
            for down in -4...4 {
                for across in -4...4 {
                    let (column, row) = (middleColumn + across, middleRow + down)
                    guard (0..<size).contains(column), (0..<size).contains(row) else { continue }
                    let distance = max(abs(across), abs(down))
                    fix(column, row, distance != 2 && distance != 4)
                }
            }
        }
    }

    private mutating func drawAlignments() {
        let centres = layout.alignmentCentres
        for (first, column) in centres.enumerated() {
            for (second, row) in centres.enumerated() where !isFinderCorner(first, second, last: centres.count - 1) {
                for down in -2...2 {
                    for across in -2...2 { fix(column + across, row + down, max(abs(across), abs(down)) != 1) }
                }
            }
        }
    }

    private func isFinderCorner(_ first: Int, _ second: Int, last: Int) -> Bool {
        (first, second) == (0, 0) || (first, second) == (0, last) || (first, second) == (last, 0)
    }

    /// Level and mask with their own correction, twice (7.9).
    private mutating func drawFormat(mask: Int) {
        let level = [1, 0, 3, 2][layout.correction.rawValue]
        let data = level << 3 | mask
        let bits = (data << 10 | Self.remainder(of: data << 10, by: 0x537, degree: 10)) ^ 0x5412
        let bit = { (index: Int) in bits >> index & 1 == 1 }
        for index in 0...5 { fix(8, index, bit(index)) }
        fix(8, 7, bit(6))
        fix(8, 8, bit(7))
        fix(7, 8, bit(8))
        for index in 9..<15 { fix(14 - index, 8, bit(index)) }
        for index in 0..<8 { fix(size - 1 - index, 8, bit(index)) }
        for index in 8..<15 { fix(8, size - 15 + index, bit(index)) }
        fix(8, size - 8, true)
    }

    /// From version 7 on, twice (7.10).
    private mutating func drawVersion() {
        guard layout.version >= 7 else { return }
        let data = layout.version << 12
        let bits = data | Self.remainder(of: data, by: 0x1F25, degree: 12)
        for index in 0..<18 {
            let (near, far) = (index / 3, size - 11 + index % 3)
            fix(far, near, bits >> index & 1 == 1)
            fix(near, far, bits >> index & 1 == 1)
        }
    }

    private static func remainder(of value: Int, by divisor: Int, degree: Int) -> Int {
        var rest = value
        while rest >> degree != 0 { rest ^= divisor << (rest.bitWidth - rest.leadingZeroBitCount - 1 - degree) }
        return rest
    }
}
