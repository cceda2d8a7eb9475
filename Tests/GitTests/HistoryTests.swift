import Foundation
import Git
import Testing

struct HistoryTests {
    @Test func historyRunsFromNewToOldAlongFirstParents() throws {
        let world = try World()
        let ids = try world.line(4)
        #expect(try world.repository.history(from: ids[3]).map(\.id) == ids.reversed())
        #expect(try world.repository.history(from: ids[3], limit: 2).map(\.id) == [ids[3], ids[2]])
        #expect(try world.repository.history(from: ids[3], limit: 0).isEmpty)
        let side = try world.commit(["side.md": "1"], parents: [ids[1]])
        let merge = try world.commit(["a.md": "text 4\n", "side.md": "1"], parents: [ids[3], side])
        #expect(try world.repository.history(from: merge).map(\.id) == [merge] + ids.reversed())
    }

    @Test func aPathHasOnlyTheCommitsThatChangedIt() throws {
        let world = try World()
        let first = try world.commit(["a/x": "1", "b": "1"])
        let second = try world.commit(["a/x": "1", "b": "2"], parents: [first])
        let third = try world.commit(["a/x": "2", "b": "2"], parents: [second])
        let fourth = try world.commit(["b": "2"], parents: [third])
        let repository = world.repository
        #expect(try repository.history(from: fourth, path: "a/x").map(\.id) == [fourth, third, first])
        #expect(try repository.history(from: fourth, path: "a").map(\.id) == [fourth, third, first])
        #expect(try repository.history(from: fourth, path: "b").map(\.id) == [second, first])
        #expect(try repository.history(from: fourth, path: "b", limit: 1).map(\.id) == [second])
        #expect(try repository.history(from: fourth, path: "none").isEmpty)
        try repository.updateReference("refs/heads/main", to: fourth, expecting: nil)
        let stock = try world.git("log", "--first-parent", "--format=%H", "main", "--", "a/x").split(separator: "\n")
        #expect(stock.compactMap { ObjectID($0) } == [fourth, third, first])
    }

    @Test func theLogHidesWhatIsKnownAndShowsChildrenFirst() throws {
        let world = try World()
        let ids = try world.line(3)
        // Older by the clock than its parent: order goes by parenthood.
        let child = try world.commit(["a.md": "x"], parents: [ids[2]], minute: -500)
        #expect(try world.repository.log(from: [child]).map(\.id) == [child, ids[2], ids[1], ids[0]])
        #expect(try world.repository.log(from: [child], hiding: [ids[1]]).map(\.id) == [child, ids[2]])
        #expect(try world.repository.log(from: [child], limit: 1).map(\.id) == [child])
        #expect(try world.repository.log(from: []).isEmpty)
    }

    @Test func ancestryAndMergeBase() throws {
        let world = try World()
        let ids = try world.line(3)
        let side = try world.commit(["s": "1"], parents: [ids[0]])
        let lone = try world.commit(["lone": "1"])
        let repository = world.repository
        #expect(try repository.isAncestor(ids[0], of: ids[2]))
        #expect(try repository.isAncestor(ids[2], of: ids[2]))
        #expect(try !repository.isAncestor(ids[2], of: ids[0]))
        #expect(try !repository.isAncestor(side, of: ids[2]))
        #expect(try repository.mergeBase(side, ids[2]) == ids[0])
        #expect(try repository.mergeBase(lone, ids[2]) == nil)
        let none = try #require(ObjectID(String(repeating: "e", count: 40)))
        #expect(gitError { _ = try repository.isAncestor(none, of: ids[0]) } != nil)
        #expect(gitError { _ = try repository.isAncestor(none, of: none) }?.code == .notFound)
        #expect(gitError { _ = try repository.mergeBase(none, ids[0]) }?.code == .notFound)
        #expect(gitError { _ = try repository.log(from: [none]) } != nil)
    }
}
