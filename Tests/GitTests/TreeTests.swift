import Foundation
import Git
import Testing

struct TreeTests {
    @Test func filesAreListedInOrderOfPathWithTheirModes() throws {
        let world = try World()
        let blob = try world.repository.writeBlob("x".utf8)
        let tree = try world.repository.writeTree(
            base: nil,
            changes: [
                .put(path: "secties/b.md", blob: blob), .put(path: "secties/a.md", blob: blob),
                .put(path: "plan.yml", blob: blob), .put(path: "run", blob: blob, mode: .executable),
            ])
        let files = try world.repository.files(inTree: tree)
        #expect(files.map(\.path) == ["plan.yml", "run", "secties/a.md", "secties/b.md"])
        #expect(files.map(\.mode) == [.file, .executable, .file, .file])
        #expect(
            try world.git("ls-tree", "-r", "--name-only", tree.description) == files.map(\.path).joined(separator: "\n")
        )
        #expect(
            try world.repository.files(inTree: tree, under: "secties").map(\.path) == ["secties/a.md", "secties/b.md"])
        #expect(try world.repository.files(inTree: tree, under: "plan.yml").isEmpty)
        #expect(try world.repository.files(inTree: tree, under: "none/").isEmpty)
    }

    @Test func anEntryIsFoundAtItsPathAndNowhereElse() throws {
        let world = try World()
        let tree = try world.tree(["secties/a.md": "text"])
        let entry = try #require(try world.repository.entry(at: "secties/a.md", inTree: tree))
        #expect(entry.name == "a.md" && entry.mode == .file)
        #expect(try world.repository.blob(entry.id) == Data("text".utf8))
        #expect(try world.repository.entry(at: "secties", inTree: tree)?.mode == .directory)
        for path in ["", "a.md", "secties/b.md", "secties/a.md/c", "/secties", "secties\0x"] {
            #expect(try world.repository.entry(at: path, inTree: tree) == nil, "\(path.debugDescription)")
        }
    }

    @Test func linksAndGitlinksAreReportedAsWhatTheyAre() throws {
        let world = try World()
        let blob = try world.repository.writeBlob("/etc/passwd".utf8)
        let other = String(repeating: "1", count: 40)
        let id = try world.git(
            "mktree", "--missing", input: "120000 blob \(blob)\tlink\n160000 commit \(other)\tmodule\n")
        let entries = try world.repository.entries(ofTree: try #require(ObjectID(id)))
        #expect(entries.map(\.mode) == [.symlink, .gitlink])
    }

    @Test func aTreeBombIsStoppedAtTheLimit() throws {
        let world = try World()
        var tree = try world.tree(["f": "x"])
        for _ in 0..<10 {
            let lines = (0..<10).map { "040000 tree \(tree)\td\($0)\n" }.joined()
            tree = try #require(ObjectID(try world.git("mktree", input: lines)))
        }
        #expect(gitError { _ = try world.repository.files(inTree: tree, limit: 5_000) }?.code == .tooLarge)
        #expect(gitError { _ = try world.repository.diff(fromTree: nil, toTree: tree, limit: 500) }?.code == .tooLarge)
        #expect(try world.repository.verifyObjects(reachableFrom: [tree]).isEmpty)
    }

    @Test func directoriesNestedUnreasonablyDeepAreRefused() throws {
        let world = try World()
        var tree = try world.tree(["f": "x"])
        for _ in 0..<100 { tree = try #require(ObjectID(try world.git("mktree", input: "040000 tree \(tree)\td\n"))) }
        #expect(gitError { _ = try world.repository.files(inTree: tree) }?.code == .tooLarge)
    }

    @Test func aNameThatIsNoUTF8IsShownAndSurvivesAChangeBesideIt() throws {
        let world = try World()
        let blob = try world.repository.writeBlob("x".utf8)
        let raw = Data("100644 caf".utf8) + [0xE9, 0] + Data(bytes(of: blob))
        let tree = try world.store("tree", raw)
        #expect(try world.repository.entries(ofTree: tree).map(\.name) == ["caf\u{FFFD}"])
        let changed = try world.repository.writeTree(base: tree, changes: [.put(path: "a.md", blob: blob)])
        let back = try world.repository.writeTree(base: changed, changes: [.remove(path: "a.md")])
        #expect(back == tree)
    }

    @Test(arguments: ["", "garbage", "100644 a", "100644 a\0short", "999999 a\0aaaaaaaaaaaaaaaaaaaa"])
    func aTreeThatCannotBeReadIsAnErrorAndNoCrash(content: String) throws {
        let world = try World()
        let tree = try world.store("tree", Data(content.utf8))
        let error = gitError { _ = try world.repository.files(inTree: tree) }
        #expect(content.isEmpty ? error == nil : error?.code == .corrupt, "\(String(describing: error))")
    }

    @Test func aCommitOfManyMegabytesIsNotReadAtAll() throws {
        let world = try World()
        let head = "tree \(try world.tree([:]))\nauthor A <a@b> 0 +0000\ncommitter A <a@b> 0 +0000\n\n"
        let id = try world.store("commit", Data(head.utf8) + Data(repeating: 0x61, count: 1 << 25))
        #expect(gitError { _ = try world.repository.commit(id) }?.code == .tooLarge)
    }

    private func bytes(of id: ObjectID) -> [UInt8] {
        let digits = Array(id.description)
        return stride(from: 0, to: 40, by: 2).map { UInt8(String(digits[$0...($0 + 1)]), radix: 16) ?? 0 }
    }
}
