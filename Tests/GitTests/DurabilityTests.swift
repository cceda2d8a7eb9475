import Foundation
import Git
import Testing

/// That nothing is acknowledged before it is on disk, seen from outside: the calls that the kernel got.
struct DurabilityTests {
    private static let scriptFolder = "GIT_TESTS_DURABILITY_FOLDER"
    private static let isScript = ProcessInfo.processInfo.environment[scriptFolder] != nil

    /// Whether strace is installed and may trace here; some containers forbid it.
    private static let canTrace = (try? Command("strace", ["-f", "true"]).succeeded) ?? false

    @Test(.enabled(if: canTrace && !isScript, "strace is not installed, or may not trace here"))
    func everyNameAndEveryByteIsSyncedBeforeItIsAcknowledged() throws {
        let folder = try TemporaryFolder()
        let trace = try trace(scriptIn: folder)
        #expect(trace.marks.map(\.name) == Self.steps, "the script did not run to its end")
        for mark in trace.marks { #expect(mark.unsynced == [], "after \(mark.name)") }
        #expect(trace.referenceUpdates.count == 5)
        for update in trace.referenceUpdates { #expect(update.unsynced == [], "when \(update.name) moved") }
    }

    /// The trace itself must be able to fail: without any sync, everything is owed.
    @Test func aTraceWithoutSyncsOwesEverything() {
        let lines = [
            "1 mkdir(\"/r/objects/ab\", 0777) = 0",
            "1 openat(AT_FDCWD, \"/r/objects/tmp\", O_RDWR|O_CREAT|O_EXCL, 0600) = 5</r/objects/tmp>",
            "1 fsync(5</r/objects/tmp>) = 0", "1 rename(\"/r/objects/tmp\", \"/r/objects/ab/cd\") = 0",
            "1 access(\"/r/marks/half\", F_OK) = 0", "1 fsync(6</r/objects/ab>) = 0", "1 fsync(6</r/objects>) = 0",
            "1 access(\"/r/marks/whole\", F_OK) = 0",
        ]
        let trace = SystemCallTrace(lines, below: "/r")
        #expect(trace.marks.map(\.name) == ["half", "whole"])
        #expect(trace.marks.first?.unsynced == ["/r/objects/ab", "/r/objects/ab/cd"])
        #expect(trace.marks.last?.unsynced == [])
    }

    /// Runs this very test program once more under strace, with nothing but the script.
    private func trace(scriptIn folder: TemporaryFolder) throws -> SystemCallTrace {
        let log = folder.file("trace")
        let work = folder.url.appending(path: "work")
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: false)
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let calls = SystemCallTrace.system.joined(separator: ",")
        let arguments = ["-f", "-y", "-s", "4096", "-e", "trace=" + calls, "-o", log.path, program]
        let script = ["--testing-library", "swift-testing", "--filter", "theScriptThatIsTraced"]
        _ = try Command("strace", arguments + script, environment: [Self.scriptFolder: work.path])
        let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n").map(String.init)
        return SystemCallTrace(lines, below: work.path)
    }

    private static let steps = [
        "created", "first-commit", "second-commit", "new-folder-of-references", "tagged", "merged", "deleted",
        "bundled",
        "restored",
    ]

    @Test(.enabled(if: isScript, "runs under strace only"))
    func theScriptThatIsTraced() throws {
        let folder = URL(filePath: try #require(ProcessInfo.processInfo.environment[Self.scriptFolder]))
        let marks = folder.appending(path: "marks")
        try FileManager.default.createDirectory(at: marks, withIntermediateDirectories: false)
        for step in Self.steps {
            try Data().write(to: marks.appending(path: step))
            sync(marks.appending(path: step))
        }
        for path in [marks, folder] { sync(path) }
        func acknowledge(_ step: String) { access(marks.appending(path: step).path, F_OK) }

        let repository = try Repository.createBare(at: folder.appending(path: "deep/down/plan.git"))
        acknowledge("created")
        let first = try commit(["a/x.md": "1"], parents: [], in: repository)
        try repository.updateReference("refs/heads/main", to: first, expecting: nil)
        acknowledge("first-commit")
        let second = try commit(["a/x.md": "2", "b/y.md": "2"], parents: [first], in: repository)
        try repository.updateReference("refs/heads/main", to: second, expecting: first)
        acknowledge("second-commit")
        try repository.updateReference("refs/register/deep/acts", to: first, expecting: nil)
        acknowledge("new-folder-of-references")
        try repository.createTag(name: "v1", target: first, tagger: .drafter(), message: "x")
        acknowledge("tagged")
        try merge(first, second, in: repository)
        acknowledge("merged")
        try repository.deleteReference("refs/register/deep/acts", expecting: first)
        acknowledge("deleted")
        try repository.writeBundle(refs: ["refs/heads/main"], to: folder.appending(path: "plan.bundle"))
        acknowledge("bundled")
        _ = try Repository.restore(
            bundle: folder.appending(path: "plan.bundle"), bareAt: folder.appending(path: "restored.git"))
        acknowledge("restored")
    }

    private func commit(_ files: [String: String], parents: [ObjectID], in repository: Repository) throws -> ObjectID {
        let changes: [TreeChange] = try files.map { .put(path: $0, blob: try repository.writeBlob($1.utf8)) }
        let tree = try repository.writeTree(base: nil, changes: changes)
        return try repository.write(CommitDraft(tree: tree, parents: parents, author: .drafter(), message: "Change"))
    }

    private func merge(_ first: ObjectID, _ second: ObjectID, in repository: Repository) throws {
        let side = try commit(["a/x.md": "1", "c/z.md": "3"], parents: [first], in: repository)
        let trees = try [first, second, side].map { try repository.commit($0).tree }
        guard case .clean(let tree) = try repository.mergeTrees(ancestor: trees[0], ours: trees[1], theirs: trees[2])
        else {
            Issue.record("the merge should be clean")
            return
        }
        let draft = CommitDraft(tree: tree, parents: [second, side], author: .drafter(), message: "Merge")
        try repository.updateReference("refs/heads/main", to: repository.write(draft), expecting: second)
    }

    private func sync(_ path: URL) {
        let descriptor = open(path.path, O_RDONLY)
        fsync(descriptor)
        close(descriptor)
    }
}
