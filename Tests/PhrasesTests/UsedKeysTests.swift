import Foundation
import Phrases
import Testing

/// A key that is made of a fixed beginning and a name, such as `"act.\(kind.rawValue)"`, can't be looked up letter for letter: at
/// least one phrase must fit it. Keys that stand in the code as a whole are checked with the layout of the project.
@Suite("Keys that are made of pieces")
struct UsedKeysTests {
    private static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func aPhraseFitsEveryKeyThatIsMadeOfPieces() throws {
        let keys = try Phrasebook(directory: Self.root.appendingPathComponent("web/locales")).keys
        var found = 0
        for (file, source) in try Self.sources() {
            for key in Self.madeKeys(in: source) {
                found += 1
                let pattern = try Self.pattern(of: key)
                #expect(keys.contains { $0.wholeMatch(of: pattern) != nil }, "\(key) in \(file)")
            }
        }
        #expect(found > 10, "the scan finds the keys at all")
    }

    @Test(arguments: [
        (#"phrases.text("role.\(role.rawValue)")"#, [#"role.\(role.rawValue)"#]),
        (#"Reason("board." + state.rawValue)"#, [#"board.\(…)"#]), (#"phrases.text("web.nav.plans")"#, []),
        (#"say("nothing.\(x)")"#, []), (#"text("een zin. \(x)")"#, []),
    ])
    func keysAreToldFromOtherLiterals(source: String, keys: [String]) {
        #expect(Self.madeKeys(in: source) == keys)
    }

    /// Literals with a part to be filled in, or that something is added to, where a key goes.
    private static func madeKeys(in source: String) -> [String] {
        // Simple boundaries: for Unicode the point in `phrases.text` parts no words.
        let call = /\b(?:text|sentence|has|phrase|Reason)\(\s*"((?:[^"\\]|\\\([^)]*\)|\\.)+)"( \+)?/
        return source.matches(of: call.wordBoundaryKind(.simple))
            .map { String($0.1) + ($0.2 == nil ? "" : "\\(…)") }
            .filter { $0.contains("\\(") && $0.contains(".") && !$0.contains(" ") && !$0.contains("<") }
    }

    /// A piece put in at run time stands for any text.
    private static func pattern(of key: String) throws -> Regex<AnyRegexOutput> {
        let pieces = key.split(separator: /\\\([^)]*\)/, omittingEmptySubsequences: false)
        return try Regex(pieces.map { NSRegularExpression.escapedPattern(for: String($0)) }.joined(separator: ".+"))
    }

    private static func sources() throws -> [(String, String)] {
        let folder = root.appendingPathComponent("Sources")
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return try files.filter { $0.hasSuffix(".swift") }.sorted().map { file in
            (file, try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8))
        }
    }
}
