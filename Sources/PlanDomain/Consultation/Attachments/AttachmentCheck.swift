import Foundation
import Workflow

/// Says what an uploaded file is by what is in it; its name is only believed where the content agrees.
///
/// Nothing is unpacked: of a container only the list of its members is read, so a bomb stays packed.
struct AttachmentCheck {
    let bytes: Data
    let name: String

    /// Throws `invalid` for a file that is empty, too large, of another kind or damaged, or that carries macros.
    func type() throws(PlanError) -> AttachmentType {
        guard !bytes.isEmpty else { throw refusal("attachment.empty") }
        guard bytes.count <= InputLimits.attachmentSize else {
            throw refusal("attachment.too-large", ["limit": .number(InputLimits.attachmentSize / 1_024 / 1_024)])
        }
        let start = [UInt8](bytes.prefix(8))
        if start.starts(with: Array("%PDF-".utf8)) { return .pdf }
        if start == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] { return .png }
        if start.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return try container() }
        throw refusal("attachment.type")
    }

    /// A Word or ODF text, by the members that each must have (ECMA-376 part 2; ODF 1.3 part 2, 3.3).
    private func container() throws(PlanError) -> AttachmentType {
        guard let listing = ZipListing(bytes) else { throw refusal("attachment.damaged") }
        let names = Set(listing.members.map(\.name))
        if names.contains(where: { $0.lowercased().hasSuffix("vbaproject.bin") || $0.hasPrefix("Basic/") }) {
            throw refusal("attachment.macros")
        }
        if names.isSuperset(of: ["[Content_Types].xml", "word/document.xml"]) { return .docx }
        if names.contains("content.xml"), let first = listing.firstStoredMember(), first.name == "mimetype",
            first.content == AttachmentType.odt.mediaType
        {
            return .odt
        }
        throw refusal("attachment.type")
    }

    private func refusal(_ key: String, _ arguments: [String: Reason.Argument] = [:]) -> PlanError {
        let shown = AttachmentName.clean(name, as: nil)
        return PlanError(.invalid, Reason(key, arguments.merging(["name": .text(shown)]) { own, _ in own }))
    }
}

/// Makes the name of an uploaded file safe to print, to save under and to put in a header.
enum AttachmentName {
    /// The last part of a path, without signs that steer (controls, direction marks) or mean something to a file system,
    /// at most 100 characters, ending in the extension of its type.
    static func clean(_ name: String, as type: AttachmentType?) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let safe = last.unicodeScalars.map { isPlain($0) ? Character($0) : " " }
        var words = String(safe).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        while words.first == "." || words.first == " " { words.removeFirst() }
        guard let type else { return words.isEmpty ? "?" : String(words.prefix(100)) }
        var stem = words
        let endings = [type.fileExtension, type.rawValue].map { "." + $0 }
        for ending in endings where stem.lowercased().hasSuffix(ending) { stem.removeLast(ending.count) }
        stem = String(stem.prefix(100)).trimmed
        return (stem.isEmpty ? "bijlage" : stem) + "." + type.fileExtension
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: !"<>:\"|?*;%".unicodeScalars.contains(scalar)
        }
    }
}
