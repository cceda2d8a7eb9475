import Foundation
import Mustache

/// The templates of produced documents and their style sheet, read once at start-up from one folder.
///
/// A set that exists is sound: every template is there and asks only for names that some page type knows.
public struct DocumentTemplates: Sendable {
    public let style: StyleSheet
    private let library: MustacheLibrary

    /// Throws ``DocumentTemplateFaults`` with all that is wrong with the folder.
    public init(directory: URL) throws(DocumentTemplateFaults) {
        var faults: [DocumentTemplateFaults.Fault] = []
        var templates: [String: MustacheTemplate] = [:]
        for name in Self.names {
            let file = name + ".mustache"
            guard let text = Self.text(of: file, in: directory) else {
                faults.append(.init(file: file, problem: .unreadable))
                continue
            }
            faults += TemplateTags(text).unknown(to: Self.knownNames, templates: Self.names).map {
                .init(file: file, problem: .unknownName($0))
            }
            do {
                templates[name] = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text)
            } catch {
                faults.append(.init(file: file, problem: .syntax("\(error)")))
            }
        }
        guard let style = Self.text(of: Self.styleFile, in: directory).flatMap(StyleSheet.init), faults.isEmpty else {
            throw DocumentTemplateFaults(faults.isEmpty ? [.init(file: Self.styleFile, problem: .unreadable)] : faults)
        }
        self.style = style
        library = MustacheLibrary(templates: templates)
    }

    /// The page as HTML. Control characters, which HTML does not have, show as the replacement character.
    func render(_ page: some TemplateFields, with name: String) -> String {
        let html = library.render(page, withTemplate: name) ?? ""
        guard html.unicodeScalars.contains(where: Self.isControl) else { return html }
        var scalars = String.UnicodeScalarView()
        for scalar in html.unicodeScalars { scalars.append(Self.isControl(scalar) ? "\u{FFFD}" : scalar) }
        return String(scalars)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
    }

    static let names = [
        "nota", "raadsmededeling", "plan", "head", "banner", "foot", "value", "texts", "decision", "contents", "entry",
        "section", "history", "change", "act", "decisions",
    ]
    static let styleFile = "document.css"

    /// Names of all page types together: a misspelling is known by none.
    static let knownNames: Set<String> = [
        DocumentFrame.names, DraftBanner.names, OriginPage.names, FieldRow.names, FieldText.names, TextBlock.names,
        NotaPage.names, NotaPage.Labels.names, NotaPage.Point.names, NotaPage.Override.names, CouncilNoticePage.names,
        AnnotatedPlanPage.names, AnnotatedPlanPage.Labels.names, AnnotatedPlanPage.Chapter.names,
        AnnotatedPlanPage.Section.names, HeadingPage.names,
        HistoryPage.names, ChangePage.names, ActPage.names,
    ].reduce(into: []) { $0.formUnion($1) }

    private static func text(of file: String, in directory: URL) -> String? {
        guard let bytes = try? Data(contentsOf: directory.appendingPathComponent(file)) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}

/// Everything that is wrong with the folder of templates; for who installs the program, so it speaks English.
public struct DocumentTemplateFaults: Error, Equatable, Sendable, CustomStringConvertible {
    public let faults: [Fault]

    init(_ faults: [Fault]) { self.faults = faults }

    public var description: String { faults.map { "\($0.file): \($0.problem)" }.joined(separator: "\n") }

    public struct Fault: Equatable, Sendable {
        public let file: String
        public let problem: Problem
    }

    public enum Problem: Equatable, Sendable, CustomStringConvertible {
        /// Not there, not UTF-8, or a style sheet that may not be embedded.
        case unreadable
        case syntax(String)
        case unknownName(String)

        public var description: String {
            switch self {
            case .unreadable: "cannot be used: missing, not UTF-8, or a style that loads from elsewhere"
            case .syntax(let message): "not a template: \(message)"
            case .unknownName(let name): "asks for \(name), which no page has"
            }
        }
    }
}
