import Documents
import Foundation
import PlanDomain
import Testing

/// Real documents, made by pandoc and read back through the same door as those of strangers.
@Suite struct PandocConversionTests {
    private static let source = """
        ---
        title: Plan  Veilig
        author: Noor Bos
        ---

        # Inleiding

        Tekst met noot.[^1] Tweede zin. ![Kaart](kaart.png)

        ## Doel

        - een
        - twee

        | a | b |
        |---|---|
        | 1 | 2 |

        # Aanpak

        Slot **vet**.[^2]

        [^1]: De eerste noot.
        [^2]: De tweede noot.

        """

    @Test(arguments: [FileKind.docx, .odt])
    func aDocumentComesInWithHeadingsNotesTablesAndImages(_ kind: FileKind) async throws {
        let document = try await PandocConversion().markdown(of: try Self.document(kind), kind)
        let text = document.markdown
        for line in ["# Inleiding\n", "## Doel\n", "# Aanpak\n", "**vet**", "- ", "| 1 "] {
            #expect(text.contains(line), "\(line)")
        }
        let image = try #require(document.images.first)
        #expect(document.images.count == 1)
        #expect(text.contains("](\(image.name))"))
        #expect(try FileKind(of: image.bytes) == .png)
        #expect(!text.contains("<img") && !text.contains("<span"))
        if kind == .docx {
            #expect(document.title == "Plan Veilig")
            #expect(text.contains("![Kaart]("))
        }
    }

    /// A cut between chapters parts no note from its place.
    @Test(arguments: [FileKind.docx, .odt])
    func notesStandWithTheTextThatTheyAreOf(_ kind: FileKind) async throws {
        let document = try await PandocConversion().markdown(of: try Self.document(kind), kind)
        let cut = try PlanImportPreview(document.markdown, title: document.title).cut()
        let bodies = cut.chapters.flatMap { $0.sections.map(\.body) }
        let first = try #require(bodies.first { $0.contains("Tekst met noot") })
        let last = try #require(bodies.last)
        #expect(first.contains("De eerste noot.") && !first.contains("De tweede noot."))
        #expect(last.contains("De tweede noot.") && !last.contains("De eerste noot."))
    }

    @Test func whatIsNoDocumentNeverReachesPandoc() async throws {
        let conversion = PandocConversion(program: "/bin/false")
        for (bytes, kind) in [(Data("PK\u{3}\u{4}nietes".utf8), FileKind.docx), (Data("%PDF-1.7".utf8), .pdf)] {
            await #expect(throws: PlanError.self) { try await conversion.markdown(of: bytes, kind) }
        }
        let odt = try Self.document(.odt)
        await #expect(throws: PlanError.self) { try await conversion.markdown(of: odt, .docx) }
    }

    @Test func aProgramThatFailsHangsOrIsNotThereIsTold() async throws {
        let docx = try Self.document(.docx)
        let folder = FileManager.default.temporaryDirectory.appending(path: "conversie-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let slow = folder.appending(path: "traag")
        try Data("#!/bin/sh\nexec sleep 60\n".utf8).write(to: slow)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: slow.path)
        var limits = PandocConversion.Limits()
        limits.seconds = 0.2
        for (program, key) in [
            ("/bin/false", "import.unreadable"), ("geen-pandoc", "import.no-pandoc"),
            (slow.path, "import.takes-too-long"),
        ] {
            let error = await #expect(throws: PlanError.self) {
                try await PandocConversion(program: program, limits: limits).markdown(of: docx, .docx)
            }
            #expect(error?.reason.key == key)
        }
    }

    /// Small, and a hundred megabytes of words when it is unpacked: the memory that pandoc gets is what stops it.
    @Test func aDocumentThatGrowsIsStopped() async throws {
        let bomb = try Self.packed([
            "[Content_Types].xml": "<Types/>", "_rels/.rels": Self.relations,
            "word/document.xml": Self.body(String(repeating: "a ", count: 50_000_000)),
        ])
        #expect(bomb.count < 1 << 20)
        #expect(try FileKind(of: bomb) == .docx)
        var limits = PandocConversion.Limits()
        limits.memoryInMegabytes = 64
        let error = await #expect(throws: PlanError.self) {
            try await PandocConversion(limits: limits).markdown(of: bomb, .docx)
        }
        #expect(error?.reason.key == "import.unreadable")
        let small = try Self.packed([
            "[Content_Types].xml": "<Types/>", "_rels/.rels": Self.relations, "word/document.xml": Self.body("a b"),
        ])
        #expect(try await PandocConversion(limits: limits).markdown(of: small, .docx).markdown == "a b\n")
    }

    @Test func aTextThatIsLargerThanAnyPlanIsRefused() async throws {
        var limits = PandocConversion.Limits()
        limits.text = 100
        let docx = try Self.document(.docx)
        let error = await #expect(throws: PlanError.self) {
            try await PandocConversion(limits: limits).markdown(of: docx, .docx)
        }
        #expect(error?.reason.key == "markdown.too-large")
    }

    @Test func severalDocumentsAtOnceAllComeIn() async throws {
        let docx = try Self.document(.docx)
        let conversion = PandocConversion()
        let titles = try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 0..<5 { group.addTask { try await conversion.markdown(of: docx, .docx).title } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(titles == Array(repeating: "Plan Veilig", count: 5))
    }

    private static let relations = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
        Target="word/document.xml"/></Relationships>
        """

    private static func body(_ text: String) -> String {
        let name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        return "<w:document xmlns:w=\"\(name)\"><w:body><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:body></w:document>"
    }

    /// Files packed as a Word document is, compressed by git.
    private static func packed(_ files: [String: String]) throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appending(path: "document-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, content) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(content.utf8).write(to: file)
        }
        let commands = [["init", "--quiet"], ["add", "--all"], ["write-tree"]]
        let tree = try commands.map { try run("git", $0, in: folder) }.last?.split(separator: "\n").first ?? ""
        try run("git", ["archive", "--format=zip", "--output=packed.zip", String(tree)], in: folder)
        return try Data(contentsOf: folder.appending(path: "packed.zip"))
    }

    @discardableResult
    private static func run(_ program: String, _ arguments: [String], in folder: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.currentDirectoryURL = folder
        process.standardError = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text
    }

    private static func document(_ kind: FileKind) throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appending(path: "document-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(source.utf8).write(to: folder.appending(path: "plan.md"))
        try #require(Data(base64Encoded: pixel)).write(to: folder.appending(path: "kaart.png"))
        try run("pandoc", ["plan.md", "--output", "plan.\(kind.rawValue)"], in: folder)
        return try Data(contentsOf: folder.appending(path: "plan.\(kind.rawValue)"))
    }

    private static let pixel =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
}
