import Foundation
import Testing

@testable import Documents

@Suite struct TemplateTests {
    /// A copy of the project's templates in which one file has other words.
    private func folder(replacing file: String, by text: String?) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("templates-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: ProjectFiles.templateFolder, to: folder)
        let target = folder.appendingPathComponent(file)
        try FileManager.default.removeItem(at: target)
        if let text { try Data(text.utf8).write(to: target) }
        return folder
    }

    private func fault(replacing file: String, by text: String?) throws -> DocumentTemplateFaults.Fault? {
        let folder = try folder(replacing: file, by: text)
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            _ = try DocumentTemplates(directory: folder)
            return nil
        } catch {
            return error.faults.first
        }
    }

    @Test func everyNameInEveryTemplateIsKnown() throws {
        for name in DocumentTemplates.names {
            let file = ProjectFiles.templateFolder.appendingPathComponent(name + ".mustache")
            let tags = TemplateTags(try String(contentsOf: file, encoding: .utf8))
            #expect(tags.unknown(to: DocumentTemplates.knownNames, templates: DocumentTemplates.names) == [], "\(name)")
        }
    }

    @Test func everyTemplateOfTheFolderIsUsed() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: ProjectFiles.templateFolder.path)
        let templates = files.filter { $0.hasSuffix(".mustache") }.map { $0.dropLast(".mustache".count) }.map(
            String.init)
        #expect(Set(templates) == Set(DocumentTemplates.names))
    }

    @Test func everyLabelOfATemplateHasAPhrase() throws {
        for language in [try ProjectFiles.words(.nl), try ProjectFiles.words(.en)] {
            for (name, label) in NotaPage.Labels.fields {
                #expect(label(NotaPage.Labels(words: language)) as? String != "⟦document.nota.\(name)⟧")
            }
            for (name, label) in AnnotatedPlanPage.Labels.fields {
                #expect(label(AnnotatedPlanPage.Labels(words: language)) as? String != "⟦document.plan.\(name)⟧")
            }
        }
    }

    @Test func aMisspeltNameIsRefusedWhenTheTemplatesAreLoaded() throws {
        #expect(
            try fault(replacing: "entry.mustache", by: "{{plian}}")
                == .init(file: "entry.mustache", problem: .unknownName("plian")))
        #expect(
            try fault(replacing: "head.mustache", by: "{{#frame.tittle}}x{{/frame.tittle}}")?.problem
                == .unknownName("tittle"))
        #expect(try fault(replacing: "act.mustache", by: "{{>nowhere}}")?.problem == .unknownName("nowhere"))
    }

    @Test func aMissingOrBrokenTemplateIsNamed() throws {
        #expect(try fault(replacing: "nota.mustache", by: nil) == .init(file: "nota.mustache", problem: .unreadable))
        let broken = try #require(try fault(replacing: "nota.mustache", by: "{{#rows}}"))
        guard case .syntax = broken.problem else {
            Issue.record("not a fault of syntax: \(broken)")
            return
        }
    }

    @Test(arguments: ["</style><script>", "@import 'x.css';", "a { background: URL(https://example.org/x.png) }"])
    func aStyleThatBreaksOutOrFetchesIsRefused(_ style: String) throws {
        #expect(try fault(replacing: "document.css", by: style)?.problem == .unreadable)
    }

    @Test func tagsAreFoundInAllTheirForms() {
        let tags = TemplateTags("{{a}}{{{b.c}}}{{#d}}{{.}}{{/d}}{{^ e }}{{/e}}{{! niet }}{{>f}}{{& g}}")
        #expect(tags.values == ["a", "b", "c", "d", "d", "e", "e", "g"])
        #expect(tags.partials == ["f"])
    }
}
