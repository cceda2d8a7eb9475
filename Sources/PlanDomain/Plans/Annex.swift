import Foundation
import Prose
import Workflow

/// A file that belongs to a plan's text: an image that stands in it, or a document that goes with it (*bijlage*).
///
/// The bytes lie in the plan's repository under `bijlagen/`, what is known of them in `plan.yml`. A name is that of one
/// content: a new version of a map is a new file, so that an old version of the text shows the old map.
public struct Annex: Equatable, Sendable {
    /// Such as `kaart-van-de-wijk.png`; ends in what its kind asks for.
    public let name: String
    public let kind: FileKind
    /// What somebody who does not see an image must know of it, or what a document is called. Empty where nobody wrote it
    /// yet, as with images that came in with a document.
    public var description: String
    /// Of an image that says nothing (*sierafbeelding*): who does not see it misses nothing, so nothing is read out for it
    /// (WCAG 2.2, 1.1.1).
    public var isDecorative: Bool
    /// SHA-256 of the bytes, in hexadecimal.
    public let digest: String
    /// In bytes.
    public let size: Int
    /// Nil for a document.
    public let pixels: PixelSize?

    public init(
        name: String, kind: FileKind, description: String, isDecorative: Bool = false, digest: String, size: Int,
        pixels: PixelSize? = nil
    ) {
        self.name = name
        self.kind = kind
        self.description = description
        self.isDecorative = isDecorative && kind.isImage
        self.digest = digest
        self.size = size
        self.pixels = pixels
    }

    /// The folder of annexes in a plan's repository, and before the name in Markdown: `![Kaart](bijlagen/kaart.png)`.
    public static let folder = "bijlagen/"

    /// Whether somebody still has to say what it shows or is.
    public var isBare: Bool { description.isEmpty && !isDecorative }

    /// How Markdown refers to it.
    public var path: String { Self.folder + name }

    /// What a text says to show it, or to lead to it.
    public var markdown: String {
        let words = isDecorative ? "" : description.isEmpty && !kind.isImage ? name : description
        let escaped = words.map { "\\[]".contains($0) ? "\\\($0)" : String($0) }.joined()
        return "\(kind.isImage ? "!" : "")[\(escaped)](\(path))"
    }

    /// The name that a path in Markdown refers to; nil for any other path.
    public static func name(inPath path: String) -> String? {
        let path = path.hasPrefix("./") ? path.dropFirst(2) : path[...]
        let name = String(path.dropFirst(folder.count))
        return path.hasPrefix(folder) && kind(ofName: name) != nil ? name : nil
    }

    /// The kind that a name asks for; nil for a text that is no name of an annex. A name is safe as a file name and in an
    /// address: an id, a point and the ending of a kind.
    public static func kind(ofName name: String) -> FileKind? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, IdentifierRule.accepts(String(parts[0]), limit: 80) else { return nil }
        return FileKind.allCases.first { $0.fileExtension == parts[1] }
    }

    /// A name made of what the file was called, that `taken` does not hold.
    static func name(from fileName: String, _ kind: FileKind, taken: Set<String>) -> String {
        let stem = fileName.split(separator: "/").last.map(String.init) ?? fileName
        let words = stem.lastIndex(of: ".").map { String(stem[..<$0]) } ?? stem
        let slug = Slug.make(words, limit: 60, fallback: kind.isImage ? "afbeelding" : "bijlage")
        let names = (1...10_000).lazy.map { $0 == 1 ? slug : "\(slug)-\($0)" }.map { "\($0).\(kind.fileExtension)" }
        return names.first { !taken.contains($0) } ?? "\(slug).\(kind.fileExtension)"
    }
}

/// The bytes of an annex, on their way in.
public struct AnnexFile: Equatable, Sendable {
    public let name: String
    public let bytes: Data

    public init(name: String, bytes: Data) {
        self.name = name
        self.bytes = bytes
    }
}

extension PlanText {
    public func annex(_ name: String) -> Annex? { annexes.first { $0.name == name } }

    /// Where a text shows or links an annex: the sections and parts that name it.
    public func places(of annex: Annex) -> [DraftSubject] {
        let sections = sections.filter { $0.body.contains(annex.path) }.map { DraftSubject.section($0.id) }
        let parts = documents.flatMap { document in
            document.parts.filter { $0.body.contains(annex.path) }.map {
                DraftSubject.part(document: document.name, heading: $0.heading)
            }
        }
        return sections + parts
    }
}
