import Foundation
import PlanDomain
import Testing
import Workflow

@testable import Documents

/// The published nota and raadsmededeling of the first real case, made again from its facts and texts.
@Suite(.enabled(if: ProjectFiles.hasRealCase, "the real case does not stand beside the project"))
struct RealCaseTests {
    @Test func theNotaHasEveryFieldDateHeadingAndParagraphInOrder() throws {
        let nota = try RealCase().dossier().read(.nota)
        let missing = nota.firstOutOfOrder(try PublishedText("nota.md").pieces)
        #expect(missing == nil, "not where it should be: \(missing ?? "")")
    }

    @Test func theRaadsmededelingHasEveryFieldHeadingAndParagraphInOrder() throws {
        let notice = try RealCase().dossier().read(.councilNotice)
        let missing = notice.firstOutOfOrder(try PublishedText("raadsmededeling.md").pieces)
        #expect(missing == nil, "not where it should be: \(missing ?? "")")
    }

    @Test func theSentenceOnDisclosureIsMadeFromTheChoiceAndItsCondition() throws {
        let facts = try CaseFacts()
        let sentence = try #require(facts.list("besluit").last)
        #expect(try RealCase().dossier().read(.nota).contains(sentence))
    }

    @Test func thePlanHoldsEveryParagraphOfTheSource() throws {
        let dossier = try RealCase().dossier()
        let html = try dossier.html(.plan)
        #expect(HTMLFile(html).faults == [])
        for section in dossier.text.sections {
            let first = section.body.split(separator: "\n").first { $0.first?.isLetter == true }
            if let first { #expect(ReadableText(html).contains(String(first)), "section \(section.id)") }
        }
    }

    /// Set `PARAAF_DOCUMENTS_OUT` to a folder to look at the documents in a browser.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["PARAAF_DOCUMENTS_OUT"] != nil))
    func theDocumentsCanBeLookedAt() throws {
        let folder = URL(fileURLWithPath: try #require(ProcessInfo.processInfo.environment["PARAAF_DOCUMENTS_OUT"]))
        for document in DocumentCatalogue.allCases {
            let real = try RealCase().dossier().produced(document)
            try real.html.write(to: folder.appendingPathComponent("real-\(document.name).html"))
            let sample = try SamplePlan.eventful().dossier().produced(document)
            try sample.html.write(to: folder.appendingPathComponent("sample-\(document.name).html"))
        }
    }
}
