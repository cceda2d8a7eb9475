import Foundation
import Phrases
import Testing

/// Every phrase that the code asks for is in the locale files; the rules speak in keys, so a slip would reach a reader.
@Suite struct PhraseKeyTests {
    /// A key in the code stands in quotes behind one of these.
    private static let askers = ["Reason(", ".text(", ".sentence(", ".say(", ".note(", "step("]

    @Test func everyKeyInTheCodeIsAPhrase() throws {
        let book = try Phrasebook(directory: SourceTree.root.appending(path: "web/locales"))
        let phrases = book.phrases(in: .nl)
        var found = 0
        for file in try SourceTree.files(below: "Sources") {
            for (line, key) in Self.keys(in: file.lines) {
                found += 1
                #expect(phrases.has(key), "\(file.path):\(line): no phrase \(key)")
            }
        }
        #expect(found > 100, "the scan finds the keys at all")
    }

    /// Dotted lower-case names in quotes behind an asker, on its line or the next.
    static func keys(in lines: [Substring]) -> [(line: Int, key: String)] {
        var keys: [(Int, String)] = []
        for (index, line) in lines.enumerated() {
            let above = index > 0 ? lines[index - 1].trimmingCharacters(in: .whitespaces) : ""
            for match in line.matches(of: /"([a-z][a-z-]*(?:\.[a-z][a-z0-9-]*)+)"(?! \+)/) {
                let before = line[..<match.range.lowerBound]
                let isAsked =
                    askers.contains { before.hasSuffix($0) }
                    || (before.allSatisfy(\.isWhitespace) && askers.contains { above.hasSuffix($0) })
                if isAsked { keys.append((index + 1, String(match.1))) }
            }
        }
        return keys
    }
}
