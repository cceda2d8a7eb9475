import Foundation
import Workflow

/// Says what an uploaded file is by what is in it (see ``FileKind``), and names the file where it is refused.
struct AttachmentCheck {
    let bytes: Data
    let name: String

    /// Throws `invalid` for a file that is empty, too large, of another kind or damaged, or that carries macros.
    func kind() throws(PlanError) -> FileKind {
        do {
            return try FileKind(of: bytes)
        } catch {
            let key = Self.keys[error.reason.key] ?? "attachment.damaged"
            let shown: [String: Reason.Argument] = ["name": .text(AttachmentName.clean(name, as: nil))]
            throw PlanError(error.code, Reason(key, error.reason.arguments.merging(shown) { own, _ in own }))
        }
    }

    /// What whoever sends a file is told; whatever else is wrong with it, it cannot be read.
    private static let keys = [
        "file.empty": "attachment.empty", "file.too-large": "attachment.too-large",
        "file.unknown-kind": "attachment.type", "file.macros": "attachment.macros",
    ]
}

/// Makes the name of an uploaded file safe to print, to save under and to put in a header.
enum AttachmentName {
    /// The last part of a path, without signs that steer (controls, direction marks) or mean something to a file system,
    /// at most 100 characters, ending in the extension of its type.
    static func clean(_ name: String, as kind: FileKind?) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let safe = last.unicodeScalars.map { isPlain($0) ? Character($0) : " " }
        var words = String(safe).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        while words.first == "." || words.first == " " { words.removeFirst() }
        guard let kind else { return words.isEmpty ? "?" : String(words.prefix(100)) }
        var stem = words
        let endings = [kind.fileExtension, kind.rawValue].map { "." + $0 }
        for ending in endings where stem.lowercased().hasSuffix(ending) { stem.removeLast(ending.count) }
        stem = String(stem.prefix(100)).trimmed
        return (stem.isEmpty ? "bijlage" : stem) + "." + kind.fileExtension
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: !"<>:\"|?*;%".unicodeScalars.contains(scalar)
        }
    }
}
