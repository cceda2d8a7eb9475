import Foundation

/// An image without what it tells besides its picture: where and when it was taken, with whose camera, by whom.
///
/// What is in git stays there, so it must not be in there. Colour profiles stay, and which side is up. An image that is
/// not whole stays as it is: it was refused before, or will be shown as broken.
enum ImageCleaning {
    static func cleaned(_ bytes: Data, _ kind: FileKind) -> Data {
        switch kind {
        case .png: cleanedPNG(Array(bytes)).map { Data($0) } ?? bytes
        case .jpeg: cleanedJPEG(Array(bytes)).map { Data($0) } ?? bytes
        case .pdf, .docx, .odt: bytes
        }
    }

    /// Chunks that hold words, moments or camera data (PNG, 11.3.3, 11.3.5 and the extension eXIf).
    private static let tellingChunks: Set<String> = ["tEXt", "zTXt", "iTXt", "tIME", "eXIf"]

    private static func cleanedPNG(_ bytes: [UInt8]) -> [UInt8]? {
        var kept = Array(bytes.prefix(8))
        var place = 8
        while place + 12 <= bytes.count {
            let length = bytes.bigEndian(4, at: place)
            let end = place + 12 + length
            guard end <= bytes.count else { return nil }
            let name = String(decoding: bytes[(place + 4)..<(place + 8)], as: UTF8.self)
            if !tellingChunks.contains(name) { kept += bytes[place..<end] }
            // What stands behind the end of the image is no part of it.
            if name == "IEND" { return kept }
            place = end
        }
        return nil
    }

    private static func cleanedJPEG(_ bytes: [UInt8]) -> [UInt8]? {
        var kept: [UInt8] = [0xFF, 0xD8]
        var end = 2
        var orientation: UInt8?
        for segment in JPEGSegments(bytes) {
            let content = Array(bytes[segment.range])
            end = segment.range.upperBound
            if segment.marker == 0xE1 { orientation = orientation ?? Self.orientation(inExif: content) }
            if !isTelling(segment.marker, content) { kept += content }
        }
        guard end + 2 <= bytes.count, bytes[end] == 0xFF, bytes[end + 1] == 0xD9 else { return nil }
        if let orientation, orientation != 1 { kept.insert(contentsOf: exif(orientation), at: 2) }
        return kept + [0xFF, 0xD9]
    }

    /// Comments and application data, but for the header (APP0), the colour profile (APP2) and Adobe's colour transform.
    private static func isTelling(_ marker: UInt8, _ content: [UInt8]) -> Bool {
        switch marker {
        case 0xE2: !content.dropFirst(4).starts(with: "ICC_PROFILE".utf8)
        case 0xE0, 0xEE: false
        case 0xE1...0xEF, 0xFE: true
        default: false
        }
    }

    /// Which side is up (Exif, tag 0x0112), 1 to 8; nil where it is not told.
    private static func orientation(inExif segment: [UInt8]) -> UInt8? {
        guard segment.dropFirst(4).starts(with: "Exif\0\0".utf8), segment.count >= 18 else { return nil }
        let tiff = Array(segment.dropFirst(10))
        let isLittle = tiff[0] == 0x49
        func number(_ count: Int, at place: Int) -> Int? {
            guard place >= 0, place <= tiff.count - count else { return nil }
            return isLittle ? tiff.number(count, at: place) : tiff.bigEndian(count, at: place)
        }
        guard let directory = number(4, at: 4), let count = number(2, at: directory) else { return nil }
        for index in 0..<count {
            let entry = directory + 2 + 12 * index
            guard let tag = number(2, at: entry), let value = number(2, at: entry + 8) else { return nil }
            if tag == 0x0112 { return (1...8).contains(value) ? UInt8(value) : nil }
        }
        return nil
    }

    /// A segment that tells which side is up and nothing else.
    private static func exif(_ orientation: UInt8) -> [UInt8] {
        let tiff: [UInt8] =
            [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
        let content = Array("Exif\0\0".utf8) + tiff
        return [0xFF, 0xE1, 0, UInt8(content.count + 2)] + content
    }
}
