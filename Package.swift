// swift-tools-version: 6.1
import PackageDescription

/// The modules and who may import whom; `Tests/LayoutTests` compares every `import` line with this same picture.
let package = Package(
    name: "paraaf",
    defaultLocalization: "nl",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "paraaf", targets: ["paraaf"])],
    dependencies: [
        // The web server: small, async through and through, no macros.
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        // Templates without logic, so that what a page shows is decided in Swift.
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        // SQLite with the care for threads, transactions and migrations that we would otherwise owe.
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        // YAML 1.2 with marks, so that an error names its line.
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        // Ed25519, SHA-2, HMAC and scrypt from one audited source.
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        // Declared because the server's own types speak in theirs; Hummingbird builds them anyway.
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibgit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
        .systemLibrary(
            name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CLibcurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(name: "Git", dependencies: ["CLibgit2"]),
        .target(name: "Prose", dependencies: ["CCMarkGFM"]),
        .target(name: "Phrases", dependencies: [.product(name: "Yams", package: "Yams")]),
        .target(name: "QRCode"),
        .target(name: "Survey"),
        .target(name: "MailFile"),
        .target(name: "Workflow", dependencies: [.product(name: "Yams", package: "Yams")]),
        .target(name: "PlanDomain", dependencies: ["Workflow", "Prose", "Survey"]),
        .target(
            name: "PlanRepositories",
            dependencies: [
                "PlanDomain", "Workflow", "Prose", "Git", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Yams", package: "Yams"),
            ]),
        .target(
            name: "SQLiteStore",
            dependencies: [
                "PlanDomain", "Workflow", "Prose", "Survey", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .target(
            name: "Documents",
            dependencies: [
                "PlanDomain", "Workflow", "Prose", "Survey", "MailFile", "Phrases",
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .target(name: "Mailing", dependencies: ["PlanDomain", "Workflow", "CLibcurl"]),
        .target(
            name: "Web",
            dependencies: [
                "PlanDomain", "Workflow", "Prose", "Survey", "Phrases", "QRCode",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        .executableTarget(
            name: "paraaf",
            dependencies: [
                "Web", "Documents", "Mailing", "SQLiteStore", "PlanRepositories", "PlanDomain", "Workflow", "Prose",
                "Survey", "Phrases",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]),

        // What tests share: chance that can be repeated, the little world they live in, the suite for every store.
        .target(name: "Seeded", path: "Tests/TestSupport/Seeded"),
        .target(
            name: "TestSupport",
            dependencies: ["PlanRepositories", "SQLiteStore", "PlanDomain", "Workflow", "Prose"],
            path: "Tests/TestSupport/World"),
        .target(
            name: "StoreContract", dependencies: ["PlanDomain", "Workflow", "Prose", "Survey", "Seeded"],
            path: "Tests/TestSupport/StoreContract"),
        .testTarget(name: "LayoutTests", dependencies: ["Phrases"]),
        .testTarget(name: "GitTests", dependencies: ["Git", "CLibgit2", "Seeded"]),
        .testTarget(name: "ProseTests", dependencies: ["Prose", "Seeded"]),
        .testTarget(name: "PhrasesTests", dependencies: ["Phrases"]),
        .testTarget(name: "SurveyTests", dependencies: ["Survey", "Seeded"]),
        .testTarget(name: "MailFileTests", dependencies: ["MailFile"]),
        .testTarget(name: "QRCodeTests", dependencies: ["QRCode", "Seeded"]),
        .testTarget(
            name: "WorkflowTests",
            dependencies: ["Workflow", "Phrases", "Seeded", .product(name: "Yams", package: "Yams")]),
        .testTarget(
            name: "PlanDomainTests",
            dependencies: [
                "PlanDomain", "PlanRepositories", "SQLiteStore", "Workflow", "Prose", "Survey", "Git", "TestSupport",
                "Seeded",
            ]),
        .testTarget(
            name: "PlanRepositoriesTests",
            dependencies: [
                "PlanRepositories", "PlanDomain", "SQLiteStore", "Workflow", "Prose", "Git", "TestSupport", "Seeded",
            ]),
        .testTarget(
            name: "SQLiteStoreTests",
            dependencies: [
                "SQLiteStore", "PlanDomain", "Workflow", "Survey", "StoreContract",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(
            name: "DocumentsTests",
            dependencies: [
                "Documents", "MailFile", "PlanDomain", "Workflow", "Prose", "Survey", "Phrases",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            exclude: ["Golden"]),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "SQLiteStore", "PlanDomain", "Workflow", "Prose", "Survey", "Phrases", "TestSupport", "Seeded",
                "StoreContract",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            exclude: ["Golden"]),
        .testTarget(
            name: "MailingTests",
            dependencies: ["Mailing", "PlanDomain", "SQLiteStore", "Workflow", "TestSupport", "Seeded"],
            exclude: ["Python", "requirements.txt"]),
        .testTarget(name: "EndToEndTests", dependencies: ["paraaf", "SQLiteStore", "PlanDomain"]),
    ],
    swiftLanguageModes: [.v6]
)

// `PARAAF_DOCS=1 swift package generate-documentation --target paraaf` makes the documentation; a plain build does not
// need the plugin.
if Context.environment["PARAAF_DOCS"] != nil {
    package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0"))
}
