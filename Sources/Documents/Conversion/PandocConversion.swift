import Foundation
import PlanDomain
import Workflow

/// Reads Word and ODT with pandoc, in a folder of its own that goes when it is done.
///
/// A document from outside is not trusted: it was looked at before (see `FileKind`), pandoc runs in its sandbox with an
/// argument list and an environment of three names, and is stopped when it takes more time, memory or space than a
/// document is worth. Notes stand below the paragraph that they are of, so that a cut does not part them from it.
public struct PandocConversion: DocumentConversion {
    private let program: String
    private let limits: Limits
    /// Two documents at a time: a reader of pages shall not wait for who imports.
    private let turnstile = Turnstile(places: 2)

    public struct Limits: Sendable {
        public var seconds: TimeInterval = 60
        public var memoryInMegabytes = 768
        /// Of what comes in, in bytes.
        public var document = SourceType.sizeLimit
        /// Of the text that comes out, in bytes.
        public var text = PlanImport.sizeLimit
        /// Of all images together, in bytes.
        public var images = 64 << 20

        public init() {}
    }

    /// - Parameter program: as it is called on the command line, or its path.
    public init(program: String = "pandoc", limits: Limits = Limits()) {
        self.program = program
        self.limits = limits
    }

    public func markdown(of document: Data, _ kind: FileKind) async throws -> ConvertedDocument {
        guard kind == .docx || kind == .odt, try FileKind(of: document, limit: limits.document) == kind else {
            throw PlanError(.invalid, Reason("import.unknown-kind"))
        }
        let folder = try ScratchFolder()
        try document.write(to: folder.file("document"))
        try Data(Self.template.utf8).write(to: folder.file("text.template"))
        try FileManager.default.createDirectory(at: folder.file("images"), withIntermediateDirectories: true)
        let pandoc = ChildProcess(
            program, arguments(from: kind), in: folder.url,
            environment: ["LC_ALL": "C.UTF-8", "HOME": folder.url.path],
            seconds: limits.seconds)
        let outcome = try await turnstile.pass { try await pandoc.run() }
        switch outcome {
        case .ended(0): return try converted(in: folder)
        case .ended(127): throw PlanError(.unavailable, Reason("import.no-pandoc"))
        case .ended: throw PlanError(.invalid, Reason("import.unreadable"))
        case .stopped: throw PlanError(.invalid, Reason("import.takes-too-long"))
        }
    }

    private func arguments(from kind: FileKind) -> [String] {
        [
            "--sandbox", "--from=\(kind.rawValue)", "--to=gfm+footnotes-raw_html", "--wrap=none",
            "--reference-location=block", "--template=text.template", "--extract-media=.", "--output=text.md",
            "document",
            "+RTS", "-M\(limits.memoryInMegabytes)M", "-RTS",
        ]
    }

    /// The title on a line of its own, then the text: pandoc would otherwise print it among the rest.
    private static let template = "$title$\n\(mark)\n$body$\n"
    private static let mark = "\u{2063}\u{2063}\u{2063}"

    private func converted(in folder: ScratchFolder) throws -> ConvertedDocument {
        let file = folder.file("text.md")
        guard try folder.size(of: "text.md") <= limits.text else {
            throw PlanError(
                .invalid,
                Reason(
                    "markdown.too-large",
                    ["size": .number(try folder.size(of: "text.md") >> 10), "limit": .number(limits.text >> 10)]))
        }
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        guard let end = text.firstRange(of: "\n\(Self.mark)\n") else {
            throw PlanError(.invalid, Reason("import.unreadable"))
        }
        let title = text[..<end.lowerBound].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let markdown = String(text[end.upperBound...])
        guard markdown.contains(where: { !$0.isWhitespace }) else {
            throw PlanError(.invalid, Reason("import.empty"))
        }
        return ConvertedDocument(
            title: title.isEmpty ? nil : title, markdown: markdown, images: try images(in: folder))
    }

    /// Under `media/` for Word, under `Pictures/` for ODT; the text names them with `./` before it.
    private func images(in folder: ScratchFolder) throws -> [AnnexFile] {
        var rest = limits.images
        return try folder.files(below: ["media", "Pictures"]).map { path in
            rest -= try folder.size(of: path)
            guard rest >= 0 else { throw PlanError(.invalid, Reason("import.images-too-large")) }
            return AnnexFile(name: "./" + path, bytes: try Data(contentsOf: folder.file(path)))
        }
    }
}
