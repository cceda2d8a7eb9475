import Foundation
import Git
import Testing

struct TagTests {
    @Test func aTagReadsBackAndStockGitShowsIt() throws {
        let world = try World()
        let ids = try world.line(1)
        let id = try world.repository.createTag(
            name: "concept-1", target: ids[0], tagger: .drafter(), message: "Concept\n\nmet toelichting")
        let tag = try #require(try world.repository.tag(named: "concept-1"))
        #expect(tag.id == id && tag.name == "concept-1" && tag.target == ids[0] && tag.targetKind == .commit)
        #expect(tag.tagger == .drafter() && tag.message == "Concept\n\nmet toelichting\n" && tag.signature == nil)
        #expect(try world.git("for-each-ref", "--format=%(objecttype) %(subject)", "refs/tags") == "tag Concept")
        #expect(try world.git.faults() == [])
    }

    @Test(.enabled(if: SigningKey.isPossible, "ssh-keygen is not installed"))
    func stockGitVerifiesASignedTag() throws {
        let world = try World()
        let key = try SigningKey()
        try key.trust(in: world.git)
        let ids = try world.line(1)
        try world.repository.createTag(
            name: "vastgesteld", target: ids[0], tagger: .drafter(), message: "Vastgesteld", signer: key.sign)
        #expect(try world.git.run(["verify-tag", "vastgesteld"]).succeeded)
        #expect(try world.git.run(["tag", "-v", "vastgesteld"]).succeeded)
        let tag = try #require(try world.repository.tag(named: "vastgesteld"))
        #expect(tag.message == "Vastgesteld\n")
        #expect(try key.accepts(#require(tag.signature)))
        #expect(try world.git.faults() == [])
    }

    @Test func aTagIsNeverReplaced() throws {
        let world = try World()
        let ids = try world.line(2)
        try world.repository.createTag(name: "v1", target: ids[0], tagger: .drafter(), message: "one")
        let error = gitError {
            try world.repository.createTag(name: "v1", target: ids[1], tagger: .drafter(), message: "other")
        }
        #expect(error?.code == .lostRace)
        #expect(try world.repository.tag(named: "v1")?.target == ids[0])
    }

    @Test func whatIsNoAnnotatedTagIsToldApart() throws {
        let world = try World()
        try world.line(1)
        try world.git("tag", "light", "main")
        #expect(try world.repository.tag(named: "none") == nil)
        #expect(gitError { _ = try world.repository.tag(named: "light") }?.code == .invalid)
    }

    @Test(arguments: ["", "-d", "a b", "a..b", "../heads/main"])
    func aTagNameThatIsNotAllowedIsRefused(name: String) throws {
        let world = try World()
        let ids = try world.line(1)
        let error = gitError {
            try world.repository.createTag(name: name, target: ids[0], tagger: .drafter(), message: "x")
        }
        #expect(error?.code == .invalid)
    }

    @Test func aMessageThatImitatesASignatureIsRefused() throws {
        let world = try World()
        let ids = try world.line(1)
        let message = "x\n\n-----BEGIN SSH SIGNATURE-----\nabc\n-----END SSH SIGNATURE-----"
        let error = gitError {
            try world.repository.createTag(name: "v", target: ids[0], tagger: .drafter(), message: message)
        }
        #expect(error?.code == .invalid)
    }

    @Test(arguments: [
        "", "object x\n\n", "type commit\ntag x\n\n",
        "object 4b825dc642cb6eb9a060e54bf8d69288fbee4904\ntype odd\ntag x\n\n",
    ])
    func aTagThatCannotBeReadIsCorrupt(content: String) throws {
        let world = try World()
        let id = try world.store("tag", Data(content.utf8))
        #expect(gitError { _ = try world.repository.tag(id) }?.code == .corrupt)
    }
}
