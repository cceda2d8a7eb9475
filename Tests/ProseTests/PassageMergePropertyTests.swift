import Foundation
import Testing

@testable import Prose

/// What holds for every three texts.
@Suite struct PassageMergePropertyTests {
    @Test(arguments: 0..<8 as Range<UInt64>)
    func nothingThatOneSideAddedIsLost(batch: UInt64) {
        for (seed, texts) in Self.samples(batch) {
            let merge = PassageMerge(base: texts.base, mine: texts.mine, theirs: texts.theirs)
            let base = Self.counts(texts.base)
            for (side, choice) in [(texts.mine, PassageMerge.Choice.mine), (texts.theirs, .theirs)] {
                let outcome = merge.resolved(merge.conflicts.map { _ in choice }).map(Self.counts) ?? [:]
                for (line, count) in Self.counts(side) where base[line] == nil {
                    #expect(outcome[line, default: 0] >= count, "seed \(seed): \(line)")
                }
            }
        }
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func nothingIsMadeUp(batch: UInt64) {
        for (seed, texts) in Self.samples(batch) {
            let merge = PassageMerge(base: texts.base, mine: texts.mine, theirs: texts.theirs)
            let known = Set(Self.counts(texts.mine).keys).union(Self.counts(texts.theirs).keys)
            let outcome = merge.merged.map(Self.counts) ?? [:]
            #expect(known.isSuperset(of: outcome.keys), "seed \(seed)")
        }
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func whoDidNothingGetsWhatTheOtherDid(batch: UInt64) {
        for (seed, texts) in Self.samples(batch) {
            let (base, mine) = (texts.base, texts.mine)
            #expect(PassageMerge(base: base, mine: mine, theirs: mine).merged == mine, "seed \(seed)")
            #expect(PassageMerge(base: base, mine: mine, theirs: base).merged == mine, "seed \(seed)")
            #expect(PassageMerge(base: base, mine: base, theirs: mine).merged == mine, "seed \(seed)")
        }
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func swappingTheSidesSwapsThemAndNothingElse(batch: UInt64) {
        for (seed, texts) in Self.samples(batch) {
            let merge = PassageMerge(base: texts.base, mine: texts.mine, theirs: texts.theirs)
            let swapped = PassageMerge(base: texts.base, mine: texts.theirs, theirs: texts.mine)
            #expect(merge.passages == swapped.passages.map(\.swapped), "seed \(seed)")
        }
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func whatCameInIsTold(batch: UInt64) {
        for (seed, texts) in Self.samples(batch) {
            let merge = PassageMerge(base: texts.base, mine: texts.base, theirs: texts.theirs)
            #expect(merge.incoming.isEmpty == (texts.base == texts.theirs), "seed \(seed)")
        }
    }

    @Test(arguments: [false, true], 0..<4 as Range<UInt64>)
    func aMergeIsTheOneOfStockGit(repeats: Bool, batch: UInt64) throws {
        let git = try GitMergeFile()
        var bothClean = 0
        for seed in batch * 60..<(batch + 1) * 60 {
            let texts = GeneratedMerge(seed: seed, repeats: repeats)
            let merge = PassageMerge(base: texts.base, mine: texts.mine, theirs: texts.theirs)
            guard let expected = try git.merged(texts) else { continue }
            if let merged = merge.merged {
                bothClean += 1
                #expect(merged == expected, "seed \(seed)")
            } else {
                #expect(repeats, "seed \(seed): git finds no conflict")
            }
        }
        #expect(bothClean >= 15, "the comparison is made at all")
    }

    private static func samples(_ batch: UInt64) -> [(UInt64, GeneratedMerge)] {
        (batch * 100..<(batch + 1) * 100).map { ($0, GeneratedMerge(seed: $0, repeats: $0 % 2 == 0)) }
    }

    private static func counts(_ text: String) -> [Substring: Int] {
        Dictionary(text.split(separator: "\n", omittingEmptySubsequences: false).map { ($0, 1) }, uniquingKeysWith: +)
    }
}

extension PassageMerge.Passage {
    fileprivate var swapped: Self {
        switch self {
        case .agreed(let text, .mine): .agreed(text, .theirs)
        case .agreed(let text, .theirs): .agreed(text, .mine)
        case .agreed: self
        case .conflict(let conflict):
            .conflict(.init(base: conflict.base, mine: conflict.theirs, theirs: conflict.mine))
        }
    }
}

/// `git merge-file` on three files in a folder of their own.
private final class GitMergeFile {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "merge-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Nil where git finds a conflict.
    func merged(_ texts: GeneratedMerge) throws -> String? {
        for (name, text) in [("base", texts.base), ("mine", texts.mine), ("theirs", texts.theirs)] {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git", "merge-file", "--quiet", "mine", "base", "theirs"]
        process.currentDirectoryURL = folder
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        return try String(contentsOf: folder.appending(path: "mine"), encoding: .utf8)
    }
}
