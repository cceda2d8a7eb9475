import Foundation
import Git
import Testing

struct MergeTests {
    private static let base = "één\ntwee\ndrie\nvier\nvijf\n"

    @Test func changesInDifferentPlacesMergeCleanly() throws {
        let ours = Self.base.replacing("één", with: "EEN")
        let theirs = Self.base.replacing("vijf", with: "VIJF")
        let merged = try TextMerge.mergeText(
            base: Data(Self.base.utf8), ours: Data(ours.utf8), theirs: Data(theirs.utf8))
        #expect(merged == .clean(Data("EEN\ntwee\ndrie\nvier\nVIJF\n".utf8)))
    }

    @Test func changesInOnePlaceAreShownBetweenMarkers() throws {
        let ours = Self.base.replacing("drie", with: "onze")
        let theirs = Self.base.replacing("drie", with: "hunne")
        let merged = try TextMerge.mergeText(
            base: Data(Self.base.utf8), ours: Data(ours.utf8), theirs: Data(theirs.utf8),
            labels: MergeLabels(ours: "van u", theirs: "van een ander"))
        let expected = "één\ntwee\n<<<<<<< van u\nonze\n=======\nhunne\n>>>>>>> van een ander\nvier\nvijf\n"
        #expect(merged == .conflicted(Data(expected.utf8)))
    }

    @Test func emptyTextsMerge() throws {
        #expect(try TextMerge.mergeText(base: Data(), ours: Data(), theirs: Data()) == .clean(Data()))
        #expect(
            try TextMerge.mergeText(base: Data(), ours: Data("a\n".utf8), theirs: Data()) == .clean(Data("a\n".utf8)))
    }

    @Test func treesMergeFileByFile() throws {
        let world = try World()
        let ancestor = try world.tree(["a": "1\n", "b": "1\n", "c": Self.base, "d/e": "1\n"])
        let ours = try world.tree(["a": "2\n", "b": "1\n", "c": Self.base.replacing("één", with: "EEN"), "d/e": "1\n"])
        let theirs = try world.tree([
            "a": "1\n", "c": Self.base.replacing("vijf", with: "VIJF"), "d/e": "1\n", "f/g": "1\n",
        ])
        let expected = try world.tree(["a": "2\n", "c": "EEN\ntwee\ndrie\nvier\nVIJF\n", "d/e": "1\n", "f/g": "1\n"])
        #expect(try world.repository.mergeTrees(ancestor: ancestor, ours: ours, theirs: theirs) == .clean(expected))
        #expect(try world.git.faults() == [])
    }

    @Test func conflictsNameThePathAndTheThreeVersions() throws {
        let world = try World()
        let ancestor = try world.tree(["a": "1\n", "b": "1\n", "c": "1\n"])
        let ours = try world.tree(["a": "2\n", "c": "2\n", "n": "x\n"])
        let theirs = try world.tree(["a": "3\n", "b": "2\n", "c": "1\n", "n": "y\n"])
        guard
            case .conflicts(let conflicts) = try world.repository.mergeTrees(
                ancestor: ancestor, ours: ours, theirs: theirs)
        else {
            Issue.record("the merge should not be clean")
            return
        }
        #expect(conflicts.map(\.path) == ["a", "b", "n"])
        #expect(conflicts[0].base != nil && conflicts[0].ours != nil && conflicts[0].theirs != nil)
        #expect(conflicts[1].ours == nil && conflicts[1].theirs != nil)
        #expect(conflicts[2].base == nil)
        let text = try conflicts[0].theirs.map { try world.repository.blob($0) }
        #expect(text == Data("3\n".utf8))
    }

    @Test func sidesWithNothingInCommonAreJoined() throws {
        let world = try World()
        let merged = try world.repository.mergeTrees(
            ancestor: nil, ours: world.tree(["a": "1"]), theirs: world.tree(["b": "1"]))
        #expect(try merged == .clean(world.tree(["a": "1", "b": "1"])))
    }
}
