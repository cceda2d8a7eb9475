import Foundation
import Testing

@testable import Prose

/// The published texts of a real case, when they stand beside the project; its sentences are not copied here.
@Suite struct CaseTextTests {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/cases/deventer-2023")

    private func text(_ name: String) -> String? {
        if let text = try? String(contentsOf: Self.folder.appending(path: name), encoding: .utf8) { return text }
        print("Skipped: \(name) is not beside the project.")
        return nil
    }

    @Test(arguments: ["plan.md", "nota.md", "raadsmededeling.md"])
    func theCaseIsNormalisedWithoutAReaderSeeingIt(name: String) throws {
        guard let source = text(name) else { return }
        let lines = SentenceLines.normalise(source)
        #expect(SentenceLines.normalise(lines) == lines)
        #expect(try MarkdownDocument(parsing: source).rendersSame(as: MarkdownDocument(parsing: lines)))
        #expect(lines.split(separator: "\n").count > source.split(separator: "\n").count)
        #expect(SentenceLines.reflow(lines) == SentenceLines.reflow(source))
        let diff = WordDiff(old: source, new: lines)
        #expect(diff.isUnchanged)
        #expect(diff.old.utf8.elementsEqual(source.utf8) && diff.new.utf8.elementsEqual(lines.utf8))
        #expect(TextDifference(old: source, new: lines).isUnseen)
    }

    @Test(arguments: ["plan.md", "nota.md", "raadsmededeling.md"])
    func noLineOfTheCaseHoldsTwoSentencesOrHalfOne(name: String) throws {
        guard let source = text(name) else { return }
        for line in SentenceLines.normalise(source).split(separator: "\n") where line.first?.isLetter == true {
            #expect(Sentences.split(String(line)).count == 1, "\(line)")
            #expect(line.first?.isUppercase == true, "\(line)")
        }
    }

    @Test func theHeadingsOfTheCaseHaveTheirNumbers() throws {
        guard let source = text("plan.md") else { return }
        var last: String?
        var numbers: [String] = []
        for block in try MarkdownDocument(parsing: source).blocks {
            guard case .heading(let level, let inlines) = block.kind, level <= 2 else { continue }
            let heading = NumberedHeading.split(inlines.plainText, expected: NumberedHeading.expected(after: last))
            guard let number = heading.number else { continue }
            numbers.append(number)
            last = number
        }
        // Three chapters, and all but one of the thirteen sections.
        #expect(numbers.count == 15)
        #expect(numbers.first == "1")
        #expect(numbers == numbers.sorted { $0.compare($1, options: .numeric) == .orderedAscending })
    }
}
