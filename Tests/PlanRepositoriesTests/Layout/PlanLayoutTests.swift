import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import PlanRepositories

/// What is written as files is read back as it was.
@Suite struct PlanLayoutTests {
    @Test func filesAndTextAreEachOthersInverse() throws {
        for seed in 0..<400 {
            let text = GeneratedPlanText.text(seed: UInt64(seed))
            let files = try PlanLayout.files(of: text)
            let read = try Self.read(files)
            #expect(read == text, "seed \(seed)")
            #expect(try PlanLayout.files(of: read) == files, "seed \(seed)")
        }
    }

    @Test(arguments: GeneratedPlanText.words.filter { !$0.isEmpty })
    func titleIsReadBackAsItWasWritten(_ title: String) throws {
        var text = PlanText.sample()
        text.metadata.title = title
        text.metadata.team = title
        text.metadata.nota.decisionPoints = [title, "a\n\n" + title + "\nb"]
        text.chapters[0].heading?.title = title
        text.chapters[0].sections[0].heading?.title = title
        text.chapters[0].sections[0].owner = title
        #expect(try Self.read(PlanLayout.files(of: text)) == text)
    }

    @Test func everyShippedSkeletonIsReadBackAsItWasWritten() throws {
        for type in try ProjectFiles.workflows().types {
            let text = try ProjectFiles.skeletons.skeleton(for: type)
            #expect(!text.sections.isEmpty)
            #expect(try Self.read(PlanLayout.files(of: text)) == text, "\(type)")
        }
    }

    @Test func documentsThatRunOnAreRefused() throws {
        let faults = ["```\nopen codeblok\n", "<!-- open commentaar\n", "## Eigen kop\n\nTekst.\n", "Kop\n---\n"]
        for body in faults {
            var text = PlanText.sample()
            text.documents[0].parts[0].body = body
            let refused = try #require(try refusalAtOnce(of: { try PlanLayout.files(of: text) }), "\(body)")
            #expect(refused.reason.key == "text.part-runs-on")
            #expect(refused.reason.arguments["heading"] == .text("Inleiding"))
            #expect(refused.reason.arguments["file"] == .text("stukken/nota.md"))
        }
    }

    @Test(arguments: ["../plan", "a/b", ""])
    func documentNameThatIsNoFileNameIsRefused(_ name: String) throws {
        var text = PlanText.sample()
        text.documents.append(DocumentText(name: name, parts: []))
        #expect(try refusalAtOnce(of: { try PlanLayout.files(of: text) })?.reason.key == "repository.file-invalid")
    }

    @Test func twoDocumentsOfOneNameAreRefused() throws {
        var text = PlanText.sample()
        text.documents.append(text.documents[0])
        #expect(try refusalAtOnce(of: { try PlanLayout.files(of: text) })?.code == .invalid)
    }

    static func read(_ files: [String: Data]) throws -> PlanText {
        try PlanLayout.text(of: files.keys.sorted()) { files[$0] ?? Data() }
    }
}
