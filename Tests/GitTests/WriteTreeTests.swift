import Foundation
import Git
import Seeded
import Testing

struct WriteTreeTests {
    @Test func aChangeRewritesOnlyTheDirectoriesAboveIt() throws {
        let world = try World()
        let before = try world.tree(["a/x.md": "1", "b/y.md": "1"])
        let after = try world.repository.writeTree(
            base: before, changes: [.put(path: "a/x.md", blob: world.repository.writeBlob("2".utf8))])
        #expect(try world.repository.entry(at: "b", inTree: after) == world.repository.entry(at: "b", inTree: before))
        #expect(try world.repository.entry(at: "a", inTree: after) != world.repository.entry(at: "a", inTree: before))
    }

    @Test func emptyDirectoriesVanish() throws {
        let world = try World()
        let tree = try world.tree(["a/b/c.md": "1", "d.md": "1"])
        let after = try world.repository.writeTree(base: tree, changes: [.remove(path: "a/b/c.md")])
        #expect(try world.repository.entries(ofTree: after).map(\.name) == ["d.md"])
        let empty = try world.repository.writeTree(base: after, changes: [.remove(path: "d.md")])
        #expect(empty.description == "4b825dc642cb6eb9a060e54bf8d69288fbee4904")
        #expect(try world.repository.writeTree(base: nil, changes: []) == empty)
    }

    @Test func aFileMayTakeThePlaceOfADirectoryAndTheOtherWayRound() throws {
        let world = try World()
        let blob = try world.repository.writeBlob("1".utf8)
        let tree = try world.tree(["a/b.md": "1"])
        let file = try world.repository.writeTree(base: tree, changes: [.put(path: "a", blob: blob)])
        #expect(try world.repository.files(inTree: file).map(\.path) == ["a"])
        let back = try world.repository.writeTree(base: file, changes: [.put(path: "a/b.md", blob: blob)])
        #expect(back == tree)
    }

    @Test func removingWhatIsNotThereIsNotFound() throws {
        let world = try World()
        let tree = try world.tree(["a.md": "1"])
        for path in ["b.md", "a.md/b", "c/d"] {
            let error = gitError { _ = try world.repository.writeTree(base: tree, changes: [.remove(path: path)]) }
            #expect(error?.code == .notFound, "\(path)")
        }
    }

    @Test func changesThatExcludeEachOtherAreRefused() throws {
        let world = try World()
        let blob = try world.repository.writeBlob("1".utf8)
        let pairs: [[TreeChange]] = [
            [.put(path: "a", blob: blob), .put(path: "a", blob: blob)],
            [.put(path: "a", blob: blob), .put(path: "a/b", blob: blob)],
            [.put(path: "a/b", blob: blob), .remove(path: "a")],
        ]
        for changes in pairs {
            #expect(gitError { _ = try world.repository.writeTree(base: nil, changes: changes) }?.code == .invalid)
        }
    }

    @Test(arguments: [
        "", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/.", ".git", ".git/config", "a/.git/x", ".GIT/x",
        ".git./x", ".git /x", ".git::$INDEX_ALLOCATION/x", "git~1/x", "GIT~2", ".g\u{200C}it/x", ".git\u{FEFF}", "a\nb",
        "a\\b", "a\0b", "a\u{7F}", "a/\u{0338}/../b", String(repeating: "a", count: 256),
        Array(repeating: "a", count: 65).joined(separator: "/"),
    ])
    func aPathThatCouldHurtAReaderIsRefused(path: String) throws {
        let world = try World()
        let blob = try world.repository.writeBlob("1".utf8)
        let error = gitError { _ = try world.repository.writeTree(base: nil, changes: [.put(path: path, blob: blob)]) }
        #expect(error?.code == .invalid)
    }

    @Test(arguments: ["a b.md", ".gitattributes", ".github/x", "git.md", "één.md", "a:b", "..a", "-x", "a\u{0301}"])
    func anOrdinaryPathIsNot(path: String) throws {
        let world = try World()
        let id = try world.commit([path: "1"])
        try world.repository.updateReference("refs/heads/main", to: id, expecting: nil)
        #expect(try world.git.faults() == [])
        #expect(try world.git("-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "main") == path)
    }

    @Test func twoSpellingsOfAnAccentAreTwoNames() throws {
        let world = try World()
        let tree = try world.tree(["\u{E9}.md": "1"])
        let blob = try world.repository.writeBlob("2".utf8)
        let both = try world.repository.writeTree(base: tree, changes: [.put(path: "e\u{301}.md", blob: blob)])
        #expect(try world.repository.entries(ofTree: both).count == 2)
    }

    @Test func onlyFilesThatExistCanBePut() throws {
        let world = try World()
        let blob = try world.repository.writeBlob("1".utf8)
        let tree = try world.tree(["a": "1"])
        for mode in [FileMode.directory, .symlink, .gitlink] {
            let change = TreeChange.put(path: "x", blob: blob, mode: mode)
            #expect(gitError { _ = try world.repository.writeTree(base: nil, changes: [change]) }?.code == .invalid)
        }
        let noBlob = TreeChange.put(path: "x", blob: tree)
        #expect(gitError { _ = try world.repository.writeTree(base: nil, changes: [noBlob]) }?.code == .invalid)
        let missing = TreeChange.put(path: "x", blob: try #require(ObjectID(String(repeating: "b", count: 40))))
        #expect(gitError { _ = try world.repository.writeTree(base: nil, changes: [missing]) }?.code == .notFound)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func anyChangesGiveTheTreeThatStockGitMakesOfTheSameFiles(seed: UInt64) throws {
        let world = try World()
        var random = SeededGenerator(seed: seed)
        var model: [String: ObjectID] = [:]
        var tree: ObjectID?
        let names = ["a", "a.b", "a-b", "ab", "b", "é"]
        let blobs = try (0..<4).map { try world.repository.writeBlob("text \($0)".utf8) }
        for _ in 0..<15 {
            var changes: [String: TreeChange] = [:]
            for _ in 0..<4 {
                let path = (0..<Int.random(in: 1...3, using: &random)).map { _ in names.randomElement(using: &random)! }
                    .joined(separator: "/")
                let clashes = (Array(model.keys) + changes.keys).contains {
                    $0.hasPrefix(path + "/") || path.hasPrefix($0 + "/")
                }
                if clashes || changes[path] != nil { continue }
                if model[path] != nil, Bool.random(using: &random) {
                    changes[path] = .remove(path: path)
                    model[path] = nil
                } else {
                    let blob = blobs.randomElement(using: &random)!
                    changes[path] = .put(path: path, blob: blob)
                    model[path] = blob
                }
            }
            tree = try world.repository.writeTree(base: tree, changes: Array(changes.values))
            #expect(try tree == stockTree(model, in: world), "seed \(seed)")
        }
        #expect(try world.git.faults() == [])
    }

    /// Through a temporary index, as stock git builds trees.
    private func stockTree(_ files: [String: ObjectID], in world: World) throws -> ObjectID? {
        let index = world.folder.file("index-\(UUID().uuidString)").path
        let lines = files.map { "100644 \($1)\t\($0)\n" }.joined()
        let environment = ["GIT_INDEX_FILE": index]
        let folder = world.repository.location
        _ = try Command(
            "git", ["update-index", "--add", "--index-info"], in: folder, input: Data(lines.utf8),
            environment: environment)
        let written = try Command("git", ["write-tree"], in: folder, environment: environment)
        return ObjectID(written.text.trimmingCharacters(in: .newlines))
    }
}
