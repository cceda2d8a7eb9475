import Foundation
import Git
import Testing

struct BlobTests {
    @Test(arguments: [0, 1, 255, 70_000, 3_000_000])
    func aBlobReadsBackAndIsNamedAsStockGitNamesIt(size: Int) throws {
        let world = try World()
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let id = try world.repository.writeBlob(bytes)
        #expect(try world.repository.blob(id) == Data(bytes))
        #expect(try world.git.run(["cat-file", "blob", id.description]).output == Data(bytes))
        #expect(try world.store("blob", Data(bytes)) == id)
        #expect(try world.repository.objectKind(id) == .blob)
        #expect(try world.repository.objectSize(id) == size)
    }

    @Test func aBlobOverTheLimitIsRefusedAndOneAtTheLimitIsNot() throws {
        let world = try World()
        let id = try world.repository.writeBlob(Array(repeating: 0, count: 1_000_000))
        #expect(try world.repository.blob(id, limit: 1_000_000).count == 1_000_000)
        #expect(gitError { _ = try world.repository.blob(id, limit: 999_999) }?.code == .tooLarge)
        try world.git("repack", "-ad")
        #expect(gitError { _ = try world.secondHandle().blob(id, limit: 999_999) }?.code == .tooLarge)
    }

    @Test func anObjectThatIsNotThereIsNotFound() throws {
        let world = try World()
        let id = try #require(ObjectID(String(repeating: "a", count: 40)))
        #expect(!world.repository.contains(id))
        #expect(gitError { _ = try world.repository.blob(id) }?.code == .notFound)
        #expect(gitError { _ = try world.repository.objectKind(id) }?.code == .notFound)
        #expect(gitError { _ = try world.repository.commit(.zero) } != nil)
    }

    @Test func aTreeIsNoBlob() throws {
        let world = try World()
        let tree = try world.tree(["a.md": "text"])
        #expect(gitError { _ = try world.repository.blob(tree) }?.code == .invalid)
        #expect(gitError { _ = try world.repository.commit(tree) }?.code == .invalid)
    }

    @Test func aTruncatedObjectIsCorruptWhereverItIsCutOff() throws {
        let world = try World()
        let id = try world.repository.writeBlob((0..<2_000).map { UInt8(truncatingIfNeeded: $0 &* $0) })
        let whole = try Data(contentsOf: world.looseFile(id))
        for length in [0, 1, 2, 10, whole.count / 2, whole.count - 5] {
            try world.damage(id, with: whole.prefix(length))
            let error = gitError { _ = try world.secondHandle().blob(id) }
            #expect(error?.code == .corrupt, "cut off after \(length) bytes: \(String(describing: error))")
        }
    }

    @Test func aSoundObjectUnderTheWrongNameIsCorrupt() throws {
        let world = try World()
        let one = try world.repository.writeBlob("one".utf8)
        let other = try world.repository.writeBlob("other".utf8)
        try world.damage(one, with: Data(contentsOf: world.looseFile(other)))
        #expect(gitError { _ = try world.secondHandle().blob(one) }?.code == .corrupt)
    }

    @Test func objectsInAQuarantineFolderCanBeReadAlong() throws {
        let world = try World()
        let elsewhere = try World()
        let id = try elsewhere.repository.writeBlob("pushed".utf8)
        #expect(!world.repository.contains(id))
        try world.repository.readAlso(objectsAt: elsewhere.repository.location.appending(path: "objects"))
        #expect(try world.repository.blob(id) == Data("pushed".utf8))
        #expect(!(try world.secondHandle().contains(id)))
    }
}
