/// The SHA-1 name of a git object: twenty bytes, written as forty lower-case hexadecimal digits.
///
/// Kept as three integers in network order, so that hashing and comparing are a few instructions and the order is that
/// of the written form. The all-zero id names no object; git uses it for "does not exist".
public struct ObjectID: Hashable, Sendable {
    static let byteCount = 20

    let high: UInt64
    let middle: UInt64
    let low: UInt32

    public static let zero = ObjectID(high: 0, middle: 0, low: 0)

    public var isZero: Bool { self == .zero }
}

extension ObjectID {
    /// Forty hexadecimal digits in either case; abbreviations are refused.
    public init?(_ hex: some StringProtocol) {
        let digits = hex.utf8
        guard digits.count == 2 * Self.byteCount else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.byteCount)
        var iterator = digits.makeIterator()
        while let first = iterator.next(), let second = iterator.next() {
            guard let upper = Self.value(ofDigit: first), let lower = Self.value(ofDigit: second) else { return nil }
            bytes.append(upper << 4 | lower)
        }
        self.init(bytes: bytes)
    }

    /// Nil unless there are exactly twenty bytes.
    init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        self.init(
            high: bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
            middle: bytes.dropFirst(8).prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
            low: bytes.dropFirst(16).reduce(0) { $0 << 8 | UInt32($1) })
    }

    var bytes: [UInt8] {
        withUnsafeBytes(of: high.bigEndian, Array.init) + withUnsafeBytes(of: middle.bigEndian, Array.init)
            + withUnsafeBytes(of: low.bigEndian, Array.init)
    }

    private static func value(ofDigit digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension ObjectID: CustomStringConvertible {
    private static let digits = Array("0123456789abcdef".utf8)

    public var description: String {
        String(unsafeUninitializedCapacity: 2 * Self.byteCount) { buffer in
            for (index, byte) in bytes.enumerated() {
                buffer[2 * index] = Self.digits[Int(byte >> 4)]
                buffer[2 * index + 1] = Self.digits[Int(byte & 15)]
            }
            return 2 * Self.byteCount
        }
    }
}

extension ObjectID: Comparable {
    public static func < (left: ObjectID, right: ObjectID) -> Bool {
        (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
    }
}

extension ObjectID: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let hex = try container.decode(String.self)
        guard let id = ObjectID(hex) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not forty hexadecimal digits: \(hex)")
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
