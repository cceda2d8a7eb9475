import Foundation
import Testing

/// The key under which acts are signed, shown and replaced by whoever runs the server.
struct KeyTests {
    @Test(.enabled(if: Command.isInstalled("ssh-keygen"), "ssh-keygen is not installed."))
    func aRotatedKeySignsWhatFollowsAndTheOldActsStillVerify() throws {
        let scratch = try Scratch()
        let list = Listing(data: try PublishedCase.example.replayed(in: scratch))
        let plan = try list.plan("plan-van-aanpak")
        let before = try list.acts(of: plan).count
        let old = try Paraaf.run("key", "show", data: list.data).text
        let rotated = try Paraaf.run("key", "rotate", data: list.data)
        #expect(rotated.status == 0, "\(rotated.complaint)")
        let new = try Paraaf.run("key", "show", data: list.data).text
        #expect(new == rotated.text && new.hasPrefix("SHA256:") && new != old)

        let acts = try list.acts(of: plan)
        #expect(acts.count == before + 1)
        #expect(acts.last?.kind == "key-rotated")
        let made = try Paraaf.run("plan", "create", "uitvoeringsplan", "--title", "Na de wisseling", data: list.data)
        #expect(made.status == 0, "\(made.complaint)")
        for id in try list.plans().map(\.id) {
            let verified = try Paraaf.run("register", "verify", id, data: list.data)
            #expect(verified.status == 0, "\(id): \(verified.complaint)")
        }
        let git = StockGit(plan: plan, in: list.data)
        let signers = try scratch.write(git.run("show", "\(StockGit.register):allowed_signers").output, to: "signers")
        for act in try git.acts() {
            let trust = ["gpg.format": "ssh", "gpg.ssh.allowedSignersFile": signers.plain]
            #expect(try git.attempt(["verify-commit", act], settings: trust).status == 0)
        }
    }
}
