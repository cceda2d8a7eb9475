import Foundation
import Git
import Testing

struct CommitTests {
    @Test func aCommitReadsBackAsItWasWrittenAndStockGitAgrees() throws {
        let world = try World()
        let first = try world.commit(["a.md": "1"])
        var draft = try world.draft(
            tree: world.tree(["a.md": "2"]), parents: [first], message: "Subject\n\nBody of\ntwo lines",
            trailers: [Trailer("Inbreng", "INB-0042"), Trailer("Aard", "redactioneel")])
        draft.committer = Identity(
            name: "Server", email: "", date: Date(timeIntervalSince1970: 1_700_000_000), offsetMinutes: -210)
        let commit = try world.repository.commit(try world.repository.write(draft))
        #expect(commit.tree == draft.tree && commit.parents == [first])
        #expect(commit.author == .drafter() && commit.committer == draft.committer)
        #expect(commit.subject == "Subject")
        #expect(commit.message == "Subject\n\nBody of\ntwo lines\n\nInbreng: INB-0042\nAard: redactioneel\n")
        #expect(commit.trailers == draft.trailers && commit.trailers("inbreng") == ["INB-0042"])
        #expect(commit.signature == nil)
        let format = "--format=%T %P %an <%ae> %aI %cn <%ce> %cI"
        let expected =
            "\(draft.tree) \(first) Steller <steller@example.org> 2023-06-15T12:00:00+02:00"
            + " Server <> 2023-11-14T18:43:20-03:30"
        #expect(try world.git("log", "-1", format, commit.id.description) == expected)
        #expect(try world.git.faults() == [])
    }

    @Test func writingACommitMovesNoReference() throws {
        let world = try World()
        _ = try world.commit(["a.md": "1"])
        #expect(try world.repository.references().isEmpty)
    }

    @Test func aCommitNeedsATreeAndParentsThatAreThere() throws {
        let world = try World()
        let tree = try world.tree(["a.md": "1"])
        let none = try #require(ObjectID(String(repeating: "c", count: 40)))
        #expect(gitError { try world.repository.write(world.draft(tree: none)) }?.code == .notFound)
        #expect(gitError { try world.repository.write(world.draft(tree: tree, parents: [tree])) }?.code == .invalid)
        #expect(gitError { try world.repository.write(world.draft(tree: tree, parents: [none])) }?.code == .notFound)
    }

    @Test(arguments: [("", "a@b"), (" ", "a@b"), ("A<b", "a@b"), ("A", "a>b"), ("A\nB", "a@b"), ("A\0", "a@b")])
    func anIdentityThatWouldBreakTheHeaderIsRefused(name: String, email: String) throws {
        let world = try World()
        var draft = try world.draft(tree: world.tree([:]))
        draft.author = Identity(name: name, email: email, date: .init(timeIntervalSince1970: 1))
        #expect(gitError { try world.repository.write(draft) }?.code == .invalid)
    }

    @Test(arguments: [("", ""), ("  \n ", ""), ("a\0b", ""), ("a", "Key with space"), ("a", "Sleutél")])
    func aMessageOrTrailerThatCannotBeReadBackIsRefused(message: String, key: String) throws {
        let world = try World()
        let trailers = key.isEmpty ? [] : [Trailer(key, "x")]
        let draft = try world.draft(tree: world.tree([:]), message: message, trailers: trailers)
        #expect(gitError { try world.repository.write(draft) }?.code == .invalid)
    }

    @Test(.enabled(if: SigningKey.isPossible, "ssh-keygen is not installed"))
    func stockGitVerifiesASignedCommit() throws {
        let world = try World()
        let key = try SigningKey()
        try key.trust(in: world.git)
        let draft = try world.draft(tree: world.tree(["a.md": "1"]), trailers: [Trailer("Aard", "inhoudelijk")])
        let id = try world.repository.write(draft, signer: key.sign)
        #expect(try world.git.run(["verify-commit", id.description]).succeeded)
        let commit = try world.repository.commit(id)
        #expect(commit.trailers == draft.trailers)
        #expect(try key.accepts(#require(commit.signature)))
        try world.repository.updateReference("refs/heads/main", to: id, expecting: nil)
        #expect(try world.git.faults() == [])
    }

    @Test(.enabled(if: SigningKey.isPossible, "ssh-keygen is not installed"))
    func aSignatureDoesNotFitAnotherCommit() throws {
        let world = try World()
        let key = try SigningKey()
        try key.trust(in: world.git)
        let signed = try world.repository.write(world.draft(tree: world.tree(["a": "1"])), signer: key.sign)
        let signature = try #require(try world.repository.commit(signed).signature)
        let other = try world.repository.write(
            world.draft(tree: world.tree(["a": "2"])), signer: { _ in signature.armored })
        #expect(try world.git.run(["verify-commit", other.description]).succeeded == false)
        #expect(try !key.accepts(#require(try world.repository.commit(other).signature)))
    }

    @Test func aSignerThatFailsLeavesNoCommit() throws {
        struct Refusal: Error {}
        let world = try World()
        let draft = try world.draft(tree: world.tree(["a": "1"]))
        #expect(throws: Refusal.self) { try world.repository.write(draft) { _ in throw Refusal() } }
        for nonsense in ["", "x", "-----BEGIN SSH SIGNATURE-----\nabc\u{1}\n-----END SSH SIGNATURE-----"] {
            #expect(gitError { try world.repository.write(draft) { _ in nonsense } }?.code == .invalid)
        }
        #expect(try world.git("count-objects").hasPrefix("2 "))
    }

    @Test func latin1IsDecodedAndOtherBytesAreReplaced() throws {
        let world = try World()
        let head = "tree \(try world.tree([:]))\nauthor Ren".utf8
        let rest = Array(" <r@x> 100 +0000\ncommitter A <a@b> 100 +0000\n".utf8)
        let latin = try world.store(
            "commit", Data(Array(head) + [0xE9] + rest + Array("encoding ISO-8859-1\n\ncaf".utf8) + [0xE9]))
        #expect(try world.repository.commit(latin).author.name == "René")
        #expect(try world.repository.commit(latin).subject == "café")
        let unknown = try world.store("commit", Data(Array(head) + [0xE9] + rest + Array("\ncaf".utf8) + [0xFF]))
        #expect(try world.repository.commit(unknown).author.name == "Ren\u{FFFD}")
        #expect(try world.repository.commit(unknown).message == "caf\u{FFFD}")
    }

    @Test(arguments: [
        "", "\n", "x", "tree\n\n", "tree abc\n\nx", " folded\n\nx", "parent x\n",
        "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor\n\n",
        "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor A <a> 1 +0000\n\nno committer",
    ])
    func aCommitThatCannotBeReadIsCorrupt(content: String) throws {
        let world = try World()
        let id = try world.store("commit", Data(content.utf8))
        #expect(gitError { _ = try world.repository.commit(id) }?.code == .corrupt)
    }

    @Test(arguments: ["A", "A <", "> <", "A <a> x y", "A <a> 99999999999999999999 +9999", "<a> -5 -0100", "A <a>"])
    func anOddAuthorLineIsReadLeniently(line: String) throws {
        let world = try World()
        let text = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor \(line)\ncommitter A <a> 1 +0000\n\nx"
        let commit = try world.repository.commit(try world.store("commit", Data(text.utf8)))
        #expect(abs(commit.author.offsetMinutes) <= 14 * 60)
        #expect(commit.committer.name == "A")
    }
}
