import Foundation
import Git
import Testing

struct VerificationTests {
    @Test func aSoundRepositoryHasNoProblemsLooseOrPacked() throws {
        let world = try World()
        let ids = try world.line(5)
        let tag = try world.repository.createTag(name: "v", target: ids[1], tagger: .drafter(), message: "x")
        #expect(try world.repository.verifyObjects(reachableFrom: [ids[4], tag]).isEmpty)
        try world.git("repack", "-adq")
        #expect(try world.secondHandle().verifyObjects(reachableFrom: [ids[4], tag]).isEmpty)
    }

    @Test func aMissingObjectIsNamedTogetherWithWhatRefersToIt() throws {
        let world = try World()
        let ids = try world.line(3)
        let tree = try world.repository.commit(ids[0]).tree
        let blob = try #require(try world.repository.entry(at: "a.md", inTree: tree)).id
        try FileManager.default.removeItem(at: world.looseFile(blob))
        let problems = try world.repository.verifyObjects(reachableFrom: [ids[2]])
        #expect(problems.map(\.id) == [blob] && problems[0].kind == .missing && problems[0].referrer == tree)
    }

    @Test func damageIsFoundThoughTheHandleHasReadTheObjectBefore() throws {
        let world = try World()
        let ids = try world.line(3)
        #expect(try world.repository.commit(ids[1]).parents == [ids[0]])
        try world.damage(ids[1], with: Data(contentsOf: world.looseFile(ids[0])))
        let problems = try world.repository.verifyObjects(reachableFrom: [ids[2]])
        #expect(problems.map(\.id) == [ids[1]] && problems[0].kind == .corrupt && problems[0].referrer == ids[2])
    }

    @Test func everyKindOfDamageIsReportedAndTheWalkGoesOn() throws {
        let world = try World()
        let ids = try world.line(4)
        let blobs = try ids.map { id in
            try #require(try world.repository.entry(at: "a.md", inTree: try world.repository.commit(id).tree)).id
        }
        let whole = try Data(contentsOf: world.looseFile(blobs[0]))
        try world.damage(blobs[0], with: whole.dropLast(3))
        try world.damage(blobs[1], with: whole + Data("behind it".utf8))
        try world.damage(blobs[2], with: Data("no zlib at all".utf8))
        let problems = try world.repository.verifyObjects(reachableFrom: [ids[3]])
        #expect(Set(problems.map(\.id)) == Set(blobs[0...2]))
        #expect(problems.allSatisfy { $0.kind == .corrupt })
    }

    @Test func aFlippedBitInAPackIsFound() throws {
        let world = try World()
        let ids = try world.line(3)
        try world.git("repack", "-adq")
        let packs = world.repository.location.appending(path: "objects/pack")
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: packs.path).first { $0.hasSuffix(".pack") })
        var bytes = try Data(contentsOf: packs.appending(path: name))
        bytes[bytes.count / 2] ^= 4
        try FileManager.default.removeItem(at: packs.appending(path: name))
        try bytes.write(to: packs.appending(path: name))
        #expect(try !world.secondHandle().verifyObjects(reachableFrom: [ids[2]]).isEmpty)
    }

    @Test func anObjectOfTheWrongKindIsAProblem() throws {
        let world = try World()
        let blob = try world.repository.writeBlob("no tree".utf8)
        let text = "tree \(blob)\nauthor A <a> 1 +0000\ncommitter A <a> 1 +0000\n\nx"
        let commit = try world.store("commit", Data(text.utf8))
        let problems = try world.repository.verifyObjects(reachableFrom: [commit])
        #expect(problems.map(\.id) == [blob] && problems[0].kind == .corrupt)
    }
}
