import Foundation
import TestSupport
import Testing

@testable import PlanDomain

/// What a file is, is told by what is in it.
@Suite struct FileKindTests {
    @Test(arguments: [
        (FileSamples.png(), FileKind.png), (FileSamples.jpeg(), .jpeg), (FileSamples.pdf, .pdf),
        (FileSamples.docx, .docx), (FileSamples.odt, .odt),
    ])
    func aKindIsToldByContent(_ bytes: Data, _ kind: FileKind) throws {
        #expect(try FileKind(of: bytes) == kind)
    }

    static let refused: [(Data, String)] = [
        (Data(), "file.empty"), (Data(repeating: 0, count: FileKind.sizeLimit + 1), "file.too-large"),
        (Data("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8), "file.unknown-kind"),
        (Data("<html><script>alert(1)</script></html>".utf8), "file.unknown-kind"),
        (Data("GIF89a".utf8), "file.unknown-image"),
        (Data("RIFF\0\0\0\0WEBPVP8 ".utf8), "file.unknown-image"), (Data("RIFF\0\0\0\0WAVE".utf8), "file.unknown-kind"),
        (Data("\0\0\0\u{18}ftypheic".utf8), "file.unknown-image"),
        (Data("\0\0\0\u{18}ftypmp42".utf8), "file.unknown-kind"),
        (Data("MZ".utf8), "file.unknown-kind"),
        (FileSamples.zip([("a.txt", "a")]), "file.unknown-kind"),
        (FileSamples.zip([("mimetype", "text/plain"), ("content.xml", "a")]), "file.unknown-kind"),
        (
            FileSamples.zip([
                ("[Content_Types].xml", ""), ("word/document.xml", ""), ("word/vbaProject.bin", "macro"),
            ]), "file.macros"
        ),
        (
            FileSamples.zip([("[Content_Types].xml", ""), ("word/document.xml", "")], claimedSize: 1 << 30),
            "file.unpacks-too-large"
        ),
        (FileSamples.zip([("../../etc/passwd", ""), ("word/document.xml", "")]), "file.broken"),
        (FileSamples.zip([("/etc/passwd", ""), ("word/document.xml", "")]), "file.broken"),
        (FileSamples.docx.dropLast(10), "file.broken"), (FileSamples.docx.prefix(4), "file.broken"),
        (FileSamples.png().prefix(20), "file.broken"), (FileSamples.png(width: 0), "file.broken"),
        (FileSamples.png(width: 20_000), "file.too-many-pixels"),
        (FileSamples.png(width: 11_000, height: 11_000), "file.too-many-pixels"),
        (FileSamples.jpeg(width: 60_000), "file.too-many-pixels"),
        (Data([0xFF, 0xD8, 0xFF, 0xD9]), "file.broken"), (Data([0xFF, 0xD8, 0xFF]), "file.broken"),
    ]

    @Test(arguments: refused)
    func whatIsNotAcceptedIsRefusedWithTheReason(_ bytes: Data, _ key: String) throws {
        #expect(try refusalAtOnce { try FileKind(of: bytes) }?.reason.key == key)
    }

    /// Whatever bytes come in, the answer is a kind or a reason.
    @Test func brokenFilesAreRefusedAndNothingElseHappens() throws {
        for sample in [
            FileSamples.png(), FileSamples.jpeg(segments: [FileSamples.exif(orientation: 6)]), FileSamples.docx,
            FileSamples.odt,
        ] {
            for place in sample.indices {
                for byte in [0x00, 0x7F, 0xFF] as [UInt8] {
                    var bytes = sample
                    bytes[place] = byte
                    let kind = try? FileKind(of: bytes)
                    if let kind { #expect(ImageCleaning.cleaned(bytes, kind).count <= bytes.count + 40) }
                }
                _ = try? FileKind(of: sample.prefix(place))
            }
        }
    }

    @Test func theSizeOfAnImageIsKnown() throws {
        #expect(try PixelSize(of: FileSamples.png(width: 640, height: 480), .png) == PixelSize(width: 640, height: 480))
        let photo = FileSamples.jpeg(width: 30, height: 20, segments: [FileSamples.exif(orientation: 1)])
        #expect(try PixelSize(of: photo, .jpeg) == PixelSize(width: 30, height: 20))
    }

    @Test func whatAnImageTellsBesidesItsPictureIsTakenOut() {
        let words = FileSamples.png(chunks: [
            ("tEXt", Array("Author\0Noor Bos".utf8)), ("eXIf", Array("GPS".utf8)), ("gAMA", [0, 0, 0xB1, 0x8F]),
        ])
        let plain = FileSamples.png(chunks: [("gAMA", [0, 0, 0xB1, 0x8F])])
        #expect(ImageCleaning.cleaned(words + Data("achteraan".utf8), .png) == plain)
    }

    @Test(arguments: [false, true])
    func aPhotoKeepsWhichSideIsUpAndNoPlace(little: Bool) throws {
        let profile: (UInt8, [UInt8]) = (0xE2, Array("ICC_PROFILE\0\u{1}\u{1}kleur".utf8))
        let photo = FileSamples.jpeg(segments: [
            FileSamples.exif(orientation: 6, little: little), profile, (0xFE, Array("Noor Bos".utf8)),
            (0xE2, Array("MPF\0".utf8)),
        ])
        let cleaned = ImageCleaning.cleaned(photo + Data("achteraan".utf8), .jpeg)
        let text = String(decoding: cleaned, as: UTF8.self)
        #expect(!text.contains("GPS") && !text.contains("Noor") && !text.contains("MPF") && !text.contains("achteraan"))
        #expect(text.contains("ICC_PROFILE") && text.contains("Exif"))
        #expect(ImageCleaning.cleaned(cleaned, .jpeg) == cleaned)
        #expect(try PixelSize(of: cleaned, .jpeg) == PixelSize(width: 4, height: 3))
        let upright = FileSamples.jpeg(segments: [FileSamples.exif(orientation: 1, little: little)])
        #expect(ImageCleaning.cleaned(upright, .jpeg) == FileSamples.jpeg())
    }
}
