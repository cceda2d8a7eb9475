import Foundation

/// Small files of every kind, made by hand to the standards that say how.
public enum FileSamples {
    /// One pixel, with whatever chunks stand before the picture.
    public static func png(width: UInt32 = 1, height: UInt32 = 1, chunks: [(String, [UInt8])] = []) -> Data {
        let size = bigEndian(width) + bigEndian(height)
        let picture: [(String, [UInt8])] = [("IDAT", [0x78, 0x9C, 0x63, 0, 1, 0, 0, 5, 0, 1]), ("IEND", [])]
        let all = [("IHDR", size + [8, 6, 0, 0, 0])] + chunks + picture
        return Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + all.flatMap { chunk($0.0, $0.1) })
    }

    public static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        bigEndian(UInt32(content.count)) + Array(name.utf8) + content + [0, 0, 0, 0]
    }

    public static func jpeg(width: UInt16 = 4, height: UInt16 = 3, segments: [(UInt8, [UInt8])] = []) -> Data {
        let frame: [UInt8] = [8] + bigEndian(height) + bigEndian(width) + [1, 1, 0x11, 0]
        let all = segments + [(0xC0, frame), (0xDA, [1, 1, 0, 0, 0x3F, 0])]
        let scan: [UInt8] = [0x12, 0xFF, 0, 0x34, 0xFF, 0xD0, 0x56]
        return Data([0xFF, 0xD8] + all.flatMap { segment($0.0, $0.1) } + scan + [0xFF, 0xD9])
    }

    public static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0xFF, marker] + bigEndian(UInt16(content.count + 2)) + content
    }

    /// Exif that tells a place, and which side is up.
    public static func exif(orientation: UInt8, little: Bool = false) -> (UInt8, [UInt8]) {
        let entry: [UInt8] =
            little
            ? [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0] : [1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
        let head: [UInt8] = little ? [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0] : [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1]
        return (0xE1, Array("Exif\0\0".utf8) + head + entry + [0, 0, 0, 0] + Array("GPS 52.25N".utf8))
    }

    public static func zip(_ entries: [(name: String, content: String)], claimedSize: UInt32? = nil) -> Data {
        var (files, directory): ([UInt8], [UInt8]) = ([], [])
        for entry in entries {
            let (name, content) = (Array(entry.name.utf8), Array(entry.content.utf8))
            let size = little(UInt32(content.count)) + little(claimedSize ?? UInt32(content.count))
            let lengths = little(UInt16(name.count)) + little(UInt16(0))
            let shared: [UInt8] = little(UInt16(20)) + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] + size + lengths
            let offset = little(UInt32(files.count))
            files += [0x50, 0x4B, 3, 4] + shared + name + content
            directory += [0x50, 0x4B, 1, 2, 20, 0] + shared + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0] + offset + name
        }
        let count = little(UInt16(entries.count))
        let place = little(UInt32(directory.count)) + little(UInt32(files.count))
        return Data(files + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + place + [0, 0])
    }

    public static let docx = zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<document/>")])
    public static let odt = zip([
        ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<content/>"),
    ])
    public static let pdf = Data("%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n".utf8)

    private static func bigEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }

    private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}
