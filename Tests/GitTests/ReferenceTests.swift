import Foundation
import Git
import Testing

struct ReferenceTests {
    @Test func aReferenceMovesOnlyFromTheValueThatIsExpected() throws {
        let world = try World()
        let ids = try world.line(3)
        let main = "refs/heads/main"
        #expect(try world.repository.reference(main) == ids[2])
        #expect(
            gitError { try world.repository.updateReference(main, to: ids[0], expecting: ids[1]) }?.code == .lostRace)
        #expect(gitError { try world.repository.updateReference(main, to: ids[0], expecting: nil) }?.code == .lostRace)
        #expect(try world.repository.reference(main) == ids[2])
        try world.repository.updateReference(main, to: ids[0], expecting: ids[2])
        #expect(try world.git("rev-parse", main) == ids[0].description)
        #expect(try world.repository.reference("HEAD") == ids[0])
    }

    @Test func expectingAValueOfAReferenceThatIsGoneIsALostRace() throws {
        let world = try World()
        let ids = try world.line(1)
        let error = gitError { try world.repository.updateReference("refs/heads/x", to: ids[0], expecting: ids[0]) }
        #expect(error?.code == .lostRace)
        #expect(try world.repository.reference("refs/heads/x") == nil)
    }

    @Test func packedReferencesAreGuardedLikeLooseOnes() throws {
        let world = try World()
        let ids = try world.line(2)
        try world.git("pack-refs", "--all", "--prune")
        let main = "refs/heads/main"
        #expect(try world.repository.reference(main) == ids[1])
        #expect(gitError { try world.repository.updateReference(main, to: ids[0], expecting: nil) }?.code == .lostRace)
        try world.repository.updateReference(main, to: ids[0], expecting: ids[1])
        try world.repository.deleteReference(main, expecting: ids[0])
        #expect(try world.repository.references().isEmpty)
        #expect(try world.git("for-each-ref") == "")
    }

    @Test func aLockHeldByAnotherIsALostRace() throws {
        let world = try World()
        let ids = try world.line(2)
        try Data().write(to: world.repository.location.appending(path: "refs/heads/main.lock"))
        let error = gitError { try world.repository.updateReference("refs/heads/main", to: ids[0], expecting: ids[1]) }
        #expect(error?.code == .lostRace)
    }

    @Test func ofManyWritersWithTheSameExpectationOneWins() async throws {
        let world = try World()
        let ids = try world.line(1)
        let location = world.repository.location
        let candidates = try (0..<8).map { try world.commit(["a.md": "\($0)"], parents: ids, minute: 50 + $0) }
        let winners = await withTaskGroup(of: ObjectID?.self) { group in
            for id in candidates {
                group.addTask {
                    let repository = try? Repository.open(bareAt: location)
                    let moved: Void? = try? repository?.updateReference("refs/heads/main", to: id, expecting: ids[0])
                    return moved == nil ? nil : id
                }
            }
            return await group.reduce(into: []) { $0 += $1.map { [$0] } ?? [] }
        }
        #expect(winners.count == 1)
        #expect(try world.repository.reference("refs/heads/main") == winners.first)
    }

    @Test func aReferenceToNothingIsRefused() throws {
        let world = try World()
        let none = try #require(ObjectID(String(repeating: "d", count: 40)))
        #expect(
            gitError { try world.repository.updateReference("refs/heads/x", to: none, expecting: nil) }?.code
                == .notFound)
        #expect(gitError { try world.repository.updateReference("refs/heads/x", to: .zero, expecting: nil) } != nil)
        #expect(try world.repository.references().isEmpty)
    }

    @Test(arguments: [
        "", "main", "HEAD", "config", "refs/", "refs/heads/", "refs/heads/-h", "refs/-x/y", "refs/heads/a..b",
        "refs/heads/a/",
        "refs/heads//a", "refs/heads/../../HEAD", "refs/heads/a.lock", "refs/heads/.a", "refs/heads/a b",
        "refs/heads/a~1",
        "refs/heads/a^", "refs/heads/a:b", "refs/heads/a?", "refs/heads/a*", "refs/heads/a[", "refs/heads/a\\b",
        "refs/heads/@{x", "refs/heads/a\nb", "refs/heads/a\0b", "refs/heads/a\u{202E}b", "refs/heads/-\u{301}h",
        "refs/heads/" + String(repeating: "a", count: 250),
    ])
    func aNameThatIsNotAllowedIsRefused(name: String) throws {
        let world = try World()
        let ids = try world.line(1)
        #expect(gitError { try world.repository.updateReference(name, to: ids[0], expecting: nil) }?.code == .invalid)
        #expect(gitError { try world.repository.deleteReference(name, expecting: ids[0]) }?.code == .invalid)
        #expect(try world.repository.references().map(\.name) == ["refs/heads/main"])
    }

    @Test func referencesAreListedInOrderAndByPrefix() throws {
        let world = try World()
        let ids = try world.line(1)
        for name in ["refs/register/acts", "refs/heads/voorstel/één", "refs/heads/a"] {
            try world.repository.updateReference(name, to: ids[0], expecting: nil)
        }
        try world.git("symbolic-ref", "refs/heads/alias", "refs/heads/a")
        let names = ["refs/heads/a", "refs/heads/main", "refs/heads/voorstel/één"]
        #expect(try world.repository.references(prefix: "refs/heads/").map(\.name) == names)
        #expect(try world.repository.references().map(\.name) == names + ["refs/register/acts"])
        #expect(try world.repository.reference("refs/heads/alias") == ids[0])
        #expect(try world.git.faults() == [])
    }

    @Test func aReferenceIsDeletedOnlyWithTheValueThatIsExpected() throws {
        let world = try World()
        let ids = try world.line(2)
        #expect(
            gitError { try world.repository.deleteReference("refs/heads/main", expecting: ids[0]) }?.code == .lostRace)
        #expect(gitError { try world.repository.deleteReference("refs/heads/x", expecting: ids[0]) }?.code == .lostRace)
        try world.repository.deleteReference("refs/heads/main", expecting: ids[1])
        #expect(try world.repository.reference("refs/heads/main") == nil)
    }

    @Test func aReflogIsWrittenWhereTheRepositoryKeepsOne() throws {
        let world = try World()
        try world.git("config", "core.logAllRefUpdates", "always")
        let repository = try world.secondHandle()
        let id = try world.commit(["a": "1"])
        try repository.updateReference("refs/heads/main", to: id, expecting: nil, message: "save: a section")
        #expect(try world.git("reflog", "show", "--format=%gs", "main") == "save: a section")
    }
}
