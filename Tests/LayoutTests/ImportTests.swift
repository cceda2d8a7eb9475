import Testing

/// Who may import whom. The build does not stop an import of a module that happens to be built already, so the picture
/// is held here, line by line.
@Suite struct ImportTests {
    /// Of each module: the modules of ours and the libraries from outside that it may import. What comes with Swift
    /// itself is free to all.
    static let allowed: [String: Set<String>] = [
        "Git": ["CLibgit2"],
        "Prose": ["CCMarkGFM"],
        "Phrases": ["Yams"],
        "QRCode": [],
        "Survey": [],
        "MailFile": [],
        "Workflow": ["Yams"],
        "PlanDomain": ["Workflow", "Prose", "Survey"],
        "PlanRepositories": ["PlanDomain", "Workflow", "Prose", "Git", "Crypto", "Yams"],
        "SQLiteStore": ["PlanDomain", "Workflow", "Prose", "Survey", "GRDB", "Crypto"],
        "Documents": ["PlanDomain", "Workflow", "Prose", "Survey", "MailFile", "Phrases", "Mustache", "Crypto"],
        "Mailing": ["PlanDomain", "Workflow", "CLibcurl"],
        "Web": [
            "PlanDomain", "Workflow", "Prose", "Survey", "Phrases", "QRCode", "Hummingbird", "HTTPTypes", "NIOCore",
            "Mustache", "Logging", "Crypto", "CryptoExtras",
        ],
        "paraaf": [
            "PlanDomain", "PlanRepositories", "SQLiteStore", "Documents", "Mailing", "Web", "Workflow", "Prose",
            "Survey", "Phrases", "ArgumentParser", "Logging",
        ],
    ]

    static let withSwift: Set<String> = ["Foundation", "Dispatch", "Synchronization", "Glibc"]

    @Test(arguments: try SourceTree.files(below: "Sources"))
    func aFileImportsOnlyWhatItsModuleMay(_ file: SourceTree.File) throws {
        let allowed = try #require(Self.allowed[file.module], "\(file.path): a module that the layout does not know")
        for (line, module) in file.imports where !Self.withSwift.contains(module) {
            #expect(allowed.contains(module), "\(file.path):\(line): \(file.module) may not import \(module)")
        }
    }

    @Test func everyModuleOfTheLayoutIsThere() throws {
        let present = Set(try SourceTree.files(below: "Sources").map(\.module))
        #expect(present == Set(Self.allowed.keys))
    }

    /// The rule above must be able to fail: adapters never meet except in the executable.
    @Test func noAdapterMayImportAnother() {
        let adapters: Set = ["PlanRepositories", "SQLiteStore", "Documents", "Mailing", "Web"]
        for adapter in adapters {
            #expect(Self.allowed[adapter, default: []].isDisjoint(with: adapters), "\(adapter)")
        }
    }

    @Test func oneFileAloneSpeaksWithCMark() throws {
        let doors = try SourceTree.files(below: "Sources").filter { $0.imports.contains { $0.module == "CCMarkGFM" } }
        #expect(doors.map(\.path) == ["Sources/Prose/Markdown/CommonMarkParser.swift"])
    }

    @Test func oneFileAloneSpeaksWithLibcurl() throws {
        let doors = try SourceTree.files(below: "Sources").filter { $0.imports.contains { $0.module == "CLibcurl" } }
        #expect(doors.map(\.path) == ["Sources/Mailing/SMTP/EasyHandle.swift"])
    }

    @Test func importsAreReadWithTheirAttributesAndKinds() {
        let lines: [Substring] = [
            "import Git", "@testable import Web", "public import struct Foundation.URL", "// import Prose",
            "let text = \"import Nothing\"",
        ]
        let file = SourceTree.File(path: "Sources/Example/Example.swift", lines: lines)
        #expect(file.imports.map(\.module) == ["Git", "Web", "Foundation"])
    }
}
