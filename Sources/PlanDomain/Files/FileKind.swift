import Foundation
import Workflow

/// A kind of file that may come in from outside, told by its content: what a file is called says nothing.
///
/// No SVG, no HTML and no Office file with macros: they may hold programs that run where they are opened.
public enum FileKind: String, CaseIterable, Codable, Sendable {
    case png, jpeg, pdf, docx, odt

    /// Of each file that comes in: ten megabytes.
    public static let sizeLimit = 10 << 20

    /// Throws `invalid` for a file that is empty, too large, of no kind that is accepted, or not whole.
    ///
    /// - Parameter limit: in bytes.
    public init(of bytes: Data, limit: Int = Self.sizeLimit) throws(PlanError) {
        guard !bytes.isEmpty else { throw PlanError(.invalid, Reason("file.empty")) }
        guard bytes.count <= limit else {
            throw PlanError(
                .invalid,
                Reason(
                    "file.too-large",
                    ["size": .number(bytes.count >> 20), "limit": .number(limit >> 20)]))
        }
        switch Array(bytes.prefix(8)) {
        case [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]: self = .png
        case let start where start.starts(with: [0xFF, 0xD8, 0xFF]): self = .jpeg
        case let start where start.starts(with: Array("%PDF-".utf8)): self = .pdf
        case let start where start.starts(with: [0x50, 0x4B, 0x03, 0x04]): self = try Self.document(in: bytes)
        default:
            guard let image = Self.otherImage(bytes) else { throw PlanError(.invalid, Reason("file.unknown-kind")) }
            throw PlanError(.invalid, Reason("file.unknown-image", ["kind": .text(image)]))
        }
        if isImage { _ = try PixelSize(of: bytes, self) }
    }

    /// What an image is called that cannot come in, so that who sends one hears what to do: of these formats the camera data
    /// cannot be taken out here, or other programs cannot show them in the documents that are made.
    private static func otherImage(_ bytes: Data) -> String? {
        let start = Array(bytes.prefix(12))
        func has(_ text: String, at place: Int) -> Bool { start.dropFirst(place).starts(with: text.utf8) }
        if has("RIFF", at: 0), has("WEBP", at: 8) { return "WebP" }
        if has("GIF8", at: 0) { return "GIF" }
        if has("BM", at: 0) { return "BMP" }
        if has("II*\0", at: 0) || has("MM\0*", at: 0) { return "TIFF" }
        guard has("ftyp", at: 4) else { return nil }
        if has("avif", at: 8) { return "AVIF" }
        return ["heic", "heix", "hevc", "mif1", "msf1"].contains { has($0, at: 8) } ? "HEIC" : nil
    }

    public var isImage: Bool { self == .png || self == .jpeg }

    public var contentType: String {
        switch self {
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .odt: "application/vnd.oasis.opendocument.text"
        }
    }

    /// What the name of such a file ends in.
    public var fileExtension: String { self == .jpeg ? "jpg" : rawValue }

    /// A Word or ODF text, by the members that each must have (ECMA-376 part 2; ODF 1.3 part 2, 3.3).
    private static func document(in bytes: Data) throws(PlanError) -> FileKind {
        let archive = try ZipDirectory(of: bytes)
        let names = Set(archive.members.map { $0.name.lowercased() })
        guard !names.contains(where: { $0.hasSuffix("vbaproject.bin") || $0.hasPrefix("basic/") }) else {
            throw PlanError(.invalid, Reason("file.macros"))
        }
        if names.isSuperset(of: ["[content_types].xml", "word/document.xml"]) { return .docx }
        if names.contains("content.xml"), let first = archive.firstStoredMember(), first.name == "mimetype",
            first.content == FileKind.odt.contentType
        {
            return .odt
        }
        throw PlanError(.invalid, Reason("file.unknown-kind"))
    }
}
