import Foundation
import Git
import Testing

struct CreateTests {
    @Test func aNewRepositoryIsBareAndItsHeadIsTheInitialBranch() throws {
        let folder = try TemporaryFolder()
        let repository = try Repository.createBare(at: folder.file("a/b/plan.git"), initialBranch: "concept")
        let git = StockGit(folder: repository.location)
        #expect(try git("rev-parse", "--is-bare-repository") == "true")
        #expect(try git("symbolic-ref", "HEAD") == "refs/heads/concept")
        #expect(try git.faults() == [])
        #expect(try repository.reference("HEAD") == nil)
    }

    @Test func stockGitIsToldToSyncAndToKeepWhatIsThere() throws {
        let world = try World()
        let expected = [
            "core.fsync": "all", "core.usereplacerefs": "false", "gc.auto": "0",
            "receive.denynonfastforwards": "true", "receive.denydeletes": "true", "receive.fsckobjects": "true",
        ]
        for (key, value) in expected { #expect(try world.git("config", key) == value, "\(key)") }
    }

    @Test func aTakenPlaceIsRefusedAndLeftAsItWas() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(at: folder.file("taken"), withIntermediateDirectories: false)
        try Data("text".utf8).write(to: folder.file("taken/file"))
        let error = gitError { _ = try Repository.createBare(at: folder.file("taken")) }
        #expect(error?.code == .exists)
        #expect(try folder.names() == ["taken"])
        #expect(try String(contentsOf: folder.file("taken/file"), encoding: .utf8) == "text")
    }

    @Test func anEmptyFolderIsFilled() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(at: folder.file("plan.git"), withIntermediateDirectories: false)
        _ = try Repository.createBare(at: folder.file("plan.git"))
        #expect(try folder.names() == ["plan.git"])
    }

    @Test(arguments: ["", "-h", "a..b", "a b", "a\nb"])
    func anInitialBranchThatCannotBeABranchIsRefused(name: String) throws {
        let folder = try TemporaryFolder()
        #expect(gitError { _ = try Repository.createBare(at: folder.file("x"), initialBranch: name) }?.code == .invalid)
        #expect(try folder.names() == [])
    }

    @Test func openingLooksInThisFolderOnly() throws {
        let world = try World()
        #expect(gitError { _ = try Repository.open(bareAt: world.folder.file("none")) }?.code == .notFound)
        let inner = world.repository.location.appending(path: "objects")
        #expect(gitError { _ = try Repository.open(bareAt: inner) }?.code == .notFound)
    }

    @Test func manyThreadsMayOpenTheirFirstRepositoryAtOnce() async throws {
        let folder = try TemporaryFolder()
        let counts = await withTaskGroup(of: Int.self) { group in
            for number in 0..<8 {
                group.addTask {
                    let repository = try? Repository.createBare(at: folder.file("\(number).git"))
                    return repository == nil ? 0 : 1
                }
            }
            return await group.reduce(0, +)
        }
        #expect(counts == 8)
    }

    @Test func theConfigurationOfTheAccountHasNoSay() throws {
        let world = try World()
        let ids = try world.line(1)
        #expect(try world.git("log", "-1", "--format=%an <%ae>", ids[0].description) == "Steller <steller@example.org>")
        #expect(try world.repository.commit(ids[0]).author == .drafter(1))
    }
}
