import Foundation
import PlanDomain
import Testing

@testable import Documents

/// The same dossier gives the same bytes, wherever and whenever it is made.
@Suite struct ReproducibilityTests {
    private static let outputVariable = "PARAAF_DOCUMENTS_FINGERPRINT"

    @Test(arguments: DocumentCatalogue.allCases)
    func makingItAgainChangesNothing(_ document: DocumentCatalogue) throws {
        let first = try SamplePlan.eventful().dossier().produced(document)
        for _ in 0..<3 { #expect(try SamplePlan.eventful().dossier().produced(document) == first) }
    }

    /// What the test below runs this suite again for, in a process of its own.
    @Test(.enabled(if: ProcessInfo.processInfo.environment[outputVariable] != nil))
    func writesItsDocumentsForComparison() throws {
        let path = try #require(ProcessInfo.processInfo.environment[Self.outputVariable])
        try Self.bytes().write(to: URL(fileURLWithPath: path))
    }

    #if os(Linux)
        @Test(
            .enabled(if: ProcessInfo.processInfo.environment[outputVariable] == nil),
            arguments: [
                ["TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"],
                ["TZ": "America/Los_Angeles", "LANG": "C", "LC_ALL": "C"],
            ])
        func theMachinesZoneAndLanguageDoNotMatter(_ setting: [String: String]) throws {
            let output = FileManager.default.temporaryDirectory.appendingPathComponent("bytes-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: output) }
            let process = Process()
            process.executableURL = URL(
                fileURLWithPath: try FileManager.default.destinationOfSymbolicLink(
                    atPath: "/proc/self/exe"))
            process.arguments = ["--testing-library", "swift-testing", "--filter", "writesItsDocumentsForComparison"]
            process.environment = ProcessInfo.processInfo.environment
                .merging(setting) { $1 }.merging([Self.outputVariable: output.path]) { $1 }
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            #expect(try Data(contentsOf: output) == Self.bytes())
        }
    #endif

    private static func bytes() throws -> Data {
        let dossier = try SamplePlan.eventful().dossier()
        return try DocumentCatalogue.allCases.reduce(into: Data()) { $0 += try dossier.produced($1).html }
    }
}
