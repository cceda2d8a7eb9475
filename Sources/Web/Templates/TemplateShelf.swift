import Foundation
import Mustache
import Phrases

/// All templates of the pages, compiled once per language.
///
/// A fixed phrase stands in a template as `[[key]]` and is put in before the template is compiled, so that it costs
/// nothing when a page is made and an unknown key stops the program at start-up.
public struct TemplateShelf: Sendable {
    private let libraries: [Language: MustacheLibrary]
    /// The text of every template as it stands in its file, by name.
    let sources: [String: String]

    /// Reads `pages` and `partials` within `directory`; throws all faults of all files together.
    public init(directory: URL, phrasebook: Phrasebook) throws(TemplateFaults) {
        var faults: [TemplateFaults.Fault] = []
        sources = Self.read(directory, &faults)
        var libraries: [Language: MustacheLibrary] = [:]
        for language in Language.allCases {
            let phrases = phrasebook.phrases(in: language)
            var library = MustacheLibrary()
            for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
                let text = Self.withPhrases(source, phrases, template: name, &faults)
                do {
                    try library.register(Self.prologue + text, named: name)
                } catch {
                    faults.append(.init(template: name, line: Self.line(of: error), problem: "\(error)"))
                }
            }
            libraries[language] = library
        }
        guard faults.isEmpty else { throw TemplateFaults(faults: Array(Set(faults)).sorted()) }
        self.libraries = libraries
    }

    /// Changes when any template does.
    var digest: String {
        let text = sources.sorted { $0.key < $1.key }.map { $0.key + "\u{0}" + $0.value }.joined(separator: "\u{0}")
        return Digest.hexadecimal(of: text.utf8, bytes: 8)
    }

    /// The page as bytes, with its passages in their places.
    func render(_ page: some SitePage, in language: Language) throws -> [UInt8] {
        let name = type(of: page).template
        guard let text = libraries[language]?.render(page, withTemplate: name) else {
            throw MissingTemplate(name: name)
        }
        return Passage.fill(text, with: page.passages)
    }

    /// Mustache must not escape: ``PageText`` has done so.
    private static let prologue = "{{% CONTENT_TYPE:TEXT}}\n"

    private static func read(_ directory: URL, _ faults: inout [TemplateFaults.Fault]) -> [String: String] {
        var sources: [String: String] = [:]
        for folder in ["pages", "partials"] {
            let url = directory.appendingPathComponent(folder, isDirectory: true)
            let files = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
            for file in files where file.hasSuffix(".mustache") {
                let name = String(file.dropLast(".mustache".count))
                guard let text = try? String(contentsOf: url.appendingPathComponent(file), encoding: .utf8) else {
                    faults.append(.init(template: name, line: 1, problem: "cannot be read"))
                    continue
                }
                if sources.updateValue(text, forKey: name) != nil {
                    faults.append(.init(template: name, line: 1, problem: "is there twice"))
                }
            }
        }
        if sources.isEmpty { faults.append(.init(template: "pages", line: 1, problem: "no templates here")) }
        return sources
    }

    private static func withPhrases(
        _ source: String, _ phrases: Phrases, template: String, _ faults: inout [TemplateFaults.Fault]
    ) -> String {
        var lines: [String] = []
        for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var result = ""
            var rest = line
            while let open = rest.firstRange(of: "[["), let close = rest[open.upperBound...].firstRange(of: "]]") {
                let key = String(rest[open.upperBound..<close.lowerBound])
                let text = phrases.text(key)
                if text.contains("⟦") {
                    let problem = "\(key) is no phrase in \(phrases.language.rawValue), or it wants arguments"
                    faults.append(.init(template: template, line: index + 1, problem: problem))
                }
                result += rest[..<open.lowerBound] + PageText(text).renderText
                rest = rest[close.upperBound...]
            }
            lines.append(result + rest)
        }
        return lines.joined(separator: "\n")
    }

    private static func line(of error: any Error) -> Int {
        // The first line is the prologue.
        max(1, ((error as? MustacheTemplate.ParserError)?.context.lineNumber ?? 2) - 1)
    }
}

/// Everything that is wrong with the templates; only who edits them reads it.
public struct TemplateFaults: Error, Equatable, Sendable, CustomStringConvertible {
    public let faults: [Fault]

    public var description: String {
        faults.map { "\($0.template).mustache:\($0.line): \($0.problem)" }.joined(separator: "\n")
    }

    public struct Fault: Hashable, Comparable, Sendable {
        public let template: String
        /// From 1.
        public let line: Int
        public let problem: String

        public static func < (left: Fault, right: Fault) -> Bool {
            (left.template, left.line, left.problem) < (right.template, right.line, right.problem)
        }
    }
}

/// A page without its template is a fault of the installation.
struct MissingTemplate: Error {
    let name: String
}
