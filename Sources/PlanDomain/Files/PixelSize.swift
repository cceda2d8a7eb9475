import Foundation
import Workflow

/// How wide and high an image is, read from its header.
///
/// A small file may say that it is a wall: whoever opens a page with it would need the memory for one. Such an image is
/// refused.
public struct PixelSize: Equatable, Codable, Sendable {
    public let width: Int
    public let height: Int

    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    private static let sideLimit = 12_000
    private static let areaLimit = 50_000_000

    /// Throws `invalid` for an image without a whole header, or one that is too large.
    init(of bytes: Data, _ kind: FileKind) throws(PlanError) {
        let size = kind == .png ? Self.ofPNG(Array(bytes.prefix(32))) : Self.ofJPEG(Array(bytes))
        guard let size, size.width > 0, size.height > 0 else { throw PlanError(.invalid, Reason("file.broken")) }
        guard max(size.width, size.height) <= Self.sideLimit, size.width * size.height <= Self.areaLimit else {
            throw PlanError(
                .invalid,
                Reason("file.too-many-pixels", ["width": .number(size.width), "height": .number(size.height)]))
        }
        self = size
    }

    /// PNG (ISO/IEC 15948), 11.2.2: the first chunk is the header.
    private static func ofPNG(_ bytes: [UInt8]) -> PixelSize? {
        guard bytes.count >= 24, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
        return PixelSize(width: bytes.bigEndian(4, at: 16), height: bytes.bigEndian(4, at: 20))
    }

    /// JPEG (ISO/IEC 10918-1), B.2.2: the first frame header has the size.
    private static func ofJPEG(_ bytes: [UInt8]) -> PixelSize? {
        for segment in JPEGSegments(bytes) where segment.isFrame && segment.range.count >= 9 {
            let start = segment.range.lowerBound
            return PixelSize(width: bytes.bigEndian(2, at: start + 7), height: bytes.bigEndian(2, at: start + 5))
        }
        return nil
    }
}

/// The marker segments of a JPEG file in order, each with its marker; the data of a scan goes with its header.
struct JPEGSegments: Sequence, IteratorProtocol {
    struct Segment {
        let marker: UInt8
        /// From the marker to the next.
        let range: Range<Int>

        /// SOF0 to SOF15, without the three numbers that mean something else.
        var isFrame: Bool { (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker) }
    }

    private let bytes: [UInt8]
    private var place = 2

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Nil at the end of the image, or where the file is not what it should be.
    mutating func next() -> Segment? {
        while place + 1 < bytes.count, bytes[place] == 0xFF, bytes[place + 1] == 0xFF { place += 1 }
        guard place + 4 <= bytes.count, bytes[place] == 0xFF, bytes[place + 1] != 0xD9 else { return nil }
        let marker = bytes[place + 1]
        var end = place + 2 + bytes.bigEndian(2, at: place + 2)
        guard end >= place + 4, end <= bytes.count else { return nil }
        if marker == 0xDA { end = endOfScan(from: end) }
        defer { place = end }
        return Segment(marker: marker, range: place..<end)
    }

    /// In a scan, 0xFF stands before a zero, before a restart marker, or before the next segment.
    private func endOfScan(from start: Int) -> Int {
        var index = start
        while index + 1 < bytes.count {
            let next = bytes[index + 1]
            if bytes[index] == 0xFF, next != 0, !(0xD0...0xD7).contains(next) { return index }
            index += 1
        }
        return bytes.count
    }
}

extension [UInt8] {
    /// A number, the highest byte first. `place` lies within the bytes.
    func bigEndian(_ count: Int, at place: Int) -> Int {
        (0..<count).reduce(0) { $0 << 8 | Int(self[place + $1]) }
    }
}
