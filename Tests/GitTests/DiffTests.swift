import Foundation
import Git
import Testing

struct DiffTests {
    @Test func additionsRemovalsAndModificationsAreTold() throws {
        let world = try World()
        let old = try world.tree(["a": "1", "b": "1", "d/c": "1"])
        let new = try world.tree(["a": "2", "d/c": "1", "d/e": "1"])
        let changes = try world.repository.diff(fromTree: old, toTree: new)
        #expect(changes.map(\.path) == ["a", "b", "d/e"])
        #expect(changes.map(\.kind) == [.modified, .removed, .added])
        #expect(changes[1].newBlob == nil && changes[2].oldBlob == nil)
        #expect(try changes[0].newBlob.map { try world.repository.blob($0) } == Data("2".utf8))
        #expect(try world.repository.diff(fromTree: new, toTree: new).isEmpty)
    }

    @Test func againstNothingEveryFileIsAnAddition() throws {
        let world = try World()
        let tree = try world.tree(["a": "1", "b/c": "1"])
        let changes = try world.repository.diff(fromTree: nil, toTree: tree)
        #expect(changes.map(\.path) == ["a", "b/c"] && changes.allSatisfy { $0.kind == .added })
    }

    @Test func aRenameIsPairedOnlyWhenAskedFor() throws {
        let world = try World()
        let text = (0..<50).map { "line \($0)\n" }.joined()
        let old = try world.tree(["a.md": text])
        let new = try world.tree(["b.md": text + "more\n"])
        #expect(try world.repository.diff(fromTree: old, toTree: new).map(\.kind) == [.removed, .added])
        let renamed = try world.repository.diff(fromTree: old, toTree: new, renames: true)
        #expect(renamed.map(\.kind) == [.renamed])
        #expect(renamed.first?.oldPath == "a.md" && renamed.first?.path == "b.md")
    }

    @Test func theLimitIsExact() throws {
        let world = try World()
        let tree = try world.tree(Dictionary(uniqueKeysWithValues: (0..<20).map { ("\($0)", "x") }))
        #expect(try world.repository.diff(fromTree: nil, toTree: tree, limit: 20).count == 20)
        #expect(gitError { _ = try world.repository.diff(fromTree: nil, toTree: tree, limit: 19) }?.code == .tooLarge)
    }
}
