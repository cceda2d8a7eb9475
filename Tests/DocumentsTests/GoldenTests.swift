import Crypto
import Foundation
import PlanDomain
import Testing

@testable import Documents

/// Whole documents held against files in `Golden/`. Run with `PARAAF_REWRITE_GOLDEN=1` to write them anew, and look at the
/// difference before it is committed.
@Suite(.serialized) struct GoldenTests {
    private static let rewrites = ProcessInfo.processInfo.environment["PARAAF_REWRITE_GOLDEN"] == "1"
    private static let versionFile = ProjectFiles.golden.appendingPathComponent("renderer-version.txt")

    private static func documents() throws -> [(name: String, html: Data)] {
        let eventful = try SamplePlan.eventful().dossier()
        let released = try SamplePlan.released().dossier()
        var draft = try SamplePlan.started()
        draft.text.documents[0].parts[0].body = ""
        return [
            ("nota-released", try released.produced(.nota).html), ("nota-eventful", try eventful.produced(.nota).html),
            ("nota-draft", try draft.dossier().produced(.nota, gaps: .mark).html),
            ("nota-english", try released.produced(.nota, in: .en).html),
            ("raadsmededeling", try released.produced(.councilNotice).html),
            ("plan-eventful", try eventful.produced(.plan).html),
            ("plan-english", try eventful.produced(.plan, in: .en).html),
        ]
    }

    @Test func documentsComeOutAsTheyWere() throws {
        for (name, html) in try Self.documents() {
            let file = ProjectFiles.golden.appendingPathComponent(name + ".html")
            if Self.rewrites { try html.write(to: file) }
            let golden = try? Data(contentsOf: file)
            #expect(golden == html, "\(name) differs from \(file.path)")
        }
    }

    /// An archived document names the renderer that makes it again: other output must bear another number.
    @Test func outputThatChangesBearsANewVersion() throws {
        var hash = SHA256()
        for (name, html) in try Self.documents() {
            hash.update(data: Data(name.utf8))
            hash.update(data: html)
        }
        let digest = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let line = "\(RendererVersion.current) \(digest)\n"
        let known = try? String(contentsOf: Self.versionFile, encoding: .utf8)
        let isNew = known.flatMap { $0.split(separator: " ").first } != "\(RendererVersion.current)"
        if Self.rewrites, isNew { try Data(line.utf8).write(to: Self.versionFile) }
        #expect(
            line == (isNew && Self.rewrites ? line : known),
            "the output changed: raise RendererVersion.current and rewrite the golden files")
    }
}
