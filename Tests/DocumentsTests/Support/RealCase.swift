import Foundation
import PlanDomain
import Testing
import Workflow

/// The dossier of the real case, put together from its facts and its texts as the program would have them.
struct RealCase {
    private let facts: CaseFacts

    init() throws { facts = try CaseFacts() }

    func dossier() throws -> PlanDossier {
        let workflow = ProjectFiles.root.appendingPathComponent("workflows/plan-van-aanpak.yml")
        let definition = try WorkflowDefinition.read(
            yaml: try String(contentsOf: workflow, encoding: .utf8), file: workflow.lastPathComponent)
        var builder = DossierBuilder(try text(), definition: definition)
        builder.id = "plan-van-aanpak-veiligheid"
        builder.change(
            "Tekst zoals gepubliceerd", on: "2023-06-01", documents: ["nota", "raadsmededeling"], kind: .added,
            added: 900,
            removed: 0)
        builder.act(.planStarted(workflow: definition.id, version: definition.version), on: "2023-06-01")
        builder.act(.stageMoved(from: "draft", to: "decide"), on: "2023-06-05")
        for act in try facts.acts() {
            builder.act(act.payload, by: act.function ?? "Bestuurssecretariaat", on: act.day)
        }
        return try builder.dossier()
    }

    private func text() throws -> PlanText {
        var metadata = PlanMetadata(type: "plan-van-aanpak", title: try facts.value("titel"))
        metadata.municipality = "Deventer"
        metadata.period = try facts.value("periode")
        metadata.programme = try facts.value("programma")
        metadata.team = try facts.value("team")
        metadata.teamCode = try facts.value("teamcode")
        metadata.portfolioHolder = try facts.value("portefeuillehouder")
        metadata.number = try facts.value("nummer")
        metadata.nota = NotaFields(
            date: CalendarDate(iso8601: try facts.value("datum")), meeting: try facts.value("bestuursorgaan"),
            attachments: [try facts.value("bijlagen").filter { !"[]".contains($0) }],
            decisionPoints: try facts.list("besluit").dropLast().map { $0 },
            disclosure: Disclosure(.openAfterCondition, condition: try facts.condition()))
        return PlanText(
            metadata: metadata, chapters: try PublishedText("plan.md").chapters(),
            documents: [
                DocumentText(name: "nota", parts: try PublishedText("nota.md").parts(after: "Besluit")),
                DocumentText(name: "raadsmededeling", parts: try PublishedText("raadsmededeling.md").parts(after: nil)),
            ])
    }
}

/// The facts of the case, read line by line: enough for the few shapes that they come in.
struct CaseFacts {
    private let lines: [String]

    init() throws {
        let file = ProjectFiles.realCase.appendingPathComponent("feiten.yml")
        lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    }

    /// The first `key: value`, without what is said behind it.
    func value(_ key: String) throws -> String {
        let line = try #require(lines.first { $0.trimmingPrefix(while: \.isWhitespace).hasPrefix(key + ": ") })
        let value = line[try #require(line.firstRange(of: ": ")).upperBound...]
        return (value.firstRange(of: " #").map { String(value[..<$0.lowerBound]) } ?? String(value))
            .trimmingCharacters(in: .whitespaces)
    }

    func list(_ key: String) throws -> [String] {
        let start = try #require(lines.firstIndex { $0.trimmingPrefix(while: \.isWhitespace) == key + ":" })
        return lines[(start + 1)...].prefix { $0.contains("- ") }.map {
            String($0.drop { $0 != "-" }.dropFirst(2))
        }
    }

    func condition() throws -> String {
        let line = try #require(lines.first { $0.hasPrefix("openbaarmaking:") })
        return try #require(Self.fields(of: line)["voorwaarde"])
    }

    func acts() throws -> [(payload: ActPayload, day: String, function: String?)] {
        try list("handelingen").map { line in
            let fields = Self.fields(of: line)
            let payload: ActPayload =
                switch try #require(fields["handeling"]) {
                case "agendering": .scheduled(body: .college, meeting: nil)
                case "parafering": .signedOff(step: "portfolio-holder", verdict: .agreed)
                case "besluit": .decided(body: .college, points: [PointResult(point: 1, outcome: .adopted)])
                default: .finalReleased
                }
            return (payload, try #require(fields["datum"]), fields["door"])
        }
    }

    /// `{ a: b, c: d }`
    private static func fields(of line: String) -> [String: String] {
        let inner = line.drop { $0 != "{" }.dropFirst().prefix { $0 != "}" }
        let pairs = inner.components(separatedBy: ", ").map { $0.components(separatedBy: ": ") }
        return Dictionary(
            pairs.filter { $0.count == 2 }.map {
                ($0[0].trimmingCharacters(in: .whitespaces), $0[1].trimmingCharacters(in: .whitespaces))
            }, uniquingKeysWith: { $1 })
    }
}

/// A published document as Markdown.
struct PublishedText {
    private let lines: [String]

    init(_ name: String) throws {
        let file = ProjectFiles.realCase.appendingPathComponent(name)
        lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    }

    /// All that must be found in the document, in order: headings, labels, values, paragraphs. A comma at the end of a
    /// value is the source's layout.
    var pieces: [String] {
        lines.flatMap { line -> [String] in
            let words = line.trimmingPrefix { "#*| ".contains($0) }
            if words.isEmpty || words.allSatisfy({ "-|".contains($0) }) { return [] }
            if line.hasPrefix("|") {
                return words.split(separator: "|").map { Self.value($0) }.filter { !$0.isEmpty }
            }
            if let colon = words.firstRange(of: " : ") {
                return [String(words[..<colon.lowerBound]), Self.value(words[colon.upperBound...])]
            }
            return [String(words.trimmingPrefix("1. "))]
        }
    }

    /// Texts under `## ` headings that stand after the heading `start`.
    func parts(after start: String?) -> [DocumentText.Part] {
        let from = start.flatMap { lines.firstIndex(of: "## " + $0) }.map { $0 + 1 } ?? 0
        return Self.cut(lines[from...], at: "## ").map { .init(heading: $0.title, body: $0.body) }
    }

    func chapters() throws -> [Chapter] {
        try Self.cut(lines[...], at: "# ").enumerated().map { chapter, part in
            let sections = try Self.cut(part.body.components(separatedBy: "\n")[...], at: "## ").enumerated().map {
                Section(
                    id: try #require(SectionID("s\(chapter + 1)-\($0 + 1)")),
                    heading: Heading(Self.withoutNumber($1.title)), owner: "Beleid", body: $1.body)
            }
            return Chapter(id: "h\(chapter + 1)", heading: Heading(Self.withoutNumber(part.title)), sections: sections)
        }
    }

    private static func cut(_ lines: ArraySlice<String>, at mark: String) -> [(title: String, body: String)] {
        var parts: [(title: String, body: String)] = []
        for line in lines {
            if line.hasPrefix(mark) {
                parts.append((String(line.dropFirst(mark.count)), ""))
            } else if !parts.isEmpty {
                parts[parts.count - 1].body += line + "\n"
            }
        }
        return parts
    }

    private static func withoutNumber(_ title: String) -> String {
        String(title.drop { $0.isNumber || $0 == "." || $0 == " " })
    }

    private static func value(_ text: Substring) -> String {
        let trimmed = text.trimmingCharacters(in: .whitespaces)
        return trimmed.hasSuffix(",") ? String(trimmed.dropLast()) : trimmed
    }
}
