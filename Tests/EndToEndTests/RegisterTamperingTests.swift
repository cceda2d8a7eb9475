import Foundation
import Testing

/// Whoever can write in a repository with stock tools cannot change its register without being named.
struct RegisterTamperingTests {
    /// One way to tamper, and the act that verification must name.
    struct Deed: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let act: Int
        let commit: @Sendable (Tamperer) throws -> Void

        init(_ name: String, names act: Int, _ commit: @escaping @Sendable (Tamperer) throws -> Void) {
            (testDescription, self.act, self.commit) = (name, act, commit)
        }
    }

    private static let deeds = [
        Deed("a byte of the last act", names: 8) { try $0.flipByte(of: $0.acts[7]) },
        Deed("a byte of an act in the middle", names: 5) { try $0.flipByte(of: $0.acts[4]) },
        Deed("a byte of the first act", names: 1) { try $0.flipByte(of: $0.acts[0]) },
        Deed("a byte of what an act says", names: 6) { try $0.flipByte(of: $0.git.id("\($0.acts[5]):act.json")) },
        // The plan was started on an earlier draft, so the second act is the first about these words.
        Deed("a byte of the text decided on", names: 2) {
            try $0.flipByte(of: $0.git.id("main:secties/aanleiding.md"))
        },
        Deed("a byte of a text that stayed as it was drafted", names: 1) {
            try $0.flipByte(of: $0.git.id("main:secties/uitgangspunten.md"))
        },
        Deed("an act that is gone", names: 4) { try $0.remove($0.acts[3]) },
        Deed("an act's words replaced under its name", names: 7) { tamperer in
            let forged = try tamperer.tree(of: tamperer.acts[6], replacing: "final-released", with: "published")
            try tamperer.moveRegister(to: tamperer.forge(forged, like: tamperer.acts[6]), above: 7)
        },
        Deed("an act made by git commit-tree, unsigned", names: 8) {
            try $0.moveRegister(to: $0.forge(like: $0.acts[7]))
        },
        Deed("an act added by git commit-tree", names: 9) { tamperer in
            let tree = try tamperer.git.id("\(tamperer.acts[7])^{tree}")
            let parents = ["-p", tamperer.acts[7], "-p", try tamperer.git.id("main")]
            try tamperer.moveRegister(to: tamperer.commit(tree, parents))
        },
        Deed("an act signed with a key of one's own", names: 8) {
            try $0.moveRegister(to: $0.forge(like: $0.acts[7], signed: true))
        },
        Deed("an act left out", names: 4) { tamperer in try tamperer.relink([0, 1, 2, 4, 5, 6, 7]) },
        Deed("two acts swapped", names: 4) { tamperer in try tamperer.relink([0, 1, 2, 4, 3, 5, 6, 7]) },
        Deed("the whole register made anew under another key", names: 1) { tamperer in
            try tamperer.relink(Array(0...7), signed: true)
        },
        Deed("the register moved back", names: 6) { try $0.moveRegister(to: $0.acts[4]) },
        Deed("the register taken away", names: 1) { try $0.git.run("update-ref", "-d", StockGit.register) },
        Deed("the text moved back behind its acts", names: 2) {
            try $0.git.run("update-ref", "refs/heads/main", "main~1")
        },
    ]

    @Test(arguments: deeds)
    func tamperingIsToldWithTheNumberOfTheAct(deed: Deed) throws {
        let scratch = try Scratch()
        let list = Listing(data: try PublishedCase.example.replayed(in: scratch))
        let plan = try list.plan("plan-van-aanpak")
        try deed.commit(Tamperer(StockGit(plan: plan, in: list.data), scratch: scratch))
        let answer = try Paraaf.run("register", "verify", plan, "--json", data: list.data)
        #expect(answer.status == 1)
        let result = try JSONDecoder().decode(RegisterResult.self, from: answer.output)
        #expect(!result.sound)
        #expect(result.act == deed.act, "\(answer.complaint)")
        // The one fault that is about no act in particular.
        let place = result.fault == "register.missing" ? "register" : "andeling \(deed.act) "
        expectHelp(answer.complaint, saying: [place])
    }

    @Test
    func anUntouchedRegisterIsSound() throws {
        let scratch = try Scratch()
        let list = Listing(data: try PublishedCase.example.replayed(in: scratch))
        for plan in try list.plans() {
            let result = try list.verification(of: plan.id)
            #expect(result.sound && result.act == nil && result.fault == nil)
            #expect(try result.acts == list.acts(of: plan.id).count)
        }
    }

    @Test
    func aReplaceReferenceFoolsStockGitButNotTheProgram() throws {
        let scratch = try Scratch()
        let list = Listing(data: try PublishedCase.example.replayed(in: scratch))
        let plan = try list.plan("plan-van-aanpak")
        let before = try Paraaf.run("document", "write", plan, "nota", data: list.data).output
        let tamperer = try Tamperer(StockGit(plan: plan, in: list.data), scratch: scratch)
        let forged = try tamperer.tree(of: tamperer.acts[5], replacing: "vastgesteld", with: "aangehouden")
        try tamperer.git.run("replace", tamperer.acts[5], tamperer.forge(forged, like: tamperer.acts[5]))
        #expect(try list.verification(of: plan).sound)
        #expect(try Paraaf.run("document", "write", plan, "nota", data: list.data).output == before)
        let acts = try list.acts(of: plan)
        #expect(try Paraaf.run("reindex", data: list.data).status == 0)
        #expect(try list.acts(of: plan) == acts)
    }

    @Test(arguments: ["moved back", "made anew"])
    func reindexRefusesAHeadThatDoesNotDescendFromTheWitness(how: String) throws {
        let scratch = try Scratch()
        let list = Listing(data: try PublishedCase.example.replayed(in: scratch))
        let plan = try list.plan("plan-van-aanpak")
        let tamperer = try Tamperer(StockGit(plan: plan, in: list.data), scratch: scratch)
        if how == "moved back" {
            try tamperer.moveRegister(to: tamperer.acts[5])
        } else {
            try tamperer.relink(Array(0...7), signed: true)
        }
        let before = try FolderState(list.data)
        let answer = try Paraaf.run("reindex", data: list.data)
        expectRefusal(answer, saying: plan, "handeling 8")
        #expect(try FolderState(list.data) == before)
        expectRefusal(try Paraaf.run("serve", "--port", "0", data: list.data), saying: plan, "handeling 8")
    }
}
