import Foundation
import Git
import Seeded
import Testing

struct BundleTests {
    /// A repository with a merge, a signed-off register, an annotated tag and a directory.
    private func filled() throws -> World {
        let world = try World()
        let ids = try world.line(3)
        let act = try world.commit(["act.json": "{}"], parents: [ids[0]])
        try world.repository.updateReference("refs/register/acts", to: act, expecting: nil)
        try world.repository.createTag(name: "v1", target: ids[1], tagger: .drafter(), message: "Version 1")
        return world
    }

    private func bundle(_ world: World) throws -> URL {
        let file = world.folder.file("plan.bundle")
        try world.repository.writeBundle(refs: world.repository.references().map(\.name), to: file)
        return file
    }

    @Test func stockGitVerifiesAndClonesABundle() throws {
        let world = try filled()
        let file = try bundle(world)
        #expect(try world.git.run(["bundle", "verify", file.path]).succeeded)
        let clone = world.folder.file("clone")
        try StockGit(folder: world.folder.url)("clone", "-q", file.path, clone.path)
        #expect(try String(contentsOf: clone.appending(path: "a.md"), encoding: .utf8) == "text 3\n")
        #expect(try StockGit(folder: clone)("tag") == "v1")
        #expect(try StockGit(folder: clone).faults() == [])
        #expect(try world.folder.names() == ["clone", "plan.bundle", "plan.git"])
    }

    @Test func aBundleIsRestoredWithAllItsReferences() throws {
        let world = try filled()
        let restored = try Repository.restore(bundle: try bundle(world), bareAt: world.folder.file("restored.git"))
        #expect(try restored.references() == world.repository.references())
        #expect(try restored.reference("HEAD") == world.repository.reference("HEAD"))
        #expect(try StockGit(folder: restored.location).faults() == [])
        #expect(try StockGit(folder: restored.location)("config", "core.fsync") == "all")
    }

    @Test func aBundleOfStockGitIsRestored() throws {
        let world = try filled()
        try world.git("repack", "-adq")
        let file = world.folder.file("stock.bundle")
        try world.git("bundle", "create", "-q", file.path, "--all")
        let restored = try Repository.restore(bundle: file, bareAt: world.folder.file("restored.git"))
        #expect(try restored.references() == world.repository.references())
        #expect(try StockGit(folder: restored.location).faults() == [])
    }

    @Test func aBundleThatIsCutOffIsRefusedAndLeavesNothing() throws {
        let world = try filled()
        let file = try bundle(world)
        let whole = try Data(contentsOf: file)
        for length in [0, 5, 16, 60, 200, whole.count / 2, whole.count - 21, whole.count - 20, whole.count - 1] {
            try expectRefusal(of: whole.prefix(length), in: world, "cut off after \(length) bytes")
        }
        try expectRefusal(of: whole + Data("trailing".utf8), in: world, "with bytes behind it")
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func aBundleWithAChangedByteIsRefusedAndLeavesNothing(seed: UInt64) throws {
        let world = try filled()
        let whole = try Data(contentsOf: try bundle(world))
        let headerEnd = try #require(whole.range(of: Data("\n\n".utf8))).upperBound
        var random = SeededGenerator(seed: seed)
        for _ in 0..<15 {
            var damaged = whole
            let position = Int.random(in: headerEnd..<whole.count, using: &random)
            damaged[position] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            try expectRefusal(of: damaged, in: world, "seed \(seed), byte \(position)")
        }
    }

    private func expectRefusal(of content: Data, in world: World, _ comment: String) throws {
        let file = world.folder.file("damaged.bundle")
        try content.write(to: file)
        let error = gitError { _ = try Repository.restore(bundle: file, bareAt: world.folder.file("never.git")) }
        #expect(error?.code == .corrupt, "\(comment): \(String(describing: error))")
        #expect(try world.folder.names() == ["damaged.bundle", "plan.bundle", "plan.git"], "\(comment)")
    }

    @Test(arguments: ["refs/heads/-h", "refs/heads/a..b", "../../evil", "config", "refs/heads/x y"])
    func aBundleWithAHostileReferenceNameIsRefused(name: String) throws {
        let world = try filled()
        let text = try Data(contentsOf: try bundle(world))
        let line = "\(try #require(try world.repository.reference("refs/heads/main"))) refs/heads/main\n"
        let range = try #require(text.range(of: Data(line.utf8)))
        var hostile = text
        hostile.replaceSubrange(range, with: Data(line.replacing("refs/heads/main", with: name).utf8))
        try expectRefusal(of: hostile, in: world, name)
    }

    @Test func aBundleThatIsOnlyPartOfAHistoryIsRefused() throws {
        let world = try filled()
        let file = try bundle(world)
        try world.git("bundle", "create", "-q", file.path, "main~1..main")
        try expectRefusal(of: Data(contentsOf: file), in: world, "with a prerequisite")
    }

    @Test func aHeaderThatNamesAnObjectOutsideThePackIsRefused() throws {
        let world = try filled()
        let id = try #require(try world.repository.reference("refs/heads/main"))
        let text = try Data(contentsOf: try bundle(world))
        var hostile = text
        hostile.replaceSubrange(
            try #require(text.range(of: Data("\(id)".utf8))), with: Data(String(repeating: "f", count: 40).utf8))
        try expectRefusal(of: hostile, in: world, "unknown object")
    }

    @Test func aTakenPlaceIsRefused() throws {
        let world = try filled()
        let file = try bundle(world)
        #expect(
            gitError { _ = try Repository.restore(bundle: file, bareAt: world.repository.location) }?.code == .exists)
        #expect(
            gitError { _ = try Repository.restore(bundle: world.folder.file("no"), bareAt: file) }?.code == .notFound)
    }

    @Test func aBundleOfUnknownReferencesIsRefusedAndWritesNothing() throws {
        let world = try filled()
        let file = world.folder.file("x.bundle")
        #expect(gitError { try world.repository.writeBundle(refs: ["refs/heads/no"], to: file) }?.code == .notFound)
        #expect(gitError { try world.repository.writeBundle(refs: [], to: file) }?.code == .invalid)
        #expect(try world.folder.names() == ["plan.git"])
    }
}
