import Foundation
import Phrases
import Testing

@testable import Workflow

/// Every key that the code speaks is a phrase in both languages, with the placeholders that the code fills.
@Suite struct LocaleTests {
    /// The Swift files of the module, as text.
    private func sources() throws -> [String] {
        let folder = ShippedWorkflow.root.appending(path: "Sources/Workflow").resolvingSymlinksInPath()
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
            .map { try String(contentsOf: $0, encoding: .utf8) }
    }

    /// Keys that stand whole in the code, and those that are put together from a closed list.
    private func spokenKeys() throws -> Set<String> {
        var keys: Set<String> = []
        for source in try sources() {
            for match in source.matches(of: /"((?:gate|condition|step|refusal|diagram|board)\.[a-z-]*[a-z])"/) {
                keys.insert(String(match.1))
            }
            for match in source.matches(
                of: /(?:faults\.add\(\s*line: [^"]*?|"fault\.|absentAnchor\([^"]*)"?([a-z][a-z-]+)"/)
            {
                keys.insert("fault." + match.1)
            }
        }
        // The collector hands on a key that it was given, beside an argument of this name.
        keys.remove("fault.word")
        keys.formUnion(GateCatalogue.conditions.keys.map { "condition." + $0 })
        keys.formUnion(ActKind.allCases.map { "act." + $0.rawValue })
        keys.formUnion(GoverningBody.allCases.map { "the-body." + $0.rawValue })
        keys.formUnion(Role.allCases.map { "role." + $0.rawValue })
        keys.formUnion(StageBoard.State.allCases.map { "board." + $0.rawValue })
        keys.formUnion(StageDefinition.Subject.allCases.map { "diagram.about-" + $0.rawValue })
        return keys
    }

    @Test(arguments: Language.allCases)
    func everyKeyThatTheCodeSpeaksIsAPhrase(language: Language) throws {
        let phrases = try Wording(language).phrases
        let keys = try spokenKeys()
        #expect(keys.count > 150)
        let missing = keys.filter { !phrases.has($0) }.sorted()
        #expect(missing == [])
    }

    @Test func everyPhraseOfTheModuleIsSpoken() throws {
        let text = try sources().joined()
        for key in try Self.writtenKeys() {
            let last = key.split(separator: ".").last.map(String.init) ?? key
            let stem = last.hasSuffix("-near") ? String(last.dropLast(5)) : last
            let isBuilt = key.hasPrefix("the-body.") || key.hasPrefix("board.") || key.hasPrefix("diagram.about-")
            #expect(isBuilt || text.contains("\(stem)\""), "nothing says \(key)")
        }
    }

    /// Dotted keys of `nl/workflow.yml`.
    private static func writtenKeys() throws -> [String] {
        let file = ShippedWorkflow.root.appending(path: "web/locales/nl/workflow.yml")
        var keys: [String] = []
        var section = ""
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let name = line[..<colon].drop { $0 == " " }
            switch line.prefix(while: { $0 == " " }).count {
            case 0: section = String(name)
            case 2: keys.append(section + "." + name)
            default: break
            }
        }
        return keys
    }

    @Test(arguments: Language.allCases)
    func everyFaultOfTheTableReadsAsAWholeSentence(language: Language) throws {
        let wording = try Wording(language)
        for fault in FaultCases.all {
            let yaml = fault.edits.reduce(SoundWorkflow.yaml) {
                $0.replacing($1.old, with: $1.new, maxReplacements: 1)
            }
            do {
                _ = try WorkflowDefinition.read(yaml: yaml, file: "test.yml")
            } catch {
                for fault in error.faults {
                    #expect(!wording.text(fault.reason).contains("⟦"), "\(wording.text(fault.reason))")
                }
            }
        }
    }
}
