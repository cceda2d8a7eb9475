import Foundation
import Git
import Seeded
import Testing

struct TrailerTests {
    /// What `git interpret-trailers --parse` reads in a message, as `Key: value` lines.
    private func stockTrailers(_ message: String, in world: World) throws -> [String] {
        try world.git.run(["interpret-trailers", "--parse"], input: Data(message.utf8)).lines
    }

    private func writtenAndRead(_ message: String, _ trailers: [Trailer], in world: World) throws -> Commit {
        let draft = try world.draft(tree: world.tree([:]), message: message, trailers: trailers)
        return try world.repository.commit(try world.repository.write(draft))
    }

    @Test(arguments: [
        "Subject", "Subject\n\nBody", "Key: value", "Subject\nrest of it", "Subject\n\nBody\n\nFake: trailer",
        "Subject\n\nBody\n---\nmore", "Subject\n\n--- a patch?", "Subject\n\n# a heading\n\ntext",
        "Subject\r\n\r\nBody\r\n",
        "Subject\n\nConflicts:\n\ta.md", "\n\n  Subject  \n\n\n\nBody   \n\n\n",
    ])
    func theTrailersAreReadBackWhateverTheMessage(message: String) throws {
        let world = try World()
        let trailers = [Trailer("Inbreng", "INB-0001"), Trailer("Inbreng", "INB-0002"), Trailer("Aard", "structuur")]
        let commit = try writtenAndRead(message, trailers, in: world)
        #expect(commit.trailers == trailers)
        #expect(try stockTrailers(commit.message, in: world) == trailers.map { "\($0.key): \($0.value)" })
        #expect(try world.git("log", "-1", "--format=%s", commit.id.description) == commit.subject)
        #expect(!commit.message.contains("\r") && !commit.message.contains("\n\n\n"))
    }

    @Test func aLongValueIsFoldedAndUnfolded() throws {
        let world = try World()
        let commit = try writtenAndRead(
            "Subject", [Trailer("Reden", "one\n\n  two\nthree "), Trailer("Aard", "x")], in: world)
        #expect(commit.message == "Subject\n\nReden: one\n two\n three\nAard: x\n")
        #expect(commit.trailers == [Trailer("Reden", "one two three"), Trailer("Aard", "x")])
        #expect(try stockTrailers(commit.message, in: world) == ["Reden: one two three", "Aard: x"])
    }

    @Test func aMessageWithoutABlockHasNoTrailers() throws {
        let world = try World()
        #expect(try writtenAndRead("Key: value", [], in: world).trailers.isEmpty)
        #expect(try writtenAndRead("Subject\n\nA sentence: with a colon in it.", [], in: world).trailers.isEmpty)
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func anyMessageIsReadAsStockGitReadsIt(seed: UInt64) throws {
        let world = try World()
        var random = SeededGenerator(seed: seed)
        let lines = [
            "", "", "text", "Key: value", "Other-Key: a: b", " folded", "No key", "Signed-off-by: A <a@b>", "K:",
            "é: x",
        ]
        for round in 0..<12 {
            let body = (0..<Int.random(in: 0...7, using: &random)).map { _ in lines.randomElement(using: &random)! }
            let message = (["Subject", ""] + body).joined(separator: "\n") + "\n"
            let commit = try world.repository.commit(
                try world.repository.write(world.draft(tree: world.tree([:]), message: message)))
            let stock = try stockTrailers(commit.message, in: world).map { $0.trimmingCharacters(in: .whitespaces) }
            let ours = commit.trailers.map { "\($0.key): \($0.value)".trimmingCharacters(in: .whitespaces) }
            #expect(ours == stock, "seed \(seed), round \(round): \(commit.message.debugDescription)")
        }
    }
}
