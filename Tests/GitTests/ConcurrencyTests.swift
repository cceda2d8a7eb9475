import Foundation
import Git
import Testing

/// Several handles and stock git at work on one repository.
struct ConcurrencyTests {
    @Test func oneHandleSeesWhatAnotherWrites() throws {
        let world = try World()
        let second = try world.secondHandle()
        let ids = try world.line(2)
        #expect(try second.reference("refs/heads/main") == ids[1])
        #expect(try second.commit(ids[1]).parents == [ids[0]])
        try second.updateReference("refs/heads/main", to: ids[0], expecting: ids[1])
        #expect(try world.repository.reference("refs/heads/main") == ids[0])
    }

    @Test func aHandleOutlivesARepackAndAGarbageCollection() throws {
        let world = try World()
        let ids = try world.line(20)
        let reader = try world.secondHandle()
        #expect(try reader.history(from: ids[19]).count == 20)
        try world.git("gc", "--prune=now", "-q")
        #expect(try reader.history(from: ids[19], path: "a.md").count == 20)
        let next = try world.commit(["a.md": "after"], parents: [ids[19]])
        try world.repository.updateReference("refs/heads/main", to: next, expecting: ids[19])
        try world.git("gc", "--prune=now", "-q")
        #expect(try reader.history(from: next).count == 21)
        #expect(try world.repository.verifyObjects(reachableFrom: [next]).isEmpty)
        #expect(try world.git.faults() == [])
    }

    @Test func whatStockGitPushedIsReadAndMadeDurable() throws {
        let world = try World()
        let ids = try world.line(1)
        let clone = world.folder.file("clone")
        try StockGit(folder: world.folder.url)("clone", "-q", world.repository.location.path, clone.path)
        let git = StockGit(folder: clone)
        try Data("pushed\n".utf8).write(to: clone.appending(path: "b.md"))
        try git("add", "b.md")
        try git("commit", "-q", "-m", "Pushed")
        try git("push", "-q", "origin", "main")
        try world.repository.syncDirectories()
        let head = try #require(try world.repository.reference("refs/heads/main"))
        #expect(try world.repository.commit(head).parents == ids)
        #expect(try world.repository.history(from: head, path: "b.md").map(\.subject) == ["Pushed"])
    }

    @Test func aPushThatRewindsOrDeletesIsRefused() throws {
        let world = try World()
        try world.line(2)
        let clone = world.folder.file("clone")
        try StockGit(folder: world.folder.url)("clone", "-q", world.repository.location.path, clone.path)
        let git = StockGit(folder: clone)
        #expect(try !git.run(["push", "-q", "--force", "origin", "main~1:main"]).succeeded)
        #expect(try !git.run(["push", "-q", "origin", ":main"]).succeeded)
    }
}
