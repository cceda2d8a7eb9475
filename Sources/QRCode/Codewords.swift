/// The bytes of a code: the text with its header and padding, cut into blocks, each with its correction.
struct Codewords {
    /// In the order in which they are drawn.
    let interleaved: [UInt8]

    init(_ bytes: [UInt8], in layout: SymbolLayout) {
        let data = Self.padded(bytes, in: layout)
        let shortLength = data.count / layout.blocks
        let shortBlocks = layout.blocks - data.count % layout.blocks
        var start = 0
        let blocks = (0..<layout.blocks).map { index in
            let length = shortLength + (index < shortBlocks ? 0 : 1)
            defer { start += length }
            return Array(data[start..<start + length])
        }
        let code = ReedSolomon(checkLength: layout.checkLength)
        let checks = blocks.map(code.check)
        interleaved =
            (0...shortLength).flatMap { index in blocks.compactMap { index < $0.count ? $0[index] : nil } }
            + (0..<layout.checkLength).flatMap { index in checks.map { $0[index] } }
    }

    /// Byte mode, the length, the bytes, then the standard's padding up to what the version holds (7.4.10).
    private static func padded(_ bytes: [UInt8], in layout: SymbolLayout) -> [UInt8] {
        var bits: [Bool] = []
        func append(_ value: Int, _ count: Int) {
            for place in stride(from: count - 1, through: 0, by: -1) { bits.append(value >> place & 1 == 1) }
        }
        append(0b0100, 4)
        append(bytes.count, layout.lengthBits)
        for byte in bytes { append(Int(byte), 8) }
        append(0, min(4, layout.dataCodewords * 8 - bits.count))
        append(0, (8 - bits.count % 8) % 8)
        var data = stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
        var pad: UInt8 = 0xEC
        while data.count < layout.dataCodewords {
            data.append(pad)
            pad ^= 0xEC ^ 0x11
        }
        return data
    }
}

/// Correction over the field of 256 elements with the polynomial x⁸+x⁴+x³+x²+1 (ISO/IEC 18004, 7.5.2).
struct ReedSolomon {
    /// Coefficients of the generator, highest first, without the leading 1.
    private let generator: [UInt8]

    init(checkLength: Int) {
        var generator = [UInt8](repeating: 0, count: checkLength - 1) + [1]
        var root: UInt8 = 1
        for _ in 0..<checkLength {
            for index in generator.indices {
                generator[index] = Self.product(generator[index], root)
                if index + 1 < generator.count { generator[index] ^= generator[index + 1] }
            }
            root = Self.product(root, 2)
        }
        self.generator = generator
    }

    /// The remainder of `data` divided by the generator.
    func check(_ data: [UInt8]) -> [UInt8] {
        var remainder = [UInt8](repeating: 0, count: generator.count)
        for byte in data {
            let factor = byte ^ remainder.removeFirst()
            remainder.append(0)
            for index in generator.indices { remainder[index] ^= Self.product(generator[index], factor) }
        }
        return remainder
    }

    private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var result = 0
        for place in stride(from: 7, through: 0, by: -1) {
            result = result << 1 ^ (result >> 7) * 0x11D
            result ^= Int(right) >> place & 1 * Int(left)
        }
        return UInt8(truncatingIfNeeded: result)
    }
}
